import type { Instant } from '#engine/clock/index.ts';

/**
 * Where a running process stands. Small plain JSON that names elements by their BPMN id, so that it
 * survives a restart, a JSON round trip and a new release. Ids are `n1`, `n2` … from `next`; a
 * smaller number is older.
 */
export interface ProcessState {
  readonly v: 1;
  /** BPMN id of the process. */
  readonly process: string;
  /** `incident`: a token stands where the model gives no way on; the others can still move. */
  readonly status: 'active' | 'ended' | 'incident';
  readonly next: number;
  readonly scopes: readonly ScopeInstance[];
  readonly tokens: readonly Token[];
  readonly joins: readonly JoinArrivals[];
  readonly timers: readonly ArmedTimer[];
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A process, sub-process, event sub-process or called process that is being carried out. */
export interface ScopeInstance {
  readonly id: string;
  /** The process or the activity whose inside it is. */
  readonly element: string;
  readonly parent?: string;
  /** Token of the activity that waits for this scope; absent for the process itself. */
  readonly host?: string;
  /** An interrupting event sub-process has taken over: nothing else in it can start. */
  readonly interrupted?: true;
  /** Conditional event sub-processes whose condition held when last looked at. */
  readonly held?: readonly string[];
  /** By message start event of an event sub-process: the key that a message must bring. */
  readonly keys?: Readonly<Record<string, string>>;
  /** Names that only what is inside sees. */
  readonly locals?: Readonly<Record<string, unknown>>;
  /** Completed activities that can be compensated, oldest first. */
  readonly compensable?: readonly Compensable[];
}

/** A completed activity with its compensation handler, or a completed sub-process with what its inside left to undo. */
export interface Compensable {
  readonly element: string;
  readonly handler?: string;
  readonly inner?: readonly Compensable[];
}

/** An activity that undoes something; a compensation event sub-process, with what it may itself undo. */
export type PendingHandler = string | { readonly handler: string; readonly inner: readonly Compensable[] };

/**
 * Something that waits. `task`: work or a message for it; `catch`: an event; `gate`: an event-based
 * gateway; `scope`: an activity with an inside; `loop`: an activity done several times, whose
 * iterations name it by `of`; `throw`: a compensation event waiting for its handlers; `incident`: stuck.
 */
export interface Token {
  readonly id: string;
  readonly element: string;
  readonly scope: string;
  readonly kind: 'task' | 'catch' | 'gate' | 'scope' | 'loop' | 'throw' | 'incident';
  readonly of?: string;
  /** Names that only this work sees: what the activity takes from the process. */
  readonly locals?: Readonly<Record<string, unknown>>;
  /** Which iteration it is, from 0. */
  readonly turn?: number;
  readonly loop?: { readonly total?: number; readonly started: number; readonly done: number };
  /** Iterations of a `loop` that can be undone once it is completed. */
  readonly compensable?: readonly Compensable[];
  /** Compensation handlers that a `throw` still has to run, in order. */
  readonly pending?: readonly PendingHandler[];
  /** Why an `incident` is one, and by which sequence flow it came where it stands. */
  readonly code?: string;
  readonly flow?: string;
  /** Conditional events it waits for whose condition held when last looked at. */
  readonly held?: readonly string[];
  /** By message event or receive task it waits for: the key that a message must bring. */
  readonly keys?: Readonly<Record<string, string>>;
}

/** Tokens that have arrived at a join, by sequence flow. */
export interface JoinArrivals {
  readonly scope: string;
  readonly element: string;
  readonly flows: Readonly<Record<string, number>>;
}

export interface ArmedTimer {
  readonly id: string;
  /** The event that waits for it. */
  readonly element: string;
  /** Token (catch event, gateway, activity of a boundary event) or scope (event sub-process) it belongs to. */
  readonly host: string;
  readonly due: Instant;
  /** Cycles: repetitions left after this one; -1 for no end. */
  readonly left?: number;
}
