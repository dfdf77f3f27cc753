import type {
  CalendarDefinition,
  ClockPort,
  Deadline,
  Instant,
  LocalDate,
  TimeLeft,
  WorkingCalendar,
} from '#engine/clock/index.ts';
import type { Decision, Release, SharedDefinitions, Channel, Level } from '#engine/definition/index.ts';
import type {
  Actor,
  DossierCommand,
  DossierEvent,
  DossierState,
  FeeLine,
  NonTerritorial,
  PreparedRelease,
} from '#engine/dossier/index.ts';
import type { EffectiveForm, EffectivePaper } from '#engine/form/index.ts';
import type { ReleaseDifference } from '#engine/definition/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import type {
  CatalogueEntry,
  CataloguePage,
  CatalogueQuery,
  DecisionRecord,
  Draft,
  Store,
  Unit,
} from '#engine/store/index.ts';
import type { Rehearsal } from '#engine/catalogue/index.ts';
import type { ConversionService } from './conversion/index.ts';
import type { ReorganisationService } from './reorganisation/index.ts';
import type { NewsService } from './news.ts';
import type { PublicLogService } from './public-log.ts';
import type { AbsenceService } from './absences.ts';
import type { PaymentService } from './payments.ts';
import type { ReminderService } from './reminders.ts';
import type { StaffService } from './staff.ts';
import type { IncidentService } from './incidents.ts';
import type { LayerService } from './layers/types.ts';
import type { LinkedGroups } from './linked/groups.ts';
import type { PeerService } from './peers.ts';
import type { QueueKindService } from './queue-kinds.ts';
import type { ReceptionService } from './reception.ts';
import type { HeldPaperService } from './held-papers.ts';
import type { OneStopService } from './one-stop.ts';
import type { PopulationService } from './population.ts';
import type { RecountService } from './recounts.ts';
import type { VerificationService } from './verification/index.ts';

/**
 * The use cases: load, decide, write in one transaction. The pages, the command line, the seeds and
 * the worker all come through here; nothing else joins engine and store.
 */
export interface Service {
  readonly store: Store;
  readonly clock: ClockPort;
  readonly catalogue: CatalogueService;
  readonly dossiers: DossierService;
  /** Running dossiers that a decision converts or asks about. */
  readonly conversions: ConversionService;
  readonly drafts: DraftService;
  /** Papers already held of a person. */
  readonly held: HeldPaperService;
  /** The national population database. */
  readonly population: PopulationService;
  /** Systems of ministries that send dossiers. */
  readonly peers: PeerService;
  /** What applicants owe, and money that came on line. */
  readonly payments: PaymentService;
  /** Kiosks and taking in for another unit: from which day, for whom. */
  readonly reception: ReceptionService;
  readonly queueKinds: QueueKindService;
  /** Dossiers handed over when units are merged, split, abolished or moved. */
  readonly reorganisations: ReorganisationService;
  readonly units: UnitService;
  /** What the one-stop mechanism allows, by day. */
  readonly oneStop: OneStopService;
  /** Groups of linked procedures in force. */
  readonly linked: LinkedGroups;
  readonly absences: AbsenceService;
  readonly staff: StaffService;
  readonly reminders: ReminderService;
  /** What kept whole units from working. */
  readonly incidents: IncidentService;
  /** Days announced after dossiers had been counted over them. */
  readonly recounts: RecountService;
  /** National content above what the province has in force. */
  readonly layers: LayerService;
  /** What the checks say of the catalogue in force. */
  readonly verification: VerificationService;
  /** What changed in a week, how long publications take, and what is due next. */
  readonly news: NewsService;
  /** Decisions and releases as anybody may check them. */
  readonly publicLog: PublicLogService;
  /** Work that time brings: due timers, outbox. Runs until nothing is due; returns what it did. */
  tick(): Promise<{ readonly timers: number; readonly messages: number }>;
}

/** A decision file with the releases it brings along. */
export interface DecisionPackage {
  readonly decision: Decision;
  readonly releases: readonly Release[];
  readonly shared?: SharedDefinitions;
}

/** What a decision would do, derived before it does it. */
export interface DecisionReport {
  readonly decision: Decision;
  readonly contentHash: string;
  readonly effectiveFrom: Instant;
  readonly counts: { readonly add: number; readonly amend: number; readonly replace: number; readonly repeal: number };
  readonly items: readonly DecisionReportItem[];
  /** Findings about the decision as a whole; each item has its own. */
  readonly problems: readonly Problem[];
  readonly runningDossiers: number;
  /** People filling in an application of a procedure that it closes: each is told. */
  readonly draftOwners: number;
  /** Of a reorganisation: what it would do to units, procedures, people and dossiers. */
  readonly organisation?: Rehearsal;
  /** true when no finding is an error. */
  readonly applicable: boolean;
}

export interface DecisionReportItem {
  /** As derived from the catalogue, whatever the file says. */
  readonly action: 'add' | 'amend' | 'replace' | 'repeal';
  readonly code: string;
  readonly name: string;
  readonly release?: number;
  readonly replaces: readonly string[];
  readonly replacedBy?: string;
  readonly inFlight: 'keep' | 'convert' | 'ask';
  readonly running: number;
  readonly difference?: ReleaseDifference;
  readonly problems: readonly Problem[];
}

export interface CatalogueService {
  /** What is in force now (or at `asOf`); undefined when nothing is. */
  inForce(
    code: string,
    asOf?: Instant,
  ): Promise<{ readonly entry: CatalogueEntry; readonly release: PreparedRelease } | undefined>;
  /** Whether new dossiers are taken in now, and if not, why: not yet, closed, waiting for its process. */
  takesIn(code: string): Promise<Result<void>>;
  release(hash: string): Promise<PreparedRelease>;
  search(query: Partial<Omit<CatalogueQuery, 'asOf'>> & { readonly asOf?: Instant }): Promise<CataloguePage>;
  history(code: string, knownAt?: Instant): Promise<readonly CatalogueEntry[]>;
  check(given: DecisionPackage): Promise<DecisionReport>;
  /** Stores the package as a draft of `author`; refused when it has errors. */
  propose(given: DecisionPackage, author: Actor): Promise<Result<DecisionRecord>>;
  /** A second person approves exactly the content proposed. */
  approve(number: string, contentHash: string, approver: Actor): Promise<Result<DecisionRecord>>;
  /** Approved → applied, in one transaction; effective by query at its instant. */
  apply(number: string, actor: Actor): Promise<Result<DecisionRecord>>;
  withdraw(number: string, actor: Actor, reason: string): Promise<Result<DecisionRecord>>;
  decision(number: string): Promise<{ readonly record: DecisionRecord; readonly report: DecisionReport } | undefined>;
  decisions(): Promise<readonly DecisionRecord[]>;
}

export interface DossierService {
  /**
   * Runs one command. `key` makes it idempotent; `expectedSeq` is the sequence the actor saw.
   * `submit` creates the dossier (its `dossier` is ignored and made here).
   */
  execute(request: CommandRequest): Promise<Result<DossierState>>;
  executeAll(requests: readonly CommandRequest[]): Promise<readonly Result<DossierState>[]>;
  /**
   * Takes in over the counter what one person hands in at one visit: each is submitted and accepted, all or
   * none in one transaction. Problems name their place: `/dossiers/<place>/…`.
   */
  takeIn(visit: Visit): Promise<Result<readonly DossierState[]>>;
  byId(id: string): Promise<DossierState | undefined>;
  byCode(code: string): Promise<DossierState | undefined>;
  events(id: string): Promise<readonly DossierEvent[]>;
  /** The same table answers for the button, the action and the API. */
  permitted(state: DossierState, actor: Actor): Promise<readonly Permitted[]>;
  timeLeft(state: {
    readonly promised?: Deadline;
    readonly promisedDue?: Instant;
    readonly status: DossierState['status'];
    readonly receivingUnit: string;
    readonly nonTerritorial?: NonTerritorial;
  }): TimeLeft;
  /** Hash chain, state = fold(events), and every row that lists, timers and search are read from = what the state says. */
  verify(id: string): Promise<Result<{ readonly events: number }>>;
  /** Writes state and rows anew from the events, whose chain must be whole; says which of them were not what the events tell. */
  rebuild(id: string): Promise<Result<{ readonly mended: readonly string[] }>>;
}

export interface CommandRequest {
  readonly dossier: string;
  readonly procedure?: string;
  /** `submit` of what another system took in: the code it has there, in place of one of ours. */
  readonly code?: string;
  readonly command: DossierCommand;
  readonly actor: Actor;
  readonly key: string;
  readonly expectedSeq?: number;
  /** When it happened, if not now. */
  readonly occurredAt?: Instant;
}

/** What one person hands in at one visit. */
export interface Visit {
  readonly id: string;
  readonly actor: Actor;
  /** Code of the group of linked procedures, when all of it is one. */
  readonly group?: string;
  readonly dossiers: readonly {
    readonly procedure: string;
    readonly submit: Omit<Extract<DossierCommand, { type: 'submit' }>, 'type' | 'together'>;
    /** Fees paid at the counter. */
    readonly feesPaid: readonly string[];
    readonly key: string;
  }[];
}

/** A command the actor could give, and if not, why not: shown disabled with its reason. */
export interface Permitted {
  readonly command: DossierCommand['type'];
  readonly task?: string;
  readonly allowed: boolean;
  readonly reason?: Problem;
}

export interface DraftService {
  start(given: {
    readonly procedure: string;
    readonly owner: string;
    readonly channel: Channel;
    readonly receivingUnit?: string;
    readonly visit?: Draft['visit'];
    /** Taken in for this unit (phi địa giới hành chính). */
    readonly competentUnit?: string;
  }): Promise<Result<Draft>>;
  load(id: string): Promise<Draft | undefined>;
  /** Keeps what was typed even when it is not valid yet; hidden questions are dropped at submission, not here. */
  save(
    draft: Draft,
    change: Partial<
      Pick<
        Draft,
        | 'answers'
        | 'papers'
        | 'pagesDone'
        | 'case'
        | 'channel'
        | 'delivery'
        | 'receivingUnit'
        | 'returnChannel'
        | 'returnAddress'
      >
    >,
  ): Promise<Result<Draft>>;
  /** Everything a page needs: form, papers, fees, expected date for the draft's answers. */
  view(draft: Draft): Promise<DraftView>;
  submit(
    draft: Draft,
    given: { readonly actor: Actor; readonly key: string; readonly applicant: DossierState['applicant'] },
  ): Promise<Result<DossierState>>;
  byOwner(owner: string): Promise<readonly Draft[]>;
  remove(id: string): Promise<void>;
}

export interface DraftView {
  readonly release: PreparedRelease;
  /** The release in force now is another one: the owner is told before submitting. */
  readonly superseded: boolean;
  /** Intake is closed (repealed); where to go instead. */
  readonly closed?: { readonly replacedBy?: string };
  readonly form: EffectiveForm;
  readonly papers: readonly EffectivePaper[];
  readonly fees: readonly FeeLine[];
  readonly expected: Deadline;
  /** Papers that another dossier of its group will give: nobody hands them in. */
  readonly awaited: readonly { readonly paper: string; readonly from: string; readonly result: string }[];
  readonly problems: readonly Problem[];
}

export interface UnitService {
  all(): Promise<readonly Unit[]>;
  byCode(code: string): Promise<Unit | undefined>;
  /** Of that day, from memory, as of the last answer: a code may have been another unit's (domain 7.3). */
  on(code: string, day: LocalDate): Unit | undefined;
  /** Units whose counter takes in that procedure today, or did on a day. */
  receiving(release: Release, day?: LocalDate): Promise<readonly Unit[]>;
  calendar(unit: string): Promise<WorkingCalendar>;
  /** Checks and keeps a calendar under its name; a calendar of the same name is replaced. */
  putCalendar(definition: CalendarDefinition): Promise<Result<void>>;
  levels(): readonly Level[];
}
