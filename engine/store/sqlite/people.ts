import { and, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Role } from '#engine/dossier/index.ts';
import { ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { Assignment, PeopleStore, Person } from '../port.ts';
import type { Orm } from './connection.ts';
import { assignments, people } from './tables/people.ts';
import { isStorable } from '../text.ts';
import { FOREVER_DAY } from './time.ts';
import { isUniqueViolation, Refusal, type Writer } from './writer.ts';

type Directory = Pick<
  PeopleStore,
  'put' | 'byId' | 'byLogin' | 'byPhone' | 'byIdNumber' | 'assignments' | 'withRole' | 'held'
>;

const holdsOn = (day: string) => and(lte(assignments.from, day), gt(assignments.to, day));

/** People and what they may do where; `to` is the first day on which an assignment no longer holds. */
export const directory = (orm: Orm, writer: Writer): Directory => {
  const one = (condition: SQL): Person | undefined => {
    const row = orm.select({ body: people.body }).from(people).where(condition).limit(1).get();
    return row && (JSON.parse(row.body) as Person);
  };
  const putPerson = (person: Person): void => {
    const body = JSON.stringify(person);
    if (!isStorable(body)) throw new Refusal(storeProblems.text(`/people/${person.id}`));
    const { id, login = null, phone = null, idNumber = null } = person;
    const set = {
      login: sql`excluded.login`,
      phone: sql`excluded.phone`,
      idNumber: sql`excluded.id_number`,
      body: sql`excluded.body`,
    };
    try {
      orm
        .insert(people)
        .values({ id, login, phone, idNumber, body })
        .onConflictDoUpdate({ target: people.id, set })
        .run();
    } catch (error) {
      if (isUniqueViolation(error) || isUniqueViolation((error as Error).cause))
        throw new Refusal(storeProblems.loginTaken(login ?? ''));
      throw error;
    }
  };
  const putAssignment = ({ person, unit, role, from, to = FOREVER_DAY }: Assignment): void => {
    orm
      .insert(assignments)
      .values({ person, unit, role, from, to })
      .onConflictDoUpdate({
        target: [assignments.person, assignments.unit, assignments.role, assignments.from],
        set: { to: sql`excluded."to"` },
      })
      .run();
  };
  return {
    put: async (givenPeople, givenAssignments) => {
      const done = await writer.attempt(() => {
        givenPeople.forEach(putPerson);
        givenAssignments.forEach(putAssignment);
      });
      return done.ok ? ok(undefined) : done;
    },
    byId: async (id) => one(eq(people.id, id)),
    byLogin: async (login) => one(eq(people.login, login)),
    byPhone: async (phone) => one(eq(people.phone, phone)),
    byIdNumber: async (idNumber) => one(eq(people.idNumber, idNumber)),
    assignments: async (person, day) =>
      orm
        .select()
        .from(assignments)
        .where(and(eq(assignments.person, person), holdsOn(day)))
        .all()
        .map(({ to, ...row }) => ({ ...row, role: row.role as Role, ...(to === FOREVER_DAY ? {} : { to }) })),
    withRole: async (unit, role, day) =>
      orm
        .selectDistinct({ body: people.body })
        .from(assignments)
        .innerJoin(people, eq(people.id, assignments.person))
        .where(and(eq(assignments.unit, unit), eq(assignments.role, role), holdsOn(day)))
        .all()
        .map((row) => JSON.parse(row.body) as Person),
    held: async (day) =>
      orm
        .selectDistinct({ unit: assignments.unit, role: assignments.role, person: assignments.person })
        .from(assignments)
        .where(holdsOn(day))
        .orderBy(assignments.unit, assignments.role, assignments.person)
        .all()
        .map(({ unit, role, person }) => ({ unit, role: role as Role, person })),
  };
};
