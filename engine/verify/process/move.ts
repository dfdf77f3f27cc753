import type { InclusiveJoin, Transition } from './net.ts';

/** A transition over markings as bits, one for each place. */
export class Move {
  /** Everything else in the scope is over with it. */
  readonly ends: boolean;
  readonly #takes: Uint32Array;
  readonly #gives: Uint32Array;
  readonly #join: InclusiveJoin | undefined;

  constructor({ inputs, outputs, reset, join }: Transition, words: number) {
    this.#takes = maskOf(inputs, words);
    this.#gives = maskOf(outputs, words);
    this.#join = join;
    this.ends = reset === true;
  }

  /** It waits for what can still arrive. */
  get joins(): boolean {
    return this.#join !== undefined;
  }

  isEnabled(bits: Uint32Array): boolean {
    if (this.#join) return joinIsReady(this.#join, bits);
    // What is taken and not there; a comparison of the masks themselves would stumble over the sign bit.
    for (let at = 0; at < bits.length; at += 1) if (((this.#takes[at] ?? 0) & ~(bits[at] ?? 0)) !== 0) return false;
    return true;
  }

  /** undefined: a place would be filled twice. */
  fire(bits: Uint32Array): Uint32Array | undefined {
    if (this.ends) return this.#gives;
    const after = this.#left(bits);
    for (let at = 0; at < after.length; at += 1) {
      if (((after[at] ?? 0) & (this.#gives[at] ?? 0)) !== 0) return undefined;
      after[at] = ((after[at] ?? 0) | (this.#gives[at] ?? 0)) >>> 0;
    }
    return after;
  }

  doubled(bits: Uint32Array): readonly number[] {
    const left = this.#left(bits);
    return placesOf(left.map((word, at) => (word & (this.#gives[at] ?? 0)) >>> 0));
  }

  #left(bits: Uint32Array): Uint32Array {
    const after = bits.map((word, at) => (word & ~(this.#takes[at] ?? 0)) >>> 0);
    for (const place of this.#join?.incoming ?? [])
      after[place >>> 5] = ((after[place >>> 5] ?? 0) & ~(1 << (place & 31))) >>> 0;
    return after;
  }
}

const has = (bits: Uint32Array, place: number): boolean => ((bits[place >>> 5] ?? 0) & (1 << (place & 31))) !== 0;

/** Something has arrived, and nothing elsewhere can still come to an empty flow that could not come to a filled one. */
const joinIsReady = ({ incoming, reach }: InclusiveJoin, bits: Uint32Array): boolean => {
  const filled = incoming.map((place) => has(bits, place));
  if (!filled.includes(true)) return false;
  return !placesOf(bits).some(
    (place) =>
      !incoming.includes(place) &&
      reach.some((places, at) => filled[at] === false && places.has(place)) &&
      !reach.some((places, at) => filled[at] === true && places.has(place)),
  );
};

/** The moves that can happen: no join waits out an end that is about to take everything with it. */
export const enabled = (moves: readonly Move[], bits: Uint32Array): readonly number[] => {
  const can = moves.flatMap((move, index) => (move.isEnabled(bits) ? [index] : []));
  return can.some((index) => moves[index]?.ends) ? can.filter((index) => !moves[index]?.joins) : can;
};

export const maskOf = (places: readonly number[], words: number): Uint32Array => {
  const mask = new Uint32Array(words);
  for (const place of places) mask[place >>> 5] = ((mask[place >>> 5] ?? 0) | (1 << (place & 31))) >>> 0;
  return mask;
};

export const placesOf = (bits: Uint32Array): readonly number[] => {
  const places: number[] = [];
  bits.forEach((word, at) => {
    for (let bit = 0; bit < 32; bit += 1) if ((word & (1 << bit)) !== 0) places.push(at * 32 + bit);
  });
  return places;
};
