import type { Net, Steps, Transition } from './net.ts';
import { withReach } from './reach.ts';

/** A transition while the net is being reduced: what it takes, what it gives, and what it stands for. */
interface Move {
  inputs: Set<number>;
  outputs: Set<number>;
  readonly steps: Steps;
  readonly reset: boolean;
  /** An inclusive join: `inputs` are its incoming places, of which it takes those that are filled. */
  readonly join: boolean;
}

/**
 * Makes a net smaller without changing whether it is safe and whether it can always end: chains of
 * places become one, equal transitions and equal places one, transitions that change nothing none
 * (the rules of Desel, Esparza and Hoffmann for free-choice nets, as far as they keep both). Where
 * there are inclusive joins, which look at the whole marking, only plain chains become shorter.
 */
export const reduce = (net: Net): Net => {
  const work = new Reduction(net);
  while (work.round());
  return work.result();
};

/** The net as sets that refer to one another, and places still to be looked at. */
class Reduction {
  readonly #net: Net;
  readonly #kept: ReadonlySet<number>;
  readonly #moves = new Set<Move>();
  readonly #producers: Set<Move>[];
  readonly #consumers: Set<Move>[];
  readonly #places: Set<number>;
  readonly #hasJoins: boolean;

  constructor(net: Net) {
    this.#net = net;
    const joins = net.transitions.filter((transition) => transition.join);
    this.#hasJoins = joins.length > 0;
    this.#kept = new Set([
      ...net.initial,
      ...net.finals,
      ...joins.flatMap(({ join, outputs }) => [...outputs, ...(join?.incoming ?? [])]),
      // An end that stops everything comes before any join, but not what leads to that end.
      ...net.transitions.flatMap(({ reset, inputs }) => (reset && joins.length > 0 ? inputs : [])),
    ]);
    this.#producers = net.places.map(() => new Set());
    this.#consumers = net.places.map(() => new Set());
    this.#places = new Set(net.places.map((_, index) => index));
    net.transitions.forEach(({ inputs, outputs, reset, join }, index) =>
      this.#add({
        inputs: new Set(join?.incoming ?? inputs),
        outputs: new Set(outputs),
        steps: index,
        reset: reset === true,
        join: join !== undefined,
      }),
    );
  }

  round(): boolean {
    let changed = this.#dropIdle();
    for (const place of this.#places)
      if (this.#mergeForwards(place) || (!this.#hasJoins && this.#mergeBackwards(place))) changed = true;
    if (this.#dropEqualMoves()) changed = true;
    if (!this.#hasJoins && this.#dropEqualPlaces()) changed = true;
    return changed;
  }

  result(): Net {
    const places = [...this.#places];
    const number = new Map(places.map((place, index) => [place, index]));
    const renumber = (set: Iterable<number>): readonly number[] => [...set].flatMap((place) => number.get(place) ?? []);
    const transitions = [...this.#moves].map(({ inputs, outputs, steps, reset, join }): Transition => {
      const kept = { outputs: renumber(outputs), taken: [], steps, ...(reset ? { reset } : {}) };
      return join
        ? { ...kept, inputs: [], join: { incoming: renumber(inputs), reach: [] } }
        : { ...kept, inputs: renumber(inputs) };
    });
    return {
      places: places.map((place) => this.#net.places[place] ?? ''),
      transitions: withReach(transitions, places.length),
      initial: renumber(this.#net.initial),
      finals: renumber(this.#net.finals),
    };
  }

  #add(move: Move): void {
    this.#moves.add(move);
    for (const place of move.inputs) this.#consumers[place]?.add(move);
    for (const place of move.outputs) this.#producers[place]?.add(move);
  }

  #remove(move: Move): void {
    this.#moves.delete(move);
    for (const place of move.inputs) this.#consumers[place]?.delete(move);
    for (const place of move.outputs) this.#producers[place]?.delete(move);
  }

  /** What takes and gives the same changes nothing. */
  #dropIdle(): boolean {
    let changed = false;
    for (const move of this.#moves) {
      if (move.reset || move.join || key(move.inputs) !== key(move.outputs)) continue;
      this.#remove(move);
      changed = true;
    }
    return changed;
  }

  /** A place that only one transition takes from, and nothing else with it: whoever fills it does that transition's work. */
  #mergeForwards(place: number): boolean {
    const [after, ...others] = this.#consumers[place] ?? [];
    const before = [...(this.#producers[place] ?? [])];
    if (this.#kept.has(place) || !after || others.length > 0 || after.reset || after.join) return false;
    if (after.inputs.size !== 1 || after.outputs.has(place) || after.outputs.size === 0) return false;
    // A join sees tokens of both sides of a split where there was one before it, and a flow filled too early.
    if (this.#hasJoins && (after.outputs.size !== 1 || [...after.outputs].some((output) => this.#kept.has(output))))
      return false;
    // Two tokens on one place would be hidden by a set.
    if (
      before.length === 0 ||
      before.some((move) => move.inputs.has(place) || [...after.outputs].some((output) => move.outputs.has(output)))
    )
      return false;
    this.#remove(after);
    for (const move of before) {
      this.#remove(move);
      this.#add({
        inputs: move.inputs,
        outputs: new Set([...[...move.outputs].filter((output) => output !== place), ...after.outputs]),
        steps: [move.steps, after.steps],
        reset: move.reset,
        join: move.join,
      });
    }
    this.#places.delete(place);
    return true;
  }

  /** A place filled by one transition only, which takes from one place that nothing else takes from: the two are one. */
  #mergeBackwards(place: number): boolean {
    const [before, ...others] = this.#producers[place] ?? [];
    if (this.#kept.has(place) || !before || others.length > 0 || before.reset) return false;
    if (before.inputs.size !== 1 || before.outputs.size !== 1) return false;
    const [source] = before.inputs;
    if (source === undefined || source === place || this.#consumers[source]?.size !== 1) return false;
    const after = [...(this.#consumers[place] ?? [])];
    if (after.some((move) => move.inputs.has(source))) return false;
    this.#remove(before);
    for (const move of after) {
      this.#remove(move);
      this.#add({
        inputs: new Set([...[...move.inputs].filter((input) => input !== place), source]),
        outputs: move.outputs,
        steps: [before.steps, move.steps],
        reset: move.reset,
        join: move.join,
      });
    }
    this.#places.delete(place);
    return true;
  }

  #dropEqualMoves(): boolean {
    const seen = new Set<string>();
    let changed = false;
    for (const move of this.#moves) {
      const name = `${key(move.inputs)}>${key(move.outputs)}${move.reset ? '!' : ''}${move.join ? '?' : ''}`;
      if (seen.has(name)) {
        this.#remove(move);
        changed = true;
      }
      seen.add(name);
    }
    return changed;
  }

  /** Places that are always filled and emptied together. */
  #dropEqualPlaces(): boolean {
    const numbers = new Map([...this.#moves].map((move, index) => [move, index]));
    const moves = (set: ReadonlySet<Move> | undefined): string =>
      key([...(set ?? [])].flatMap((move) => numbers.get(move) ?? []));
    const seen = new Map<string, number>();
    let changed = false;
    for (const place of this.#places) {
      if (this.#kept.has(place)) continue;
      const name = `${moves(this.#producers[place])}>${moves(this.#consumers[place])}`;
      if (!seen.has(name)) {
        seen.set(name, place);
        continue;
      }
      for (const move of this.#producers[place] ?? []) move.outputs.delete(place);
      for (const move of this.#consumers[place] ?? []) move.inputs.delete(place);
      this.#places.delete(place);
      changed = true;
    }
    return changed;
  }
}

const key = (set: Iterable<number>): string => [...set].sort((one, other) => one - other).join(',');
