import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { ContentHash } from '#engine/definition/index.ts';
import type { DossierEvent, DossierState, DossierStatus } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { OutboxMessage } from './outbox.ts';
import type { WorkPage, WorkQuery, WorklistQuery, WorklistRow } from './work.ts';

export interface Append {
  readonly dossier: string;
  readonly expectedSeq: number;
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
  /** Same key again: the stored outcome is returned and nothing is written. */
  readonly key: string;
  /** SHA-256 of the command: the same key with another body is refused. */
  readonly bodyHash: string;
  readonly outbox: readonly OutboxMessage[];
}

/**
 * A dossier's first append. The number of its code is allocated in the transaction that writes it, so
 * that none is lost or given twice; `build` is pure and is called there, once the number is known.
 */
export interface Create {
  readonly key: string;
  readonly bodyHash: string;
  /** Receiving unit and Vietnamese day of the submission. */
  readonly unit: string;
  readonly day: LocalDate;
  /** false: it brings its code along, and takes no number of ours; `build` is given 0. */
  readonly numbered?: boolean;
  /** Accepted in the same transaction: `build` is given its line in this register too. */
  readonly book?: Book;
  readonly build: (number: number, line: number) => Result<Omit<Append, 'key' | 'bodyHash' | 'expectedSeq'>>;
}

/** A unit's register of a year. */
export interface Book {
  readonly unit: string;
  readonly year: number;
}

/**
 * An append that takes the next line of a register. As with {@link Create}, the number is allocated in the
 * transaction that writes it, where `build` is called: what is refused takes none.
 */
export interface Enter extends Pick<Append, 'dossier' | 'expectedSeq' | 'key' | 'bodyHash'> {
  readonly book: Book;
  readonly build: (line: number) => Result<Pick<Append, 'events' | 'state' | 'outbox'>>;
}

export interface DossierRow {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly releaseNumber: number;
  readonly status: DossierStatus;
  readonly applicant: string;
  readonly receivingUnit: string;
  readonly decidingUnit: string;
  readonly submittedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly promisedDue?: Instant;
  readonly finishedAt?: Instant;
  /** Its line in the register of the unit and year it was accepted at. */
  readonly registerUnit?: string;
  readonly registerYear?: number;
  readonly registerNumber?: number;
  /** Name of the system that took it in and handed it over. */
  readonly origin?: string;
}

export interface DossierQuery {
  readonly receivingUnit?: string;
  /** On their way to this unit, from counters that took them in for it. */
  readonly awaitedBy?: string;
  readonly account?: string;
  readonly status?: readonly DossierStatus[];
  readonly procedure?: string;
  readonly text?: string;
  /** Accepted, or handed in where it is not accepted, from … until before …. */
  readonly received?: { readonly from: Instant; readonly before: Instant };
  readonly order?: 'newest' | 'due';
  readonly limit: number;
  readonly offset: number;
}

export interface DossierStore {
  load(id: string): Promise<DossierState | undefined>;
  byCode(code: string): Promise<DossierState | undefined>;
  /** Dossiers whose applicant has exactly this number, newest first: O(found), by an index. */
  ofApplicant(idNumber: string, limit: number): Promise<readonly DossierState[]>;
  events(id: string): Promise<readonly DossierEvent[]>;
  /** The stored answer to a key, if the command was carried out already. */
  answered(
    key: string,
  ): Promise<{ readonly dossier: string; readonly bodyHash: string; readonly seq: number } | undefined>;
  append(entry: Append): Promise<Result<void>>;
  enter(entry: Enter): Promise<Result<void>>;
  /** The dossier's id: a new one, or that of the same key's first time. */
  create(entry: Create): Promise<Result<string>>;
  /** All or none, in one transaction. */
  createAll(entries: readonly Create[]): Promise<Result<readonly string[]>>;
  /** Many dossiers' appends in one transaction; each succeeds or fails by itself. */
  appendAll(entries: readonly Append[]): Promise<readonly Result<void>[]>;
  worklist(query: WorklistQuery): Promise<{ readonly total: number; readonly rows: readonly WorklistRow[] }>;
  workPage(query: WorkQuery): Promise<WorkPage>;
  list(query: DossierQuery): Promise<{ readonly total: number; readonly rows: readonly DossierRow[] }>;
  /** Dossiers not closed yet, by code of procedure and release. */
  running(codes: readonly string[]): Promise<
    readonly {
      readonly code: string;
      readonly releaseHash: ContentHash;
      readonly status: DossierStatus;
      readonly count: number;
    }[]
  >;
  /** Next number of that unit and Vietnamese day; never given twice. `create` does this by itself. */
  nextCode(unit: string, day: LocalDate): Promise<number>;
  /** Releases that dossiers not yet closed run on. */
  openReleases(): Promise<readonly string[]>;
  /** Dossiers not yet closed of a release, by id after `after`. */
  openOfRelease(hash: string, after: string | undefined, limit: number): Promise<readonly string[]>;
  dueTimers(
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly dossier: string; readonly token: string; readonly due: Instant }[]>;
  ids(after: string | undefined, limit: number): Promise<readonly string[]>;
  /** Names of tables (rows of lists, work, timers, search) that do not say what this state, told by the events, says. */
  differing(state: DossierState): Promise<readonly string[]>;
  /** Writes them anew; refused with `dossier.conflict` when the dossier has gone on meanwhile. */
  rebuild(state: DossierState): Promise<Result<void>>;
}
