import { describe, expect, it } from 'vitest';
import { parseJson } from '#engine/definition/index.ts';

const placed = (text: string): string | undefined => {
  const read = parseJson(text);
  return read.ok ? undefined : read.problems[0]?.message.vi;
};

describe('the place where a text stops being JSON', () => {
  it.each([
    ['{\n  "format": "x",\n  "pages" []\n}', 'dòng 3, cột 11'],
    ['{"a": 1,}', 'dòng 1, cột 9'],
    ['[1, 2', 'dòng 1, cột 6'],
    ['{"a": tru}', 'dòng 1, cột 7'],
    ['{"a": 1} x', 'dòng 1, cột 10'],
    ["{'a': 1}", 'dòng 1, cột 2'],
  ])('of %j is %s', (text, place) => {
    expect(placed(text)).toContain(place);
  });
});
