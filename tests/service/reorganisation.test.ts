import { afterAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { Decision, DecisionItem, OrganisationChange, Procedure } from '#engine/definition/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import { fail, problem, type Result } from '#engine/result/index.ts';
import { createService, type Service } from '#engine/service/index.ts';
import { reorganisationService } from '#engine/service/reorganisation/index.ts';
import type { Assignment, Person, Store } from '#engine/store/index.ts';
import { closeStores, procedureOf, releaseOf } from '../store/fixtures.ts';
import { approver, author, clerk, codes, decisionOf, publish, stage, submission, units, value } from './fixtures.ts';

const COMMUNE = '1.000001';
const DISTRICT = '1.000002';
const DAY = '2021-07-01';
const NUMBER = '30/NQ-UBTVQH';

type Into = OrganisationChange['changes'][number]['into'][number];

const ward = (code: string, name: string, identCode: string, over: Partial<Into> = {}): Into => ({
  code,
  name,
  level: 'commune',
  kind: 'commune',
  identCode,
  counter: true,
  calendar: 'vietnam',
  parent: 'H02',
  ...over,
});

const reorganisation = (organisation: OrganisationChange, over: Partial<Decision> = {}): Decision =>
  decisionOf(NUMBER, DAY, [], { kind: 'reorganisation', organisation, ...over });

/** The whole district goes: its two communes become one, under the code of the second. */
const merger: OrganisationChange = {
  changes: [
    {
      kind: 'merge',
      from: ['H02.07201', 'H02.07202'],
      into: [ward('H02.07202', 'Phường Bắc Giang', '000.71.13.H02')],
    },
    { kind: 'abolish', from: ['H02.213'], into: [], heir: 'H02.07202' },
  ],
  transfers: [{ from: { level: 'district' }, to: { level: 'commune' } }],
};

const person = (id: string): Person => ({ id, name: id, kind: 'staff', login: id });
const holds = (id: string, unit: string, role: Assignment['role']): Assignment => ({
  person: id,
  unit,
  role,
  from: '2020-01-01',
});
const staff = ['clerk-1', 'clerk-2', 'officer-1', 'leader-1', 'district-clerk'];
const assignments = [
  holds('clerk-1', 'H02.07201', 'clerk'),
  holds('clerk-2', 'H02.07202', 'clerk'),
  holds('officer-1', 'H02.07201', 'officer'),
  holds('leader-1', 'H02.07201', 'leader'),
  holds('leader-1', 'H02.07202', 'leader'),
  holds('district-clerk', 'H02.213', 'clerk'),
];

const add = (code: string): DecisionItem => ({ action: 'add', code, release: 1 });
const atDistrict: Partial<Procedure> = {
  levels: ['district'],
  authority: { ...procedureOf(DISTRICT).authority, receiving: [{ level: 'district' }] },
};

/** One procedure of communes and one of districts, with people everywhere. */
const province = async (items: Partial<Record<string, Partial<Procedure>>> = {}) => {
  const set = await stage();
  value(await set.store.people.put(staff.map(person), assignments));
  await publish(set.service, decisionOf('10/QĐ-UBND', '2021-06-01', [add(COMMUNE), add(DISTRICT)]), [
    releaseOf(COMMUNE, 1, items[COMMUNE] ?? {}),
    releaseOf(DISTRICT, 1, items[DISTRICT] ?? atDistrict),
  ]);
  return set;
};

const submitted = async (service: Service, procedure: string, unit: string, key: string) =>
  value(await service.dossiers.execute(submission(procedure, key, { receivingUnit: unit })));

const at07201: Actor = clerk;

const accepted = async (service: Service, dossier: string, actor: Actor = at07201) =>
  value(await service.dossiers.execute({ dossier, command: { type: 'accept' }, actor, key: `accept ${dossier}` }));

const workOff = async (service: Service): Promise<void> => {
  for (let more = 1; more > 0;) more = await service.reorganisations.work();
};

const rowsOf = async (store: Store) => ({
  units: await store.overview.unitRows(),
  assignments: await store.reorganisations.assignmentsFrom('2020-01-01'),
});

afterAll(closeStores);

describe('a reorganisation of offices', () => {
  it('is rehearsed before it is signed: units, procedures, people and dossiers', async () => {
    const { service, store } = await province();
    await submitted(service, COMMUNE, 'H02.07201', 'a');
    await submitted(service, DISTRICT, 'H02.213', 'b');
    const before = await rowsOf(store);
    const report = await service.catalogue.check({ decision: reorganisation(merger), releases: [] });
    expect(report.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(report.organisation).toMatchObject({
      unitsBefore: 4,
      unitsAfter: 2,
      reused: [{ code: 'H02.07202', before: 'H02.07202', after: 'Phường Bắc Giang' }],
      people: 3,
      unstaffed: [],
      catalogue: { inForce: 2, moved: [{ code: DISTRICT, to: ['commune'] }], withoutReceiver: [] },
      dossiers: {
        open: 2,
        moves: [
          { from: { code: 'H02.07201' }, to: { code: 'H02.07202', name: 'Phường Bắc Giang' }, count: 1 },
          { from: { code: 'H02.213' }, to: { code: 'H02.07202' }, count: 1 },
        ],
      },
    });
    expect(await rowsOf(store)).toEqual(before);
  });

  it('is refused while a procedure in force would have no counter left', async () => {
    const { service } = await province();
    const { transfers: _, ...without } = merger;
    const decision = reorganisation(without);
    expect(codes(await service.catalogue.propose({ decision, releases: [] }, author))).toEqual([
      'organisation.procedure.no-receiver',
    ]);
  });

  it('is refused where it contradicts the units as they are, each with its place', async () => {
    const { service } = await province();
    const decision = reorganisation({
      changes: [
        { kind: 'merge', from: ['H02.07201', 'H02.99999'], into: [ward('H02.07202', 'Xã Mới', '000.01.13.H02')] },
        { kind: 'abolish', from: ['H02.213'], into: [], heir: 'H02.00000' },
      ],
    });
    const report = await service.catalogue.check({ decision, releases: [] });
    expect(report.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'organisation.unit.unknown /organisation/changes/0/from/1',
      'organisation.unit.code-taken /organisation/changes/0/into/0/code',
      'organisation.heir.unknown /organisation/changes/1/heir',
    ]);
  });

  it('needs two persons, like every decision', async () => {
    const { service } = await province();
    const record = value(await service.catalogue.propose({ decision: reorganisation(merger), releases: [] }, author));
    expect(codes(await service.catalogue.apply(NUMBER, approver))).toEqual(['decision.status']);
    const both: Actor = { ...author, roles: ['office', 'office-approver'] };
    expect(codes(await service.catalogue.approve(NUMBER, record.contentHash, both))).toEqual(['decision.own']);
  });

  it('takes effect at midnight by query: units, roles and counters of procedures', async () => {
    const { service, store, clock } = await province();
    await publish(service, reorganisation(merger));
    clock.set(at('2021-06-30', '23:59'));
    expect((await service.units.all()).map(({ code }) => code)).toEqual(units.map(({ code }) => code).sort());
    const [district] = (await service.catalogue.search({ unit: 'H02.213' })).entries;
    expect(district?.code).toBe(DISTRICT);
    clock.set(at(DAY, '00:00'));
    expect((await service.units.all()).map(({ code, name }) => `${code} ${name}`)).toEqual([
      'H02 H02',
      'H02.07202 Phường Bắc Giang',
    ]);
    expect((await service.catalogue.search({ unit: 'H02.07202' })).entries.map(({ code }) => code)).toEqual([
      COMMUNE,
      DISTRICT,
    ]);
    // Asked for a day before, the answer is of that day.
    const before = await service.catalogue.search({ unit: 'H02.07202', asOf: at('2021-06-30', '12:00') });
    expect(before.entries.map(({ code }) => code)).toEqual([COMMUNE]);
    const release = (await service.catalogue.inForce(DISTRICT))?.release.release;
    expect(release && (await service.units.receiving(release)).map(({ code }) => code)).toEqual(['H02.07202']);
    expect(release && (await service.units.receiving(release, '2021-06-30')).map(({ code }) => code)).toEqual([
      'H02.213',
    ]);
    expect(await store.people.assignments('clerk-1', DAY)).toEqual([
      { person: 'clerk-1', unit: 'H02.07202', role: 'clerk', from: DAY },
    ]);
    // Who held one role at both holds it once, and goes on holding it.
    expect(await store.people.assignments('leader-1', DAY)).toHaveLength(1);
    expect((await service.units.on('H02.07202', '2021-06-30'))?.name).toBe('H02.07202');
  });

  it('hands every dossier over once, whole, under its own code', async () => {
    const { service, store, clock } = await province();
    const first = await submitted(service, COMMUNE, 'H02.07201', 'a');
    const second = await submitted(service, COMMUNE, 'H02.07202', 'b');
    const third = await submitted(service, DISTRICT, 'H02.213', 'c');
    await accepted(service, first.id);
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '00:01'));
    await workOff(service);
    const now = await Promise.all([first, second, third].map(({ id }) => service.dossiers.byId(id)));
    expect(now.map((state) => [state?.code, state?.receivingUnit])).toEqual([
      [first.code, 'H02.07202'],
      [second.code, 'H02.07202'],
      [third.code, 'H02.07202'],
    ]);
    expect(now[0]?.tasks.map(({ unit }) => unit)).toEqual(['H02.07202']);
    expect(now[0]?.promised).toEqual((await service.dossiers.byId(first.id))?.promised);
    for (const { id } of [first, second, third])
      expect(value(await service.dossiers.verify(id)).events).toBeGreaterThan(0);
    // The code of the second commune lives on: nothing of its dossier had to move.
    expect(await service.reorganisations.progress(NUMBER)).toMatchObject({
      job: { state: 'done' },
      counts: { moved: 2, stayed: 1 },
    });
    expect(await service.reorganisations.work()).toBe(0);
    expect((await store.dossiers.events(first.id)).filter(({ type }) => type === 'transferred')).toHaveLength(1);
  });

  it('lets whoever worked on it go on at the new unit', async () => {
    const { service, clock } = await province();
    const { id } = await submitted(service, COMMUNE, 'H02.07201', 'a');
    const { tasks } = await accepted(service, id);
    const [task] = tasks;
    const officer: Actor = {
      kind: 'staff',
      id: 'officer-1',
      name: 'x',
      unit: 'H02.07201',
      roles: ['officer', 'head', 'leader'],
    };
    if (!task) throw new Error('no step is open');
    value(
      await service.dossiers.execute({
        dossier: id,
        command: { type: 'claim', task: task.id },
        actor: officer,
        key: 'claim',
      }),
    );
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '00:01'));
    await workOff(service);
    const moved = await service.dossiers.byId(id);
    const mine = moved?.tasks.find(({ assignee }) => assignee?.id === 'officer-1');
    expect(mine?.unit ?? moved?.tasks[0]?.unit).toBe('H02.07202');
  });

  it('keeps units apart whose codes pass from one to the next', async () => {
    const { service, clock } = await province();
    const chain: OrganisationChange = {
      changes: [
        { kind: 'merge', from: ['H02.07201'], into: [ward('H02.07202', 'Xã Hai', '000.72.13.H02')] },
        { kind: 'merge', from: ['H02.07202'], into: [ward('H02.07203', 'Xã Ba', '000.73.13.H02')] },
      ],
    };
    const first = await submitted(service, COMMUNE, 'H02.07201', 'a');
    const second = await submitted(service, COMMUNE, 'H02.07202', 'b');
    await publish(service, reorganisation(chain));
    clock.set(at(DAY, '08:00'));
    // Taken in by the new bearer of the code before the old dossiers have moved.
    const fresh = await submitted(service, COMMUNE, 'H02.07202', 'c');
    await workOff(service);
    const where = await Promise.all(
      [first, second, fresh].map(async ({ id }) => (await service.dossiers.byId(id))?.receivingUnit),
    );
    expect(where).toEqual(['H02.07202', 'H02.07203', 'H02.07202']);
  });

  it('follows a unit that a release names by its code, and only what was published before', async () => {
    const named = (code: string): Partial<Procedure> => ({
      authority: { ...procedureOf(code).authority, receiving: [{ unit: 'H02.07202' }] },
    });
    const { service, clock } = await province({ [COMMUNE]: named(COMMUNE) });
    const chain: OrganisationChange = {
      changes: [
        { kind: 'merge', from: ['H02.07201'], into: [ward('H02.07202', 'Xã Hai', '000.72.13.H02')] },
        { kind: 'merge', from: ['H02.07202'], into: [ward('H02.07203', 'Xã Ba', '000.73.13.H02')] },
      ],
    };
    await publish(service, reorganisation(chain));
    await publish(service, decisionOf('11/QĐ-UBND', '2021-07-02', [{ action: 'add', code: '1.000003', release: 1 }]), [
      releaseOf('1.000003', 1, named('1.000003')),
    ]);
    clock.set(at('2021-07-02', '08:00'));
    const takers = async (code: string) => {
      const found = (await service.catalogue.inForce(code))?.release.release;
      return found ? (await service.units.receiving(found)).map((unit) => unit.code) : [];
    };
    expect(await takers(COMMUNE)).toEqual(['H02.07203']);
    expect(await takers('1.000003')).toEqual(['H02.07202']);
    expect((await service.catalogue.search({ unit: 'H02.07203' })).entries.map(({ code }) => code)).toEqual([COMMUNE]);
    expect((await service.catalogue.search({ unit: 'H02.07202' })).entries.map(({ code }) => code)).toEqual([
      '1.000003',
    ]);
  });

  it('sends matters to heirs of their own', async () => {
    const { service, clock } = await province();
    const first = await submitted(service, DISTRICT, 'H02.213', 'a');
    await publish(
      service,
      reorganisation({
        changes: [
          {
            kind: 'abolish',
            from: ['H02.213'],
            into: [],
            heir: 'H02',
            matters: [{ procedures: [DISTRICT], heir: 'H02.07201' }],
          },
          ...['H02.07201', 'H02.07202'].map((code, n) => ({
            kind: 'move' as const,
            from: [code],
            into: [ward(code, code, `000.0${String(n + 1)}.13.H02`)],
          })),
        ],
        transfers: [{ from: { level: 'district' }, to: { level: 'commune' } }],
      }),
    );
    clock.set(at(DAY, '00:01'));
    await workOff(service);
    expect((await service.dossiers.byId(first.id))?.receivingUnit).toBe('H02.07201');
  });

  it('can be withdrawn before its day, and leaves every row as it was', async () => {
    const { service, store, clock } = await province();
    await submitted(service, COMMUNE, 'H02.07201', 'a');
    const before = await rowsOf(store);
    await publish(service, reorganisation(merger));
    expect(await rowsOf(store)).not.toEqual(before);
    value(await service.catalogue.withdraw(NUMBER, author, 'Hoãn'));
    expect(await rowsOf(store)).toEqual(before);
    clock.set(at(DAY, '00:01'));
    expect(await service.reorganisations.work()).toBe(0);
    expect(await service.units.byCode('H02.213')).toBeDefined();
  });

  it('can be rolled back afterwards: units, roles, counters and dossiers return', async () => {
    const { service, store, clock } = await province();
    const first = await submitted(service, COMMUNE, 'H02.07201', 'a');
    const third = await submitted(service, DISTRICT, 'H02.213', 'c');
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '08:00'));
    await workOff(service);
    const fresh = await submitted(service, COMMUNE, 'H02.07202', 'd');
    const back = decisionOf('31/NQ-UBTVQH', '2021-08-01', [], {
      kind: 'reorganisation',
      signedOn: '2021-07-10',
      organisation: { changes: [], rollsBack: NUMBER },
    });
    const rehearsed = (await service.catalogue.check({ decision: back, releases: [] })).organisation;
    expect(rehearsed?.dossiers.moves.map(({ from, to, count }) => [from.code, to.code, count])).toEqual([
      ['H02.07202', 'H02.07201', 1],
      ['H02.07202', 'H02.07202', 1],
      ['H02.07202', 'H02.213', 1],
    ]);
    expect(rehearsed?.dossiers).toMatchObject({ open: 3, handedOver: 2 });
    await publish(service, back);
    clock.set(at('2021-08-01', '08:00'));
    await workOff(service);
    expect((await service.units.all()).map(({ code, name }) => `${code} ${name}`)).toEqual(
      [...units].map(({ code, name }) => `${code} ${name}`).sort(),
    );
    const where = await Promise.all(
      [first, third, fresh].map(async ({ id }) => (await service.dossiers.byId(id))?.receivingUnit),
    );
    expect(where).toEqual(['H02.07201', 'H02.213', 'H02.07202']);
    expect((await store.people.assignments('clerk-1', '2021-08-01')).map(({ unit }) => unit)).toEqual(['H02.07201']);
    expect((await service.catalogue.search({ unit: 'H02.213' })).entries.map(({ code }) => code)).toEqual([DISTRICT]);
    // Both are told of: nothing of what was done is unwritten.
    expect((await service.dossiers.byId(first.id))?.transfers?.map(({ decision }) => decision)).toEqual([
      NUMBER,
      '31/NQ-UBTVQH',
    ]);
  });

  it('goes on where a process was stopped, and hands nothing over twice', async () => {
    const { service, store, clock } = await province();
    const ids: string[] = [];
    for (let n = 0; n < 30; n += 1) ids.push((await submitted(service, COMMUNE, 'H02.07201', `d${String(n)}`)).id);
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '00:01'));
    // A first worker that was stopped after writing some of the events and before noting them.
    const half = ids.slice(0, 12);
    const system: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };
    for (const dossier of half)
      value(
        await service.dossiers.execute({
          dossier,
          command: {
            type: 'transfer',
            decision: NUMBER,
            reason: `Theo Quyết định ${NUMBER} về sắp xếp đơn vị`,
            moves: [{ from: 'H02.07201', fromName: 'H02.07201', to: 'H02.07202', toName: 'Phường Bắc Giang' }],
          },
          actor: system,
          key: `transfer:${NUMBER}:${dossier}`,
        }),
      );
    const again = await createService({ store, clock });
    await Promise.all([workOff(service), workOff(again)]);
    for (const id of ids) {
      const events = await store.dossiers.events(id);
      expect(events.filter(({ type }) => type === 'transferred')).toHaveLength(1);
    }
  });

  it('tells the applicant where the dossier is now, by the names that the offices had and have', async () => {
    const { service, store, clock } = await province();
    const applicant = { kind: 'citizen' as const, name: 'Lê Thị Chi', account: 'citizen-1' };
    const { id } = value(
      await service.dossiers.execute(submission(COMMUNE, 'a', { receivingUnit: 'H02.07201', applicant })),
    );
    await publish(service, reorganisation(merger));
    // The job begins days later: the names are still those of the day before and of the day.
    clock.set(at('2021-07-20', '08:00'));
    await workOff(service);
    await service.tick();
    const told = (await store.outbox.noticesFor('citizen-1', 10)).map(({ text }) => text);
    expect(told.some((text) => text.includes('H02.07201') && text.includes('Phường Bắc Giang'))).toBe(true);
    const event = (await store.dossiers.events(id)).find(({ type }) => type === 'transferred');
    expect(event?.data['moves']).toEqual([
      { from: 'H02.07201', fromName: 'H02.07201', to: 'H02.07202', toName: 'Phường Bắc Giang' },
    ]);
  });

  it('takes applications that are being filled in along, also where a code has a new bearer', async () => {
    const { service, clock } = await province();
    const begin = async (receivingUnit: string) =>
      value(await service.drafts.start({ procedure: COMMUNE, owner: receivingUnit, channel: 'online', receivingUnit }));
    const [first, second] = [await begin('H02.07201'), await begin('H02.07202')];
    await publish(
      service,
      reorganisation({
        changes: [
          { kind: 'merge', from: ['H02.07201'], into: [ward('H02.07202', 'Xã Hai', '000.72.13.H02')] },
          { kind: 'merge', from: ['H02.07202'], into: [ward('H02.07203', 'Xã Ba', '000.73.13.H02')] },
        ],
      }),
    );
    clock.set(at('2021-07-05', '08:00'));
    const third = await begin('H02.07202');
    const units = async (id: string) => (await service.drafts.load(id))?.receivingUnit;
    expect([await units(first.id), await units(second.id), await units(third.id)]).toEqual([
      'H02.07202',
      'H02.07203',
      'H02.07202',
    ]);
    // Saved since, it stays where it was taken to.
    const loaded = await service.drafts.load(second.id);
    if (!loaded) throw new Error('no draft');
    value(await service.drafts.save(loaded, { answers: { request: 'Khác' } }));
    expect(await units(second.id)).toBe('H02.07203');
    const [own] = await service.drafts.byOwner('H02.07201');
    expect(own?.receivingUnit).toBe('H02.07202');
  });

  it('is told to the counters in the note of its week, and nobody is asked to post it', async () => {
    const { service } = await province();
    await publish(service, reorganisation(merger, { signedOn: '2021-05-31' }));
    const { effective } = await service.news.week(DAY);
    expect(effective.map(({ number, units }) => [number, units?.map(({ kind }) => kind)])).toEqual([
      [NUMBER, ['merge', 'abolish']],
    ]);
    const { next } = await service.news.watch('2021-01-01');
    expect(next.filter(({ decision }) => decision === NUMBER).map(({ what }) => what)).toEqual(['effect']);
  });

  it('stops and goes on as the office says', async () => {
    const { service, clock } = await province();
    await submitted(service, COMMUNE, 'H02.07201', 'a');
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '00:01'));
    value(await service.reorganisations.stop(NUMBER, author));
    expect(await service.reorganisations.work()).toBe(0);
    expect(codes(await service.reorganisations.stop(NUMBER, author))).toEqual(['reorganisation.state']);
    value(await service.reorganisations.resume(NUMBER, author));
    await workOff(service);
    expect(await service.reorganisations.progress(NUMBER)).toMatchObject({ counts: { moved: 1 } });
  });

  it('tells what could not be handed over, and tries it again when asked', async () => {
    const { service, store, clock } = await province();
    const { id } = await submitted(service, COMMUNE, 'H02.07201', 'a');
    await publish(service, reorganisation(merger));
    clock.set(at(DAY, '00:01'));
    const refused: Result<DossierState> = fail(
      problem('dossier.conflict', '', { vi: 'Người khác vừa ghi', en: 'Somebody else has written' }),
    );
    const directory = { refresh: async () => undefined, on: service.units.on };
    const unlucky = reorganisationService(store, clock, directory, {
      executeAll: async (given) => given.map(() => refused),
    });
    for (let more = 1; more > 0;) more = await unlucky.work();
    expect(await service.reorganisations.progress(NUMBER)).toMatchObject({
      job: { state: 'done' },
      counts: { failed: 1 },
    });
    const [row] = await service.reorganisations.rows(NUMBER, { state: 'failed', limit: 10 });
    expect(row?.problems.map(({ code }) => code)).toEqual(['dossier.conflict']);
    value(await service.reorganisations.resume(NUMBER, author));
    await workOff(service);
    expect(await service.reorganisations.progress(NUMBER)).toMatchObject({ counts: { moved: 1 } });
    expect((await service.dossiers.byId(id))?.receivingUnit).toBe('H02.07202');
  });
});
