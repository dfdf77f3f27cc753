import { describe, expect, it } from 'vitest';
import { at, localDate } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import type { GivenRole } from '#engine/service/index.ts';
import { codes, stage, value, type Stage } from './fixtures.ts';

const UNIT = 'H02.07201';
const admin: Actor = { kind: 'staff', id: 'admin-1', name: 'Vũ Thị Quản', unit: 'H02', roles: ['admin'] };
const given = (login: string, over: Partial<GivenRole> = {}): GivenRole => ({
  login,
  name: `Người ${login}`,
  title: 'Công chức tiếp nhận',
  officePhone: '0204 123 456',
  passwordHash: 'hash',
  unit: UNIT,
  role: 'clerk',
  from: '2021-06-01',
  reserve: false,
  ...over,
});

const rolesOn = async ({ store, clock }: Stage, person: string): Promise<readonly Role[]> =>
  (await store.people.assignments(person, localDate(clock.now()))).map(({ role }) => role);

describe('people and their roles', () => {
  it('get an account with the first role, and further roles by its sign-in name', async () => {
    const { service, store } = await stage();
    const first = value(await service.staff.assign(given('thoxuong.moi'), admin));
    expect(first.made).toBe(true);
    const second = value(
      await service.staff.assign(given('thoxuong.moi', { role: 'officer', name: '', title: '' }), admin),
    );
    expect(second).toMatchObject({ made: false, person: { id: first.person.id, name: 'Người thoxuong.moi' } });
    expect((await store.people.assignments(first.person.id, '2021-06-01')).map(({ role }) => role).sort()).toEqual([
      'clerk',
      'officer',
    ]);
    // What an office telephone is, is no way to sign in as somebody.
    expect(await store.people.byPhone('0204 123 456')).toBeUndefined();
  });

  it('are changed by an administrator only, with sound names and days', async () => {
    const { service } = await stage();
    const refused = async (over: Partial<GivenRole>, by: Actor = admin) =>
      codes(await service.staff.assign(given('a.b.c', over), by));
    expect(await refused({}, { ...admin, roles: ['office'] })).toEqual(['staff.who']);
    expect(await refused({ login: 'Nguyễn An' })).toEqual(['staff.login']);
    expect(await refused({ name: '' })).toEqual(['staff.name']);
    expect(await refused({ unit: 'H02.99999' })).toEqual(['staff.unit']);
    expect(await refused({ from: '2021-05-31' })).toEqual(['staff.days']);
    expect(await refused({ from: '2021-02-30' })).toEqual(['staff.days']);
    expect(await refused({ from: '2021-06-10', until: '2021-06-09' })).toEqual(['staff.days']);
  });

  it('hold one role at one unit once at a time', async () => {
    const { service } = await stage();
    value(await service.staff.assign(given('mot', { until: '2021-06-30' }), admin));
    expect(codes(await service.staff.assign(given('mot', { from: '2021-06-30' }), admin))).toEqual(['staff.overlap']);
    expect(codes(await service.staff.assign(given('mot', { from: '2021-07-01' }), admin))).toEqual([]);
  });

  it('lose a role after its last day, at once where that was yesterday', async () => {
    const the = await stage();
    const { person } = value(await the.service.staff.assign(given('mot'), admin));
    const held = { person: person.id, unit: UNIT, role: 'clerk', from: '2021-06-01' } as const;
    expect(codes(await the.service.staff.end(held, '2021-05-30', admin))).toEqual(['staff.days']);
    value(await the.service.staff.end(held, '2021-06-02', admin));
    expect(await rolesOn(the, person.id)).toEqual(['clerk']);
    the.clock.set(at('2021-06-02', '23:59'));
    expect(await rolesOn(the, person.id)).toEqual(['clerk']);
    the.clock.set(at('2021-06-03', '00:00'));
    expect(await rolesOn(the, person.id)).toEqual([]);
    expect(codes(await the.service.staff.end(held, '2021-06-03', admin))).toEqual(['staff.no-assignment']);
  });

  it('always leave somebody who can give roles', async () => {
    const { service } = await stage();
    const one = value(await service.staff.assign(given('quan.tri', { role: 'admin', unit: 'H02' }), admin)).person;
    const held = { person: one.id, unit: 'H02', role: 'admin', from: '2021-06-01' } as const;
    expect(codes(await service.staff.end(held, '2021-06-05', admin))).toEqual(['staff.last-admin']);
    value(await service.staff.assign(given('quan.tri2', { role: 'admin', unit: 'H02' }), admin));
    expect(codes(await service.staff.end(held, '2021-06-05', admin))).toEqual([]);
  });

  it('get a new password, and whoever was signed in is signed out', async () => {
    const { service, store } = await stage();
    const { person } = value(await service.staff.assign(given('mot'), admin));
    await store.people.openSession('token', { person: person.id, expiresAt: '2031-01-01T00:00:00.000Z' });
    value(await service.staff.password(person.id, UNIT, 'other', admin));
    expect((await store.people.byId(person.id))?.passwordHash).toBe('other');
    expect(await store.people.session('token', '2021-06-01T00:00:00.000Z')).toBeUndefined();
  });

  it('are changed with a note of who did what, newest first, which nothing takes away', async () => {
    const { service, clock } = await stage();
    const { person } = value(await service.staff.assign(given('mot', { reserve: true }), admin));
    clock.set(at('2021-06-02', '08:00'));
    value(
      await service.staff.end(
        { person: person.id, unit: UNIT, role: 'clerk', from: '2021-06-01' },
        '2021-06-04',
        admin,
      ),
    );
    const [ended, entered] = await service.staff.changes(UNIT);
    expect(ended).toMatchObject({ kind: 'ended', role: 'clerk', to: '2021-06-05', reserve: true, byName: admin.name });
    expect(entered).toMatchObject({ kind: 'entered', personName: 'Người mot', at: at('2021-06-01', '08:00') });
  });
});

describe('somebody in reserve (NĐ 61/2018 Điều 12 khoản 8)', () => {
  const withReserve = async () => {
    const the = await stage();
    const add = async (login: string, over: Partial<GivenRole> = {}) =>
      value(await the.service.staff.assign(given(login, over), admin)).person.id;
    return { the, main: await add('chinh'), reserve: await add('du.phong', { reserve: true }) };
  };
  const head: Actor = { kind: 'staff', id: 'head', name: 'Trưởng phòng', unit: UNIT, roles: ['head'] };

  it('has the role only on days on which who holds it is away', async () => {
    const { the, main, reserve } = await withReserve();
    expect(await rolesOn(the, reserve)).toEqual([]);
    const away = value(
      await the.service.absences.add(
        { person: main, substitute: reserve, from: '2021-06-03', to: '2021-06-04', reason: 'Đi học' },
        head,
      ),
    );
    expect(await rolesOn(the, reserve)).toEqual([]);
    the.clock.set(at('2021-06-03', '07:00'));
    expect(await rolesOn(the, reserve)).toEqual(['clerk']);
    expect((await the.store.people.withRole(UNIT, 'clerk', '2021-06-03')).map(({ id }) => id).sort()).toEqual(
      [main, reserve].sort(),
    );
    value(await the.service.absences.end(away.id, head));
    expect(await rolesOn(the, reserve)).toEqual([]);
  });

  it('is not counted on where a unit must have somebody for a step', async () => {
    const { the, main } = await withReserve();
    expect((await the.store.people.held('2021-06-01')).map(({ person }) => person)).toEqual([main]);
  });

  it('does not stand in for another role, another unit, or another reserve', async () => {
    const { the, reserve } = await withReserve();
    const other = value(await the.service.staff.assign(given('khac', { role: 'officer' }), admin)).person.id;
    const third = value(await the.service.staff.assign(given('nguoi.ba', { reserve: true }), admin)).person.id;
    for (const person of [other, third])
      value(
        await the.service.absences.add(
          { person, substitute: reserve, from: '2021-06-01', to: '2021-06-01', reason: '' },
          head,
        ),
      );
    expect(await rolesOn(the, reserve)).toEqual([]);
  });
});
