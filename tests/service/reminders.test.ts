import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { nationalOneStop, type Role } from '#engine/dossier/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { clerk, decisionOf, publish, stage, submission, value, type Stage } from './fixtures.ts';

const CODE = '1.000001';
const UNIT = 'H02.07201';
const [period] = nationalOneStop.periods;

/** Two officers and a head; a dossier taken in on Tuesday morning, promised in two working days. */
const withDossier = async () => {
  const the = await stage(at('2021-06-01', '08:00'));
  const staff = (id: string, role: Role) => ({
    person: { id, name: `Người ${id}`, kind: 'staff' as const },
    assignment: { person: id, unit: UNIT, role, from: '2021-01-01' },
  });
  const people = [staff('clerk-1', 'clerk'), staff('an', 'officer'), staff('binh', 'officer'), staff('chi', 'head')];
  value(
    await the.store.people.put(
      people.map(({ person }) => person),
      people.map(({ assignment }) => assignment),
    ),
  );
  await publish(the.service, decisionOf('10/QĐ-UBND', '2021-06-01', [{ action: 'add', code: CODE, release: 1 }]), [
    releaseOf(CODE, 1, { timeLimits: [{ id: 'usual', legal: { value: 2, unit: 'working-day' } }] }),
  ]);
  const { id } = value(await the.service.dossiers.execute(submission(CODE, 'one')));
  value(await the.service.dossiers.execute({ dossier: id, command: { type: 'accept' }, actor: clerk, key: 'a' }));
  const state = await the.service.dossiers.byId(id);
  if (!state) throw new Error('no dossier');
  return { the, id, state };
};

const toldAt = async ({ service, clock, store }: Stage, now: string, people: readonly string[]) => {
  clock.set(now);
  await service.tick();
  return Object.fromEntries(
    await Promise.all(
      people.map(
        async (person) => [person, (await store.outbox.noticesFor(person, 10)).map(({ text }) => text).length] as const,
      ),
    ),
  );
};

const EVERYBODY = ['clerk-1', 'an', 'binh', 'chi'];

describe('a reminder before a step is late', () => {
  it('comes four working hours before the date, to who may take the task and who distributes, once', async () => {
    const { the, state } = await withDossier();
    const [task] = state.tasks;
    const due = state.promised?.due ?? '';
    expect(due).not.toBe('');
    // Working days 07:00–11:30, 13:30–17:00: the half day before the date is the last four hours of it.
    const quiet = { 'clerk-1': 0, an: 0, binh: 0, chi: 0 };
    expect(await toldAt(the, new Date(Date.parse(due) - 30 * 3_600_000).toISOString(), EVERYBODY)).toEqual(quiet);
    const soon = await toldAt(the, new Date(Date.parse(due) - 3 * 3_600_000).toISOString(), EVERYBODY);
    const role = task?.role ?? '';
    const told = Object.entries(soon).filter(([, count]) => count === 1);
    expect(told.map(([person]) => person).sort()).toEqual(
      [...(role === 'clerk' ? ['clerk-1'] : role === 'officer' ? ['an', 'binh'] : []), 'chi'].sort(),
    );
    expect(await toldAt(the, new Date(Date.parse(due) - 2 * 3_600_000).toISOString(), EVERYBODY)).toEqual(soon);
    const [standing] = await the.service.reminders.standing('chi');
    expect(standing).toMatchObject({ code: state.code, due, free: true });
  });

  it('goes to who has taken the task and to who stands in, and leaves when the task is done or moved', async () => {
    const { the, id, state } = await withDossier();
    const [task] = state.tasks;
    if (!task) throw new Error('no task');
    const chief = { kind: 'staff' as const, id: 'chi', name: 'Người chi', unit: UNIT, roles: ['head' as const] };
    const holder = task.role === 'clerk' ? 'clerk-1' : 'an';
    value(
      await the.service.dossiers.execute({
        dossier: id,
        command: { type: 'assign', task: task.id, to: { id: holder, name: `Người ${holder}` } },
        actor: chief,
        key: 'assign',
      }),
    );
    value(
      await the.service.absences.add(
        { person: holder, substitute: 'binh', from: '2021-06-02', to: '2021-06-04', reason: '' },
        chief,
      ),
    );
    const due = state.promised?.due ?? '';
    const told = await toldAt(the, new Date(Date.parse(due) - 3 * 3_600_000).toISOString(), EVERYBODY);
    expect(
      Object.entries(told)
        .filter(([, count]) => count > 0)
        .map(([person]) => person)
        .sort(),
    ).toEqual([holder, 'binh'].sort());
    value(
      await the.service.dossiers.execute({
        dossier: id,
        command: { type: 'suspend', ground: 'Chờ kết luận giám định' },
        actor: chief,
        key: 'suspend',
      }),
    );
    expect(await the.service.reminders.standing(holder)).toEqual([]);
  });

  it('is a rule of the day: none where the province keeps none', async () => {
    const { the, state } = await withDossier();
    if (!period) throw new Error('no period');
    const { reminder: _reminder, ...without } = period;
    value(await the.service.oneStop.put({ ...nationalOneStop, periods: [without] }));
    const due = state.promised?.due ?? '';
    expect(await toldAt(the, new Date(Date.parse(due) - 3_600_000).toISOString(), EVERYBODY)).toEqual({
      'clerk-1': 0,
      an: 0,
      binh: 0,
      chi: 0,
    });
  });
});
