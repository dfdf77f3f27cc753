import type { AppLoadContext } from '@remix-run/node';
import { localDate, type Announcement } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { Problem, Result } from '#engine/result/index.ts';
import type { Recount } from '#engine/service/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

/** Rows of one announcement that the page shows. */
const SHOWN = 50;

/** Announcements of a calendar with what they touched, newest first. */
export const recountsOf = async ({ service }: AppLoadContext, calendar: string) =>
  (await service.recounts.all())
    .filter((recount) => recount.calendar === calendar)
    .map(({ touched, ...recount }) => ({
      ...recount,
      count: touched.length,
      touched: touched.slice(0, SHOWN).map(({ before, after, promised, ...row }) => ({
        ...row,
        before: localDate(before),
        after: localDate(after),
        promised: promised === undefined ? '' : localDate(promised),
      })),
    }));

const FIELDS = ['thay-doi', 'ngay', 'den', 'don-vi', 'ten-ngay', 'van-ban'] as const;

export interface AnnounceAnswer {
  readonly problems: readonly Problem[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
}

/** Carries out the posted announcement. A day that cannot be read is refused by the service as it is. */
export const announcePosted = async (
  context: AppLoadContext,
  actor: Actor,
  data: FormData,
): Promise<Result<Recount> & AnnounceAnswer> => {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 300) : '';
  };
  const day = readTypedDate(text('ngay')) ?? '';
  const kind = text('thay-doi');
  const shared = { day, name: { vi: text('ten-ngay') }, source: text('van-ban') };
  const announcement: Announcement =
    kind === 'closure'
      ? {
          ...shared,
          kind,
          to: text('den') === '' ? day : (readTypedDate(text('den')) ?? ''),
          ...(text('don-vi') === '' ? {} : { unit: text('don-vi') }),
        }
      : { ...shared, kind: kind === 'make-up' ? 'make-up' : 'off' };
  const told = await context.service.recounts.announce(text('lich'), announcement, actor);
  return {
    ...told,
    problems: told.ok ? [] : told.problems,
    typed: Object.fromEntries(FIELDS.map((name) => [name, [text(name)]])),
  };
};
