import type { AppLoadContext } from '@remix-run/node';

/** A filter of the task list under a name: the address's own parameters. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

const MOST = 12;
const KEPT = ['xem', 'thu-tuc', 'tim', 'don-vi'];
const nameOf = (person: string): string => `task-filters.${person}`;

const isFilter = (value: unknown): value is SavedFilter =>
  typeof value === 'object' && value !== null && 'name' in value && 'query' in value;

export const savedFilters = async (context: AppLoadContext, person: string): Promise<readonly SavedFilter[]> => {
  const stored = await context.service.store.settings.get(nameOf(person));
  return Array.isArray(stored) ? stored.filter(isFilter) : [];
};

/** Keeps what the address filters by, and nothing else of it; a filter of the same name is replaced. */
export const saveFilter = async (
  context: AppLoadContext,
  person: string,
  name: string,
  search: URLSearchParams,
): Promise<void> => {
  const query = new URLSearchParams(
    KEPT.flatMap((key) => {
      const value = search.get(key);
      return value ? [[key, value.slice(0, 100)]] : [];
    }),
  ).toString();
  const others = (await savedFilters(context, person)).filter((each) => each.name !== name);
  await context.service.store.settings.put(nameOf(person), [...others, { name, query }].slice(-MOST));
};

export const dropFilter = async (context: AppLoadContext, person: string, name: string): Promise<void> => {
  const rest = (await savedFilters(context, person)).filter((each) => each.name !== name);
  await context.service.store.settings.put(nameOf(person), rest);
};
