import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codesOf, planDecision } from '#engine/catalogue/index.ts';
import { addDays, startOfDay } from '#engine/clock/index.ts';
import type { Decision, DecisionItem, Release } from '#engine/definition/index.ts';
import type { DecisionRecord, Store } from '#engine/store/index.ts';
import { closeStores, freshStore, releaseOf } from '../store/fixtures.ts';

const CODES = ['1.000001', '1.000002', '1.000003'] as const;
const START = '2021-01-01';

type Step =
  | {
      readonly type: 'apply';
      readonly day: number;
      readonly changes: readonly (readonly [code: number, repeal: boolean])[];
    }
  /** From so many days before or after the step, whatever the corrected decision still says of its first procedure. */
  | { readonly type: 'correct'; readonly which: number; readonly day: number; readonly repeal: boolean }
  | { readonly type: 'withdraw'; readonly which: number };

/** A decision as it stands: what it says of each procedure, and from which day. */
interface Standing {
  readonly number: string;
  readonly from: string;
  readonly changes: readonly { readonly code: string; readonly release?: number }[];
  readonly corrects?: string;
}

/**
 * What the catalogue says, told the slow way, a day at a time: of the decisions standing at a known instant, in
 * the order in which they became known, each governs every day from its effect on; a correction only those days
 * that the decision which it corrects governs, with something in force. (None may come before a later change that
 * stands: the plan refuses it, and a repeal where nothing is in force is no change.)
 */
const naive = (standing: readonly Standing[], code: string, asOf: string): number | undefined => {
  let governing: { readonly by: string; readonly release?: number } | undefined;
  for (const { number, from, changes, corrects } of standing) {
    const says = changes.find((change) => change.code === code);
    if (!says || from > asOf) continue;
    if (corrects === undefined || (corrects === governing?.by && governing.release !== undefined))
      governing = { by: number, ...(says.release === undefined ? {} : { release: says.release }) };
  }
  return governing?.release;
};

/** What holds at an instant holds from then on: nothing later of the procedure stands. */
const staysAfter = (standing: readonly Standing[], code: string, instant: string): boolean =>
  standing.every(({ from }) => from <= instant || naive(standing, code, from) === naive(standing, code, instant));

const releases = new Map<string, Release>();
const release = (code: string, number: number): Release => {
  const key = `${code}/${number}`;
  const made = releases.get(key) ?? releaseOf(code, number);
  releases.set(key, made);
  return made;
};

const decisionOf = (
  number: string,
  day: number,
  items: readonly DecisionItem[],
  over: Partial<Decision> = {},
): Decision => ({
  format: 'motcua/decision@1',
  number,
  kind: 'publication',
  signedOn: '2020-12-01',
  effectiveFrom: addDays(START, day),
  items: [...items],
  ...over,
});

const recordOf = (decision: Decision): DecisionRecord => ({
  number: decision.number,
  decision,
  contentHash: '0'.repeat(64),
  status: 'approved',
  author: { id: 'a', name: 'A' },
  createdAt: startOfDay(START),
});

/** Each step happens a day later than the one before; knows what the naive model knows after each. */
const play = async (store: Store, steps: readonly Step[]) => {
  const known: { readonly at: string; readonly standing: readonly Standing[] }[] = [];
  const applied: { readonly record: DecisionRecord; readonly standing: Standing }[] = [];
  let standing: readonly Standing[] = [];
  for (const [place, step] of steps.entries()) {
    const now = startOfDay(addDays(START, place));
    if (step.type !== 'withdraw') {
      const items: DecisionItem[] = [];
      const wrong = step.type === 'correct' ? applied[step.which % Math.max(applied.length, 1)]?.standing : undefined;
      const code = wrong?.changes[0]?.code;
      if (step.type === 'correct' && code !== undefined)
        items.push(step.repeal ? { action: 'repeal', code } : { action: 'amend', code, release: place + 1 });
      for (const [index, repeal] of step.type === 'apply' ? step.changes : []) {
        const code = CODES[index] ?? CODES[0];
        const inForce = await store.catalogue.inForce(code, startOfDay(addDays(START, place + step.day)));
        if (repeal && inForce) items.push({ action: 'repeal', code });
        else items.push({ action: inForce ? 'amend' : 'add', code, release: place + 1 });
      }
      if (items.length === 0) {
        known.push({ at: now, standing });
        continue;
      }
      const decision = decisionOf(
        `${place + 1}/QĐ-UBND`,
        place + step.day,
        items,
        wrong ? { corrects: wrong.number } : {},
      );
      const brought = items.flatMap((item) => (item.release === undefined ? [] : [release(item.code, item.release)]));
      const history = new Map(
        await Promise.all(codesOf(decision).map(async (code) => [code, await store.catalogue.history(code)] as const)),
      );
      const plan = planDecision({ decision, releases: brought, storedHashes: new Map(), history, now });
      const problems = [...plan.problems, ...plan.items.flatMap((item) => item.problems)];
      if (!problems.some((found) => found.severity === 'error')) {
        if (!wrong) for (const { code } of items) expect(staysAfter(standing, code, plan.effectiveFrom)).toBe(true);
        const record = recordOf(decision);
        expect((await store.catalogue.saveDecision(record, brought)).ok).toBe(true);
        expect(await store.catalogue.apply(record, plan.change, now)).toEqual({ ok: true, value: undefined });
        const one: Standing = {
          number: decision.number,
          from: plan.effectiveFrom,
          ...(wrong ? { corrects: wrong.number } : {}),
          changes: items.map((item) => ({
            code: item.code,
            ...(item.release === undefined ? {} : { release: item.release }),
          })),
        };
        applied.push({ record, standing: one });
        standing = [...standing, one];
      }
    } else {
      const chosen = applied[step.which % Math.max(applied.length, 1)];
      if (chosen && standing.includes(chosen.standing)) {
        const done = await store.catalogue.withdraw(chosen.record, now);
        if (done.ok) standing = standing.filter((one) => one !== chosen.standing);
        else expect(done.problems[0]?.code).toMatch(/in-effect|built-upon/);
        if (chosen.standing.from <= now) expect(done.ok).toBe(false);
      }
    }
    known.push({ at: now, standing });
  }
  return known;
};

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('apply' as const),
      /** Days from the step to the effect; a few are entered late. */
      day: fc.integer({ min: -2, max: 9 }),
      changes: fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.boolean()), {
        minLength: 1,
        maxLength: 2,
        selector: ([code]) => code,
      }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('withdraw' as const), which: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('correct' as const),
      which: fc.nat(9),
      day: fc.integer({ min: -9, max: 5 }),
      repeal: fc.boolean(),
    }),
  },
);

/** Instants of the day too, not only its beginning. */
const instantOf = (minutes: number): string => new Date(Date.parse(startOfDay(START)) + minutes * 60_000).toISOString();

const DAY = 1440;
const questions = fc.array(
  fc.tuple(fc.nat(2), fc.integer({ min: -3 * DAY, max: 30 * DAY }), fc.integer({ min: -DAY, max: 20 * DAY })),
  { minLength: 400, maxLength: 400 },
);

/** Of 400 questions each: 10,000, others each time; a failure names its seed. MOTCUA_HISTORIES asks for more. */
const HISTORIES = Number(process.env['MOTCUA_HISTORIES'] ?? 25);

describe('any history of applying, correcting and withdrawing', () => {
  it('keeps a repeal that a later decision has built upon', async () => {
    const { store } = await freshStore();
    const known = await play(store, [
      { type: 'apply', day: 0, changes: [[2, false]] },
      { type: 'withdraw', which: 0 },
      { type: 'apply', day: 3, changes: [[2, true]] },
      { type: 'apply', day: 3, changes: [[2, false]] },
      { type: 'withdraw', which: 4 },
    ]);
    expect(known.at(-1)?.standing.map(({ number }) => number)).toEqual(['1/QĐ-UBND', '3/QĐ-UBND', '4/QĐ-UBND']);
  });

  it('lets an addition that was corrected away stand in the way of nothing', async () => {
    const { store } = await freshStore();
    const known = await play(store, [
      { type: 'apply', day: 9, changes: [[1, false]] },
      { type: 'correct', which: 0, day: 0, repeal: true },
      { type: 'apply', day: 2, changes: [[1, false]] },
    ]);
    const standing = known.at(-1)?.standing ?? [];
    expect(standing.map(({ number }) => number)).toEqual(['1/QĐ-UBND', '2/QĐ-UBND', '3/QĐ-UBND']);
    for (const [day, number] of [
      [3, undefined],
      [4, 3],
      [9, 3],
      [30, 3],
    ] as const) {
      const asOf = startOfDay(addDays(START, day));
      expect((await store.catalogue.inForce(CODES[1], asOf))?.number).toBe(number);
      expect(naive(standing, CODES[1], asOf)).toBe(number);
    }
  });

  it(
    'answers random (effective, known) questions as a naive replay does, and never overlaps',
    { timeout: 120_000 + HISTORIES * 2_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(step, { minLength: 6, maxLength: 18 }),
          fc.noShrink(questions),
          async (steps, asked) => {
            const { store } = await freshStore();
            const known = await play(store, steps);
            for (const [place, [which, effective, knownMinutes]] of asked.entries()) {
              const code = CODES[which] ?? CODES[0];
              const [asOf, knownAt] = [instantOf(effective), instantOf(knownMinutes)];
              const then = known.findLast(({ at }) => at <= knownAt)?.standing ?? [];
              expect((await store.catalogue.inForce(code, asOf, knownAt))?.number).toBe(naive(then, code, asOf));
              if (place % 20 > 0) continue;
              const all = new Map(
                (await store.catalogue.allInForce(asOf, knownAt)).map((one) => [one.code, one.number]),
              );
              expect(CODES.map((one) => all.get(one))).toEqual(CODES.map((one) => naive(then, one, asOf)));
            }
            for (const { at: knownAt } of known)
              for (const code of CODES) {
                const rows = await store.catalogue.history(code, knownAt);
                rows.forEach((row, place) => {
                  const next = rows[place + 1];
                  if (next) expect(row.effectiveTo !== undefined && row.effectiveTo <= next.effectiveFrom).toBe(true);
                });
              }
            const last = known.at(-1);
            for (const code of CODES)
              for (const asOf of [startOfDay(START), startOfDay(addDays(START, 28))])
                expect((await store.catalogue.inForce(code, asOf))?.number).toBe(
                  naive(last?.standing ?? [], code, asOf),
                );
            await closeStores();
          },
        ),
        { numRuns: HISTORIES },
      );
    },
  );
});
