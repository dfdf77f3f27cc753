import { describe, expect, it } from 'vitest';
import { codesOf, decisionHash, planDecision, type DecisionPlan } from '#engine/catalogue/index.ts';
import { at, startOfDay } from '#engine/clock/index.ts';
import type { Decision, DecisionItem, Release } from '#engine/definition/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import { openOf, releaseOf } from '../store/fixtures.ts';

const A = '1.000001';
const B = '1.000002';
const C = '1.000003';

const decisionOf = (items: readonly DecisionItem[], over: Partial<Decision> = {}): Decision => ({
  format: 'motcua/decision@1',
  number: '99/QĐ-UBND',
  kind: 'publication',
  signedOn: '2021-06-20',
  effectiveFrom: '2021-07-01',
  items: [...items],
  ...over,
});

const entry = (code: string, number: number, from: string, over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  ...openOf(releaseOf(code, number), startOfDay(from), `${number}/QĐ-UBND`),
  recordedAt: '2021-01-01T00:00:00.000Z',
  ...over,
});

const plan = (
  decision: Decision,
  rows: readonly CatalogueEntry[],
  given: { readonly releases?: readonly Release[]; readonly stored?: readonly Release[]; readonly now?: string } = {},
): DecisionPlan =>
  planDecision({
    decision,
    releases: [...(given.releases ?? []), ...(given.stored ?? [])],
    storedHashes: new Map((given.stored ?? []).map((release) => [`${release.code}/${release.number}`, release.hash])),
    history: new Map(codesOf(decision).map((code) => [code, rows.filter((row) => row.code === code)])),
    now: given.now ?? at('2021-06-21', '08:00'),
  });

const codes = (made: DecisionPlan) =>
  [...made.problems, ...made.items.flatMap((item) => item.problems)].map((it) => it.code);

describe('what a decision does', () => {
  it('is derived from the catalogue, not from what the file says', () => {
    const made = plan(
      decisionOf([
        { action: 'amend', code: A, release: 2 },
        { action: 'add', code: B, release: 1 },
        { action: 'repeal', code: C, replacedBy: B },
      ]),
      [entry(A, 1, '2021-01-01'), entry(C, 1, '2021-01-01')],
      { releases: [releaseOf(A, 2), releaseOf(B, 1)] },
    );
    expect(codes(made)).toEqual([]);
    expect(made.items.map((item) => item.action)).toEqual(['amend', 'add', 'repeal']);
    const july = startOfDay('2021-07-01');
    const january = startOfDay('2021-01-01');
    expect(made.change.close).toEqual([
      { code: A, effectiveFrom: january, at: july, endedBy: '99/QĐ-UBND' },
      { code: C, effectiveFrom: january, at: july, endedBy: '99/QĐ-UBND', replacedBy: B },
    ]);
    expect(made.change.open.map((open) => [open.code, open.number, open.effectiveFrom])).toEqual([
      [A, 2, july],
      [B, 1, july],
    ]);
  });

  it('ends the codes that another replaces, and sends people there', () => {
    const made = plan(
      decisionOf([{ action: 'replace', code: A, release: 1, replaces: [B, C] }]),
      [entry(B, 1, '2021-01-01'), entry(C, 1, '2021-01-01')],
      { releases: [releaseOf(A, 1)] },
    );
    expect(codes(made)).toEqual([]);
    expect(made.items[0]?.action).toBe('replace');
    expect(made.change.close.map((close) => [close.code, close.replacedBy])).toEqual([
      [B, A],
      [C, A],
    ]);
  });

  it('may add again what was repealed before', () => {
    const ended = entry(A, 1, '2020-01-01', { effectiveTo: startOfDay('2021-01-01'), endedBy: '5/QĐ' });
    const made = plan(decisionOf([{ action: 'add', code: A, release: 2 }]), [ended], { releases: [releaseOf(A, 2)] });
    expect(codes(made)).toEqual([]);
    expect(made.items[0]?.action).toBe('add');
  });

  it('may amend what a decision yet to take effect has scheduled, and twice on one day', () => {
    const scheduled = [
      entry(A, 1, '2021-01-01', { effectiveTo: startOfDay('2021-07-01'), endedBy: '2/QĐ-UBND' }),
      entry(A, 2, '2021-07-01'),
    ];
    const items: readonly DecisionItem[] = [{ action: 'amend', code: A, release: 3 }];
    const given = { releases: [releaseOf(A, 3)] };
    const august = plan(decisionOf(items, { effectiveFrom: '2021-08-01' }), scheduled, given);
    expect(codes(august)).toEqual([]);
    expect(august.change.close).toMatchObject([
      { effectiveFrom: startOfDay('2021-07-01'), at: startOfDay('2021-08-01') },
    ]);
    const sameDay = plan(decisionOf(items, { effectiveFrom: '2021-07-01T10:00:00+07:00' }), scheduled, given);
    expect(codes(sameDay)).toEqual([]);
    expect(sameDay.effectiveFrom).toBe(at('2021-07-01', '10:00'));
  });
});

describe('contradictions', () => {
  const standing = [entry(A, 1, '2021-01-01')];
  const two = { releases: [releaseOf(A, 2)] };
  const cases: readonly [string, DecisionPlan, readonly string[]][] = [
    [
      'an addition of what is in force',
      plan(decisionOf([{ action: 'add', code: A, release: 2 }]), standing, two),
      ['decision.item.not-new'],
    ],
    [
      'an amendment of nothing',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }]), [], two),
      ['decision.item.amends-nothing'],
    ],
    ['a repeal of nothing', plan(decisionOf([{ action: 'repeal', code: A }]), []), ['decision.item.repeals-nothing']],
    [
      'a replacement of nothing',
      plan(decisionOf([{ action: 'replace', code: A, release: 2, replaces: [B] }]), [], two),
      ['decision.item.replaces-nothing'],
    ],
    [
      'a release that nobody has',
      plan(decisionOf([{ action: 'amend', code: A, release: 7 }]), standing),
      ['decision.item.unknown-release'],
    ],
    [
      'a number that holds other content already',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }]), standing, {
        ...two,
        stored: [releaseOf(A, 2, { description: { vi: 'khác' } })],
      }),
      ['decision.item.number-taken'],
    ],
    [
      'a content hash that is not the release’s',
      plan(decisionOf([{ action: 'amend', code: A, release: 2, contentHash: 'f'.repeat(64) }]), standing, two),
      ['decision.item.content-hash'],
    ],
    [
      'the same content again (a warning)',
      plan(decisionOf([{ action: 'amend', code: A, release: 1 }]), standing, { stored: [releaseOf(A, 1)] }),
      ['decision.item.no-change'],
    ],
    [
      'people sent to a procedure that is not in force',
      plan(decisionOf([{ action: 'repeal', code: A, replacedBy: B }]), standing),
      ['decision.item.replaced-by-unknown'],
    ],
    [
      'people sent to a procedure repealed by the same decision',
      plan(
        decisionOf([
          { action: 'repeal', code: A, replacedBy: B },
          { action: 'repeal', code: B },
        ]),
        [...standing, entry(B, 1, '2021-01-01')],
      ),
      ['decision.item.replaced-by-unknown'],
    ],
    [
      'the same code twice',
      plan(
        decisionOf([
          { action: 'amend', code: A, release: 2 },
          { action: 'repeal', code: A },
        ]),
        standing,
        two,
      ),
      ['decision.item.twice', 'decision.item.twice'],
    ],
    [
      'two decisions at the same instant',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }]), [entry(A, 1, '2021-07-01')], two),
      ['decision.item.same-instant'],
    ],
    [
      'an addition at the instant of another’s repeal',
      plan(
        decisionOf([{ action: 'add', code: A, release: 2 }]),
        [entry(A, 1, '2021-01-01', { effectiveTo: startOfDay('2021-07-01'), endedBy: '5/QĐ' })],
        two,
      ),
      ['decision.item.same-instant'],
    ],
    [
      'a change before another that is already scheduled',
      plan(
        decisionOf([{ action: 'amend', code: A, release: 3 }]),
        [
          entry(A, 1, '2021-01-01', { effectiveTo: startOfDay('2021-08-01'), endedBy: '2/QĐ-UBND' }),
          entry(A, 2, '2021-08-01'),
        ],
        { releases: [releaseOf(A, 3)] },
      ),
      ['decision.item.later-change'],
    ],
    [
      'a change before a repeal that is already scheduled',
      plan(
        decisionOf([{ action: 'amend', code: A, release: 2 }]),
        [entry(A, 1, '2021-01-01', { effectiveTo: startOfDay('2021-08-01'), endedBy: '5/QĐ' })],
        two,
      ),
      ['decision.item.later-change'],
    ],
    [
      'effect before the signing',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }], { signedOn: '2021-07-02' }), standing, two),
      ['decision.effective-before-signing'],
    ],
    [
      'less than five days’ notice (a warning)',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }], { signedOn: '2021-06-27' }), standing, two),
      ['decision.short-notice'],
    ],
    [
      'effect in the past (a warning)',
      plan(decisionOf([{ action: 'amend', code: A, release: 2 }]), standing, {
        ...two,
        now: at('2021-07-02', '08:00'),
      }),
      ['decision.effective-in-past'],
    ],
    [
      'a date that does not exist',
      plan(decisionOf([{ action: 'repeal', code: A }], { effectiveFrom: '2021-02-30' }), standing),
      ['decision.effective-from'],
    ],
  ];

  it.each(cases)('finds %s', (_, made, expected) => {
    expect(codes(made)).toEqual(expected);
    for (const found of [...made.problems, ...made.items.flatMap((item) => item.problems)])
      expect([
        found.message.vi.length > 0,
        found.severity === 'warning' || found.remedy !== undefined || found.path !== '',
      ]).toEqual([true, true]);
  });

  it('takes exactly five days for enough', () => {
    const made = plan(
      decisionOf([{ action: 'amend', code: A, release: 2 }], { signedOn: '2021-06-26' }),
      standing,
      two,
    );
    expect(codes(made)).toEqual([]);
  });
});

describe('the content hash', () => {
  it('is of the decision and of every release it names, in whatever order', () => {
    const decision = decisionOf([{ action: 'add', code: A, release: 1 }]);
    const [one, two] = [releaseOf(A, 1), releaseOf(B, 1)];
    expect(decisionHash(decision, [one, two])).toBe(decisionHash(decision, [two, one]));
    expect(decisionHash(decision, [one])).not.toBe(
      decisionHash(decision, [releaseOf(A, 1, { description: { vi: 'khác' } })]),
    );
    expect(decisionHash(decision, [one])).not.toBe(decisionHash({ ...decision, effectiveFrom: '2021-07-02' }, [one]));
  });
});
