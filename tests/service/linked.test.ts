import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import type { GroupItem } from '#engine/definition/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import { settingsOf } from '#engine/dossier/process.ts';
import type { Service, Visit } from '#engine/service/index.ts';
import { releaseOf } from '../store/fixtures.ts';
import { answers, approver, author, codes, decisionOf, publish, stage, value } from './fixtures.ts';

const BIRTH = '1.000001';
const ALLOWANCE = '1.000002';
const UNIT = 'H02.07201';
const COUNTER = at('2021-06-14', '09:00');

const clerk: Actor = { kind: 'staff', id: 'clerk', name: 'Phạm Văn Dũng', unit: UNIT, roles: ['clerk', 'officer'] };
const leader: Actor = { kind: 'staff', id: 'leader', name: 'Lý Thị Hoa', unit: UNIT, roles: ['head', 'leader'] };

const group: GroupItem = {
  code: 'LT-01',
  name: { vi: 'Khai sinh và trợ cấp', en: 'Birth and allowance' },
  lead: BIRTH,
  members: [
    {
      code: ALLOWANCE,
      legal: { kind: 'duration', value: 6, unit: 'working-day' },
      promised: { kind: 'duration', value: 5, unit: 'working-day' },
      papers: [{ paper: 'birth-certificate', from: BIRTH, result: 'certificate' }],
    },
    { code: BIRTH },
  ],
};

const releases = [
  releaseOf(BIRTH, 1),
  releaseOf(ALLOWANCE, 1, {
    none: ['fees', 'cases', 'conditions', 'publicSteps'],
    checklist: [
      { id: 'birth-certificate', name: { vi: 'Giấy khai sinh' }, kind: 'submit', originals: 1 },
      { id: 'request', name: { vi: 'Tờ khai' }, kind: 'submit', originals: 1 },
    ],
    results: [{ id: 'decision', name: { vi: 'Quyết định trợ cấp' }, signedFile: true }],
  }),
];

const items = [BIRTH, ALLOWANCE].map((code) => ({ action: 'add' as const, code, release: 1 }));

const withGroup = async () => {
  const stood = await stage();
  await publish(stood.service, decisionOf('10/QĐ-UBND', '2021-06-10', items, { groups: [group] }), releases);
  stood.clock.set(COUNTER);
  return stood;
};

const visit = (over: Partial<Visit> = {}): Visit => ({
  id: 'visit-1',
  actor: clerk,
  group: 'LT-01',
  dossiers: [BIRTH, ALLOWANCE].map((procedure) => ({
    procedure,
    key: `draft:${procedure}`,
    feesPaid: [],
    submit: {
      channel: 'counter',
      receivingUnit: UNIT,
      applicant: { kind: 'citizen', name: 'Lê Thị Chi', account: 'citizen-1' },
      answers,
      papers: procedure === ALLOWANCE ? [{ paper: 'request', originals: 1, copies: 0, digital: false, files: [] }] : [],
      returnChannel: 'counter',
    },
  })),
  ...over,
});

const pdf = { hash: 'a'.repeat(64), name: 'ket-qua.pdf', type: 'application/pdf', bytes: 10 };

/** Every open step done, signing where the step signs, until the dossier is settled. */
const settle = async (service: Service, id: string, refusal = false): Promise<DossierState> => {
  for (let step = 0; step < 30; step += 1) {
    const state = await service.dossiers.byId(id);
    if (!state || state.status === 'finished') break;
    const result = (await service.dossiers.permitted(state, leader)).some(
      ({ command, allowed }) => command === 'sign-result' && allowed,
    );
    const [task] = state.tasks;
    if (!task) break;
    const { outcomes } = settingsOf(await service.catalogue.release(state.releaseHash), task.element);
    const outcome = (refusal ? outcomes.at(-1) : outcomes[0])?.id;
    const published = state.procedure === BIRTH ? 'certificate' : 'decision';
    const command = result
      ? ({ type: 'sign-result', task: task.id, result: published, file: pdf, refusal } as const)
      : ({ type: 'complete', task: task.id, ...(outcome === undefined ? {} : { outcome }) } as const);
    const done = await service.dossiers.execute({
      dossier: id,
      command,
      actor: { ...leader, id: result ? 'leader' : 'clerk', roles: ['clerk', 'officer', 'head', 'leader'] },
      key: `${id}:${state.seq}`,
    });
    if (!done.ok) throw new Error(JSON.stringify(done.problems));
  }
  const state = await service.dossiers.byId(id);
  if (!state) throw new Error('gone');
  return state;
};

const both = (states: readonly DossierState[]): readonly [DossierState, DossierState] => {
  const [birth, allowance] = states;
  if (!birth || !allowance) throw new Error('two dossiers were expected');
  return [birth, allowance];
};

describe('linked procedures (TT 01/2018/TT-VPCP Điều 4)', () => {
  it('given a published group, when it is taken in, then each member is a dossier of its own, under one lead', async () => {
    const { service } = await withGroup();
    const [birth, allowance] = both(value(await service.dossiers.takeIn(visit())));
    expect(birth.status).toBe('processing');
    expect(allowance.status).toBe('processing');
    expect(birth.code).not.toBe(allowance.code);
    expect(birth.together?.group?.lead).toBe(birth.id);
    expect(allowance.together?.group?.lead).toBe(birth.id);
    expect(allowance.together?.dossiers.map(({ id }) => id)).toEqual([birth.id, allowance.id]);
    for (const { id } of [birth, allowance]) value(await service.dossiers.verify(id));
  });

  it('given limits published for the group, then a member runs by them and another by its own', async () => {
    const { service } = await withGroup();
    const [birth, allowance] = both(value(await service.dossiers.takeIn(visit())));
    expect(birth.promised?.due).toBe(at('2021-06-17', '17:00'));
    expect(allowance.promised?.due).toBe(at('2021-06-21', '17:00'));
    expect(allowance.legal?.due).toBe(at('2021-06-22', '17:00'));
  });

  it('given a paper that another member’s result is, then nobody hands it in, and it comes when that one is settled', async () => {
    const { service } = await withGroup();
    const [birth, allowance] = both(value(await service.dossiers.takeIn(visit())));
    await settle(service, birth.id);
    await service.tick();
    const after = await service.dossiers.byId(allowance.id);
    expect(after?.papers.find(({ paper }) => paper === 'birth-certificate')).toMatchObject({
      digital: true,
      files: [pdf],
      broughtFrom: birth.code,
    });
    expect((await settle(service, allowance.id)).status).toBe('finished');
    await service.tick();
    value(await service.dossiers.verify(allowance.id));
  });

  it('given that result is not there yet, then nothing is granted on it, but it may be refused', async () => {
    const { service } = await withGroup();
    const [, allowance] = both(value(await service.dossiers.takeIn(visit())));
    await expect(settle(service, allowance.id)).rejects.toThrow('dossier.linked.paper-awaited');
    expect((await settle(service, allowance.id, true)).status).toBe('finished');
  });

  it('given the lead is refused, then no paper comes', async () => {
    const { service } = await withGroup();
    const [birth, allowance] = both(value(await service.dossiers.takeIn(visit())));
    await settle(service, birth.id, true);
    await service.tick();
    expect((await service.dossiers.byId(allowance.id))?.papers.map(({ paper }) => paper)).toEqual(['request']);
  });

  it('given one member lacks a paper, then none is taken in, and the place is named', async () => {
    const { service, store } = await withGroup();
    const given = visit();
    const lacking = {
      ...given,
      dossiers: given.dossiers.map((each) => ({ ...each, submit: { ...each.submit, papers: [] } })),
    };
    const refused = await service.dossiers.takeIn(lacking);
    expect(codes(refused)).toEqual(['dossier.paper.missing']);
    expect(refused.ok ? '' : refused.problems[0]?.path).toMatch(/^\/dossiers\/1\//);
    expect(await store.dossiers.ids(undefined, 10)).toEqual([]);
  });

  it('given a double click, then there are two dossiers and not four', async () => {
    const { service, store } = await withGroup();
    const twice = await Promise.all([service.dossiers.takeIn(visit()), service.dossiers.takeIn(visit())]);
    expect(twice.map((each) => value(each).map(({ code }) => code))[0]).toEqual(
      twice.map((each) => value(each).map(({ code }) => code))[1],
    );
    expect(await store.dossiers.ids(undefined, 10)).toHaveLength(2);
  });

  it('given not all members, or a group that is not published, then nothing is taken in', async () => {
    const { service } = await withGroup();
    const { dossiers } = visit();
    expect(codes(await service.dossiers.takeIn(visit({ dossiers: dossiers.slice(0, 1) })))).toEqual([
      'linked.group.other-members',
    ]);
    expect(codes(await service.dossiers.takeIn(visit({ group: 'LT-99' })))).toEqual(['linked.group.unknown']);
  });

  it('given a visit without a group, then its dossiers know of each other and of nothing else', async () => {
    const { service } = await withGroup();
    const { group: _, ...free } = visit();
    const [first] = free.dossiers;
    if (!first) throw new Error('no dossier');
    const states = value(
      await service.dossiers.takeIn({ ...free, dossiers: [first, { ...first, key: 'draft:second' }] }),
    );
    expect(states.map(({ together }) => together?.dossiers.length)).toEqual([2, 2]);
    expect(states.every(({ together }) => together?.group === undefined)).toBe(true);
  });
});

describe('publishing a group', () => {
  const proposing = async (given: GroupItem, over: { readonly items?: typeof items } = {}) => {
    const { service } = await stage();
    const decision = decisionOf('10/QĐ-UBND', '2021-06-10', over.items ?? items, { groups: [given] });
    return service.catalogue.propose({ decision, releases }, author);
  };
  const [allowance, birth] = group.members ?? [];
  if (!allowance || !birth) throw new Error('two members');

  it('is refused where a member is not in force', async () => {
    expect(codes(await proposing(group, { items: items.slice(0, 1) }))).toContain('decision.group.not-in-force');
  });
  it('is refused where a paper or a result it rests on is not published', async () => {
    const papers = [{ paper: 'nothing', from: BIRTH, result: 'nothing' }];
    expect(codes(await proposing({ ...group, members: [{ ...allowance, papers }, birth] }))).toEqual([
      'decision.group.unknown-paper',
      'decision.group.unknown-result',
    ]);
  });
  it('is refused where it ends what is not there', async () => {
    expect(codes(await proposing({ code: 'LT-07', ends: true }))).toEqual(['decision.group.ends-nothing']);
  });

  it('takes effect on its day, is changed by a later decision, and ends by another', async () => {
    const { service, clock } = await stage();
    await publish(service, decisionOf('10/QĐ-UBND', '2021-06-10', items, { groups: [group] }), releases);
    const named = async (day: string) =>
      (await service.linked.inForce(at(day, '00:00'))).map(({ code, decision }) => [code, decision]);
    expect(await named('2021-06-09')).toEqual([]);
    expect(await named('2021-06-10')).toEqual([['LT-01', '10/QĐ-UBND']]);
    clock.set(at('2021-06-11', '08:00'));
    await publish(
      service,
      decisionOf('11/QĐ-UBND', '2021-07-01', [], { groups: [{ ...group, name: { vi: 'Tên mới' } }] }),
    );
    await publish(service, decisionOf('12/QĐ-UBND', '2021-08-01', [], { groups: [{ code: 'LT-01', ends: true }] }));
    expect(await named('2021-07-01')).toEqual([['LT-01', '11/QĐ-UBND']]);
    expect(await named('2021-08-01')).toEqual([]);
    value(await service.catalogue.withdraw('12/QĐ-UBND', approver, 'Nhầm'));
    expect(await named('2021-08-01')).toEqual([['LT-01', '11/QĐ-UBND']]);
  });
});
