import { maskOf, Move } from './move.ts';
import type { Net } from './net.ts';

/** Markings looked at for a route; a region larger than that gets a witness that begins at itself. */
const MAX_MARKINGS = 50_000;

interface Reached {
  readonly bits: Uint32Array;
  readonly from: number;
  readonly by: number;
}

/**
 * The shortest way from the beginning of the net until `isThere` holds of what can happen next or of
 * what is filled, breadth first. undefined: there is none, or it is too far.
 */
const search = (
  net: Net,
  isThere: (bits: Uint32Array, enabled: readonly number[]) => boolean,
): readonly number[] | undefined => {
  const words = Math.max(1, Math.ceil(net.places.length / 32));
  const moves = net.transitions.map((transition) => new Move(transition, words));
  const reached: Reached[] = [{ bits: maskOf(net.initial, words), from: -1, by: -1 }];
  const known = new Set<string>([reached[0]?.bits.join() ?? '']);
  for (let at = 0; at < reached.length && at < MAX_MARKINGS; at += 1) {
    const here = reached[at];
    if (!here) break;
    const enabled = moves.flatMap((move, index) => (move.isEnabled(here.bits) ? [index] : []));
    if (isThere(here.bits, enabled)) return pathTo(reached, at);
    for (const index of enabled) {
      const bits = moves[index]?.fire(here.bits);
      const name = bits?.join();
      if (!bits || name === undefined || known.has(name)) continue;
      known.add(name);
      reached.push({ bits, from: at, by: index });
    }
  }
  return undefined;
};

const pathTo = (reached: readonly Reached[], index: number): readonly number[] => {
  const path: number[] = [];
  for (let at = reached[index]; at && at.by >= 0; at = reached[at.from]) path.unshift(at.by);
  return path;
};

/** A way to where the node can do its work. */
export const wayTo = (net: Net, node: number): readonly number[] | undefined =>
  search(net, (_, enabled) => enabled.some((index) => net.transitions[index]?.node === node));

/** A way to the end. */
export const wayToEnd = (net: Net): readonly number[] | undefined => {
  const finals = maskOf(net.finals, Math.max(1, Math.ceil(net.places.length / 32)));
  return search(net, (bits) => bits.every((word, at) => (word & ~(finals[at] ?? 0)) === 0));
};
