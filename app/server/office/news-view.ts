import type { AppLoadContext } from '@remix-run/node';
import { addDays, isLocalDate, localDate, type LocalDate } from '#engine/clock/index.ts';
import { mondayOf, type NewsDecision, type NewsItem } from '#engine/service/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { numberToSlug } from '../staff/decision-number.ts';
import { latestNames } from '../views/procedure-names.ts';

/** What a note has room for; the rest is counted, and is at the decision. */
const [MOST_ITEMS, MOST_SENTENCES] = [150, 20] as const;
const ACTIONS = ['add', 'amend', 'replace', 'repeal'] as const;

export interface NoteItem extends Omit<NewsItem, 'changes'> {
  readonly sentences: readonly string[];
  readonly more: number;
}

export interface NoteDecision extends Omit<NewsDecision, 'title' | 'items'> {
  readonly slug: string;
  readonly title: string;
  readonly counts: readonly { readonly action: NewsItem['action']; readonly count: number }[];
  readonly items: readonly NoteItem[];
  readonly more: number;
}

/** The note of the week asked for; this week where none is, or no day. */
export const weekNote = async (context: AppLoadContext, asked: string | null, locale: Locale) => {
  const today = localDate(context.clock.now());
  const day: LocalDate = asked !== null && isLocalDate(asked) ? asked : today;
  const { monday, sunday, ...found } = await context.service.news.week(day);
  const note = (decisions: readonly NewsDecision[]): readonly NoteDecision[] =>
    decisions.map(({ title, items, ...decision }) => ({
      ...decision,
      slug: numberToSlug(decision.number),
      title: title ? pick(title, locale) : '',
      counts: ACTIONS.map((action) => ({
        action,
        count: items.filter((item) => item.action === action).length,
      })).filter(({ count }) => count > 0),
      items: items.slice(0, MOST_ITEMS).map(({ changes, ...item }) => ({
        ...item,
        sentences: changes.slice(0, MOST_SENTENCES).map(({ sentence }) => pick(sentence, locale)),
        more: Math.max(0, changes.length - MOST_SENTENCES),
      })),
      more: Math.max(0, items.length - MOST_ITEMS),
    }));
  const { effective, ahead, withdrawn } = found;
  const shown = [effective, ahead, withdrawn].flat().flatMap(({ items }) => items.slice(0, MOST_ITEMS));
  const others = shown.flatMap(({ replaces, replacedBy }) => [...replaces, ...(replacedBy ? [replacedBy] : [])]);
  const names = await latestNames(context, [...new Set(others)], locale);
  return {
    monday,
    sunday,
    before: addDays(monday, -7),
    after: addDays(monday, 7),
    current: mondayOf(today) === monday,
    effective: note(effective),
    ahead: note(ahead),
    withdrawn: note(withdrawn),
    names: Object.fromEntries(others.map((code) => [code, names.get(code) ?? code])) as Readonly<
      Record<string, string>
    >,
  };
};
