import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { author, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';

const CODE = '1.000001';
const of = (number: number) =>
  releaseOf(CODE, number, {
    timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 2 + number, unit: 'working-day' } }],
  });

const inForce = async () => {
  const made = await stage();
  await publish(made.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    of(1),
  ]);
  return made;
};

const amend = (number: string, effectiveFrom: string, release: number) =>
  decisionOf(number, effectiveFrom, [{ action: 'amend', code: CODE, release }]);

describe('the effect of decisions', () => {
  it('lets two amendments begin on one day, each from its own instant, and dossiers follow them', async () => {
    const { service, clock } = await inForce();
    const [morning, noon] = [at('2021-07-01', '00:00'), at('2021-07-01', '12:00')];
    await publish(service, amend('11/QĐ-UBND', '2021-07-01', 2), [of(2)]);
    await publish(service, amend('12/QĐ-UBND', noon, 3), [of(3)]);
    const before = (instant: string) => new Date(Date.parse(instant) - 1).toISOString();
    const seen: number[] = [];
    for (const [key, instant] of [before(morning), morning, before(noon), noon].entries()) {
      clock.set(instant);
      seen.push(value(await service.dossiers.execute(submission(CODE, `k${String(key)}`))).releaseNumber);
    }
    expect(seen).toEqual([1, 2, 2, 3]);
    expect((await service.catalogue.history(CODE)).map(({ decision, endedBy }) => [decision, endedBy])).toEqual([
      ['10/QĐ-UBND', '11/QĐ-UBND'],
      ['11/QĐ-UBND', '12/QĐ-UBND'],
      ['12/QĐ-UBND', undefined],
    ]);
    const log = await service.publicLog.entries();
    expect(log.map(({ decision }) => decision)).toEqual(['10/QĐ-UBND', '11/QĐ-UBND', '12/QĐ-UBND']);
  });

  it('refuses a second change of one procedure at one instant, by whatever decision', async () => {
    const { service } = await inForce();
    await publish(service, amend('11/QĐ-UBND', '2021-07-01', 2), [of(2)]);
    const refused = await service.catalogue.propose(
      { decision: amend('12/QĐ-UBND', at('2021-07-01', '00:00'), 3), releases: [of(3)] },
      author,
    );
    expect(codes(refused)).toEqual(['decision.item.same-instant']);
  });

  it('corrects after the fact: what is known changes, what was known stays, taken-in dossiers keep their release', async () => {
    const { service, clock, store } = await inForce();
    await publish(service, amend('11/QĐ-UBND', '2021-07-01', 2), [of(2)]);
    clock.set(at('2021-07-05', '08:00'));
    const wrong = value(await service.dossiers.execute(submission(CODE, 'wrong')));
    const unaware = clock.now();
    clock.set(at('2021-07-06', '08:00'));
    await publish(service, { ...amend('13/QĐ-UBND', '2021-07-01', 3), corrects: '11/QĐ-UBND' }, [of(3)]);
    const asOf = at('2021-07-05', '08:00');
    expect((await store.catalogue.inForce(CODE, asOf))?.number).toBe(3);
    expect((await store.catalogue.inForce(CODE, asOf, unaware))?.number).toBe(2);
    expect((await service.dossiers.byId(wrong.id))?.releaseNumber).toBe(2);
    expect(value(await service.dossiers.execute(submission(CODE, 'right'))).releaseNumber).toBe(3);
    expect(codes(await service.catalogue.withdraw('11/QĐ-UBND', author, 'Sai'))).toEqual([
      'decision.withdraw.in-effect',
    ]);
  });

  it('withdraws before the effect: the instant passes and nothing happens, and all of it is traced', async () => {
    const { service, clock, store } = await inForce();
    await publish(service, amend('11/QĐ-UBND', '2021-07-01', 2), [of(2)]);
    const announced = clock.now();
    clock.set(at('2021-06-20', '08:00'));
    value(await service.catalogue.withdraw('11/QĐ-UBND', author, 'Sai ngày'));
    clock.set(at('2021-07-02', '08:00'));
    expect(value(await service.dossiers.execute(submission(CODE, 'k'))).releaseNumber).toBe(1);
    expect((await store.catalogue.inForce(CODE, clock.now(), announced))?.number).toBe(2);
    expect((await service.publicLog.entries()).map(({ act }) => act)).toEqual(['applied', 'applied', 'withdrawn']);
    expect((await service.publicLog.check()).problems).toEqual([]);
  });
});
