import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Service } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const CODE = '1.000001';
const inForce = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  return stood;
};

const submitted = async (service: Service, key: string, receivingUnit = 'H02.07201'): Promise<string> =>
  value(await service.dossiers.execute(submission(CODE, key, { receivingUnit }))).id;

const accept = (service: Service, dossier: string, over: { unit?: string; key?: string } = {}) =>
  service.dossiers.execute({
    dossier,
    command: { type: 'accept' },
    actor: { ...clerk, unit: over.unit ?? 'H02.07201' },
    key: over.key ?? `accept ${dossier}`,
  });

describe('the register of a year', () => {
  it('numbers what is accepted, in the order of acceptance, not of submission', async () => {
    const { service } = await inForce();
    const [first, second] = [await submitted(service, 'a'), await submitted(service, 'b')];
    expect(value(await accept(service, second)).register).toEqual({ unit: 'H02.07201', year: 2021, number: 1 });
    expect(value(await accept(service, first)).register).toEqual({ unit: 'H02.07201', year: 2021, number: 2 });
  });

  it('gives each number once and leaves none out, however many are accepted at once', async () => {
    const { service } = await inForce();
    const ids = await Promise.all(Array.from({ length: 20 }, (_, place) => submitted(service, `k${String(place)}`)));
    const taken = await Promise.all(ids.map((id) => accept(service, id)));
    const numbers = taken.map((one) => value(one).register?.number ?? 0).sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, place) => place + 1));
  });

  it('spends no number on an acceptance that is refused or repeated', async () => {
    const { service } = await inForce();
    const [first, second] = [await submitted(service, 'a'), await submitted(service, 'b')];
    await accept(service, first);
    await accept(service, first);
    expect(codes(await accept(service, first, { key: 'again' }))).not.toEqual([]);
    expect(value(await accept(service, second)).register?.number).toBe(2);
  });

  it('is one book for each unit, and begins anew with the year', async () => {
    const { service, clock } = await inForce();
    await accept(service, await submitted(service, 'a'));
    const elsewhere = await submitted(service, 'b', 'H02.07202');
    expect(value(await accept(service, elsewhere, { unit: 'H02.07202' })).register?.number).toBe(1);
    const late = await submitted(service, 'c');
    // 00:30 of New Year's Day in Vietnam is still the old year in UTC.
    clock.set(at('2022-01-01', '00:30'));
    expect(value(await accept(service, late)).register).toEqual({ unit: 'H02.07201', year: 2022, number: 1 });
  });

  it('is told by the events alone', async () => {
    const { service, file } = await inForce();
    const id = await submitted(service, 'a');
    const { register } = value(await accept(service, id));
    expect((await service.dossiers.verify(id)).ok).toBe(true);
    const db = new Database(file);
    db.prepare(`UPDATE dossiers SET state = json_remove(state, '$.register') WHERE id = ?`).run(id);
    db.close();
    expect(value(await service.dossiers.rebuild(id)).mended).toContain('state');
    expect((await service.dossiers.byId(id))?.register).toEqual(register);
  });
});
