import type { AppLoadContext } from '@remix-run/node';
import { addDays, localDate, type LocalDate } from '#engine/clock/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import type { TransferRow } from '#engine/store/index.ts';

/** Where the handing over of a reorganisation's dossiers stands; null where there is none. */
export const transferView = async (context: AppLoadContext, decision: string) => {
  const progress = await context.service.reorganisations.progress(decision);
  if (!progress) return null;
  const { job, counts } = progress;
  const isWaiting = job.state === 'running' && job.day > localDate(context.clock.now());
  return {
    state: isWaiting ? ('waiting' as const) : job.state,
    day: job.day,
    moved: counts.moved ?? 0,
    stayed: counts.stayed ?? 0,
    failed: counts.failed ?? 0,
  };
};

export type TransferView = NonNullable<Awaited<ReturnType<typeof transferView>>>;

const PAGE = 50;
const STATES: readonly TransferRow['state'][] = ['moved', 'stayed', 'failed'];

/** One page of what became of each dossier. */
export const transferRows = async (
  context: AppLoadContext,
  decision: string,
  search: URLSearchParams,
  locale: Locale,
) => {
  const { reorganisations } = context.service;
  const progress = await reorganisations.progress(decision);
  if (!progress) return undefined;
  const {
    counts,
    job: { day },
  } = progress;
  const state = STATES.find((each) => each === search.get('loc'));
  const total = (state ? [state] : STATES).reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1));
  const rows = await reorganisations.rows(decision, {
    ...(state ? { state } : {}),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  await context.service.units.all();
  const nameOn = (code: string, of: LocalDate): string => context.service.units.on(code, of)?.name ?? code;
  return {
    state: state ?? '',
    page,
    pages,
    total,
    counts: STATES.map((each) => ({ state: each, count: counts[each] ?? 0 })),
    rows: rows.map((row: TransferRow) => ({
      dossier: row.dossier,
      code: row.code,
      from: `${nameOn(row.from, addDays(day, -1))} (${row.from})`,
      to: `${nameOn(row.to, day)} (${row.to})`,
      state: row.state,
      why: row.problems.map(({ message }) => pick(message, locale)).join(' '),
      at: row.at,
    })),
  };
};
