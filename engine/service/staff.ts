import { randomUUID } from 'node:crypto';
import { addDays, formatDate, isLocalDate, localDate, type ClockPort, type LocalDate } from '#engine/clock/index.ts';
import { roleName, type Actor, type Role } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Assignment, Person, StaffChange, Store, UnitPerson } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { Organisation } from './units.ts';

/** A role at a unit, given to whoever signs in by that name; who has no account yet gets one. */
export interface GivenRole {
  readonly login: string;
  /** For a new account. */
  readonly name: string;
  readonly title: string;
  readonly officePhone: string;
  readonly passwordHash: string;
  readonly unit: string;
  readonly role: Role;
  readonly from: LocalDate;
  /** Last day; absent: until it is ended. */
  readonly until?: LocalDate;
  /** Only to stand in while somebody who holds the role there is away (NĐ 61/2018 Điều 12 khoản 8). */
  readonly reserve: boolean;
}

/** Who works where with which role, as administrators give and end it (NĐ 61/2018 Điều 11, 12). Every change is noted. */
export interface StaffService {
  /** `made`: a new account, whose password is the one given. */
  assign(given: GivenRole, by: Actor): Promise<Result<{ readonly person: Person; readonly made: boolean }>>;
  /** `until`: the last day on which it holds, from yesterday on. */
  end(
    held: { readonly person: string; readonly unit: string; readonly role: Role; readonly from: LocalDate },
    until: LocalDate,
    by: Actor,
  ): Promise<Result<void>>;
  /** A new password for somebody who lost theirs; whoever is signed in as them is signed out. */
  password(person: string, unit: string, passwordHash: string, by: Actor): Promise<Result<Person>>;
  /** Somebody’s own new password: the caller has checked the old one. */
  ownPassword(person: string, passwordHash: string): Promise<Result<void>>;
  changes(unit: string): Promise<readonly StaffChange[]>;
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,59}$/;
const SHOWN = 100;

const meets = (
  left: { readonly from: LocalDate; readonly to?: LocalDate },
  right: { readonly from: LocalDate; readonly to?: LocalDate },
): boolean => (right.to === undefined || left.from < right.to) && (left.to === undefined || right.from < left.to);

export const staffService = (store: Store, clock: ClockPort, units: Pick<Organisation, 'all' | 'on'>): StaffService => {
  const isAdmin = (by: Actor): boolean => by.kind === 'staff' && by.roles.includes('admin');
  const note = (
    by: Actor,
    person: Person,
    rest: Omit<StaffChange, 'id' | 'at' | 'by' | 'byName' | 'person' | 'personName'>,
  ) => ({
    id: randomUUID(),
    at: clock.now(),
    by: by.id,
    byName: by.name,
    person: person.id,
    personName: person.name,
    ...rest,
  });
  const rolesAt = async (person: string, unit: string): Promise<readonly UnitPerson[]> =>
    (await store.overview.peopleOf(unit)).filter((row) => row.person === person);

  const personFor = async (given: GivenRole): Promise<Result<{ readonly person: Person; readonly made: boolean }>> => {
    if (!LOGIN.test(given.login)) return fail(say.staffLogin());
    const known = await store.people.byLogin(given.login);
    if (known) return known.kind === 'staff' ? ok({ person: known, made: false }) : fail(say.staffCitizen(given.login));
    if (given.name === '' || given.title === '') return fail(say.staffName());
    const { login, name, title, officePhone, passwordHash } = given;
    const person: Person = {
      id: `staff-${randomUUID()}`,
      kind: 'staff',
      login,
      name,
      title,
      passwordHash,
      ...(officePhone === '' ? {} : { officePhone }),
    };
    return ok({ person, made: true });
  };

  return {
    assign: async (given, by) => {
      if (!isAdmin(by)) return fail(say.staffWho());
      const { unit, role, from, until } = given;
      const today = localDate(clock.now());
      const right =
        isLocalDate(from) && from >= today && (until === undefined || (isLocalDate(until) && until >= from));
      if (!right) return fail(say.staffDays());
      await units.all();
      if (!units.on(unit, from)) return fail(say.staffUnit(unit, formatDate(from)));
      const found = await personFor(given);
      if (!found.ok) return found;
      const { person, made } = found.value;
      const assignment: Assignment = {
        person: person.id,
        unit,
        role,
        from,
        ...(until === undefined ? {} : { to: addDays(until, 1) }),
        ...(given.reserve ? { reserve: true } : {}),
      };
      const held = made ? [] : await rolesAt(person.id, unit);
      if (held.some((row) => row.role === role && meets(row, assignment)))
        return fail(say.staffOverlap(person.name, roleName(role).vi));
      const { person: _id, unit: _unit, ...rest } = assignment;
      const change = note(by, person, { unit, kind: made ? 'entered' : 'assigned', ...rest });
      const put = await store.people.put(made ? [person] : [], [assignment], change);
      return put.ok ? ok({ person, made }) : put;
    },
    end: async ({ person: id, unit, role, from }, until, by) => {
      if (!isAdmin(by)) return fail(say.staffWho());
      const today = localDate(clock.now());
      const person = await store.people.byId(id);
      const row = (await rolesAt(id, unit)).find((each) => each.role === role && each.from === from);
      if (!person || !row || (row.to !== undefined && row.to <= today)) return fail(say.staffNoAssignment());
      if (!isLocalDate(until) || until < addDays(today, -1)) return fail(say.staffDays());
      const to = addDays(until, 1);
      if (role === 'admin' && !row.reserve) {
        const others = (await store.people.held(to)).filter((each) => each.role === 'admin' && each.person !== id);
        if (others.length === 0) return fail(say.staffLastAdmin());
      }
      // What has not begun is taken back: it holds on no day.
      const assignment = { person: id, unit, role, from, to: to < from ? from : to };
      const put = await store.people.put(
        [],
        [{ ...assignment, ...(row.reserve ? { reserve: true } : {}) }],
        note(by, person, {
          unit,
          kind: 'ended',
          role,
          from,
          to: assignment.to,
          ...(row.reserve ? { reserve: true } : {}),
        }),
      );
      return put;
    },
    password: async (id, unit, passwordHash, by) => {
      if (!isAdmin(by)) return fail(say.staffWho());
      const person = await store.people.byId(id);
      if (person?.kind !== 'staff' || (await rolesAt(id, unit)).length === 0) return fail(say.staffNoAssignment());
      const changed = { ...person, passwordHash };
      const put = await store.people.put([changed], [], note(by, person, { unit, kind: 'password' }));
      if (!put.ok) return put;
      await store.people.closeSessionsOf(id);
      return ok(changed);
    },
    ownPassword: async (id, passwordHash) => {
      const person = await store.people.byId(id);
      if (person?.kind !== 'staff') return fail(say.staffNoAssignment());
      const put = await store.people.put([{ ...person, passwordHash }], []);
      if (!put.ok) return put;
      await store.people.closeSessionsOf(id);
      return ok(undefined);
    },
    changes: (unit) => store.people.staffChanges(unit, SHOWN),
  };
};
