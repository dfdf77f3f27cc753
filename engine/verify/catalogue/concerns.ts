import { addDays, type LocalDate } from '#engine/clock/index.ts';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { VerifyContext, VerifyUnit } from '../subject.ts';
import { mentionedShared } from './mentioned.ts';

/** What stands around every release of the catalogue on one day. */
export interface Surroundings {
  readonly shared: SharedDefinitions;
  readonly units: readonly VerifyUnit[];
  readonly people: NonNullable<VerifyContext['people']>;
  readonly today: LocalDate;
}

/** The part of the surroundings that one release can be affected by: it is verified with this, and nothing else. */
export interface Concerns {
  readonly shared: SharedDefinitions;
  readonly context: VerifyContext & { readonly asOf: LocalDate };
}

/**
 * What outside a release can change its findings: the shared groups and lists it reads, the units that
 * take it in or are named, who holds which role there, the release it follows, and the day. Since the
 * release is then verified with exactly this, a finding cannot depend on what is left out.
 */
export const concernsOf = (
  release: Release,
  /** The day it came into force. */
  since: LocalDate,
  surroundings: Surroundings,
  prior?: Release,
): Concerns => {
  const text = JSON.stringify([release.procedure, release.form ?? null, release.process ?? '']);
  const before = prior ? JSON.stringify([prior.form ?? null, prior.process ?? '']) : '';
  const shared = mentionedShared(text + before, surroundings.shared);
  return {
    shared,
    context: {
      ...organisationOf(release, text, surroundings),
      asOf: lastChange(since, shared, surroundings.today),
      ...(prior ? { prior } : {}),
    },
  };
};

type Organisation = Required<Pick<VerifyContext, 'units' | 'people'>>;

/** Thousands of releases are taken in by the same units: their lists are made once, and are the same objects. */
const known = new WeakMap<Surroundings, Map<string, Organisation>>();

const organisationOf = (release: Release, text: string, surroundings: Surroundings): Organisation => {
  const { receiving, coordinating = [] } = release.procedure.authority;
  const levels = new Set(receiving.flatMap((place) => (place.unit === undefined ? [place.level] : [])));
  const named = new Set([...receiving, ...coordinating].map(({ unit }) => unit));
  for (const [, code] of text.matchAll(/unit:([^\s"'<>\\]+)/g)) named.add(code);
  const roles = rolesOf(surroundings).filter((role) => mayNameRole(release, role));
  const key = JSON.stringify([[...levels].sort(), [...named].sort(), roles]);
  const kept = known.get(surroundings) ?? new Map<string, Organisation>();
  known.set(surroundings, kept);
  const before = kept.get(key);
  if (before) return before;
  // Units with a counter at a level that takes it in, and every unit that is named.
  const units = surroundings.units.filter(
    ({ code, level, counter }) => named.has(code) || (counter && levels.has(level)),
  );
  const places = new Set(units.flatMap(({ code, parent }) => (parent === undefined ? [code] : [code, parent])));
  const people = holdersWithoutNames(
    surroundings.people.filter(({ unit, role }) => places.has(unit) && roles.includes(role)),
  );
  const made = { units, people };
  kept.set(key, made);
  return made;
};

/**
 * Whether somebody holds a post, and which posts one person holds alone: no more is asked. A person who
 * holds posts alone is named by the first of them, so that one officer in the place of another changes nothing.
 */
const holdersWithoutNames = (people: Surroundings['people']): Surroundings['people'] => {
  const holders = new Map<string, Set<string | undefined>>();
  for (const { unit, role, person } of people) {
    const post = `${unit} ${role}`;
    holders.set(post, (holders.get(post) ?? new Set()).add(person));
  }
  const aliases = new Map<string, string>();
  const told = new Set<string>();
  return people.flatMap(({ unit, role, person }) => {
    const post = `${unit} ${role}`;
    if (told.has(post)) return [];
    told.add(post);
    if (person === undefined || holders.get(post)?.size !== 1) return [{ unit, role }];
    const alias = aliases.get(person) ?? post;
    aliases.set(person, alias);
    return [{ unit, role, person: alias }];
  });
};

const roleLists = new WeakMap<Surroundings['people'], readonly string[]>();

const rolesOf = ({ people }: Surroundings): readonly string[] => {
  const before = roleLists.get(people);
  if (before) return before;
  const roles = [...new Set(people.map(({ role }) => role))].sort();
  roleLists.set(people, roles);
  return roles;
};

/** A step's role stands in the model word for word; a generated process may give its steps to any role. */
const mayNameRole = ({ process }: Release, role: string): boolean =>
  process === undefined || process.includes(role) || process.includes('&#');

/**
 * A day that passes changes nothing by itself, only when a list it reads begins or ceases to hold: the
 * day of the last such change. What is proved of conditions is proved for every day from then on.
 */
const lastChange = (since: LocalDate, { codeLists }: SharedDefinitions, today: LocalDate): LocalDate => {
  const days = Object.values(codeLists).flatMap(({ validFrom, validTo }) => [
    ...(validFrom === undefined ? [] : [validFrom]),
    ...(validTo === undefined ? [] : [addDays(validTo, 1)]),
  ]);
  return days.filter((day) => day <= today).reduce((last, day) => (day > last ? day : last), since);
};
