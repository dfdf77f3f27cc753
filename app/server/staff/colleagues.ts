import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';

export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Everybody who holds a role that works on dossiers at the unit today, by name. */
export const colleaguesOf = async (context: AppLoadContext, unit: string): Promise<readonly Colleague[]> => {
  const today = localDate(context.clock.now());
  const rows = await context.service.store.overview.peopleOf(unit);
  const found = new Map<string, Colleague>();
  for (const { person, name, role, from, to } of rows) {
    const works = role === 'clerk' || role === 'officer' || role === 'head' || role === 'leader';
    if (!works || from > today || (to !== undefined && to <= today)) continue;
    found.set(person, { id: person, name, roles: [...(found.get(person)?.roles ?? []), role] });
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'vi'));
};
