import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '#engine/definition/index.ts';

const nfc = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC'));

describe('reading JSON', () => {
  it('gives what JSON.parse gives, in NFC, for whatever JSON there is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\\u0000|\\ud[89a-f]|__proto__/i.test(text));
        expect(parseJson(text)).toEqual({ ok: true, value: nfc(value) });
      }),
    );
  });

  it('refuses what JSON.parse refuses, and says where', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (!valid) expect(parseJson(text).ok).toBe(false);
      }),
    );
    expect(parseJson('{\n  "a": 1,\n}')).toMatchObject({
      problems: [{ message: { en: expect.stringContaining('line 3, column 1') as string } }],
    });
  });

  it('reads one text spelled in two ways as one text', () => {
    expect(parseJson('"\\u0065\\u0302\\u0301"')).toEqual({ ok: true, value: 'ế' });
    expect(parseJson('{"ế": 1, "\\u0065\\u0302\\u0301": 2}')).toMatchObject({
      ok: false,
      problems: [{ code: 'definition.duplicate-key' }],
    });
  });

  it('ignores a byte order mark, as editors write it', () => {
    expect(parseJson('\uFEFF{"a": 1}')).toEqual({ ok: true, value: { a: 1 } });
  });

  it('keeps strings that look like structure', () => {
    expect(parseJson('{"a": "}{][,:\\"\\\\", "b": ["{\\"b\\": 1}"]}')).toEqual({
      ok: true,
      value: { a: '}{][,:"\\', b: ['{"b": 1}'] },
    });
  });
});
