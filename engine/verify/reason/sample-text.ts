/** Chooses one of `count` possibilities, from 0; a witness always takes the first. */
export type Pick = (count: number) => number;

type Piece =
  | { readonly is: 'set'; readonly characters: readonly string[] }
  | { readonly is: 'choice'; readonly of: readonly (readonly Repeated[])[] };

interface Repeated {
  readonly piece: Piece;
  readonly least: number;
  readonly most: number;
}

const span = (from: string, to: string): string[] => {
  const [low = 0, high = 0] = [from.codePointAt(0), to.codePointAt(0)];
  return Array.from({ length: Math.max(0, Math.min(high - low + 1, 200)) }, (_, index) =>
    String.fromCodePoint(low + index),
  );
};

const LETTERS = [...span('a', 'z'), ...span('A', 'Z')];
const DIGITS = span('0', '9');
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  d: DIGITS,
  w: [...LETTERS, ...DIGITS, '_'],
  s: [' '],
  D: LETTERS,
  W: ['-'],
  S: [...LETTERS, ...DIGITS],
};
const ANY = [...LETTERS, ...DIGITS, ' ', '-', '.', ',', '/'];

/** Reads the patterns that forms use: classes, groups, alternatives, repetition. Undefined: not understood. */
const read = (pattern: string): readonly (readonly Repeated[])[] | undefined => {
  let at = 0;
  let understood = true;
  const peek = (): string => pattern[at] ?? '';

  const escaped = (): readonly string[] => {
    const letter = pattern[at] ?? '';
    at += 1;
    if (letter === 'p' || letter === 'P') {
      const close = pattern.indexOf('}', at);
      const name = pattern.slice(at, close);
      at = close < 0 ? pattern.length : close + 1;
      return name.includes('N') ? DIGITS : LETTERS;
    }
    return CLASSES[letter] ?? [letter];
  };

  const set = (): readonly string[] => {
    const negated = peek() === '^';
    if (negated) at += 1;
    const members: string[] = [];
    while (at < pattern.length && peek() !== ']') {
      const first = [...pattern.slice(at)][0] ?? '';
      at += first.length;
      const characters = first === '\\' ? escaped() : [first];
      if (characters.length === 1 && peek() === '-' && pattern[at + 1] !== ']' && at + 1 < pattern.length) {
        at += 1;
        const last = [...pattern.slice(at)][0] ?? '';
        at += last.length;
        members.push(...span(characters[0] ?? '', last === '\\' ? (escaped()[0] ?? '') : last));
      } else members.push(...characters);
    }
    at += 1;
    return negated ? ANY.filter((each) => !members.includes(each)) : members;
  };

  const repetition = (piece: Piece): Repeated => {
    const made = (least: number, most: number, length: number): Repeated => {
      at += length;
      if (peek() === '?') at += 1;
      return { piece, least, most };
    };
    switch (peek()) {
      case '?':
        return made(0, 1, 1);
      case '*':
        return made(0, 8, 1);
      case '+':
        return made(1, 8, 1);
      case '{': {
        const match = /^\{(\d+)(,(\d*))?\}/.exec(pattern.slice(at));
        if (!match) return { piece, least: 1, most: 1 };
        const least = Number(match[1]);
        const most = match[2] === undefined ? least : match[3] === '' ? least + 8 : Number(match[3]);
        return made(least, most, match[0].length);
      }
      default:
        return { piece, least: 1, most: 1 };
    }
  };

  const alternatives = (): readonly (readonly Repeated[])[] => {
    const all: Repeated[][] = [[]];
    while (at < pattern.length && peek() !== ')') {
      const character = [...pattern.slice(at)][0] ?? '';
      at += character.length;
      if (character === '|') all.push([]);
      else if (character === '^' || character === '$') continue;
      else all[all.length - 1]?.push(repetition(pieceOf(character)));
    }
    return all;
  };

  const pieceOf = (character: string): Piece => {
    if (character === '[') return { is: 'set', characters: set() };
    if (character === '.') return { is: 'set', characters: ANY };
    if (character === '\\') return { is: 'set', characters: escaped() };
    if (character !== '(') return { is: 'set', characters: [character] };
    if (pattern.startsWith('?:', at)) at += 2;
    else if (peek() === '?') understood = false;
    const of = alternatives();
    at += 1;
    return { is: 'choice', of };
  };

  const whole = alternatives();
  return understood && at >= pattern.length ? whole : undefined;
};

const write = (sequence: readonly Repeated[], pick: Pick, more: number): string =>
  sequence
    .map(({ piece, least, most }) => {
      const count = Math.min(most, least + more);
      return Array.from({ length: count }, () =>
        piece.is === 'set'
          ? (piece.characters[pick(piece.characters.length)] ?? '')
          : write(piece.of[pick(piece.of.length)] ?? [], pick, more),
      ).join('');
    })
    .join('');

/** A text that matches the pattern and whose length fits; undefined when none was found. */
export const sampleText = (
  pattern: string | undefined,
  least: number,
  most: number,
  pick: Pick,
  fits: (text: string) => boolean,
): string | undefined => {
  if (pattern === undefined) {
    const text = 'Nội dung khai'.slice(0, Math.max(1, most)).trim().padEnd(least, 'x');
    return fits(text) ? text : undefined;
  }
  const sequences = read(pattern);
  for (let more = 0; sequences && more <= 40; more += more < 8 ? 1 : 8)
    for (const sequence of sequences) {
      const text = write(sequence, pick, more);
      if (text.trim() !== '' && text.length >= least && text.length <= most && fits(text.trim())) return text.trim();
    }
  // Patterns without anchors take more around what they ask for.
  return undefined;
};

const lengthOf = (sequence: readonly Repeated[]): readonly [least: number, most: number] => {
  let [low, high] = [0, 0];
  for (const { piece, least, most } of sequence) {
    const inner =
      piece.is === 'set'
        ? [[1, piece.characters.some((each) => each.length > 1) ? 2 : 1] as const]
        : piece.of.map(lengthOf);
    low += least * Math.min(...inner.map(([shortest]) => shortest));
    high += most * Math.max(...inner.map(([, longest]) => longest));
  }
  return [low, high];
};

/** The shortest and the longest text that matches wholly, in UTF-16 units; undefined: not understood, or not anchored. */
export const patternLengths = (pattern: string): readonly [least: number, most: number] | undefined => {
  const [sequence, ...others] = read(pattern) ?? [];
  if (!sequence || others.length > 0 || !pattern.startsWith('^') || !pattern.endsWith('$') || pattern.endsWith('\\$'))
    return undefined;
  const [least, most] = lengthOf(sequence);
  // Open repetitions were read as short ones.
  return [least, /[*+]|\{\d+,\}/.test(pattern) ? Number.POSITIVE_INFINITY : most];
};

/** The same choices for the same seed. */
export const pickOf = (seed: number): Pick => {
  let state = (seed + 1) * 7919;
  return (count) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return (state >> 4) % Math.max(1, count);
  };
};
