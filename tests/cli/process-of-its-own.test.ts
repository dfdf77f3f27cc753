import { describe, expect, it } from 'vitest';
import { motcuaProcess } from './run.ts';

const slow = { timeout: 120_000 };

describe('motcua as a shell runs it', () => {
  it('writes JSON to standard output and ends with 0', slow, async () => {
    const { status, stdout, findings } = await motcuaProcess([
      'deadline',
      '--from',
      '2021-06-30T09:00:00+07:00',
      '--limit',
      '5 working-day',
    ]);
    expect([status, findings]).toEqual([0, []]);
    expect(JSON.parse(stdout)).toMatchObject({ due: '2021-07-07T10:00:00.000Z' });
  });

  it('writes findings to standard error, one JSON line each, and ends with 1', slow, async () => {
    const { status, stdout, findings } = await motcuaProcess([
      'decision',
      'check',
      'tests/corpus/bad/decision-item-twice.json',
    ]);
    expect([status, stdout, findings.map(({ code, path }) => `${code ?? ''} ${path ?? ''}`)]).toEqual([
      1,
      '',
      ['decision.item.twice /items/1/code'],
    ]);
  });

  it('ends with 2 when it is used wrongly', slow, async () => {
    const { status, stdout } = await motcuaProcess(['decision', 'publish']);
    expect([status, stdout]).toEqual([2, '']);
  });
});
