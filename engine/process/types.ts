import type { Instant } from '#engine/clock/index.ts';
import type { Localized } from '#engine/result/index.ts';

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
}

/** `receive` ends with acceptance, `sign` with a signed result, `enter-result` ends the measured time (status 9), `hand-out` closes (status 10). */
export type TaskAct = 'receive' | 'assign' | 'examine' | 'consult' | 'submit' | 'sign' | 'enter-result' | 'hand-out';

/** What enters the stepper. */
export type ProcessInput =
  | { readonly type: 'start'; readonly variables: Readonly<Record<string, unknown>>; readonly element?: string }
  /** `task` is a token id, or an element id: then the oldest waiting instance of it. */
  | { readonly type: 'complete'; readonly task: string; readonly variables?: Readonly<Record<string, unknown>> }
  /** `timer` is a token id or an element id. */
  | { readonly type: 'timer'; readonly timer: string }
  | { readonly type: 'message'; readonly name: string; readonly key?: string; readonly variables?: Readonly<Record<string, unknown>> }
  | { readonly type: 'signal'; readonly name: string }
  | { readonly type: 'cancel' };

/** What must be done outside because of the step; written in the same transaction. */
export type ProcessEffect =
  | { readonly type: 'open-task'; readonly token: TokenId; readonly element: string; readonly name: string; readonly settings: TaskSettings }
  | { readonly type: 'close-task'; readonly token: TokenId; readonly element: string; readonly reason: 'completed' | 'cancelled' }
  | { readonly type: 'arm-timer'; readonly token: TokenId; readonly element: string; readonly due: Instant }
  | { readonly type: 'disarm-timer'; readonly token: TokenId; readonly element: string }
  | { readonly type: 'call-service'; readonly token: TokenId; readonly element: string; readonly connector: string }
  | { readonly type: 'throw-message'; readonly element: string; readonly name: string; readonly key?: string }
  | { readonly type: 'throw-signal'; readonly element: string; readonly name: string };

/** One entry of the trace, in order. */
export interface ProcessTrace {
  readonly type: 'entered' | 'left' | 'taken' | 'incident';
  /** Element or sequence flow id. */
  readonly element: string;
}

/** What a page draws: from BPMN DI, or from our own layout where there is none. */
export interface ProcessDiagram {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number }[];
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
  readonly flows: readonly { readonly id: string; readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
}
