import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
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
export const transferRows = async (context: AppLoadContext, decision: string, search: URLSearchParams) => {
  const { reorganisations } = context.service;
  const counts = (await reorganisations.progress(decision))?.counts ?? {};
  const state = STATES.find((each) => each === search.get('loc'));
  const total = (state ? [state] : STATES).reduce((sum, each) => sum + (counts[each] ?? 0), 0);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const page = Math.min(pages, Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1));
  const rows = await reorganisations.rows(decision, {
    ...(state ? { state } : {}),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const all = await context.service.store.overview.unitRows();
  const nameOf = (
    code: string,
    at: (rows: readonly { readonly name: string }[]) => { readonly name: string } | undefined,
  ) => at(all.filter((unit) => unit.code === code))?.name ?? code;
  return {
    state: state ?? '',
    page,
    pages,
    total,
    counts: STATES.map((each) => ({ state: each, count: counts[each] ?? 0 })),
    rows: rows.map((row: TransferRow) => ({
      dossier: row.dossier,
      code: row.code,
      from: `${nameOf(row.from, (own) => own.at(0))} (${row.from})`,
      to: `${nameOf(row.to, (own) => own.at(-1))} (${row.to})`,
      state: row.state,
      why: row.problems.map(({ message }) => message.vi).join(' '),
      at: row.at,
    })),
  };
};
