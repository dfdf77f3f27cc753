import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { Result } from '#engine/result/index.ts';

/** Somebody is away on these days (both included); the substitute does their work at that unit. */
export interface Absence {
  readonly id: string;
  readonly person: string;
  readonly personName: string;
  readonly unit: string;
  readonly substitute: string;
  readonly substituteName: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
  /** Ended before its last day. */
  readonly endedAt?: Instant;
}

export interface AbsenceStore {
  /** Refused with `absence.overlap` when the person is away on one of these days already. */
  add(absence: Absence): Promise<Result<void>>;
  end(id: string, at: Instant): Promise<boolean>;
  /** Newest first. */
  ofUnit(unit: string): Promise<readonly Absence[]>;
  /** Whom this person stands in for at the unit on that day. */
  standingFor(substitute: string, unit: string, day: LocalDate): Promise<readonly Absence[]>;
}
