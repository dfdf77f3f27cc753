import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenEntry, publicLog } from '#engine/catalogue/index.ts';
import type { DecisionRecord } from '#engine/store/index.ts';

const record = (number: string, appliedAt: string | undefined, withdrawnAt?: string): DecisionRecord => ({
  number,
  decision: {
    format: 'motcua/decision@1',
    number,
    kind: 'publication',
    signedOn: '2021-06-01',
    effectiveFrom: '2021-07-01',
    items: [{ action: 'add', code: '1.000001', release: 1 }],
  },
  contentHash: 'a'.repeat(64),
  status: withdrawnAt ? 'withdrawn' : appliedAt ? 'applied' : 'draft',
  author: { id: 'x', name: 'x' },
  createdAt: '2021-06-01T00:00:00.000Z',
  ...(appliedAt ? { appliedAt } : {}),
  ...(withdrawnAt ? { withdrawnAt } : {}),
});

const records = [
  record('2/QĐ-UBND', '2021-06-02T00:00:00.000Z', '2021-06-05T00:00:00.000Z'),
  record('1/QĐ-UBND', '2021-06-01T00:00:00.000Z'),
  record('3/QĐ-UBND', undefined),
];
const log = publicLog(records, () => 'b'.repeat(64));

test('applied decisions and withdrawals are told in order; what was never applied is not', () => {
  expect(log.map(({ seq, act, decision }) => `${seq} ${act} ${decision}`)).toEqual([
    '1 applied 1/QĐ-UBND',
    '2 applied 2/QĐ-UBND',
    '3 withdrawn 2/QĐ-UBND',
  ]);
  expect(log[0]?.items).toEqual([{ action: 'add', code: '1.000001', release: 1, hash: 'b'.repeat(64) }]);
});

test('a later act only adds at the end', () => {
  const longer = publicLog([...records, record('4/QĐ-UBND', '2021-06-09T00:00:00.000Z')], () => 'b'.repeat(64));
  expect(longer.slice(0, log.length)).toEqual(log);
});

test('an entry that is changed or left out is found', () => {
  expect(brokenEntry(log)).toBeUndefined();
  fc.assert(
    fc.property(fc.nat({ max: log.length - 1 }), (place) => {
      const changed = log.map((entry, at) => (at === place ? { ...entry, contentHash: 'c'.repeat(64) } : entry));
      expect(brokenEntry(changed)).toBe(place + 1);
    }),
  );
  expect(brokenEntry(log.slice(1))).toBe(1);
});
