import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { ContentHash, Decision, GroupItem, Level, Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { Actor, DossierEvent, DossierState, DossierStatus, Role } from '#engine/dossier/index.ts';
import type { ImportedDraft, OpenPoint, Origin } from '#engine/import/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import type {
  Assignment,
  MovedKey,
  ReorganisationStore,
  ReorganisationWrite,
  StaffChange,
  Unit,
  UnitStore,
} from './organisation-port.ts';
import type { DisclosureStore } from './disclosure-port.ts';
import type { QueueStore } from './queue-port.ts';
import type { ReminderStore } from './reminder-port.ts';
import type { StudioStore } from './studio-port.ts';

/**
 * The store's port. Asynchronous, so that a PostgreSQL store can stand beside the SQLite one
 * without a change above it. Every write is one transaction.
 */
export interface Store {
  readonly releases: ReleaseStore;
  readonly catalogue: CatalogueStore;
  readonly dossiers: DossierStore;
  readonly drafts: DraftStore;
  readonly releaseDrafts: ReleaseDraftStore;
  readonly national: NationalStore;
  readonly studio: StudioStore;
  readonly units: UnitStore;
  readonly people: PeopleStore;
  readonly files: FileStore;
  readonly outbox: OutboxStore;
  readonly reminders: ReminderStore;
  readonly settings: SettingStore;
  readonly overview: OverviewStore;
  readonly verifications: VerificationStore;
  readonly conversions: ConversionStore;
  readonly absences: AbsenceStore;
  readonly incidents: IncidentStore;
  /** Numbers taken and called at counters. */
  readonly queue: QueueStore;
  readonly reorganisations: ReorganisationStore;
  /** Who was shown what of whom, and for which application. */
  readonly disclosures: DisclosureStore;
  /**
   * Grows with every change of what is kept in memory above: catalogue, releases, shared definitions, units,
   * settings named `calendar.…`; by whichever process. Cheap enough for every request.
   */
  catalogueVersion(): Promise<number>;
  close(): Promise<void>;
}

export interface ReleaseStore {
  /** Adding the same content again is no error; another content under the same number is. */
  add(releases: readonly Release[]): Promise<Result<void>>;
  byHash(hash: ContentHash): Promise<Release | undefined>;
  byNumber(code: string, number: number): Promise<Release | undefined>;
  numbers(code: string): Promise<readonly { readonly number: number; readonly hash: ContentHash }[]>;
  shared(): Promise<SharedDefinitions>;
  addShared(shared: SharedDefinitions): Promise<Result<void>>;
}

/** One row of the catalogue: this release of this procedure, from … to …, as known from … to …. */
export interface CatalogueEntry {
  readonly code: string;
  readonly number: number;
  readonly hash: ContentHash;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly effectiveFrom: Instant;
  readonly effectiveTo?: Instant;
  readonly recordedAt: Instant;
  readonly supersededAt?: Instant;
  /** Number of the decision that put it in force. */
  readonly decision: string;
  /** Number of the decision that ends it, and where people go instead. */
  readonly endedBy?: string;
  readonly replacedBy?: string;
}

export type DecisionStatus = 'draft' | 'approved' | 'applied' | 'withdrawn';

export interface DecisionRecord {
  readonly number: string;
  readonly decision: Decision;
  /** Hash of the decision and of every release it names: an approval is of exactly this. */
  readonly contentHash: ContentHash;
  readonly status: DecisionStatus;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: Instant;
  readonly approver?: { readonly id: string; readonly name: string };
  readonly approvedAt?: Instant;
  readonly appliedAt?: Instant;
  readonly withdrawnAt?: Instant;
  readonly withdrawnReason?: string;
}

/** What one applied decision says of groups of linked procedures. */
export interface PublishedGroups {
  readonly decision: string;
  readonly effectiveFrom: Instant;
  readonly groups: readonly GroupItem[];
}

export interface CatalogueQuery {
  /** With or without diacritics; words of the name, keywords or code. */
  readonly text?: string;
  readonly field?: string;
  readonly level?: Level;
  readonly unit?: string;
  /** Procedures that reorganisations have sent elsewhere: what `unit` finds is read in their light. */
  readonly moved?: readonly MovedKey[];
  readonly onlineLevel?: string;
  readonly asOf: Instant;
  readonly knownAt?: Instant;
  readonly limit: number;
  readonly offset: number;
}

export interface CataloguePage {
  readonly total: number;
  readonly entries: readonly CatalogueEntry[];
  readonly fields: readonly { readonly field: string; readonly count: number }[];
}

/** How one decision changes the catalogue, computed by `engine/catalogue`, written in one transaction. */
export interface CatalogueChange {
  /** `catalogueVersion()` the change was planned on: refused with `catalogue.stale` when it has grown since. */
  readonly basedOn?: number;
  readonly close: readonly {
    readonly code: string;
    readonly effectiveFrom: Instant;
    readonly at: Instant;
    readonly endedBy: string;
    readonly replacedBy?: string;
  }[];
  readonly open: readonly Omit<CatalogueEntry, 'recordedAt' | 'supersededAt'>[];
  /** A reorganisation's units and people, written in the same transaction. */
  readonly organisation?: ReorganisationWrite;
}

export interface CatalogueStore {
  inForce(code: string, asOf: Instant, knownAt?: Instant): Promise<CatalogueEntry | undefined>;
  /** All in force at once, by name: O(catalogue). */
  allInForce(asOf: Instant, knownAt?: Instant): Promise<readonly CatalogueEntry[]>;
  /** Every row of one procedure that is believed now (or was at `knownAt`), oldest first. */
  history(code: string, knownAt?: Instant): Promise<readonly CatalogueEntry[]>;
  search(query: CatalogueQuery): Promise<CataloguePage>;
  saveDecision(record: DecisionRecord, releases: readonly Release[]): Promise<Result<void>>;
  decision(number: string): Promise<DecisionRecord | undefined>;
  decisions(): Promise<readonly DecisionRecord[]>;
  /** Groups of linked procedures that applied decisions publish, change or end; the earliest effect first. */
  groups(): Promise<readonly PublishedGroups[]>;
  /** What the decision did, as worked out when it was applied; afterwards it cannot be worked out again. */
  saveReport(number: string, report: unknown): Promise<void>;
  report(number: string): Promise<unknown>;
  /** All or none, the report of what it does included; refused by the database when intervals would overlap. */
  apply(record: DecisionRecord, change: CatalogueChange, recordedAt: Instant, report?: unknown): Promise<Result<void>>;
  /** Restores what the decision superseded. Refused once it is in effect. */
  withdraw(record: DecisionRecord, recordedAt: Instant): Promise<Result<void>>;
}

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

export interface WorklistQuery {
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly person: string;
  readonly mine?: boolean;
  readonly procedure?: string;
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
}

/** What a work list is looked at by. `late` and the like are of the promised date at `now`. */
export type WorkView = 'all' | 'mine' | 'free' | 'late' | 'soon' | 'paused';

export interface WorkQuery {
  readonly unit: string;
  readonly roles: readonly Role[];
  /** Whose work it is: the person, and those they stand in for. */
  readonly people: readonly string[];
  /** Everybody's work at the unit, whatever the role: for who distributes it. */
  readonly whole?: boolean;
  readonly view: WorkView;
  readonly procedure?: string;
  readonly role?: string;
  readonly text?: string;
  readonly now: Instant;
  /** A promise up to this instant is soon due. */
  readonly soon: Instant;
  readonly limit: number;
  readonly offset: number;
}

/** One page of a work list; the counts are of all of it, at any size. */
export interface WorkPage {
  readonly counts: Readonly<Record<WorkView, number>>;
  /** How many the filter leaves. */
  readonly total: number;
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly WorklistRow[];
}

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

/** What kept a whole unit from working; one record, whatever the number of dossiers it touches. */
export interface Incident {
  readonly id: string;
  readonly unit: string;
  readonly kind: 'power' | 'system' | 'lockdown' | 'disaster' | 'other';
  readonly from: Instant;
  /** Absent: still going on. */
  readonly to?: Instant;
  readonly ground: string;
  /** Number of the decision or notice, empty where there is none. */
  readonly decision: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export interface IncidentStore {
  add(incident: Incident): Promise<void>;
  /** false when it has ended already, or began later than that. */
  end(id: string, at: Instant): Promise<boolean>;
  byId(id: string): Promise<Incident | undefined>;
  /** Newest first. */
  ofUnit(unit: string): Promise<readonly Incident[]>;
  /** Those of the units that overlap the time from … to …, oldest first. */
  touching(units: readonly string[], from: Instant, to: Instant): Promise<readonly Incident[]>;
}

export interface WorklistRow {
  readonly task: string;
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly step: string;
  readonly role: string;
  readonly unit: string;
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly openedAt: Instant;
  readonly stepDueAt?: Instant;
  readonly promisedDue?: Instant;
  readonly status: DossierStatus;
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

export type ConversionJobState = 'running' | 'stopped' | 'done' | 'reverting' | 'reverted' | 'withdrawn';

/** Running dossiers of one decision being converted or asked about; written with the decision, begun at its effect. */
export interface ConversionJob {
  readonly decision: string;
  readonly state: ConversionJobState;
  /** Not before this instant. */
  readonly due: Instant;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly reason?: string;
}

/** `keep`: the decision says so, or the dossier is done; `stay`: it was to be converted, and cannot lawfully be. */
export type ConversionOutcome = 'convert' | 'ask' | 'keep' | 'stay';
export type ConversionState = 'planned' | 'converted' | 'asked' | 'kept' | 'stayed' | 'reverted';

export interface ConversionRow {
  readonly decision: string;
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  /** Content hash of the release to go to. */
  readonly release?: ContentHash;
  readonly outcome: ConversionOutcome;
  readonly state: ConversionState;
  readonly reasons: readonly { readonly aspect: string; readonly problem: Problem }[];
  /** `asked`: when the answer is due. */
  readonly until?: Instant;
  readonly changedAt: Instant;
}

export interface ConversionStore {
  job(decision: string): Promise<ConversionJob | undefined>;
  /** Changes a job only from the state it was seen in; false when it has moved on. */
  moveJob(job: ConversionJob, from: ConversionJobState): Promise<boolean>;
  /** Jobs in one of the states whose time has come. */
  dueJobs(states: readonly ConversionJobState[], now: Instant): Promise<readonly ConversionJob[]>;
  /** Open dossiers of a procedure on another release than `release` of which the decision has said nothing yet. */
  next(
    decision: string,
    procedure: string,
    release: ContentHash | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  put(rows: readonly ConversionRow[]): Promise<void>;
  row(decision: string, dossier: string): Promise<ConversionRow | undefined>;
  rows(
    decision: string,
    query: { readonly states?: readonly ConversionState[]; readonly limit: number; readonly offset?: number },
  ): Promise<readonly ConversionRow[]>;
  counts(decision: string): Promise<Readonly<Partial<Record<ConversionState, number>>>>;
  /** Questions whose time to answer is over. */
  overdue(now: Instant, limit: number): Promise<readonly ConversionRow[]>;
}

/** `person`: somebody at the desk. `arrivedOn` is a day where it could be read as one. */
export interface DraftDelivery {
  readonly by: 'person' | 'kiosk' | 'post';
  readonly arrivedOn: string;
  /** Number of the postal item, or which kiosk. */
  readonly number: string;
}

/** An application being filled in: may be thrown away, so it is not in the chain of events. */
export interface Draft {
  readonly id: string;
  readonly owner: string;
  readonly procedure: string;
  readonly releaseHash: ContentHash;
  readonly releaseNumber: number;
  readonly channel: 'online' | 'counter' | 'post';
  readonly case?: string;
  readonly receivingUnit?: string;
  /** Taken in for this unit (phi địa giới hành chính). */
  readonly competentUnit?: string;
  /** How it came to the counter, as typed; checked when it is submitted. */
  readonly delivery?: DraftDelivery;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: DossierState['papers'];
  readonly pagesDone: readonly string[];
  readonly returnChannel?: DossierState['returnChannel'];
  readonly returnAddress?: string;
  /** Absent: its own. Those of the same visit are handed in together, by `place`; `group`: as linked procedures. */
  readonly visit?: { readonly id: string; readonly place: number; readonly group?: string };
  /** Counts saves; a save must name the revision it was based on. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface DraftStore {
  load(id: string): Promise<Draft | undefined>;
  /** Refused with `draft.conflict` when the stored revision is not `draft.revision - 1`. */
  save(draft: Draft): Promise<Result<void>>;
  remove(id: string): Promise<void>;
  byOwner(owner: string): Promise<readonly Draft[]>;
  byProcedure(code: string): Promise<readonly { readonly id: string; readonly owner: string }[]>;
}

/** A procedure being written at the publication desk, before it is a release. */
export interface ReleaseDraft {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  /** What the decision is to do with it. */
  readonly action: 'add' | 'amend' | 'replace' | 'repeal';
  /** Codes it replaces, and of one that is repealed, what takes its place: as far as its source says. */
  readonly replaces?: readonly string[];
  readonly replacedBy?: string;
  readonly draft: ImportedDraft;
  /** Counts saves; a save must name the revision it was based on. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface ReleaseDraftStore {
  load(id: string): Promise<ReleaseDraft | undefined>;
  /** Last changed first. */
  all(): Promise<readonly ReleaseDraft[]>;
  /** All or none; refused with `draft.conflict` when a stored revision is not the one before. */
  save(drafts: readonly ReleaseDraft[]): Promise<Result<void>>;
  remove(id: string): Promise<void>;
}

/** What the national database said of a procedure. Read-only: the store refuses to change or remove it. */
export interface NationalVersion {
  readonly code: string;
  /** 1, 2, 3 … in the order it was synchronised. */
  readonly number: number;
  /** SHA-256 over the canonical JSON of `content`. */
  readonly hash: string;
  readonly name: string;
  /** As the source names itself. */
  readonly source: string;
  readonly asOf?: string;
  readonly syncedAt: Instant;
  readonly syncedBy: string;
  /** The parts that are the nation's to say, as they were read. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly origins: readonly Origin[];
  readonly open: readonly OpenPoint[];
}

export type NationalHead = Pick<NationalVersion, 'code' | 'number' | 'hash' | 'name' | 'syncedAt'>;

/** Somebody said that a release takes in a national version. */
export interface NationalBase {
  readonly code: string;
  readonly hash: string;
  readonly releaseHash: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

export interface NationalStore {
  /** All or none; refused with `national.conflict` when a number is taken by now. `words`: the source's own JSON. */
  add(versions: readonly (NationalVersion & { readonly words: string })[]): Promise<Result<void>>;
  /** The newest version of every code, or of these. */
  heads(codes?: readonly string[]): Promise<readonly NationalHead[]>;
  byHash(code: string, hash: string): Promise<NationalVersion | undefined>;
  /** Newest first. */
  versions(code: string): Promise<readonly NationalHead[]>;
  takeIn(base: NationalBase): Promise<void>;
  /** What was said last, by code. */
  bases(): Promise<ReadonlyMap<string, NationalBase>>;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'citizen';
  /** Staff: sign-in name. */
  readonly login?: string;
  readonly phone?: string;
  readonly idNumber?: string;
  readonly email?: string;
  readonly title?: string;
  /** Staff: where they are reached at work, told in public (NĐ 61/2018 Điều 9); nobody signs in by it. */
  readonly officePhone?: string;
  readonly passwordHash?: string;
}

export interface Session {
  readonly person: string;
  readonly expiresAt: Instant;
}

export interface PeopleStore {
  /** All or none, with the note of who did it. */
  put(people: readonly Person[], assignments: readonly Assignment[], change?: StaffChange): Promise<Result<void>>;
  byId(id: string): Promise<Person | undefined>;
  byLogin(login: string): Promise<Person | undefined>;
  byPhone(phone: string): Promise<Person | undefined>;
  byIdNumber(idNumber: string): Promise<Person | undefined>;
  /** What somebody may do where that day; as a reserve only while somebody who holds the role there is away. */
  assignments(person: string, asOf: LocalDate): Promise<readonly Assignment[]>;
  withRole(unit: string, role: Role, asOf: LocalDate): Promise<readonly Person[]>;
  /** What administrators did at the unit, newest first. */
  staffChanges(unit: string, limit: number): Promise<readonly StaffChange[]>;
  /** Who holds which role at which unit on that day; reserves are not counted on. */
  held(asOf: LocalDate): Promise<readonly { readonly unit: string; readonly role: Role; readonly person: string }[]>;
  /** Only the token's hash is kept. */
  openSession(tokenHash: string, session: Session): Promise<void>;
  session(tokenHash: string, now: Instant): Promise<Session | undefined>;
  closeSession(tokenHash: string): Promise<void>;
  closeSessionsOf(person: string): Promise<void>;
  /** One-time codes: hashed, five tries, ten minutes. */
  putOneTimeCode(phone: string, codeHash: string, expiresAt: Instant): Promise<void>;
  takeOneTimeCode(phone: string, codeHash: string, now: Instant): Promise<'ok' | 'wrong' | 'expired' | 'too-many'>;
}

export interface FileStore {
  /** Written and synced before it is answered. */
  put(bytes: Uint8Array, owner: string): Promise<string>;
  get(hash: string): Promise<Uint8Array | undefined>;
}

export interface OutboxMessage {
  readonly id: string;
  readonly dossier: string;
  readonly kind: 'notice' | 'portal-status' | 'service' | 'signal' | 'linked-result';
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface OutboxStore {
  /** Rows leased to one worker until `until`, in order per dossier. */
  lease(
    worker: string,
    now: Instant,
    until: Instant,
    limit: number,
  ): Promise<readonly (OutboxMessage & { readonly fence: number; readonly attempts: number })[]>;
  done(id: string, fence: number, at: Instant): Promise<boolean>;
  failed(id: string, fence: number, retryAt: Instant | undefined, error: string): Promise<boolean>;
  /** Puts a message on a person's page; the same id again changes nothing. */
  addNotice(notice: {
    readonly id: string;
    readonly account: string;
    readonly dossier: string;
    readonly at: Instant;
    readonly text: string;
  }): Promise<void>;
  /** Gives a dead letter another chance. */
  replay(id: string): Promise<boolean>;
  dead(): Promise<readonly (OutboxMessage & { readonly error: string })[]>;
  /** Notices of one person, newest first. */
  noticesFor(
    account: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly at: Instant; readonly dossier: string; readonly text: string }[]>;
}

export interface SettingStore {
  get(name: string): Promise<unknown>;
  put(name: string, value: unknown): Promise<void>;
}

/** What the checks found of one release in force. `key` names everything it follows from. */
export interface Verification {
  readonly code: string;
  readonly number: number;
  readonly key: string;
  readonly problems: readonly Problem[];
  /** Milliseconds it took. */
  readonly ms: number;
  readonly verifiedAt: Instant;
}

/** Derived and may be thrown away: it is worked out again. One for each release. */
export interface VerificationStore {
  put(rows: readonly Verification[]): Promise<void>;
  of(code: string, number: number): Promise<Verification | undefined>;
  all(): Promise<readonly Verification[]>;
}

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

export type * from './organisation-port.ts';
export type { Actor };
