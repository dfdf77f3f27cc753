import { and, desc, eq, gt, lte, sql, type SQL } from 'drizzle-orm';
import type { Role } from '#engine/dossier/index.ts';
import { ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { Assignment, PeopleStore, Person, StaffChange } from '../port.ts';
import type { Orm } from './connection.ts';
import { assignments, people, staffChanges } from './tables/people.ts';
import { isStorable } from '../text.ts';
import { FOREVER_DAY } from './time.ts';
import { isUniqueViolation, Refusal, type Writer } from './writer.ts';

type Directory = Pick<
  PeopleStore,
  'put' | 'byId' | 'byLogin' | 'byPhone' | 'byIdNumber' | 'assignments' | 'withRole' | 'held' | 'staffChanges'
>;

const namedOn = (day: string) => and(lte(assignments.from, day), gt(assignments.to, day));

/** A reserve has the role while somebody who holds it at that unit is away; O(absences of the unit that day). */
const holdsOn = (day: string) =>
  and(
    namedOn(day),
    sql`(${assignments.reserve} = 0 OR EXISTS (
      SELECT 1 FROM absences AS away JOIN assignments AS held ON held.person = away.person AND held.unit = away.unit
      WHERE away.unit = ${assignments.unit} AND away."to" >= ${day} AND away."from" <= ${day} AND away.ended_at IS NULL
        AND away.person <> ${assignments.person}
        AND held.role = ${assignments.role} AND held.reserve = 0 AND held."from" <= ${day} AND held."to" > ${day}))`,
  );

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
  const putAssignment = ({ person, unit, role, from, to = FOREVER_DAY, reserve }: Assignment): void => {
    orm
      .insert(assignments)
      .values({ person, unit, role, from, to, reserve: reserve === true })
      .onConflictDoUpdate({
        target: [assignments.person, assignments.unit, assignments.role, assignments.from],
        set: { to: sql`excluded."to"`, reserve: sql`excluded.reserve` },
      })
      .run();
  };
  return {
    put: async (givenPeople, givenAssignments, change) => {
      const done = await writer.attempt(() => {
        givenPeople.forEach(putPerson);
        givenAssignments.forEach(putAssignment);
        if (change)
          orm
            .insert(staffChanges)
            .values({ id: change.id, unit: change.unit, at: change.at, body: JSON.stringify(change) })
            .run();
      });
      return done.ok ? ok(undefined) : done;
    },
    byId: async (id) => one(eq(people.id, id)),
    byLogin: async (login) => one(eq(people.login, login)),
    byPhone: async (phone) => one(eq(people.phone, phone)),
    byIdNumber: async (idNumber) => {
      const row = orm
        .select({ body: people.body })
        .from(people)
        .where(eq(people.idNumber, idNumber))
        .orderBy(sql`json_extract(${people.body}, '$.idVerified') DESC`, people.id)
        .limit(1)
        .get();
      return row && (JSON.parse(row.body) as Person);
    },
    assignments: async (person, day) =>
      orm
        .select()
        .from(assignments)
        .where(and(eq(assignments.person, person), holdsOn(day)))
        .all()
        .map(({ to, reserve, ...row }) => ({
          ...row,
          role: row.role as Role,
          ...(to === FOREVER_DAY ? {} : { to }),
          ...(reserve ? { reserve } : {}),
        })),
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
        .where(and(namedOn(day), eq(assignments.reserve, false)))
        .orderBy(assignments.unit, assignments.role, assignments.person)
        .all()
        .map(({ unit, role, person }) => ({ unit, role: role as Role, person })),
    staffChanges: async (unit, limit) =>
      orm
        .select({ body: staffChanges.body })
        .from(staffChanges)
        .where(eq(staffChanges.unit, unit))
        .orderBy(desc(staffChanges.at), desc(sql`rowid`))
        .limit(limit)
        .all()
        .map((row) => JSON.parse(row.body) as StaffChange),
  };
};
