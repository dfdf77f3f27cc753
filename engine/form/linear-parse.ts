/**
 * Regular expressions of ECMAScript (ECMA-262 §22.2.1) as a tree, for {@link linearPattern}. Texts are sequences of
 * code points, as under the `u` flag; identity escapes that only the older grammar allows (`\-`) are taken, since forms
 * from elsewhere have them. Back-references have no linear meaning: a pattern with one is not read.
 */
export type PatternNode =
  | { readonly type: 'char'; readonly test: (codePoint: number) => boolean }
  | { readonly type: 'sequence' | 'choice'; readonly of: readonly PatternNode[] }
  | { readonly type: 'repeat'; readonly of: PatternNode; readonly min: number; readonly max: number }
  | { readonly type: 'place'; readonly place: 'start' | 'end' | 'word' | 'no-word' }
  | { readonly type: 'look'; readonly ahead: boolean; readonly negative: boolean; readonly of: PatternNode };

/** Thrown within this file and caught at its door: the pattern is not read. */
class Unread extends Error {}

const CONTROLS: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, v: 11, f: 12, 0: 0 };
const LINE_ENDS = new Set([10, 13, 0x2028, 0x2029]);
const MOST_TIMES = 1000;

type Test = (codePoint: number) => boolean;

/** `\d`, `\S`, `\p{L}`: one character, as the platform's own engine knows them. */
const classEscape = (source: string): Test => {
  let native: RegExp;
  try {
    native = new RegExp(`^${source}$`, 'u');
  } catch {
    throw new Unread();
  }
  return (codePoint) => native.test(String.fromCodePoint(codePoint));
};

class Reader {
  private readonly text: readonly string[];
  private at = 0;

  constructor(source: string) {
    this.text = [...source];
  }

  private get next(): string {
    return this.text[this.at] ?? '';
  }

  private take(): string {
    const taken = this.next;
    if (taken === '') throw new Unread();
    this.at += 1;
    return taken;
  }

  private eat(wanted: string): boolean {
    const there = [...wanted].every((character, place) => this.text[this.at + place] === character);
    if (there) this.at += wanted.length;
    return there;
  }

  whole(): PatternNode {
    const node = this.choice();
    if (this.next !== '') throw new Unread();
    return node;
  }

  private choice(): PatternNode {
    const of = [this.sequence()];
    while (this.eat('|')) of.push(this.sequence());
    return { type: 'choice', of };
  }

  private sequence(): PatternNode {
    const of: PatternNode[] = [];
    while (this.next !== '' && this.next !== '|' && this.next !== ')') of.push(this.repeated(this.atom()));
    return { type: 'sequence', of };
  }

  private repeated(of: PatternNode): PatternNode {
    const [min, max] = this.times() ?? [1, 1];
    if (min === 1 && max === 1) return of;
    if (min > max || min > MOST_TIMES || (max > MOST_TIMES && max !== Infinity)) throw new Unread();
    // Lazy or greedy: whether there is a match is the same.
    this.eat('?');
    return { type: 'repeat', of, min, max };
  }

  private times(): readonly [number, number] | undefined {
    if (this.eat('*')) return [0, Infinity];
    if (this.eat('+')) return [1, Infinity];
    if (this.eat('?')) return [0, 1];
    const counted = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(this.text.slice(this.at, this.at + 12).join(''));
    if (!counted) return undefined;
    this.at += counted[0].length;
    const min = Number(counted[1]);
    return [min, counted[2] === undefined ? min : counted[3] === undefined ? Infinity : Number(counted[3])];
  }

  private atom(): PatternNode {
    if (this.eat('^')) return { type: 'place', place: 'start' };
    if (this.eat('$')) return { type: 'place', place: 'end' };
    if (this.eat('(')) return this.group();
    if (this.eat('[')) return { type: 'char', test: this.characterClass() };
    if (this.eat('.')) return { type: 'char', test: (codePoint) => !LINE_ENDS.has(codePoint) };
    if (this.eat('\\')) return this.escaped();
    const character = this.take();
    // A brace or bracket that closes nothing stands for itself in the older grammar; what repeats nothing does not.
    if ('*+?{'.includes(character)) throw new Unread();
    const codePoint = character.codePointAt(0);
    return { type: 'char', test: (other) => other === codePoint };
  }

  private group(): PatternNode {
    const look = (['?=', '?!', '?<=', '?<!'] as const).find((mark) => this.eat(mark));
    const plain = look !== undefined || this.eat('?:');
    if (!plain && this.eat('?') && !this.named()) throw new Unread();
    const of = this.choice();
    if (!this.eat(')')) throw new Unread();
    return look === undefined ? of : { type: 'look', ahead: !look.includes('<'), negative: look.endsWith('!'), of };
  }

  private named(): boolean {
    if (!this.eat('<')) return false;
    while (this.take() !== '>');
    return true;
  }

  private escaped(): PatternNode {
    if (this.eat('b')) return { type: 'place', place: 'word' };
    if (this.eat('B')) return { type: 'place', place: 'no-word' };
    const found = this.escape();
    return { type: 'char', test: typeof found === 'number' ? (codePoint) => codePoint === found : found };
  }

  /** After the backslash: one code point, or a test of one. */
  private escape(): number | Test {
    const letter = this.take();
    if ('dDwWsS'.includes(letter)) return classEscape(`\\${letter}`);
    if (letter === 'p' || letter === 'P') {
      const name = /^\{[A-Za-z_=0-9]{1,60}\}/.exec(this.text.slice(this.at, this.at + 64).join(''))?.[0];
      if (name === undefined) throw new Unread();
      this.at += name.length;
      return classEscape(`\\${letter}${name}`);
    }
    if (letter === 'x') return this.hex(2);
    if (letter === 'u') return this.eat('{') ? this.braced() : this.hex(4);
    if (letter === 'c') return this.control();
    const control = Object.hasOwn(CONTROLS, letter) ? CONTROLS[letter] : undefined;
    if (control !== undefined && !(letter === '0' && /[0-9]/.test(this.next))) return control;
    // `\1`, `\k<name>` refer back; other letters mean nothing that is agreed upon.
    if (/[0-9A-Za-z]/.test(letter)) throw new Unread();
    return letter.codePointAt(0) ?? 0;
  }

  private hex(digits: number): number {
    const text = this.text.slice(this.at, this.at + digits).join('');
    if (!new RegExp(`^[0-9A-Fa-f]{${digits}}$`).test(text)) throw new Unread();
    this.at += digits;
    const unit = Number.parseInt(text, 16);
    // Two escapes of one character beyond the first plane.
    if (digits === 4 && unit >= 0xd800 && unit <= 0xdbff && this.eat('\\u')) {
      const low = this.hex(4);
      if (low < 0xdc00 || low > 0xdfff) throw new Unread();
      return (unit - 0xd800) * 0x400 + (low - 0xdc00) + 0x10000;
    }
    return unit;
  }

  private braced(): number {
    let digits = '';
    while (!this.eat('}')) digits += this.take();
    const codePoint = /^[0-9A-Fa-f]{1,6}$/.test(digits) ? Number.parseInt(digits, 16) : Infinity;
    if (codePoint > 0x10ffff) throw new Unread();
    return codePoint;
  }

  private control(): number {
    const letter = this.take();
    if (!/[A-Za-z]/.test(letter)) throw new Unread();
    return letter.charCodeAt(0) % 32;
  }

  private characterClass(): Test {
    const negative = this.eat('^');
    const tests: Test[] = [];
    while (!this.eat(']')) {
      const from = this.classMember();
      const ranged = this.next === '-' && this.text[this.at + 1] !== ']' && this.text[this.at + 1] !== undefined;
      if (!ranged || typeof from !== 'number') {
        tests.push(typeof from === 'number' ? (codePoint) => codePoint === from : from);
        continue;
      }
      this.take();
      const to = this.classMember();
      if (typeof to !== 'number' || to < from) throw new Unread();
      tests.push((codePoint) => codePoint >= from && codePoint <= to);
    }
    return (codePoint) => tests.some((test) => test(codePoint)) !== negative;
  }

  private classMember(): number | Test {
    if (this.eat('\\')) return this.eat('b') ? 8 : this.escape();
    return this.take().codePointAt(0) ?? 0;
  }
}

/** The tree of a pattern; undefined where it cannot be read, or means something that takes more than linear time. */
export const parsePattern = (source: string): PatternNode | undefined => {
  try {
    return new Reader(source).whole();
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
};
