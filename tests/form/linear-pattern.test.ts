import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearPattern } from '#engine/form/linear-pattern.ts';

const LETTERS = ['a', 'b', 'Đ', 'ế', '1', ' ', '-', '\n', '😀'];

const character = fc.constantFrom('a', 'b', 'Đ', 'ế', '1', ' ', '-', '😀');
const atom = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    character.map((text) => (text === '-' ? '-' : text)),
    fc.constantFrom(
      '.',
      '\\d',
      '\\w',
      '\\s',
      '\\S',
      '\\p{L}',
      '\\b',
      '\\B',
      '^',
      '$',
      '[a-b1]',
      '[^aĐ]',
      '[\\d\\-]',
      '\\u0061',
      '\\u{1F600}',
    ),
    inner.map((text) => `(${text})`),
    inner.map((text) => `(?:${text})`),
    fc.tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), inner).map(([mark, text]) => `(${mark}${text})`),
  );
const quantified = (inner: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(atom(inner), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '{2,}', '*?', '+?'))
    .map(([text, times]) => (/^(\(\?[=!<]|\\[bB]$|[\^$])/.test(text) ? text : text + times));
const pattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'pattern' },
    character,
    fc
      .array(fc.array(quantified(tie('pattern')), { maxLength: 3 }), { minLength: 1, maxLength: 2 })
      .map((choices) => choices.map((parts) => parts.join('')).join('|')),
  ),
})).pattern;
const text = fc.array(fc.constantFrom(...LETTERS), { maxLength: 7 }).map((parts) => parts.join(''));

describe('a pattern matched in linear time', () => {
  it('says what the platform’s own engine says', () => {
    fc.assert(
      fc.property(pattern, fc.array(text, { minLength: 1, maxLength: 5 }), (source, texts) => {
        const test = linearPattern(source);
        // The platform’s engine looks for places between the halves of one character, where ECMA-262 has none.
        const whole = (each: string): boolean => !/\\[bB]/.test(source) || !each.includes('😀');
        if (!test) return;
        const native = new RegExp(source, 'u');
        for (const each of texts.filter(whole))
          expect([source, each, test(each)]).toEqual([source, each, native.test(each)]);
      }),
      { numRuns: 5000 },
    );
  });

  it('reads what forms from elsewhere have', () => {
    const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
      ['^[1-9][0-9]{3} ?(?!sa|sd|ss|SA|SD|SS)[a-zA-Z]{2}$', ['1015 CJ', '1015cj'], ['1015SA', '0015CJ', '1015 C']],
      ['^[a-zA-Z0-9]{1,3}\\-[a-zA-Z0-9]{1,3}$', ['AB-1'], ['AB1', '-1']],
      ['^(?!0000)[0-9]{4}$', ['0001'], ['0000', '123']],
      ['^(?!\\s)(?!.*?\\s{2,})[^<>%$#@!^&*]+$', ['Nguyễn Văn An'], [' An', 'Nguyễn  An', 'a<b']],
      ['^(?!\\s*$).+', [' a'], ['', '   ']],
      ['^((?!http|www\\.|\\.co).)*$', ['một câu'], ['xem http://a', 'www.a', 'a.com']],
      ['.*[A-Za-z]+.*', ['1a1'], ['11']],
      ['(?<=VND) ?\\d+', ['VND 5'], ['USD 5']],
    ];
    for (const [source, right, wrong] of cases) {
      const test = linearPattern(source);
      for (const each of right) expect([source, each, test?.(each)]).toEqual([source, each, true]);
      for (const each of wrong) expect([source, each, test?.(each)]).toEqual([source, each, false]);
    }
  });

  it('answers at once where a backtracking engine would not', () => {
    const hostile = ['^(a+)+$', '^(a|a)*$', '^(a*)*b', '(?=(a+)+$)(a+)+$', '^(?:(?!b).)*$'];
    const long = `${'a'.repeat(20_000)}!`;
    for (const source of hostile) expect(typeof linearPattern(source)?.(long)).toBe('boolean');
    expect(linearPattern('^(a+)+$')?.(long)).toBe(false);
    expect(linearPattern('^(a+)+$')?.('a'.repeat(20_000))).toBe(true);
  });

  it('is not made of what refers back, is no expression, or is too large', () => {
    for (const source of [
      '(a)\\1',
      '(?<n>a)\\k<n>',
      '(',
      '[',
      'a**',
      'a{1001}',
      '(a{100}){100}',
      '\\',
      '(?i)a',
      '[b-a]',
    ])
      expect([source, linearPattern(source)]).toEqual([source, undefined]);
  });
});
