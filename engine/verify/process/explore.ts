import { enabled, maskOf, Move, placesOf } from './move.ts';
import type { Net } from './net.ts';

/** More markings than this are not looked at: the verdict is then "undecided". */
export const MAX_MARKINGS = 200_000;

export type Fault = 'unsafe' | 'deadlock' | 'trap';

export interface Exploration {
  /** undefined: there were too many markings. */
  readonly sound: boolean | undefined;
  readonly fault?: Fault;
  /** Transitions (by index) that lead from the beginning to the fault, the shortest way. */
  readonly path: readonly number[];
  /** Places filled where the fault is; for `unsafe`, the one that would be filled twice. */
  readonly places: readonly number[];
  /** Transitions that can happen; complete only when sound is not undefined and nothing is unsafe. */
  readonly fired: ReadonlySet<number>;
  readonly markings: number;
}

/** A marking as bits, and how it was come by. */
interface Reached {
  readonly bits: Uint32Array;
  readonly from: number;
  readonly by: number;
  readonly next: number[];
}

/** All markings, breadth first: safe (no place twice), and from each the end can be reached. */
export const explore = (net: Net, limit = MAX_MARKINGS): Exploration => {
  const words = Math.max(1, Math.ceil(net.places.length / 32));
  const moves = net.transitions.map((transition) => new Move(transition, words));
  const finals = maskOf(net.finals, words);
  const known = new Map<string, number>();
  const reached: Reached[] = [];
  const fired = new Set<number>();
  const visit = (bits: Uint32Array, from: number, by: number): number => {
    const name = nameOf(bits);
    const before = known.get(name);
    if (before !== undefined) return before;
    known.set(name, reached.length);
    reached.push({ bits, from, by, next: [] });
    return reached.length - 1;
  };
  const pathTo = (index: number, ...last: readonly number[]): readonly number[] => {
    const path: number[] = [...last];
    for (let at = reached[index]; at && at.by >= 0; at = reached[at.from]) path.unshift(at.by);
    return path;
  };

  visit(maskOf(net.initial, words), -1, -1);
  for (let at = 0; at < reached.length; at += 1) {
    const here = reached[at];
    if (!here) break;
    if (reached.length > limit) return { sound: undefined, path: [], places: [], fired, markings: reached.length };
    for (const index of enabled(moves, here.bits)) {
      const move = moves[index];
      if (!move) continue;
      fired.add(index);
      const after = move.fire(here.bits);
      if (!after)
        return {
          sound: false,
          fault: 'unsafe',
          path: pathTo(at, index),
          places: move.doubled(here.bits),
          fired,
          markings: reached.length,
        };
      here.next.push(visit(after, at, index));
    }
  }

  const ends = canEnd(reached, finals);
  const stuck = reached.findIndex((marking, index) => !ends[index] && marking.next.length === 0);
  const bad = stuck >= 0 ? stuck : ends.indexOf(false);
  if (bad < 0) return { sound: true, path: [], places: [], fired, markings: reached.length };
  return {
    sound: false,
    fault: stuck >= 0 ? 'deadlock' : 'trap',
    path: pathTo(bad),
    places: placesOf(reached[bad]?.bits ?? new Uint32Array()),
    fired,
    markings: reached.length,
  };
};

/**
 * Goes a way that ends in a deadlock, and on as far as anything still moves: a smaller net stops
 * earlier than the whole one it stands for. undefined when the way cannot be gone.
 */
export const settle = (
  net: Net,
  path: readonly number[],
): { readonly path: readonly number[]; readonly places: readonly number[] } | undefined => {
  const words = Math.max(1, Math.ceil(net.places.length / 32));
  const moves = net.transitions.map((transition) => new Move(transition, words));
  const gone = [...path];
  let bits = maskOf(net.initial, words);
  for (const index of path) {
    const after = moves[index]?.isEnabled(bits) === true ? moves[index].fire(bits) : undefined;
    if (!after) return undefined;
    bits = after;
  }
  for (let step = 0; step < net.places.length; step += 1) {
    const [index] = enabled(moves, bits);
    const after = index === undefined ? undefined : moves[index]?.fire(bits);
    if (index === undefined || !after) break;
    gone.push(index);
    bits = after;
  }
  return { path: gone, places: placesOf(bits) };
};

/** Backwards from the final markings. */
const canEnd = (reached: readonly Reached[], finals: Uint32Array): readonly boolean[] => {
  const before: number[][] = reached.map(() => []);
  reached.forEach((marking, index) => {
    for (const next of marking.next) before[next]?.push(index);
  });
  const ends = reached.map(({ bits }) => bits.every((word, at) => (word & ~(finals[at] ?? 0)) === 0));
  const open = ends.flatMap((end, index) => (end ? [index] : []));
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    for (const earlier of before[index] ?? []) {
      if (ends[earlier]) continue;
      ends[earlier] = true;
      open.push(earlier);
    }
  }
  return ends;
};

/** Four bytes a word, as text: what a Map can look up. */
const nameOf = (bits: Uint32Array): string => {
  let name = '';
  for (const word of bits) name += String.fromCharCode(word >>> 16, word & 0xffff);
  return name;
};
