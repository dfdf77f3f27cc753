import type { Instant } from '#engine/clock/index.ts';
import type { Scope } from '#engine/expression/index.ts';
import type { Localized, Result } from '#engine/result/index.ts';
import type { ProcessState } from './state.ts';

/** Ids of tokens, scopes and timers are small and made by the state's own counter: `n1`, `n2` … */
export type TokenId = string;

export interface TaskOutcome {
  readonly id: string;
  readonly name: Localized;
}

/** What ours says about a task: the `mc:` namespace, `definitions` room 3. */
export interface TaskSettings {
  /** Role that may do it: `clerk`, `officer`, `leader` …; from the task or its lane. */
  readonly role?: string;
  /** `receiving`, `deciding`, `parent`, `unit:<code>`; from the task or its lane. */
  readonly unit?: string;
  /** Working minutes allowed, from `mc:duration` (`P1D` = one working day = 480). */
  readonly minutes?: number;
  readonly outcomes: readonly TaskOutcome[];
  /** Questions the step asks: form.json questions as JSON, or the id of a shared group. */
  readonly form?: string;
  /** `receipt`, `result:<id>`, `refusal` … */
  readonly produces: readonly string[];
  /** `result:<id>`, `payment:<feeId>` … must exist before the step can finish. */
  readonly requires: readonly string[];
  /** The act of the law the step is: which dossier command finishes it. */
  readonly act?: TaskAct;
  readonly connector?: string;
  /** What the step leaves, in the words of the approved internal process: “Dự thảo Giấy chứng nhận”. */
  readonly deliverable?: string;
}

/** `receive` ends with acceptance, `sign` with a signed result, `enter-result` ends the measured time (status 9), `hand-out` closes (status 10). */
export type TaskAct = (typeof taskActs)[number];

export const taskActs = [
  'receive',
  'assign',
  'examine',
  'consult',
  'submit',
  'sign',
  'enter-result',
  'hand-out',
] as const;

/** What enters the stepper. */
export type ProcessInput =
  | { readonly type: 'start'; readonly variables: Readonly<Record<string, unknown>>; readonly element?: string }
  /**
   * `task` is a token id, or an element id: then the oldest waiting instance of it. `outcome` is one
   * of the task's own outcomes; it becomes `outcome.<element id>` for the conditions behind it.
   */
  | {
      readonly type: 'complete';
      readonly task: string;
      readonly outcome?: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  /** A BPMN error raised by the work itself: caught by a boundary event of the task, or further out. */
  | { readonly type: 'error'; readonly task: string; readonly code?: string }
  /** `timer` is a token id or an element id. */
  | { readonly type: 'timer'; readonly timer: string }
  /** `name` is the message's name or its id. */
  | {
      readonly type: 'message';
      readonly name: string;
      readonly key?: string;
      readonly variables?: Readonly<Record<string, unknown>>;
    }
  | { readonly type: 'signal'; readonly name: string }
  /** After an incident, with what was missing now there: the tokens that are stuck try again. */
  | { readonly type: 'retry'; readonly variables?: Readonly<Record<string, unknown>> }
  /** Ends everything that waits, without further effects than closing tasks and timers. */
  | { readonly type: 'cancel' };

/**
 * What surrounds a step. `scope` holds values that live outside the process state (the answers of
 * the form, the case, the unit); variables of the state come on top of it.
 */
export interface StepContext {
  readonly now: Instant;
  readonly scope?: Scope;
  /**
   * Trials only: by element, the sequence flows for each of its next leavings, in order. They are
   * taken whatever the conditions say; leavings beyond them go by the conditions again.
   */
  readonly choices?: Choices;
}

export type Choices = Readonly<Record<string, readonly (readonly string[])[]>>;

export interface ProcessStep {
  readonly state: ProcessState;
  readonly effects: readonly ProcessEffect[];
  readonly trace: readonly ProcessTrace[];
}

/** Refused: the task, timer or message is not awaited, the outcome is unknown, the process is over. */
export type StepResult = Result<ProcessStep>;

/** What must be done outside because of the step; written in the same transaction. */
export type ProcessEffect =
  | {
      readonly type: 'open-task';
      readonly token: TokenId;
      readonly element: string;
      readonly name: string;
      readonly settings: TaskSettings;
      /** One iteration of several: its number from 1 (`loopCounter`), and its entry of the list by name. */
      readonly local?: Scope;
    }
  /** After a migration: the same work under another element or name; who has it keeps it. */
  | {
      readonly type: 'move-task';
      readonly token: TokenId;
      readonly element: string;
      readonly name: string;
      readonly settings: TaskSettings;
    }
  | {
      readonly type: 'close-task';
      readonly token: TokenId;
      readonly element: string;
      readonly reason: 'completed' | 'cancelled';
    }
  | { readonly type: 'arm-timer'; readonly token: TokenId; readonly element: string; readonly due: Instant }
  | { readonly type: 'disarm-timer'; readonly token: TokenId; readonly element: string }
  | { readonly type: 'call-service'; readonly token: TokenId; readonly element: string; readonly connector: string }
  | { readonly type: 'throw-message'; readonly element: string; readonly name: string; readonly key?: string }
  | { readonly type: 'throw-signal'; readonly element: string; readonly name: string };

/** One entry of the trace, in order. `code` says what kind of incident. */
export interface ProcessTrace {
  readonly type: 'entered' | 'left' | 'taken' | 'incident';
  /** Element or sequence flow id. */
  readonly element: string;
  readonly code?: string;
}

/** What a page draws: from BPMN DI, or from our own layout where there is none. */
export interface ProcessDiagram {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly {
    readonly id: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly nodes: readonly {
    readonly id: string;
    /** BPMN local name: `userTask`, `exclusiveGateway`, `startEvent` … */
    readonly kind: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  readonly flows: readonly {
    readonly id: string;
    readonly name: string;
    readonly points: readonly (readonly [number, number])[];
  }[];
}
