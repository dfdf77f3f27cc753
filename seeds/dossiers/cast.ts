import { localDate, type Instant } from '#engine/clock/index.ts';
import type { Actor, Applicant, DossierState, DossierTask, Role } from '#engine/dossier/index.ts';
import type { Person, Store } from '#engine/store/index.ts';
import { nameOf, numberOf } from '../names.ts';

/** Whom a story's commands are given by. */
export interface Cast {
  /** Somebody who holds the role at the unit, if possible nobody of those left out. */
  staff(role: Role, unit: string, at: Instant, not?: readonly string[]): Promise<Actor>;
  /** Who does a task: its assignee, else a holder of its role who has done no step of the dossier yet. */
  forTask(state: DossierState, task: DossierTask, at: Instant): Promise<Actor>;
  citizen(person: Person): Actor;
}

export const castOf = (store: Store): Cast => {
  const staff: Cast['staff'] = async (role, unit, at, not = []) => {
    const day = localDate(at);
    const holders = await store.people.withRole(unit, role, day);
    const person = holders.find(({ id }) => !not.includes(id)) ?? holders[0];
    if (!person) throw new Error(`nobody is ${role} at ${unit} on ${day}`);
    const roles = (await store.people.assignments(person.id, day))
      .filter((one) => one.unit === unit)
      .map((one) => one.role);
    return { kind: 'staff', id: person.id, name: person.name, unit, roles };
  };
  return {
    staff,
    forTask: (state, { role, unit }, at) =>
      staff(
        role as Role,
        unit,
        at,
        state.done.map(({ by }) => by.id),
      ),
    citizen: ({ id, name }) => ({ kind: 'citizen', id, name, roles: [] }),
  };
};

export const system: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };

/** Somebody who comes to the counter; not a real person: numbers that begin with 099 are nobody's. */
export const visitor = (key: string): Applicant => ({
  kind: 'citizen',
  name: nameOf(`${key}/visitor`),
  idNumber: `0990${String(10_000_000 + (numberOf(key) % 89_999_999))}`,
  phone: `0900${String(100_000 + (numberOf(`${key}/phone`) % 899_999))}`,
  address: 'Tỉnh Bắc Giang',
});

/** The applicant behind an account. */
export const applicantOf = ({ id, name, idNumber, phone }: Person): Applicant => ({
  kind: 'citizen',
  name,
  ...(idNumber === undefined ? {} : { idNumber }),
  ...(phone === undefined ? {} : { phone }),
  address: 'Phường Thọ Xương, thành phố Bắc Giang',
  account: id,
});
