import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelCode, dossierCode, limitFor, nationalStatus, parseDossierCode } from '#engine/dossier/index.ts';
import { procedure } from './fixture.ts';

describe('mã số hồ sơ (NĐ 61/2018 Điều 26, TT 01/2018 Điều 19)', () => {
  it('has the unit’s code, the day and a number of four digits', () => {
    expect(dossierCode('000.00.16.H02', '2021-07-15', 1)).toBe('000.00.16.H02-210715-0001');
  });
  it('grows wider beyond 9,999 a day, it never wraps', () => {
    expect(dossierCode('000.00.16.H02', '2021-07-15', 9_999)).toBe('000.00.16.H02-210715-9999');
    expect(dossierCode('000.00.16.H02', '2021-07-15', 10_000)).toBe('000.00.16.H02-210715-10000');
  });
  it('is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (number) => {
        const code = dossierCode('015.07.213.H02'.replace('213', '13'), '2021-07-15', number);
        expect(parseDossierCode(code)).toEqual({ identCode: '015.07.13.H02', day: '2021-07-15', number });
      }),
    );
    expect(parseDossierCode(' 000.00.16.h02-210715-0001 ')).toBeDefined();
  });
  it.each([
    '',
    '000.00.16.H02-210230-0001',
    '000.00.16.H02-210715-0000',
    '000.00.16.H02-210715-00001',
    'G09.20-20260609-0092637',
    '000.00.16.H02-210715-1',
  ])('%j is none of ours', (text) => {
    expect(parseDossierCode(text)).toBeUndefined();
  });
});

it('national codes of the states', () => {
  const acceptedAt = '2021-07-05T01:00:00.000Z';
  expect(nationalStatus({ status: 'processing', acceptedAt })).toBe(2);
  expect(nationalStatus({ status: 'processing', acceptedAt, workStartedAt: acceptedAt })).toBe(4);
  expect(
    (
      [
        'submitted',
        'refused',
        'supplement',
        'obligation',
        'withdrawn',
        'suspended',
        'stopped',
        'finished',
        'returned',
      ] as const
    ).map((status) => nationalStatus({ status })),
  ).toEqual([1, 3, 5, 6, 7, 8, 8, 9, 10]);
  expect((['counter', 'online', 'post'] as const).map(channelCode)).toEqual([1, 2, 3]);
});

it('of several rows the most specific applies, of equals the first', () => {
  expect(limitFor(procedure, { channel: 'counter' })?.id).toBe('usual');
  expect(limitFor(procedure, { case: 'renewal', channel: 'counter' })?.id).toBe('renewal');
  expect(limitFor(procedure, { case: 'renewal', channel: 'online' })?.id).toBe('renewal-online');
  expect(
    limitFor({ timeLimits: [{ id: 'a', cases: ['x'], legal: { kind: 'none' } }] }, { channel: 'counter' }),
  ).toBeUndefined();
});
