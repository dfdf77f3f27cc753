import type { AppLoadContext } from '@remix-run/node';
import type { ListEntry } from '#app/forms/form-context.ts';
import type { CompiledQuestion } from '#engine/form/browser.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

interface NamedList {
  readonly name: string;
  readonly entries: readonly {
    readonly code: string;
    readonly name: { readonly vi: string; readonly en?: string | undefined };
    readonly parent?: string | undefined;
  }[];
}

const entriesOf = (list: NamedList | undefined, locale: Locale, parent?: string): readonly ListEntry[] =>
  (list?.entries ?? []).map((entry) => {
    const above = entry.parent ?? parent;
    return {
      code: entry.code,
      name: pick({ vi: entry.name.vi, ...(entry.name.en ? { en: entry.name.en } : {}) }, locale),
      ...(above ? { parent: above } : {}),
    };
  });

/** Bắc Giang in the General Statistics Office's list; its districts are those we have lists of. */
const OWN_PROVINCE: ListEntry = { code: '24', name: 'Tỉnh Bắc Giang' };

const all = (questions: readonly CompiledQuestion[]): readonly CompiledQuestion[] =>
  questions.flatMap((question) => [question, ...all(question.questions ?? [])]);

/** The lists that a page's questions may need, shown now or after some answer, and no others. */
export const listsOf = async (
  context: AppLoadContext,
  questions: readonly CompiledQuestion[],
  locale: Locale,
): Promise<{
  readonly lists: Readonly<Record<string, readonly ListEntry[]>>;
  readonly places: readonly ListEntry[];
}> => {
  const found = all(questions);
  const names = found.flatMap(({ question, options }) =>
    question.type === 'code-list' && !options ? [question.list] : [],
  );
  const address = found.some(({ question }) => question.type === 'address');
  if (names.length === 0 && !address) return { lists: {}, places: [] };
  const { codeLists } = await context.service.store.releases.shared();
  const lists = Object.fromEntries(names.map((name) => [name, entriesOf(codeLists[name], locale)]));
  if (!address) return { lists, places: [] };
  const newest = (stem: string): NamedList | undefined =>
    Object.values(codeLists)
      .filter((list) => list.name.startsWith(`${stem}@`))
      .sort((left, right) => right.name.localeCompare(left.name))[0];
  const provinces = entriesOf(newest('provinces'), locale);
  return {
    lists,
    places: [
      ...(provinces.length > 0 ? provinces : [OWN_PROVINCE]),
      ...entriesOf(newest('districts'), locale, OWN_PROVINCE.code),
      ...entriesOf(newest('communes'), locale),
    ],
  };
};

/** Names of all places and long lists, for reading answers. */
export const allPlaces = async (context: AppLoadContext, locale: Locale): Promise<readonly ListEntry[]> => {
  const { codeLists } = await context.service.store.releases.shared();
  const known = Object.values(codeLists).filter((list) => /^(provinces|districts|communes)@/.test(list.name));
  return [OWN_PROVINCE, ...known.flatMap((list) => entriesOf(list, locale))];
};
