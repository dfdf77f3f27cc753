import { parsePattern, type PatternNode } from './linear-parse.ts';

/** Finds whether a text has a match anywhere, as `RegExp.prototype.test` does. */
export type LinearTest = (text: string) => boolean;

/** Keyword of a pattern that only the server checks. */
export const LINEAR_PATTERN = 'linearPattern';

/** Automata grow by counted repetition; larger ones are not built. Over all look-arounds of a pattern. */
const MOST_STATES = 600;

type Assertion = { readonly place: 'start' | 'end' | 'word' | 'no-word' } | { readonly look: number };

/** Thompson's construction; `next` and `other` are places in the program. */
type State =
  | { readonly type: 'char'; readonly test: (codePoint: number) => boolean; readonly next: number }
  | { readonly type: 'split'; readonly next: number; readonly other: number }
  | { readonly type: 'assert'; readonly assertion: Assertion; readonly negative: boolean; readonly next: number }
  | { readonly type: 'match' };

interface Program {
  readonly states: readonly State[];
  readonly start: number;
  readonly forward: boolean;
}

class TooLarge extends Error {}

/** Look-arounds inner first: each becomes a question about places that is answered before it is asked. */
class Builder {
  readonly looks: Program[] = [];
  private size = 0;

  program(node: PatternNode, forward: boolean): Program {
    const states: State[] = [{ type: 'match' }];
    const add = (state: State): number => {
      this.size += 1;
      if (this.size > MOST_STATES) throw new TooLarge();
      states.push(state);
      return states.length - 1;
    };
    /** The program of the node, going on at `next`: where it begins. Built from the end. */
    const build = (each: PatternNode, next: number): number => {
      switch (each.type) {
        case 'char':
          return add({ type: 'char', test: each.test, next });
        case 'place':
          return add({ type: 'assert', assertion: { place: each.place }, negative: false, next });
        case 'look': {
          this.looks.push(this.program(each.of, !each.ahead));
          const look = this.looks.length - 1;
          return add({ type: 'assert', assertion: { look }, negative: each.negative, next });
        }
        case 'sequence':
          return (forward ? [...each.of].reverse() : each.of).reduce((rest, part) => build(part, rest), next);
        case 'choice':
          return each.of
            .map((part) => build(part, next))
            .reduceRight((other, begin) => add({ type: 'split', next: begin, other }));
        case 'repeat':
          return this.repeat(each, next, build, add, states);
      }
    };
    return { start: build(node, 0), states, forward };
  }

  private repeat(
    { of, min, max }: Extract<PatternNode, { readonly type: 'repeat' }>,
    next: number,
    build: (node: PatternNode, next: number) => number,
    add: (state: State) => number,
    states: State[],
  ): number {
    let begin = next;
    if (max === Infinity) {
      const loop = add({ type: 'split', next, other: next });
      states[loop] = { type: 'split', next: build(of, loop), other: next };
      begin = loop;
    } else
      for (let time = min; time < max; time += 1) begin = add({ type: 'split', next: build(of, begin), other: next });
    for (let time = 0; time < min; time += 1) begin = build(of, begin);
    return begin;
  }
}

const isWord = (codePoint: number | undefined): boolean =>
  codePoint !== undefined && codePoint < 128 && /[0-9A-Za-z_]/.test(String.fromCharCode(codePoint));

const holds = (assertion: Assertion, text: readonly number[], at: number, looks: readonly Uint8Array[]): boolean => {
  if ('look' in assertion) return looks[assertion.look]?.[at] === 1;
  switch (assertion.place) {
    case 'start':
      return at === 0;
    case 'end':
      return at === text.length;
    default:
      return (isWord(text[at - 1]) !== isWord(text[at])) === (assertion.place === 'word');
  }
};

/**
 * Goes through the text once, beginning a match at every place; `reached[p]`: one has ended at p. Backwards, a program
 * of the reversed pattern: `reached[p]` then says that the pattern matches from p on. O(text × states).
 */
const sweep = (
  { states, start, forward }: Program,
  text: readonly number[],
  looks: readonly Uint8Array[],
  stopAtFirst: boolean,
): Uint8Array => {
  const reached = new Uint8Array(text.length + 1);
  const seen = new Int32Array(states.length).fill(-1);
  let current: number[] = [];
  for (let step = 0; step <= text.length; step += 1) {
    const at = forward ? step : text.length - step;
    const consuming: number[] = [];
    const open = [...current, start];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      if (seen[place] === step) continue;
      seen[place] = step;
      const state = states[place];
      if (state?.type === 'match') reached[at] = 1;
      else if (state?.type === 'char') consuming.push(place);
      else if (state?.type === 'split') open.push(state.other, state.next);
      else if (state && holds(state.assertion, text, at, looks) !== state.negative) open.push(state.next);
    }
    if (stopAtFirst && reached[at] === 1) return reached;
    const codePoint = text[forward ? at : at - 1];
    current = [];
    if (codePoint === undefined) continue;
    for (const place of consuming) {
      const state = states[place];
      if (state?.type === 'char' && state.test(codePoint)) current.push(state.next);
    }
  }
  return reached;
};

const known = new Map<string, LinearTest | undefined>();
const MOST_KNOWN = 2000;

const compile = (source: string): LinearTest | undefined => {
  const tree = parsePattern(source);
  if (!tree) return undefined;
  const builder = new Builder();
  let program: Program;
  try {
    program = builder.program(tree, true);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
  return (given) => {
    const text = Array.from(given, (character) => character.codePointAt(0) ?? 0);
    const looks: Uint8Array[] = [];
    for (const look of builder.looks) looks.push(sweep(look, text, looks, false));
    return sweep(program, text, looks, true).includes(1);
  };
};

/**
 * A test in time that grows with the text and the pattern's size and with nothing else, whatever either is: for
 * patterns of forms from elsewhere, which may look ahead and behind or set a backtracking engine on its way for ever.
 * undefined: the pattern cannot be read, refers back, or is too large (600 states).
 */
export const linearPattern = (source: string): LinearTest | undefined => {
  if (known.has(source)) return known.get(source);
  const test = compile(source);
  if (known.size < MOST_KNOWN) known.set(source, test);
  return test;
};
