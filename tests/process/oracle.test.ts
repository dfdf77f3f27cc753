import { describe, expect, it } from 'vitest';
import { caseRunner, type OracleCase } from '#engine/cli/process/cases.ts';
import { loadProcess } from '#engine/cli/process/load.ts';
import { corpus, hasShared, json, shared } from './support.ts';

type Case = OracleCase & { readonly tier: 'A' | 'B' };

const casesOf = (file: string): readonly Case[] => (json(file) as { readonly cases: readonly Case[] }).cases;

const differing = async (cases: readonly Case[], base: (name: string) => string): Promise<readonly string[]> => {
  const run = caseRunner((name, process) =>
    loadProcess(base(name), { tolerant: true, ...(process === undefined ? {} : { process }) }),
  );
  const ids: string[] = [];
  for (const each of cases) {
    const outcome = await run(each);
    if (!outcome.ok) ids.push(`${each.tier} ${outcome.id}`);
  }
  return ids;
};

/**
 * FEEL conditions that are no truth value ("should return boolean value", 42): two engines take them
 * for true, FEEL takes them for "not known", and a token that finds no way is an incident here.
 */
const DECIDED_OTHERWISE = ['#first', '#last'].map(
  (run) => `B camunda7/ConditionalScriptSequenceFlowTest.testScriptExpressionWithNonBooleanResult${run}`,
);

describe('execution semantics against other engines', () => {
  it('answers for a case that it cannot read, and goes on', async () => {
    const run = caseRunner((name) => loadProcess(name));
    for (const given of [
      null,
      'x',
      {},
      { id: 'a', file: 3 },
      { id: 'a', file: 'f', initial: {}, script: [], expected: {} },
    ])
      expect(await run(given)).toMatchObject({ ok: false, step: null, refused: 'process.case.unreadable' });
  });

  it('agrees with every core case at every step', async () => {
    expect(await differing(casesOf(corpus('cases.json')), corpus)).toEqual([]);
  }, 60_000);

  it.skipIf(!hasShared)(
    'agrees with all cases of tiers A and B, two decided otherwise (needs ../shared beside the checkout)',
    async () => {
      const cases = casesOf(shared('bpmn/oracle.json'));
      expect(cases.length).toBe(1524);
      expect(await differing(cases, (name) => shared(`bpmn/${name}`))).toEqual(DECIDED_OTHERWISE);
    },
    120_000,
  );
});
