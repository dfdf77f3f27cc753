import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { Level, OrganisationChange } from '#engine/definition/index.ts';
import type { Role } from '#engine/dossier/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';

/** A unit as it was over an interval; key by code and validity, never by name (domain 7.3). */
export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly level: Level;
  readonly parent?: string;
  readonly kind: 'office' | 'department' | 'agency' | 'district' | 'commune' | 'centre';
  /** Identification code used in dossier codes, QCVN 102:2016 order. */
  readonly identCode: string;
  readonly address?: string;
  readonly phone?: string;
  /** Has a one-stop counter. */
  readonly counter: boolean;
  readonly calendar: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
}

export interface UnitStore {
  put(units: readonly Unit[]): Promise<Result<void>>;
  all(asOf: LocalDate): Promise<readonly Unit[]>;
  byCode(code: string, asOf: LocalDate): Promise<Unit | undefined>;
}

export interface Assignment {
  readonly person: string;
  readonly unit: string;
  readonly role: Role;
  readonly from: LocalDate;
  readonly to?: LocalDate;
  /** Named in advance to stand in: has the role only on days when somebody who holds it there is away (NĐ 61/2018 Đ12.8). */
  readonly reserve?: true;
}

/** One change to people and their roles, as an administrator made it; kept for good. */
export interface StaffChange {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly byName: string;
  readonly unit: string;
  readonly kind: 'entered' | 'assigned' | 'ended' | 'password';
  readonly person: string;
  readonly personName: string;
  readonly role?: Role;
  readonly from?: LocalDate;
  /** First day on which it no longer holds. */
  readonly to?: LocalDate;
  readonly reserve?: true;
}

/** Rows as they were and as they become; both are kept, so that it can be taken back exactly. */
export interface ReorganisationWrite {
  readonly day: LocalDate;
  /** Rows of units that end on the day, as they were before. */
  readonly closed: readonly Unit[];
  /** Rows that begin on the day. */
  readonly opened: readonly Unit[];
  /** Assignments that end on the day, as they were before. */
  readonly ended: readonly Assignment[];
  readonly begun: readonly Assignment[];
}

/** A reorganisation that is written and was not withdrawn. */
export interface AppliedReorganisation {
  readonly decision: string;
  readonly day: LocalDate;
  readonly organisation: OrganisationChange;
}

/** Procedures sought under `from` (`level:…`, `unit:…`) that are found under `to`, of releases before the instant. */
export interface MovedKey {
  readonly from: string;
  readonly to: string;
  readonly before: Instant;
  readonly procedures?: readonly string[];
  readonly fields?: readonly string[];
}

/** `running` from the day on; `withdrawn` before it. */
export type TransferJobState = 'running' | 'stopped' | 'done' | 'withdrawn';

export interface TransferJob {
  readonly decision: string;
  readonly day: LocalDate;
  readonly state: TransferJobState;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** What became of one dossier: handed over, or why not. */
export interface TransferRow {
  readonly decision: string;
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  /** `stayed`: nothing about it had to move. */
  readonly state: 'moved' | 'stayed' | 'failed';
  readonly from: string;
  readonly to: string;
  readonly problems: readonly Problem[];
  readonly at: Instant;
}

export interface ReorganisationStore {
  /** By day; withdrawn ones left out. */
  applied(): Promise<readonly AppliedReorganisation[]>;
  written(decision: string): Promise<ReorganisationWrite | undefined>;
  job(decision: string): Promise<TransferJob | undefined>;
  /** Running jobs whose day has come, in the order of their days. */
  dueJobs(today: LocalDate): Promise<readonly TransferJob[]>;
  /** Changes a job only from the state it was seen in; false when it has moved on. */
  moveJob(job: TransferJob, from: TransferJobState): Promise<boolean>;
  /** Open dossiers submitted before the instant that have to do with one of the units, and of which nothing is said yet. */
  next(decision: string, units: readonly string[], before: Instant, limit: number): Promise<readonly string[]>;
  put(rows: readonly TransferRow[]): Promise<void>;
  /** Forgets what failed, so that it is looked at again; how many. */
  forgetFailed(decision: string): Promise<number>;
  rows(
    decision: string,
    query: { readonly state?: TransferRow['state']; readonly limit: number; readonly offset?: number },
  ): Promise<readonly TransferRow[]>;
  counts(decision: string): Promise<Readonly<Partial<Record<TransferRow['state'], number>>>>;
  /** Open dossiers by the counter that holds them and their procedure. */
  open(
    units: readonly string[],
  ): Promise<readonly { readonly unit: string; readonly procedure: string; readonly count: number }[]>;
  /** Every assignment that holds on the day or later. */
  assignmentsFrom(day: LocalDate): Promise<readonly Assignment[]>;
}
