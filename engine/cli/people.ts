import { localDate } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Service } from '#engine/service/index.ts';
import type { Person } from '#engine/store/index.ts';
import * as say from './messages.ts';

const actorOf = async ({ store, clock }: Service, person: Person): Promise<Actor> => {
  const assignments = await store.people.assignments(person.id, localDate(clock.now()));
  const unit = assignments[0]?.unit;
  return {
    kind: 'staff',
    id: person.id,
    name: person.name,
    ...(unit === undefined ? {} : { unit }),
    roles: assignments.map(({ role }) => role),
  };
};

const personNamed = async ({ store }: Service, name: string): Promise<Person | undefined> =>
  (await store.people.byLogin(name)) ?? (await store.people.byId(name));

export const actorNamed = async (service: Service, name: string): Promise<Result<Actor>> => {
  const person = await personNamed(service, name);
  return person ? ok(await actorOf(service, person)) : fail(say.unknownPerson(name));
};

/** Person ids that the demo shows; undefined in a store that is no demo. */
const demoPeople = async ({ store }: Service): Promise<readonly string[] | undefined> => {
  const setting = await store.settings.get('demo.accounts');
  if (typeof setting !== 'object' || setting === null || !('people' in setting) || !Array.isArray(setting.people))
    return undefined;
  return setting.people.filter((id): id is string => typeof id === 'string');
};

const demoActor = async (service: Service, role: Role, not?: string): Promise<Actor | undefined> => {
  for (const id of (await demoPeople(service)) ?? []) {
    const person = await service.store.people.byId(id);
    if (!person || person.kind !== 'staff' || person.id === not) continue;
    const actor = await actorOf(service, person);
    if (actor.roles.includes(role)) return actor;
  }
  return undefined;
};

/** Author and approver, two people: as named, or in a demo store its office and its approver. */
export const twoPeople = async (
  service: Service,
  named: { readonly author?: string; readonly approver?: string },
): Promise<Result<{ readonly author: Actor; readonly approver: Actor }>> => {
  const approver = await one(service, named.approver, 'office-approver');
  if (!approver.ok) return approver;
  const author = await one(service, named.author, 'office', approver.value.id);
  if (!author.ok) return author;
  return author.value.id === approver.value.id
    ? fail(say.samePerson(author.value.name))
    : ok({ author: author.value, approver: approver.value });
};

const one = async (service: Service, name: string | undefined, role: Role, not?: string): Promise<Result<Actor>> => {
  if (name !== undefined) return actorNamed(service, name);
  const actor = await demoActor(service, role, not);
  return actor ? ok(actor) : fail(say.peopleNeeded());
};
