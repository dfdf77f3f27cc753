import type { AppLoadContext } from '@remix-run/node';
import type { FormContext, ListEntry } from '#app/forms/form-context.ts';
import type { SharedDefinitions } from '#engine/definition/index.ts';

const entriesOf = (list: SharedDefinitions['codeLists'][string]): readonly ListEntry[] =>
  list.entries.map((entry) => ({ code: entry.code, name: entry.name.vi, ...(entry.parent ? { parent: entry.parent } : {}) }));

/** Lists and places for a form on a staff page; nothing is sent where no form stands. */
export const staffFormContext = async (context: AppLoadContext, wanted: boolean): Promise<FormContext> => {
  if (!wanted) return { lists: {}, places: [] };
  const { codeLists } = await context.service.store.releases.shared();
  const lists = Object.fromEntries(Object.entries(codeLists).map(([name, list]) => [name, entriesOf(list)]));
  const named = (start: string) => Object.entries(lists).flatMap(([name, entries]) => (name.startsWith(start) ? entries : []));
  return { lists, places: [...named('provinces@'), ...named('districts@'), ...named('communes@')] };
};
