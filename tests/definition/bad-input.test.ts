import { describe, expect, it } from 'vitest';
import { limits, parseJson, readDecisionFile } from '#engine/definition/index.ts';
import { badInputs, refusalOf } from './corpus.ts';

describe('bad input', () => {
  it.each(badInputs.filter(({ code }) => code !== ''))(
    '$about is refused with code, place and remedy ($file)',
    async (input) => {
      const problems = await refusalOf(input);
      const found = problems.find(
        ({ code, path }) =>
          (input.code.endsWith('.') || !input.code.includes('.') ? code.startsWith(input.code) : code === input.code) &&
          path.startsWith(input.path),
      );
      expect(found, JSON.stringify(problems.map(({ code, path }) => `${code} ${path}`))).toBeDefined();
      expect(found?.message.vi).toMatch(/\S/);
      expect(found?.message.en).toMatch(/\S/);
      expect(found?.remedy?.vi).toMatch(/\S/);
    },
  );

  it('leaves alone what is right', async () => {
    for (const input of badInputs.filter(({ code }) => code === ''))
      expect(await refusalOf({ ...input, read: 'verify' }), input.file).toEqual([]);
  });

  it('that is too long is refused before it is read', () => {
    const long = `"${'a'.repeat(limits.decisionText)}"`;
    expect(parseJson(long, { length: limits.decisionText })).toMatchObject({
      ok: false,
      problems: [{ code: 'definition.too-long' }],
    });
  });

  it.each([['['], ['{"a":']])('nested a million times by %s is refused without a crash', (open) => {
    const result = readDecisionFile(open.repeat(1_000_000));
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'definition.too-deep' }] });
  });

  it('with tens of thousands of mistakes tells the first hundred and counts the rest', () => {
    const items = Array.from({ length: 2000 }, () => ({ action: 'add', code: 'x', release: 'y' }));
    const result = readDecisionFile(
      JSON.stringify({
        format: 'motcua/decision@1',
        number: '1/QĐ',
        kind: 'publication',
        signedOn: '2021-05-20',
        effectiveFrom: '2021-07-01',
        items,
      }),
    );
    expect(result.ok).toBe(false);
    if (result.ok) return;
    expect(result.problems).toHaveLength(limits.problems + 1);
    expect(result.problems.at(-1)?.code).toBe('definition.more');
  });
});
