import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { awaitsArrival } from '#engine/dossier/index.ts';
import type { Unit } from '#engine/store/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, codes, decisionOf, publish, stage, submission, value } from './fixtures.ts';

const rules: unknown = JSON.parse(readFileSync('definitions/reception.json', 'utf8'));

/** A day on which a counter may take in for another unit. */
const DAY = '2026-08-10';
const CODE = '1.000001';

const prepared = async (now = at(DAY, '08:00')) => {
  const staged = await stage(at('2021-06-01', '08:00'));
  value(await staged.service.reception.put(rules));
  await publish(staged.service, decisionOf('1/QĐ', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1),
  ]);
  staged.clock.set(now);
  return staged;
};

const command = (key: string) =>
  submission(CODE, key, { channel: 'counter', receivingUnit: 'H02.07201', competentUnit: 'H02.07202' });

describe('taking in for another unit', () => {
  it('lists the units that a counter may take in for, itself left out', async () => {
    const { service } = await prepared();
    const found = await service.catalogue.inForce(CODE);
    const units = await service.reception.competentUnits(found?.release.release ?? releaseOf(CODE, 1), 'H02.07201');
    expect(units.map(({ code }: Unit) => code)).toEqual(['H02.07202']);
  });

  it('is refused before the day of the rule, and for a unit that may not', async () => {
    const early = await prepared(at('2025-06-30', '08:00'));
    expect(codes(await early.service.dossiers.execute({ ...command('k1'), actor: clerk }))).toEqual([
      'non-territorial.not-offered',
    ]);
    const { service } = await prepared();
    const other = submission(CODE, 'k2', { channel: 'counter', receivingUnit: 'H02.07201', competentUnit: 'H02.213' });
    expect(codes(await service.dossiers.execute({ ...other, actor: clerk }))).toEqual(['non-territorial.unit']);
  });

  it('stands in the list of the competent unit until it is received, and is found when nobody receives it', async () => {
    const { service, store, clock } = await prepared();
    const made = value(await service.dossiers.execute({ ...command('k1'), actor: clerk }));
    const accepted = value(
      await service.dossiers.execute({ dossier: made.id, command: { type: 'accept' }, actor: clerk, key: 'k2' }),
    );
    expect(awaitsArrival(accepted)).toBe(true);
    // The code is the receiving unit's: it took it in.
    expect(accepted.code.startsWith('000.01.13.H02-')).toBe(true);
    const awaited = () => store.dossiers.list({ awaitedBy: 'H02.07202', limit: 9, offset: 0 });
    expect((await awaited()).rows.map(({ id }) => id)).toEqual([made.id]);
    const standing = async () =>
      (await store.overview.counts({ now: clock.now(), soon: {}, soonElse: clock.now(), idleSince: clock.now() }))
        .filter(({ waits }) => waits === 'arrival')
        .reduce((sum, { count }) => sum + count, 0);
    expect(await standing()).toBe(0);
    clock.set(at('2026-08-11', '07:30'));
    expect(await standing()).toBe(1);

    const there = { ...clerk, id: 'clerk-2', unit: 'H02.07202' };
    const received = value(
      await service.dossiers.execute({
        dossier: made.id,
        command: { type: 'receive-transfer' },
        actor: there,
        key: 'k3',
      }),
    );
    expect(received.nonTerritorial?.arrivedAt).toBe(at('2026-08-11', '07:30'));
    expect((await awaited()).total).toBe(0);
    expect(await standing()).toBe(0);
    expect(await service.dossiers.verify(made.id)).toMatchObject({ ok: true });
    expect(value(await service.dossiers.rebuild(made.id)).mended).toEqual([]);
  });

  it('refuses rules that are not of the format', async () => {
    const { service } = await stage();
    expect((await service.reception.put({ format: 'motcua/reception@1', kiosk: [{ validFrom: 'soon' }] })).ok).toBe(
      false,
    );
  });
});
