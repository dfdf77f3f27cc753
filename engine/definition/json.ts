import { jsonFault } from './json-fault.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { limits } from './limits.ts';
import * as say from './messages.ts';

export interface JsonLimits {
  /** UTF-16 units. */
  readonly length?: number;
  readonly depth?: number;
}

interface Place {
  readonly kind: 'object' | 'array';
  readonly keys: Set<string>;
  key: string | number;
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;
/**
 * Reads JSON from outside. Refused, with line and column: text that is too long or nested too
 * deeply (looked at before anything is built), broken syntax, a key given twice (RFC 8259 leaves
 * its meaning open), NUL, lone surrogates, numbers beyond IEEE 754 (RFC 7493), `__proto__`.
 * Texts come back in Unicode NFC, so that "ế" typed in two ways is one text.
 */
export const parseJson = (text: string, within: JsonLimits = {}): Result<unknown> => {
  const longest = within.length ?? limits.packageText;
  if (text.length > longest) return fail(say.tooLong(text.length, longest));
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const hostile = scan(source, within.depth ?? limits.depth);
  if (hostile) return fail(hostile);
  try {
    return ok(normalise(JSON.parse(source)));
  } catch (error) {
    return fail(say.notJson(lineOf(source, jsonFault(source)), error instanceof Error ? error.message : ''));
  }
};

/** One pass with a stack of its own: no recursion that the input could exhaust. Broken syntax is left to the parser. */
const scan = (source: string, deepest: number): Problem | undefined => {
  const stack: Place[] = [];
  let expectsKey = false;
  for (let index = 0; index < source.length; index += 1) {
    const top = stack.at(-1);
    const character = source[index] ?? '';
    if (character === '{' || character === '[') {
      stack.push({ kind: character === '{' ? 'object' : 'array', keys: new Set(), key: character === '{' ? '' : 0 });
      if (stack.length > deepest) return say.tooDeep(pointer(stack.slice(0, 8)), deepest, lineOf(source, index));
      expectsKey = character === '{';
    } else if (character === '}' || character === ']') {
      stack.pop();
      expectsKey = false;
    } else if (character === ',') {
      if (top?.kind === 'array') top.key = Number(top.key) + 1;
      expectsKey = top?.kind === 'object';
    } else if (character === '"') {
      const end = endOfString(source, index);
      const value = readString(source.slice(index, end));
      if (value === undefined) return say.notJson(lineOf(source, index), source.slice(index, index + 40));
      if (value.includes('\u0000')) return say.nul(pointer(stack), lineOf(source, index));
      if (LONE_SURROGATE.test(value)) return say.loneSurrogate(pointer(stack), lineOf(source, index));
      if (expectsKey && top) {
        const key = value.normalize('NFC');
        const parent = pointer(stack.slice(0, -1));
        if (top.keys.has(key)) return say.duplicateKey(parent, key, lineOf(source, index));
        if (key === '__proto__') return say.forbiddenKey(parent, key, lineOf(source, index));
        top.keys.add(key);
        top.key = key;
        expectsKey = false;
      }
      index = end - 1;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      const end = endOfNumber(source, index);
      const token = source.slice(index, end);
      if (!Number.isFinite(Number(token)) && /^[-+0-9.eE]+$/.test(token))
        return say.numberTooLarge(pointer(stack), token.slice(0, 40), lineOf(source, index));
      index = end - 1;
    }
  }
  return undefined;
};

const endOfString = (source: string, start: number): number => {
  for (let index = start + 1; index < source.length; index += 1) {
    const code = source.charCodeAt(index);
    if (code === 0x5c) index += 1;
    else if (code === 0x22) return index + 1;
  }
  return source.length;
};

const endOfNumber = (source: string, start: number): number => {
  let index = start + 1;
  while (index < source.length && '0123456789+-.eE'.includes(source[index] ?? ' ')) index += 1;
  return index;
};

const readString = (token: string): string | undefined => {
  try {
    const value: unknown = JSON.parse(token);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
};

/** Depth is bounded by the scan before. */
const normalise = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFC');
  if (Array.isArray(value)) return value.map(normalise);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.normalize('NFC'), normalise(inner)]));
};

/** RFC 6901. */
export const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

const pointer = (stack: readonly Place[]): string => stack.map(({ key }) => `/${escapeToken(String(key))}`).join('');

const lineOf = (source: string, index: number): { readonly line: number; readonly column: number } => {
  const before = source.slice(0, index);
  const line = before.split('\n').length;
  return { line, column: index - before.lastIndexOf('\n') };
};
