import { describe, expect, it } from 'vitest';
import { at, localDate, type Announcement } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { author, clerk, codes, decisionOf, publish, stage, submission, value, type Stage } from './fixtures.ts';

const CODE = '1.000001';

const office: Actor = { ...author, roles: ['office'] };
const head: Actor = { kind: 'staff', id: 'head-1', name: 'Đỗ Thị Trưởng', unit: 'H02.07201', roles: ['head'] };

const holiday: Announcement = {
  kind: 'off',
  day: '2021-06-11',
  name: { vi: 'Nghỉ bù' },
  source: '100/TB-VPCP',
};

const withDossiers = async (): Promise<{ readonly stood: Stage; readonly early: string; readonly later: string }> => {
  const stood = await stage(at('2021-06-01', '08:00'));
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1, { timeLimits: [{ id: 'usual', legal: { value: 5, unit: 'working-day' } }] }),
  ]);
  const take = async (key: string, day: string): Promise<string> => {
    stood.clock.set(at(day, '08:00'));
    const { id } = value(await stood.service.dossiers.execute(submission(CODE, key)));
    value(
      await stood.service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: `${key}-a` }),
    );
    return id;
  };
  return { stood, early: await take('one', '2021-06-01'), later: await take('two', '2021-06-09') };
};

describe('a holiday announced later', () => {
  it('recounts only the dossiers that run over it, lists them, and keeps what was promised', async () => {
    const { stood, early, later } = await withDossiers();
    const { service } = stood;
    const before = await service.dossiers.byId(later);
    const told = value(await service.recounts.announce('vietnam', holiday, office));
    expect(told).toMatchObject({ done: true, examined: 2, touched: [{ dossier: later }] });
    const after = await service.dossiers.byId(later);
    expect(after?.promised).toEqual(before?.promised);
    expect((after?.legal?.due ?? '') > (before?.legal?.due ?? '')).toBe(true);
    expect((await service.dossiers.events(early)).map(({ type }) => type)).not.toContain('recounted');
    expect(await service.recounts.all()).toEqual([told]);
    expect((await service.dossiers.verify(later)).ok).toBe(true);
  });

  it('is said once, by the office, about a day that changes', async () => {
    const { stood } = await withDossiers();
    const { recounts } = stood.service;
    expect(codes(await recounts.announce('vietnam', holiday, clerk))).toEqual(['announcement.who']);
    expect(codes(await recounts.announce('vietnam', { ...holiday, day: '2021-06-13' }, office))).toEqual([
      'announcement.same',
    ]);
    value(await recounts.announce('vietnam', holiday, office));
    expect(codes(await recounts.announce('vietnam', holiday, office))).toEqual(['announcement.same']);
  });

  it('goes on where a process was stopped', async () => {
    const { stood, later } = await withDossiers();
    const { service, store } = stood;
    const told = value(await service.recounts.announce('vietnam', holiday, office));
    await store.settings.put('recounts', [{ ...told, done: false, touched: [] }]);
    await service.tick();
    expect((await service.recounts.all())[0]?.done).toBe(true);
    const recounted = (await service.dossiers.events(later)).filter(({ type }) => type === 'recounted');
    expect(recounted).toHaveLength(1);
  });

  it('closes one unit only', async () => {
    const { stood } = await withDossiers();
    const closure: Announcement = {
      kind: 'closure',
      unit: 'H02.nobody',
      day: '2021-06-10',
      to: '2021-06-11',
      name: { vi: 'Phong tỏa' },
      source: '15/QĐ-UBND',
    };
    expect(value(await stood.service.recounts.announce('vietnam', closure, office)).touched).toEqual([]);
    const own = value(await stood.service.recounts.announce('vietnam', { ...closure, unit: 'H02.07201' }, office));
    expect(own.touched).toHaveLength(1);
  });
});

describe('something that kept a whole unit from working', () => {
  const power = {
    unit: 'H02.07201',
    kind: 'power',
    from: at('2021-06-09', '13:30'),
    to: at('2021-06-09', '17:00'),
    ground: 'Mất điện toàn phường',
    decision: '',
  } as const;

  it('is one record that lies on every dossier of its time, and moves no date', async () => {
    const { stood, early, later } = await withDossiers();
    const { service, clock } = stood;
    const state = await service.dossiers.byId(later);
    if (!state) throw new Error('expected a dossier');
    clock.set(at('2021-06-10', '08:00'));
    value(await service.incidents.add(power, head));
    const after = await service.dossiers.byId(later);
    expect(after).toEqual(state);
    expect(await service.incidents.onDossier(state)).toMatchObject([{ kind: 'power', minutes: 210 }]);
    const first = await service.dossiers.byId(early);
    expect(first && (await service.incidents.onDossier(first))).toHaveLength(1);
  });

  it('goes on until it is ended, and is not the work of just anybody nor of the future', async () => {
    const { stood, later } = await withDossiers();
    const { service, clock } = stood;
    expect(codes(await service.incidents.add(power, head))).toEqual(['incident.time']);
    clock.set(at('2021-06-10', '08:00'));
    expect(codes(await service.incidents.add(power, clerk))).toEqual(['incident.who']);
    expect(codes(await service.incidents.add({ ...power, ground: ' ' }, head))).toEqual(['incident.ground']);
    const { id } = value(
      await service.incidents.add(
        { unit: power.unit, kind: 'lockdown', from: power.from, ground: 'QĐ 15', decision: '15/QĐ-UBND' },
        head,
      ),
    );
    const state = await service.dossiers.byId(later);
    const minutes = async (): Promise<number | undefined> =>
      state && (await service.incidents.onDossier(state))[0]?.minutes;
    expect(await minutes()).toBe(270);
    value(await service.incidents.end(id, at('2021-06-09', '14:30'), head));
    expect(await minutes()).toBe(60);
    expect(codes(await service.incidents.end(id, at('2021-06-09', '15:00'), head))).toEqual(['incident.time']);
    expect(localDate(state?.promised?.due ?? '')).not.toBe('');
  });
});
