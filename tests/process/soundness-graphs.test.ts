import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { verifySoundness } from '#engine/verify/index.ts';
import { everyRun, type Truth } from './every-run.ts';
import { holdsInner, shape, xmlOf, type Shape } from './random-graph.ts';
import { graphOf } from './support.ts';

const RUNS = 300;

/**
 * A sub-process has to be sound by itself too: that an end of its surroundings would cut it off in
 * the midst of its work does not make it able to end.
 */
const truthOf = async (given: Shape): Promise<Truth> => {
  const whole = everyRun(await graphOf(xmlOf(given), { process: 'p' }));
  return whole === 'sound' && given.inner && holdsInner(given) ? everyRun(await graphOf(xmlOf(given.inner))) : whole;
};

/** A branch that goes round for ever, and beside it an end that stops everything. */
const CUT_OFF: Shape = {
  forwards: false,
  terminates: true,
  places: [
    {
      kind: 'parallel',
      ways: [
        { to: 3, on: 'task', late: 0 },
        { to: 1, on: 'task', late: 0 },
      ],
    },
    { kind: 'exclusive', ways: [{ to: 2, on: 'task', late: 0 }] },
    { kind: 'exclusive', ways: [{ to: 1, on: 'task', late: 0 }] },
  ],
};

/**
 * An inclusive gateway that is split and join at once, beside a time limit, and an end that stops
 * everything: reached from the second way, or from its time limit.
 */
const splitAndJoin = (to: number, late: number): Shape => ({
  forwards: false,
  terminates: true,
  places: [
    {
      kind: 'inclusive',
      ways: [
        { to: 0, on: 'task', late: 0 },
        { to, on: 'timeout', late },
      ],
    },
  ],
});

/** Two turns of a sub-process that ends by stopping its turn. */
const IN_TURNS: Shape = {
  forwards: true,
  terminates: true,
  held: 'repeated',
  places: [{ kind: 'exclusive', ways: [{ to: 0, on: 'inside', late: 0 }] }],
  inner: { forwards: false, terminates: true, places: [{ kind: 'exclusive', ways: [{ to: 1, on: 'task', late: 0 }] }] },
};

describe('the soundness of any graph of gateways, tasks, time limits and sub-processes', () => {
  it('is what trying out every run with the engine says', async () => {
    const met: Partial<Record<Truth, number>> = {};
    await fc.assert(
      fc.asyncProperty(shape, async (given) => {
        const xml = xmlOf(given);
        const truth = await truthOf(given);
        met[truth] = (met[truth] ?? 0) + 1;
        fc.pre(truth !== 'too-many');
        const { verdict, findings } = verifySoundness(await graphOf(xml, { process: 'p' }));
        const said = findings.map(({ code, element }) => `${code} ${element}`);
        expect({ verdict, truth, said, xml }).toMatchObject({ verdict: truth === 'sound' ? 'sound' : 'unsound' });
      }),
      { numRuns: RUNS, examples: [[CUT_OFF], [splitAndJoin(1, 0)], [splitAndJoin(0, 1)], [IN_TURNS]] },
    );
    // Both verdicts are met often enough for their agreement to mean something.
    expect(met.sound).toBeGreaterThan(RUNS / 20);
    expect(met['cannot-end']).toBeGreaterThan(RUNS / 50);
    expect(met.unsafe).toBeGreaterThan(RUNS / 50);
  }, 120_000);
});
