import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { localeOf, type Locale } from '#app/i18n/locale.ts';
import { readCookie } from './cookies.ts';
import { sessionPerson } from './sessions.ts';

/** Whoever sent the request. */
export interface Visitor {
  readonly locale: Locale;
  /** Absent: not signed in. */
  readonly actor?: Actor;
  readonly phone?: string;
  readonly idNumber?: string;
  /** The number is known to be this person's, not only said. */
  readonly idVerified?: true;
  readonly email?: string;
  readonly title?: string;
  /** Staff who work at several units: all of them, to choose from. */
  readonly units: readonly string[];
}

/** Cookie with the unit a member of staff works at now; believed only if it is one of theirs. */
export const UNIT_COOKIE = 'don-vi';

const known = new WeakMap<Request, Promise<Visitor>>();

const find = async (request: Request, context: AppLoadContext): Promise<Visitor> => {
  const locale = localeOf(readCookie(request, 'ngon-ngu'));
  const nobody: Visitor = { locale, units: [] };
  const id = await sessionPerson(request, context);
  const people = context.service.store.people;
  const person = id === undefined ? undefined : await people.byId(id);
  if (!person) return nobody;
  const contact = {
    ...(person.phone ? { phone: person.phone } : {}),
    ...(person.idNumber ? { idNumber: person.idNumber } : {}),
    ...(person.idVerified ? { idVerified: true as const } : {}),
    ...(person.email ? { email: person.email } : {}),
    ...(person.title ? { title: person.title } : {}),
  };
  if (person.kind === 'citizen')
    return { locale, ...contact, units: [], actor: { kind: 'citizen', id: person.id, name: person.name, roles: [] } };
  const assignments = await people.assignments(person.id, localDate(context.clock.now()));
  const units = [...new Set(assignments.map((assignment) => assignment.unit))];
  const chosen = readCookie(request, UNIT_COOKIE);
  const unit = units.find((code) => code === chosen) ?? units[0];
  // Somebody who holds no role today is a stranger, whatever session is left.
  if (unit === undefined) return nobody;
  // Who stands in for somebody away has their roles at that unit meanwhile.
  const today = localDate(context.clock.now());
  const away = await context.service.store.absences.standingFor(person.id, unit, today);
  const inherited = (await Promise.all(away.map((absence) => people.assignments(absence.person, today)))).flat();
  const roles: readonly Role[] = [
    ...new Set(
      [...assignments, ...inherited]
        .filter((assignment) => assignment.unit === unit)
        .map((assignment) => assignment.role),
    ),
  ];
  const actor: Actor = {
    kind: 'staff',
    id: person.id,
    name: person.name,
    unit,
    roles,
    ...(away.length > 0 ? { standsFor: away.map((absence) => absence.person) } : {}),
  };
  return { locale, ...contact, units, actor };
};

/** Looked up once per request, afresh for every request: a role that ended is gone at once. */
export const visitorOf = (request: Request, context: AppLoadContext): Promise<Visitor> => {
  const before = known.get(request);
  if (before) return before;
  const found = find(request, context);
  known.set(request, found);
  return found;
};
