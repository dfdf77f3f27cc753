import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { DecisionItem, Procedure } from '#engine/definition/index.ts';
import type { Service } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { approver, author, citizen, clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const OTHER = '1.000002';
const add = (code: string): DecisionItem => ({ action: 'add', code, release: 1 });
const withPaper: Partial<Procedure> = {
  none: ['fees', 'cases', 'conditions', 'publicSteps'],
  checklist: [{ id: 'plan', name: { vi: 'Bản vẽ' }, kind: 'submit', originals: 1 }],
};
const amend = (code: string, inFlight: DecisionItem['inFlight']): DecisionItem => ({
  action: 'amend',
  code,
  release: 2,
  ...(inFlight ? { inFlight } : {}),
});

/** Two procedures with dossiers under way, and a decision from 1 July that changes both. */
const underWay = async (count: number, item: DecisionItem['inFlight'], over: Partial<Procedure> = {}) => {
  const at0 = await stage();
  const { service } = at0;
  await publish(service, decisionOf('10/QĐ-UBND', '2021-06-01', [add(CODE), add(OTHER)]), [
    releaseOf(CODE, 1),
    releaseOf(OTHER, 1),
  ]);
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const code = n % 4 === 3 ? OTHER : CODE;
    const { id } = value(await service.dossiers.execute(submission(code, `submit-${String(n)}`)));
    ids.push(id);
    if (n % 2 === 0)
      value(
        await service.dossiers.execute({
          dossier: id,
          command: { type: 'accept' },
          actor: clerk,
          key: `accept-${String(n)}`,
        }),
      );
  }
  const decision = decisionOf('11/QĐ-UBND', '2021-07-01', [amend(CODE, item), amend(OTHER, undefined)]);
  const given = { decision, releases: [releaseOf(CODE, 2, over), releaseOf(OTHER, 2)] };
  return { ...at0, ids, given };
};

const statesOf = async (service: Service, ids: readonly string[]) =>
  (await Promise.all(ids.map((id) => service.dossiers.byId(id)))).flatMap((state) => state ?? []);

const workOff = async (service: Service): Promise<void> => {
  for (let more = 1; more > 0;) more = await service.conversions.work();
};

describe('running dossiers under a decision', () => {
  it('each have exactly one outcome before anything is signed, and nothing is written', async () => {
    const { service, ids, given } = await underWay(12, { policy: 'convert' });
    const before = await statesOf(service, ids);
    const run = await service.conversions.dryRun(given);
    expect(run).toMatchObject({
      finished: true,
      done: 12,
      total: 12,
      counts: { convert: 9, keep: 3, ask: 0, stay: 0 },
    });
    expect(run.dossiers.map(({ dossier }) => dossier).sort()).toEqual([...ids].sort());
    expect(await statesOf(service, ids)).toEqual(before);
  });

  it('stay, with every reason, where a check stands against it', async () => {
    const { service, given } = await underWay(4, { policy: 'convert' }, withPaper);
    const run = await service.conversions.dryRun(given);
    expect(run.counts).toEqual({ convert: 0, keep: 1, ask: 0, stay: 3 });
    const stays = run.dossiers.filter(({ outcome }) => outcome === 'stay');
    expect(stays.map(({ reasons }) => reasons.map(({ aspect }) => aspect))).toEqual([
      ['papers'],
      ['papers'],
      ['papers'],
    ]);
  });

  it('are converted from the effect on, as foreseen, once each, and told', async () => {
    const { service, store, clock, ids, given } = await underWay(12, { policy: 'convert' });
    const { counts } = await service.conversions.dryRun(given);
    await publish(service, given.decision, given.releases);
    await service.tick();
    expect((await service.conversions.progress('11/QĐ-UBND'))?.counts).toEqual({});
    clock.set(at('2021-07-01', '00:00'));
    await workOff(service);
    const states = await statesOf(service, ids);
    expect(states.filter(({ releaseNumber }) => releaseNumber === 2)).toHaveLength(counts.convert);
    expect(states.filter(({ procedure, releaseNumber }) => procedure === OTHER && releaseNumber === 1)).toHaveLength(
      counts.keep,
    );
    const progress = await service.conversions.progress('11/QĐ-UBND');
    expect(progress).toMatchObject({ job: { state: 'done' }, counts: { converted: 9 } });
    for (const { id } of states) expect((await service.dossiers.verify(id)).ok).toBe(true);
    expect(await store.dossiers.openReleases()).toHaveLength(2);
  });

  it('can be stopped, resumed and taken back; one that went on since stays, and says why', async () => {
    const { service, clock, ids, given } = await underWay(12, { policy: 'convert' });
    await publish(service, given.decision, given.releases);
    clock.set(at('2021-07-01', '08:00'));
    expect(codes(await service.conversions.stop('11/QĐ-UBND', citizen))).toEqual(['decision.may-not']);
    value(await service.conversions.stop('11/QĐ-UBND', author));
    expect(await service.conversions.work()).toBe(0);
    value(await service.conversions.resume('11/QĐ-UBND', author));
    await workOff(service);
    clock.set(at('2021-07-01', '09:00'));
    const submitted = (await statesOf(service, ids)).find(
      ({ status, procedure }) => status === 'submitted' && procedure === CODE,
    );
    value(
      await service.dossiers.execute({
        dossier: submitted?.id ?? '',
        command: { type: 'accept' },
        actor: clerk,
        key: 'later',
      }),
    );
    expect(codes(await service.conversions.revert('11/QĐ-UBND', author, ' '))).toEqual(['conversion.reason']);
    value(await service.conversions.revert('11/QĐ-UBND', author, 'Quyết định bị tạm dừng'));
    await workOff(service);
    expect(await service.conversions.progress('11/QĐ-UBND')).toMatchObject({
      job: { state: 'reverted' },
      counts: { reverted: 8, stayed: 1 },
    });
    const states = await statesOf(service, ids);
    expect(states.filter(({ releaseNumber }) => releaseNumber === 2).map(({ id }) => id)).toEqual([submitted?.id]);
    const [stayed] = await service.conversions.rows('11/QĐ-UBND', { states: ['stayed'], limit: 5 });
    expect(stayed?.reasons.map(({ problem }) => problem.code)).toEqual(['dossier.convert.moved-on']);
  });

  it('are asked about, with a period and what is done in silence', async () => {
    const { service, clock, ids, given } = await underWay(4, { policy: 'ask', answerDays: 5, otherwise: 'convert' });
    await publish(service, given.decision, given.releases);
    clock.set(at('2021-07-01', '08:00'));
    await workOff(service);
    const [first, second, third] = (await statesOf(service, ids)).filter(({ procedure }) => procedure === CODE);
    expect(first?.question).toMatchObject({
      until: at('2021-07-07', '00:00'),
      otherwise: 'convert',
      decision: '11/QĐ-UBND',
    });
    const answer = (id: string | undefined, choice: 'keep' | 'convert') =>
      service.dossiers.execute({
        dossier: id ?? '',
        command: { type: 'answer-conversion', choice },
        actor: citizen,
        key: `answer-${id ?? ''}`,
      });
    value(await answer(first?.id, 'keep'));
    value(await answer(second?.id, 'convert'));
    expect((await service.conversions.progress('11/QĐ-UBND'))?.counts).toEqual({ kept: 1, converted: 1, asked: 1 });
    clock.set(at('2021-07-07', '00:00'));
    await service.tick();
    const last = await service.dossiers.byId(third?.id ?? '');
    expect(last).toMatchObject({ releaseNumber: 2, question: { answer: { choice: 'convert', silent: true } } });
    expect((await service.conversions.progress('11/QĐ-UBND'))?.counts).toEqual({ kept: 1, converted: 2 });
  });

  it('are left alone when the decision is withdrawn before its effect', async () => {
    const { service, clock, ids, given } = await underWay(4, { policy: 'convert' });
    await publish(service, given.decision, given.releases);
    value(await service.catalogue.withdraw('11/QĐ-UBND', approver, 'Ban hành nhầm'));
    clock.set(at('2021-07-02', '08:00'));
    expect(await service.conversions.work()).toBe(0);
    expect((await statesOf(service, ids)).every(({ releaseNumber }) => releaseNumber === 1)).toBe(true);
  });
});
