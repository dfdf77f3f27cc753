import type { Instant, LocalDate, Deadline } from '#engine/clock/index.ts';
import type { Channel, Limit } from '#engine/definition/index.ts';
import type { FeeLine } from '#engine/form/index.ts';
import type { ProcessState } from '#engine/process/index.ts';
import type { Localized } from '#engine/result/index.ts';

export type { FeeLine };

/** Who acts. `roles` are those held at `unit` at that instant. */
export interface Actor {
  readonly kind: 'staff' | 'citizen' | 'system';
  readonly id: string;
  readonly name: string;
  readonly unit?: string;
  readonly roles: readonly Role[];
  /** Ids of colleagues who are away today and whose work they do (delegation with dates). */
  readonly standsFor?: readonly string[];
}

/** `clerk` one-stop clerk, `officer` handles, `head` heads a division, `leader` signs, `office` procedure control, `admin`. */
export type Role = 'clerk' | 'officer' | 'head' | 'leader' | 'office' | 'office-approver' | 'agency-author' | 'admin';

export interface FileRef {
  /** SHA-256 of the bytes: the file's address in the store. */
  readonly hash: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** The person or organisation whose dossier it is (chủ hồ sơ). */
export interface Applicant {
  readonly kind: 'citizen' | 'organisation';
  readonly name: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  /** The account that follows it on line. */
  readonly account?: string;
}

/**
 * Its line in the register of dossiers (sổ theo dõi hồ sơ): one book a unit and a year, numbered on from 1 without
 * blanks (TT 01/2018/TT-VPCP Điều 10). Given at acceptance; whoever takes the dossier over later, it stays this.
 */
export interface RegisterEntry {
  readonly unit: string;
  readonly year: number;
  readonly number: number;
}

/** An electronic copy that the one-stop held already and that was used again. */
export interface ReusedCopy {
  /** Hash of the file. */
  readonly file: string;
  /** Code of the dossier it was first received for, or whose result it is. */
  readonly dossier: string;
  /** Day it was received, or the result was there. */
  readonly receivedOn: LocalDate;
  /** Code of the result, when it is one. */
  readonly result?: string;
  /** Last day on which that result holds; absent: without end. */
  readonly validTo?: LocalDate;
}

/** A paper handed in, against the published checklist. */
export interface PaperReceived {
  /** Checklist id. */
  readonly paper: string;
  readonly originals: number;
  readonly copies: number;
  readonly digital: boolean;
  readonly files: readonly FileRef[];
  /** `present` papers: shown and given back. */
  readonly presented?: boolean;
  readonly note?: string;
  /** Code of the dossier of the same group whose result it is. */
  readonly broughtFrom?: string;
  /** Of its files, those that were not handed in anew. */
  readonly reused?: readonly ReusedCopy[];
}

export interface ResultFile {
  readonly result: string;
  readonly name: string;
  readonly file: FileRef;
  readonly number?: string;
  readonly signedBy?: string;
  readonly signedAt?: Instant;
  readonly refusal: boolean;
  /** The result's own code, unique as the dossier's is: `<mã hồ sơ>-KQ<number>`. */
  readonly code?: string;
  /** Last day on which it holds; absent: without end. */
  readonly validTo?: LocalDate;
  /** Set on a result that took the place of one with an error. */
  readonly corrects?: { readonly file: string; readonly reason: string };
}

/** Another unit's opinion, asked for with a limit of its own (NĐ 61/2018 Điều 19 khoản 5). */
export interface Opinion {
  readonly id: string;
  readonly unit: string;
  readonly question: string;
  readonly askedAt: Instant;
  readonly askedBy: { readonly id: string; readonly name: string };
  readonly due: Instant;
  readonly answer?: string;
  readonly file?: FileRef;
  readonly answeredAt?: Instant;
  readonly answeredBy?: { readonly id: string; readonly name: string };
}

/** A step that was finished elsewhere may only be one of these. */
export type LateCommand = Extract<DossierCommand, { readonly type: 'complete' | 'attach-result' | 'record-payment' }>;

/** What one person proposes and a second one confirms. */
export type TwoPersonAct =
  | {
      /** Finished elsewhere (document system, telephone), entered afterwards. */
      readonly type: 'late-entry';
      readonly command: LateCommand;
      readonly occurredAt: Instant;
      /** What shows it: document number, log, minutes. */
      readonly evidence: string;
      readonly file?: FileRef;
    }
  | {
      /** An error of the agency in a result, corrected at its own cost (NĐ 61/2018 Điều 21). */
      readonly type: 'correct-result';
      readonly result: string;
      readonly file: FileRef;
      readonly number?: string;
      readonly reason: string;
    }
  | {
      /** The process stands on an error: its last step is tried again. */
      readonly type: 'repair';
      readonly repair: 'retry';
      readonly reason: string;
    };

/** Proposed and neither confirmed nor rejected yet. */
export interface Proposal {
  readonly id: string;
  readonly act: TwoPersonAct;
  readonly by: Actor;
  readonly at: Instant;
}

/** A paper that another dossier of the group gives: its result takes the place of what would be handed in. */
export interface AwaitedPaper {
  readonly paper: string;
  /** Id of the dossier whose result it is. */
  readonly from: string;
  readonly result: string;
}

/** Place of a dossier in a published group (nhóm thủ tục hành chính liên thông; TT 01/2018/TT-VPCP Điều 4). */
export interface LinkedPlace {
  readonly code: string;
  readonly name: Localized;
  /** Number of the decision that published the group as it was then. */
  readonly decision: string;
  /** Id of the leading agency's dossier, whose code the one receipt bears. */
  readonly lead: string;
  /** Published for the group in place of the procedure's own. */
  readonly limit?: { readonly legal: Limit; readonly promised?: Limit };
  readonly awaits: readonly AwaitedPaper[];
}

/** Handed in with others in one visit (lượt), each its own dossier. */
export interface Together {
  readonly visit: string;
  /** All of them in their order, this one included. */
  readonly dossiers: readonly { readonly id: string; readonly procedure: string }[];
  readonly group?: LinkedPlace;
}

/** How it came to the counter, where that is more than a person at the desk: kept with the dossier, printed on the receipt. */
export type Delivery =
  | {
      readonly type: 'post';
      /** Day on which the item reached the counter. */
      readonly arrivedOn: LocalDate;
      /** Number of the postal item. */
      readonly item?: string;
    }
  | {
      readonly type: 'kiosk';
      /** Which one: its place or its number. */
      readonly kiosk?: string;
    };

/** The system that took it in and handed it over; its code is the dossier's for life. */
export interface Origin {
  readonly peer: string;
  readonly name: string;
  /** The sender's number of the message. */
  readonly message: string;
  /** When the applicant handed it in there. */
  readonly submittedAt: Instant;
}

/** How the citizen wants the result. */
export type ReturnChannel = 'counter' | 'post' | 'online';

/** The finer state; the national code 1–10 is a projection (domain 5.1). */
export type DossierStatus =
  | 'submitted'
  | 'refused'
  | 'processing'
  | 'supplement'
  | 'obligation'
  | 'suspended'
  | 'withdrawn'
  | 'stopped'
  | 'finished'
  | 'returned';

export type DossierCommand =
  | {
      readonly type: 'submit';
      readonly channel: Channel;
      readonly delivery?: Delivery;
      readonly origin?: Origin;
      readonly case?: string;
      readonly receivingUnit: string;
      /** Where it is not the receiving unit's own: for whom it is taken in (phi địa giới hành chính). */
      readonly competentUnit?: string;
      readonly applicant: Applicant;
      /** Who came or clicked, when not the applicant (người được ủy quyền). */
      readonly submittedBy?: { readonly name: string; readonly idNumber?: string; readonly mandate?: string };
      readonly answers: Readonly<Record<string, unknown>>;
      readonly papers: readonly PaperReceived[];
      readonly returnChannel: ReturnChannel;
      readonly returnAddress?: string;
      readonly together?: Together;
    }
  | {
      readonly type: 'accept';
      readonly papers?: readonly PaperReceived[];
      readonly feesPaid?: readonly string[];
      readonly note?: string;
    }
  | {
      readonly type: 'refuse';
      readonly reason: string;
      /** Where to hand it in instead, when it is another's to decide (NĐ 61/2018 Điều 17 khoản 2). */
      readonly elsewhere?: string;
    }
  /** The competent unit has what another counter took in for it. */
  | { readonly type: 'receive-transfer'; readonly note?: string }
  | { readonly type: 'claim'; readonly task: string }
  | {
      readonly type: 'assign';
      readonly task: string;
      readonly to: { readonly id: string; readonly name: string };
      readonly note?: string;
    }
  | {
      readonly type: 'complete';
      readonly task: string;
      readonly outcome?: string;
      readonly answers?: Readonly<Record<string, unknown>>;
      readonly note?: string;
    }
  | {
      readonly type: 'sign-result';
      readonly task: string;
      readonly result: string;
      readonly file: FileRef;
      readonly number?: string;
      readonly refusal?: boolean;
      readonly validTo?: LocalDate;
    }
  | {
      readonly type: 'attach-result';
      readonly result: string;
      readonly file: FileRef;
      readonly number?: string;
      readonly signedBy?: string;
      readonly refusal?: boolean;
      readonly validTo?: LocalDate;
    }
  | {
      readonly type: 'ask-supplement';
      readonly papers: readonly { readonly paper: string; readonly what: string }[];
      readonly reason: string;
    }
  | {
      readonly type: 'supply-supplement';
      readonly papers: readonly PaperReceived[];
      readonly answers?: Readonly<Record<string, unknown>>;
    }
  /** The result of another dossier of the group, in the place of a paper; the system brings it. */
  | {
      readonly type: 'bring-paper';
      readonly paper: string;
      /** Id and code of the dossier that gives it. */
      readonly from: string;
      readonly fromCode: string;
      readonly files: readonly FileRef[];
    }
  | { readonly type: 'ask-payment'; readonly fee: string; readonly amount: number; readonly reason: string }
  | {
      readonly type: 'record-payment';
      readonly fee: string;
      readonly amount: number;
      readonly method: 'counter' | 'bank' | 'online';
      readonly reference?: string;
    }
  | { readonly type: 'extend'; readonly newDue: LocalDate; readonly reason: string }
  | { readonly type: 'suspend'; readonly ground: string }
  | { readonly type: 'resume' }
  | { readonly type: 'withdraw'; readonly reason?: string }
  | { readonly type: 'finish' }
  | {
      readonly type: 'hand-out';
      readonly to: string;
      readonly idNumber?: string;
      readonly via: ReturnChannel;
      /** The authorisation paper of somebody who collects in the applicant's place. */
      readonly mandate?: string;
    }
  | { readonly type: 'stop'; readonly reason: string }
  | { readonly type: 'comment'; readonly text: string }
  | { readonly type: 'ask-opinion'; readonly unit: string; readonly question: string; readonly until: LocalDate }
  | { readonly type: 'give-opinion'; readonly opinion: string; readonly answer: string; readonly file?: FileRef }
  | { readonly type: 'propose'; readonly act: TwoPersonAct }
  | { readonly type: 'confirm'; readonly proposal: string }
  | { readonly type: 'reject'; readonly proposal: string; readonly reason: string }
  | { readonly type: 'fire-timer'; readonly token: string }
  /** A signal that another dossier's process threw. */
  | { readonly type: 'hear-signal'; readonly name: string }
  /** To another release of the same procedure; the context brings it as `target`. */
  | {
      readonly type: 'convert';
      /** Content hash of the release. */
      readonly release: string;
      readonly reason: string;
      /** Number of the decision that says so. */
      readonly decision?: string;
    }
  /** Asks the applicant whether to go on under another release; until then, and without an answer, as `otherwise` says. */
  | {
      readonly type: 'ask-conversion';
      readonly release: string;
      readonly reason: string;
      readonly until: Instant;
      readonly otherwise: 'convert' | 'keep';
      readonly decision?: string;
    }
  | { readonly type: 'answer-conversion'; readonly choice: 'convert' | 'keep' }
  | { readonly type: 'revert-conversion'; readonly reason: string }
  /** The calendar has changed: the date of the law is counted anew, what was promised stays. */
  | { readonly type: 'recount'; readonly reason: string }
  /** A reorganisation of offices: where each unit's part of this dossier goes, worked out from the decision. */
  | {
      readonly type: 'transfer';
      readonly decision: string;
      readonly reason: string;
      readonly moves: readonly UnitMove[];
    };

export interface DossierTask {
  /** `<dossier id>:<token>`. */
  readonly id: string;
  readonly token: string;
  readonly element: string;
  readonly name: string;
  readonly role: string;
  /** The unit it waits at, resolved when it opened. */
  readonly unit: string;
  readonly openedAt: Instant;
  /** When the step should be done, from its own working time. */
  readonly dueAt?: Instant;
  readonly assignee?: { readonly id: string; readonly name: string };
}

export interface TaskDone {
  readonly element: string;
  readonly act?: string;
  readonly outcome?: string;
  /** Answers to the step's own questions. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly note?: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: Instant;
}

export interface DossierTimer {
  readonly token: string;
  readonly element: string;
  readonly due: Instant;
}

/** Folded from the events; the process's tokens are part of it. */
export interface DossierState {
  readonly id: string;
  /** Last event's number; 0 before the first. */
  readonly seq: number;
  /** Hash of the last event: what the next one is chained to. */
  readonly lastHash: string;
  /** When the last event happened; nothing can be entered before it. */
  readonly lastAt: Instant;
  /** Mã số hồ sơ; given once, for life. */
  readonly code: string;
  readonly procedure: string;
  readonly releaseNumber: number;
  readonly releaseHash: string;
  readonly status: DossierStatus;
  readonly channel: Channel;
  readonly delivery?: Delivery;
  readonly origin?: Origin;
  readonly case?: string;
  /** Takes it in and hands the result out. */
  readonly receivingUnit: string;
  readonly decidingUnit: string;
  readonly nonTerritorial?: NonTerritorial;
  readonly applicant: Applicant;
  readonly submittedBy?: { readonly name: string; readonly idNumber?: string; readonly mandate?: string };
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: readonly PaperReceived[];
  readonly fees: readonly FeeLine[];
  readonly payments: readonly {
    readonly fee: string;
    readonly amount: number;
    readonly method: string;
    readonly reference?: string;
    readonly at: Instant;
  }[];
  readonly returnChannel: ReturnChannel;
  readonly returnAddress?: string;
  readonly together?: Together;
  readonly submittedAt: Instant;
  readonly acceptedAt?: Instant;
  readonly register?: RegisterEntry;
  /** First task taken up or finished after acceptance: from here the national status is 4, not 2. */
  readonly workStartedAt?: Instant;
  readonly finishedAt?: Instant;
  readonly returnedAt?: Instant;
  /** Id of the `timeLimits` row that was applied. */
  readonly timeLimit?: string;
  readonly legal?: Deadline;
  readonly promised?: Deadline;
  readonly pauses: readonly {
    readonly from: Instant;
    readonly to?: Instant;
    readonly ground: 'supplement' | 'obligation' | 'suspended';
    readonly reason: string;
  }[];
  readonly supplement?: {
    readonly papers: readonly { readonly paper: string; readonly what: string }[];
    readonly reason: string;
    readonly askedAt: Instant;
    readonly suppliedAt?: Instant;
  };
  readonly extension?: { readonly from: Instant; readonly to: Instant; readonly reason: string };
  readonly obligation?: {
    readonly fee: string;
    readonly amount: number;
    readonly reason: string;
    readonly askedAt: Instant;
    readonly paidAt?: Instant;
  };
  readonly process?: ProcessState;
  readonly tasks: readonly DossierTask[];
  readonly timers: readonly DossierTimer[];
  readonly results: readonly ResultFile[];
  /** early | on-time | late, fixed at closing with the version of the rule that said so. */
  readonly outcome?: { readonly classification: 'early' | 'on-time' | 'late'; readonly rule: string };
  /** Who finished which step, oldest first: a step and its approval need two persons. */
  readonly done: readonly TaskDone[];
  /** Elements already left and flows already taken, for the diagram. */
  readonly visited: readonly string[];
  readonly closedReason?: string;
  readonly opinions?: readonly Opinion[];
  /** Acts that wait for their second person. */
  readonly proposals?: readonly Proposal[];
  /** The conversion under which it stands; it can be taken back while its event is the last one. */
  readonly conversion?: Conversion;
  /** What the applicant is asked, or was asked last. */
  readonly question?: ConversionQuestion;
  /** Reorganisations that handed it over, oldest first. */
  readonly transfers?: readonly UnitTransfer[];
}

/** Taken in by a counter for a unit that is competent (phi địa giới hành chính), by the rule of its day. */
export interface NonTerritorial {
  /** The unit that is competent. */
  readonly unit: string;
  readonly clockStart: 'acceptance' | 'arrival';
  readonly basis: string;
  /** By when the law has it on its way, known at acceptance. */
  readonly sendBy?: Instant;
  /** When the competent unit received it. */
  readonly arrivedAt?: Instant;
}

/** One unit's part of a dossier goes to another; each by the name it had or has then, since codes pass on. */
export interface UnitMove {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly toName: string;
}

/** As far as the dossier was there. */
export interface UnitTransfer {
  readonly decision: string;
  readonly at: Instant;
  readonly moves: readonly UnitMove[];
}

/** `none`: not taken in yet; `same-process`: nothing to move; `replay`: its history fits the new process and leads there. */
export type ConversionEvidence = 'none' | 'same-process' | 'replay';

export interface ConversionQuestion {
  readonly release: string;
  readonly releaseNumber: number;
  readonly reason: string;
  readonly askedAt: Instant;
  readonly until: Instant;
  /** What is done when nobody has answered by then. */
  readonly otherwise: 'convert' | 'keep';
  readonly decision?: string;
  readonly answer?: { readonly choice: 'convert' | 'keep'; readonly at: Instant; readonly silent: boolean };
}

export interface Conversion {
  readonly seq: number;
  readonly at: Instant;
  readonly from: { readonly releaseNumber: number; readonly releaseHash: string };
  readonly decision?: string;
}

/** What happened. Every event carries both times and its place in the dossier's hash chain. */
export interface DossierEvent {
  readonly dossier: string;
  readonly seq: number;
  readonly type: DossierEventType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: { readonly kind: Actor['kind']; readonly id: string; readonly name: string; readonly unit?: string };
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly prevHash: string;
  readonly hash: string;
}

export type DossierEventType =
  | 'submitted'
  | 'accepted'
  | 'arrived'
  | 'refused'
  | 'task-claimed'
  | 'task-assigned'
  | 'task-completed'
  | 'result-signed'
  | 'result-attached'
  | 'supplement-asked'
  | 'supplement-supplied'
  | 'paper-brought'
  | 'payment-asked'
  | 'payment-recorded'
  | 'extended'
  | 'suspended'
  | 'resumed'
  | 'withdrawn'
  | 'finished'
  | 'handed-out'
  | 'stopped'
  | 'converted'
  | 'conversion-reverted'
  | 'conversion-asked'
  | 'conversion-answered'
  | 'commented'
  | 'opinion-asked'
  | 'opinion-given'
  | 'proposed'
  | 'confirmed'
  | 'rejected'
  | 'result-corrected'
  | 'process-advanced'
  | 'recounted'
  | 'transferred';
