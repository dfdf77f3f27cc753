import type { LocalDate } from '#engine/clock/index.ts';
import type { Decision } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Assignment, ReorganisationWrite, Unit } from '#engine/store/port.ts';

/** All that a reorganisation's plan depends on; nothing is looked up while planning. */
export interface ReorganisationInput {
  readonly decision: Decision;
  /** First day on which it holds. */
  readonly day: LocalDate;
  /** Every row of every unit, past and to come. */
  readonly rows: readonly Unit[];
  /** Every assignment that holds on the day or later. */
  readonly assignments: readonly Assignment[];
  /** Sign-in names of those that `staff` names → person. */
  readonly people: ReadonlyMap<string, string>;
  readonly calendars: readonly string[];
  /** `rollsBack`: what that one wrote, when it is applied and not rolled back yet. */
  readonly before?: ReorganisationWrite;
}

export interface ReorganisationPlan {
  readonly write: ReorganisationWrite;
  readonly problems: readonly Problem[];
}
