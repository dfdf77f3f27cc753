import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Works here only while somebody is away. */
  readonly reserve: boolean;
}

/** Everybody who holds a role that works on dossiers at the unit today, or is named as a reserve for one, by name. */
export const colleaguesOf = async (context: AppLoadContext, unit: string): Promise<readonly Colleague[]> => {
  const today = localDate(context.clock.now());
  const rows = await context.service.store.overview.peopleOf(unit);
  const found = new Map<string, Colleague>();
  for (const { person, name, role, from, to, reserve = false } of rows) {
    const works = role === 'clerk' || role === 'officer' || role === 'head' || role === 'leader';
    if (!works || from > today || (to !== undefined && to <= today)) continue;
    const before = found.get(person);
    found.set(person, {
      id: person,
      name,
      roles: [...(before?.roles ?? []), role],
      reserve: reserve && (before?.reserve ?? true),
    });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};

/** Who can be given work now: a reserve only on days on which they stand in. */
export const atWork = async (context: AppLoadContext, unit: string): Promise<readonly Colleague[]> => {
  const today = localDate(context.clock.now());
  const all = await colleaguesOf(context, unit);
  const here = await Promise.all(
    all.map(
      async ({ id, reserve }) =>
        !reserve || (await context.service.store.people.assignments(id, today)).some((held) => held.unit === unit),
    ),
  );
  return all.filter((_, index) => here[index]);
};
