/**
 * A workflow net of one scope of a process: tokens on places, moved by transitions. A marking of a
 * safe net is a set of places.
 */
export interface Net {
  /** Name of each place, for the witness: a sequence flow's id, or an element's. */
  readonly places: readonly string[];
  readonly transitions: readonly Transition[];
  readonly initial: readonly number[];
  /** Places of end events: a marking that fills only these is final. */
  readonly finals: readonly number[];
}

export interface Transition {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  /** Node (by its index in the graph) whose doing it is; absent where the net only moves. */
  readonly node?: number;
  /** Sequence flows taken by it, by index: the choice it makes. */
  readonly taken: readonly number[];
  /** After a reduction: the transitions of the whole net, by index, that this one stands for, in order. */
  readonly steps?: Steps;
  /** Terminate and error ends: everything else in the scope is gone. */
  readonly reset?: true;
  /** Inclusive join: takes whatever has arrived, when nothing more can. */
  readonly join?: InclusiveJoin;
}

export interface InclusiveJoin {
  readonly incoming: readonly number[];
  /** For each incoming place, the places from which a token can still come to it without passing the join. */
  readonly reach: readonly ReadonlySet<number>[];
}

/** A sequence put together from sequences, so that a merge costs nothing. */
export type Steps = number | readonly [Steps, Steps];

/** The sequence written out. */
export const allSteps = (steps: Steps): readonly number[] => {
  const out: number[] = [];
  const open: Steps[] = [steps];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'number') out.push(next);
    else open.push(next[1], next[0]);
  }
  return out;
};
