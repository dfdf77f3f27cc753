import type { AppLoadContext } from '@remix-run/node';
import type { ListEntry } from '#app/forms/form-context.ts';
import type { JsonObject } from '#engine/form/browser.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

interface NamedList {
  readonly name: string;
  readonly entries: readonly { readonly code: string; readonly name: { readonly vi: string; readonly en?: string | undefined }; readonly parent?: string | undefined }[];
}

const entriesOf = (list: NamedList | undefined, locale: Locale, parent?: string): readonly ListEntry[] =>
  (list?.entries ?? []).map((entry) => {
    const above = entry.parent ?? parent;
    return { code: entry.code, name: pick({ vi: entry.name.vi, ...(entry.name.en ? { en: entry.name.en } : {}) }, locale), ...(above ? { parent: above } : {}) };
  });

/** Bắc Giang in the General Statistics Office's list; its districts are those we have lists of. */
const OWN_PROVINCE: ListEntry = { code: '24', name: 'Tỉnh Bắc Giang' };

const has = (uiSchema: unknown, wanted: (node: JsonObject) => boolean): boolean =>
  typeof uiSchema === 'object' &&
  uiSchema !== null &&
  (Array.isArray(uiSchema) ? uiSchema.some((each) => has(each, wanted)) : wanted(uiSchema as JsonObject) || Object.values(uiSchema).some((each) => has(each, wanted)));

const listNames = (uiSchema: unknown, found = new Set<string>()): ReadonlySet<string> => {
  if (typeof uiSchema !== 'object' || uiSchema === null) return found;
  if (!Array.isArray(uiSchema)) {
    const node = uiSchema as JsonObject;
    const options = node['ui:options'];
    if (node['ui:widget'] === 'codeList' && typeof options === 'object' && options !== null && 'list' in options && typeof options.list === 'string') found.add(options.list);
  }
  for (const each of Object.values(uiSchema)) listNames(each, found);
  return found;
};

/** The lists that a page's questions need, and no others. */
export const listsOf = async (
  context: AppLoadContext,
  uiSchema: JsonObject,
  locale: Locale,
): Promise<{ readonly lists: Readonly<Record<string, readonly ListEntry[]>>; readonly places: readonly ListEntry[] }> => {
  const names = listNames(uiSchema);
  const address = has(uiSchema, (node) => node['ui:field'] === 'address');
  if (names.size === 0 && !address) return { lists: {}, places: [] };
  const { codeLists } = await context.service.store.releases.shared();
  const lists = Object.fromEntries([...names].map((name) => [name, entriesOf(codeLists[name], locale)]));
  if (!address) return { lists, places: [] };
  const newest = (stem: string): NamedList | undefined =>
    Object.values(codeLists)
      .filter((list) => list.name.startsWith(`${stem}@`))
      .sort((left, right) => right.name.localeCompare(left.name))[0];
  const provinces = entriesOf(newest('provinces'), locale);
  return {
    lists,
    places: [...(provinces.length > 0 ? provinces : [OWN_PROVINCE]), ...entriesOf(newest('districts'), locale, OWN_PROVINCE.code), ...entriesOf(newest('communes'), locale)],
  };
};

/** Names of all places and long lists, for reading answers. */
export const allPlaces = async (context: AppLoadContext, locale: Locale): Promise<readonly ListEntry[]> => {
  const { codeLists } = await context.service.store.releases.shared();
  const known = Object.values(codeLists).filter((list) => /^(provinces|districts|communes)@/.test(list.name));
  return [OWN_PROVINCE, ...known.flatMap((list) => entriesOf(list, locale))];
};
