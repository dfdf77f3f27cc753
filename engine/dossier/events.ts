import type { Deadline, Instant } from '#engine/clock/index.ts';
import type { ProcessState } from '#engine/process/index.ts';
import type {
  Actor,
  Conversion,
  ConversionEvidence,
  ConversionQuestion,
  DossierEventType,
  DossierState,
  DossierTask,
  DossierTimer,
  FileRef,
  Opinion,
  PaperReceived,
  Proposal,
  RegisterEntry,
  ResultFile,
  UnitMove,
} from './types.ts';

/**
 * What each event carries. Everything that was worked out when it happened (dates, units, the process
 * after the step) is in it, so that replay is a fold over events alone: a later calendar, release or
 * stepper cannot change the past.
 */
export interface EventData {
  readonly submitted: Pick<
    DossierState,
    | 'code'
    | 'procedure'
    | 'releaseNumber'
    | 'releaseHash'
    | 'channel'
    | 'delivery'
    | 'origin'
    | 'case'
    | 'receivingUnit'
    | 'decidingUnit'
    | 'nonTerritorial'
    | 'applicant'
    | 'submittedBy'
    | 'answers'
    | 'papers'
    | 'fees'
    | 'returnChannel'
    | 'returnAddress'
    | 'together'
  >;
  readonly accepted: {
    readonly papers: readonly PaperReceived[];
    readonly payments: readonly { readonly fee: string; readonly amount: number }[];
    readonly timeLimit?: string;
    readonly legal?: Deadline;
    readonly promised?: Deadline;
    /** Taken in for another unit: by when it must be on its way. */
    readonly sendBy?: Instant;
    /** Absent on dossiers of before the register was numbered. */
    readonly register?: RegisterEntry;
    readonly note?: string;
  };
  readonly arrived: {
    readonly timeLimit?: string;
    readonly legal?: Deadline;
    readonly promised?: Deadline;
    readonly note?: string;
  };
  readonly refused: { readonly reason: string; readonly elsewhere?: string };
  readonly 'task-claimed': { readonly task: string; readonly element: string; readonly name: string };
  readonly 'task-assigned': {
    readonly task: string;
    readonly element: string;
    readonly name: string;
    readonly to: { readonly id: string; readonly name: string };
    readonly note?: string;
  };
  readonly 'task-completed': {
    readonly task: string;
    readonly element: string;
    readonly name: string;
    readonly act?: string;
    readonly outcome?: string;
    readonly answers?: Readonly<Record<string, unknown>>;
    readonly note?: string;
  };
  readonly 'result-signed': { readonly result: ResultFile; readonly task: string; readonly element: string };
  readonly 'result-attached': { readonly result: ResultFile };
  readonly 'supplement-asked': {
    readonly papers: readonly { readonly paper: string; readonly what: string }[];
    readonly reason: string;
  };
  readonly 'supplement-supplied': {
    readonly papers: readonly PaperReceived[];
    readonly answers?: Readonly<Record<string, unknown>>;
  } & Resumed;
  readonly 'paper-brought': { readonly paper: PaperReceived; readonly from: string; readonly fromCode: string };
  readonly 'payment-asked': { readonly fee: string; readonly amount: number; readonly reason: string };
  readonly 'payment-recorded': {
    readonly fee: string;
    readonly amount: number;
    readonly method: string;
    readonly reference?: string;
    /** The obligation asked for is met: work goes on. */
    readonly settles: boolean;
  } & Resumed;
  readonly extended: { readonly from: Instant; readonly promised: Deadline; readonly reason: string };
  readonly suspended: { readonly ground: string };
  readonly resumed: Resumed;
  readonly withdrawn: { readonly reason?: string } & Closed;
  readonly finished: Closed;
  readonly 'handed-out': {
    readonly to: string;
    readonly idNumber?: string;
    readonly via: DossierState['returnChannel'];
    readonly mandate?: string;
  };
  readonly stopped: { readonly reason: string } & Closed;
  readonly commented: { readonly text: string };
  readonly 'opinion-asked': Pick<Opinion, 'id' | 'unit' | 'question' | 'due'>;
  readonly 'opinion-given': { readonly opinion: string; readonly answer: string; readonly file?: FileRef };
  readonly proposed: Proposal;
  /** Followed by the events of the act itself. */
  readonly confirmed: { readonly proposal: string; readonly act: Proposal['act']; readonly by: Proposal['by'] };
  readonly rejected: { readonly proposal: string; readonly reason: string };
  readonly 'result-corrected': { readonly result: ResultFile };
  readonly 'process-advanced': ProcessAdvance;
  readonly converted: {
    readonly reason: string;
    readonly decision?: string;
    readonly from: { readonly releaseNumber: number; readonly releaseHash: string };
    /** Questions whose answers the new release no longer keeps. */
    readonly dropped: readonly string[];
    /** How its place in the new process is known to be right. */
    readonly evidence: ConversionEvidence;
  } & Standing;
  readonly 'conversion-reverted': {
    readonly reason: string;
    readonly conversion?: Conversion;
    readonly question?: ConversionQuestion;
  } & Standing;
  readonly 'conversion-asked': Omit<ConversionQuestion, 'askedAt' | 'answer'>;
  /** By the calendar as it is now; `from`: the date of the law before. */
  readonly recounted: {
    readonly reason: string;
    readonly from: Instant;
    readonly legal: Deadline;
    readonly taskDue: Readonly<Record<string, Instant>>;
  };
  /** Decided when it happened, so that later reorganisations cannot change where it went. */
  readonly transferred: Pick<DossierState, 'receivingUnit' | 'decidingUnit' | 'tasks' | 'nonTerritorial'> & {
    readonly decision: string;
    readonly reason: string;
    readonly moves: readonly UnitMove[];
  };
  readonly 'conversion-answered': { readonly choice: 'convert' | 'keep'; readonly silent: boolean };
}

/** All of a dossier that depends on its release: whole, so that it can be put back whole. */
export type Standing = Pick<
  DossierState,
  | 'releaseNumber'
  | 'releaseHash'
  | 'case'
  | 'answers'
  | 'fees'
  | 'decidingUnit'
  | 'process'
  | 'tasks'
  | 'timers'
  | 'visited'
  | 'timeLimit'
  | 'legal'
  | 'promised'
>;

/** Dates as they are after a pause. */
export interface Resumed {
  readonly legal?: Deadline;
  readonly promised?: Deadline;
  readonly taskDue?: Readonly<Record<string, Instant>>;
}

export interface Closed {
  readonly outcome?: NonNullable<DossierState['outcome']>;
}

/** The process after one or more steps, and what came of them. */
export interface ProcessAdvance {
  readonly process: ProcessState;
  readonly opened: readonly DossierTask[];
  /** Tokens of tasks that ended. */
  readonly closed: readonly string[];
  readonly armed: readonly DossierTimer[];
  readonly disarmed: readonly string[];
  /** Elements left and flows taken, in order. */
  readonly visited: readonly string[];
  readonly incidents: readonly { readonly element: string; readonly code?: string }[];
  /** Work for connectors and messages to peers: the outbox takes them from here. */
  readonly calls: readonly OutsideCall[];
}

export type OutsideCall =
  | { readonly type: 'service'; readonly token: string; readonly element: string; readonly connector: string }
  | { readonly type: 'message'; readonly element: string; readonly name: string; readonly key?: string }
  | { readonly type: 'signal'; readonly element: string; readonly name: string };

/** An event that was decided but not yet numbered and chained. */
export type NewEvent = {
  readonly [Type in DossierEventType]: {
    readonly type: Type;
    readonly data: EventData[Type];
    readonly actor: {
      readonly kind: Actor['kind'];
      readonly id: string;
      readonly name: string;
      readonly unit?: string;
    };
    readonly occurredAt: Instant;
    readonly recordedAt: Instant;
  };
}[DossierEventType];

/** A stored event, read with the type of its data. */
export type KnownEvent = NewEvent & { readonly dossier: string; readonly seq: number; readonly hash: string };
