import type { AppLoadContext } from '@remix-run/node';
import type { LocalDate } from '#engine/clock/index.ts';
import type { CodeList, LeafQuestion } from '#engine/definition/browser.ts';
import { fold } from '#engine/definition/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

const byRef = (left: { readonly ref: string }, right: { readonly ref: string }): number =>
  left.ref.localeCompare(right.ref, 'en');

/** A list holds from its first day to its last, both counted. */
const inForce = (list: CodeList, day: LocalDate): boolean =>
  (list.validFrom === undefined || list.validFrom <= day) && (list.validTo === undefined || list.validTo >= day);

/** Every code list and question group that was ever published, by name and version. */
export const sharedLists = async (context: AppLoadContext, day: LocalDate, locale: Locale) => {
  const shared = await context.service.store.releases.shared();
  return {
    lists: Object.entries(shared.codeLists)
      .map(([ref, list]) => ({
        ref,
        title: pick(list.title, locale),
        entries: list.entries.length,
        from: list.validFrom ?? '',
        to: list.validTo ?? '',
        inForce: inForce(list, day),
        source: list.source ?? '',
      }))
      .sort(byRef),
    groups: Object.entries(shared.groups)
      .map(([ref, group]) => ({ ref, title: pick(group.title, locale), questions: group.questions.length }))
      .sort(byRef),
  };
};

const questionRow = (question: LeafQuestion, locale: Locale) => ({
  id: question.id,
  label: pick(question.label, locale),
  type: question.type,
});

export const ENTRIES_PAGE = 100;

/** One list (a page of its entries) or one group; undefined when there is none of that name and version. */
export const sharedDetail = async (
  context: AppLoadContext,
  ref: string,
  given: { readonly text: string; readonly page: number },
  locale: Locale,
) => {
  const shared = await context.service.store.releases.shared();
  const list = shared.codeLists[ref];
  if (list) {
    const wanted = fold(given.text);
    const names = new Map(list.entries.map((entry) => [entry.code, pick(entry.name, locale)]));
    const found = list.entries.filter(
      (entry) => wanted === '' || fold(`${entry.code} ${entry.name.vi} ${entry.name.en ?? ''}`).includes(wanted),
    );
    const start = (given.page - 1) * ENTRIES_PAGE;
    return {
      kind: 'list' as const,
      ref,
      title: pick(list.title, locale),
      source: list.source ?? '',
      total: found.length,
      pages: Math.max(1, Math.ceil(found.length / ENTRIES_PAGE)),
      entries: found.slice(start, start + ENTRIES_PAGE).map((entry) => ({
        code: entry.code,
        name: pick(entry.name, locale),
        parent: entry.parent ? (names.get(entry.parent) ?? entry.parent) : '',
      })),
    };
  }
  const group = shared.groups[ref];
  return group
    ? {
        kind: 'group' as const,
        ref,
        title: pick(group.title, locale),
        questions: group.questions.map((question) => questionRow(question, locale)),
      }
    : undefined;
};
