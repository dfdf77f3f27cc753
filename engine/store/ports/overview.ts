import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { DossierStatus, Role } from '#engine/dossier/index.ts';
import type { CatalogueEntry } from './catalogue.ts';
import type { Unit } from './organisation.ts';

/** What counts as soon due is the working calendar's business: the caller works the instants out. */
export interface WatchScope {
  /** Dossiers that these units took in or decide may be seen; absent: all. */
  readonly units?: readonly string[];
  readonly now: Instant;
  /** By receiving unit: a promise up to this instant is soon due. */
  readonly soon: Readonly<Record<string, Instant>>;
  /** For receiving units that no longer exist. */
  readonly soonElse: Instant;
  /** Nothing happened since before it: a dossier lies idle. */
  readonly idleSince: Instant;
}

/** `closed`: the result is there, nobody has fetched it. */
export type WatchTime = 'in-time' | 'soon' | 'late' | 'paused' | 'none' | 'closed';

/**
 * Why a dossier stands: it waits to be accepted, for somebody to take its step, for a signal or timer; or it hangs:
 * its process broke, a message of it could not be delivered, another unit's opinion is overdue (NĐ 61/2018 Điều 19
 * khoản 5: the head of the one-stop is told), nothing happened to it for long.
 */
export type WatchWaits =
  'nothing' | 'acceptance' | 'arrival' | 'nobody' | 'signal' | 'idle' | 'opinion' | 'message' | 'no-task' | 'incident';

/** How a dossier that had been taken in ended without what was asked for, though no supplement was ever asked. */
export type TurnedAway = 'withdrawn' | 'refused' | 'stopped';

/** One dossier that was turned away. */
export interface TurnedAwayRow {
  readonly id: string;
  readonly code: string;
  readonly applicant: string;
  readonly procedure: string;
  readonly procedureName: string | null;
  readonly how: TurnedAway;
  readonly acceptedAt: Instant;
  readonly endedAt: Instant;
  readonly reason: string;
}

/** Of a receiving unit and a time: how many were taken in, and how many of them were turned away, by how. */
export interface TurnedAwayCount {
  readonly unit: string;
  readonly accepted: number;
  readonly withdrawn: number;
  readonly refused: number;
  readonly stopped: number;
}

export interface WatchCount {
  readonly unit: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly time: WatchTime;
  readonly waits: WatchWaits;
  readonly count: number;
}

export interface WatchQuery extends WatchScope {
  readonly unit?: string;
  readonly procedure?: string;
  /** `open`: all but `closed`. */
  readonly time?: WatchTime | 'open';
  readonly waits?: WatchWaits;
  readonly order?: 'oldest' | 'due';
  readonly limit: number;
  readonly offset: number;
}

export interface WatchRow {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly status: DossierStatus;
  readonly applicant: string;
  readonly receivingUnit: string;
  readonly decidingUnit: string;
  readonly submittedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly promisedDue?: Instant;
  readonly time: WatchTime;
  readonly waits: WatchWaits;
  readonly step?: string;
  readonly holder?: string;
  readonly stepSince?: Instant;
}

/** A role somebody holds, held or will hold at a unit. */
export interface UnitPerson {
  readonly person: string;
  readonly name: string;
  readonly login: string;
  readonly title: string;
  readonly unit: string;
  readonly role: Role;
  readonly from: LocalDate;
  /** First day on which it no longer holds. */
  readonly to?: LocalDate;
  readonly reserve?: true;
  readonly officePhone: string;
}

/** Reads across everything, for the office and the administrator. */
export interface OverviewStore {
  /** Dossiers that are not over, counted in one read. */
  counts(scope: WatchScope): Promise<readonly WatchCount[]>;
  /** The dossiers behind a count. */
  list(query: WatchQuery): Promise<{ readonly total: number; readonly rows: readonly WatchRow[] }>;
  /** Taken in between two instants, by receiving unit: what ended without result and without a supplement. O(taken in then). */
  turnedAway(scope: {
    readonly units?: readonly string[];
    readonly from: Instant;
    readonly to: Instant;
  }): Promise<readonly TurnedAwayCount[]>;
  /** The newest 200 of one unit. */
  turnedAwayOf(unit: string, span: { readonly from: Instant; readonly to: Instant }): Promise<readonly TurnedAwayRow[]>;
  /** Every row a procedure ever had in the catalogue, superseded ones too, in the order they were recorded. */
  entries(code: string): Promise<readonly CatalogueEntry[]>;
  /** Every row of every unit, past and to come. */
  unitRows(): Promise<readonly Unit[]>;
  /** Everybody who ever held a role at the unit. */
  peopleOf(unit: string): Promise<readonly UnitPerson[]>;
  staffCounts(day: LocalDate): Promise<readonly { readonly unit: string; readonly people: number }[]>;
  totals(): Promise<{
    readonly dossiers: number;
    readonly open: number;
    readonly events: number;
    readonly drafts: number;
    readonly releases: number;
    readonly files: number;
    readonly fileBytes: number;
    readonly outboxWaiting: number;
    readonly outboxDead: number;
  }>;
  /** The database and the settings its promises rest on. */
  engine(): Promise<{
    readonly name: string;
    readonly version: string;
    readonly bytes: number;
    readonly facts: Readonly<Record<string, string>>;
  }>;
}
