import type { AppLoadContext } from '@remix-run/node';
import type { ConversionProgress, DryRun } from '#engine/service/index.ts';
import type { ConversionOutcome, ConversionState, DecisionRecord } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

const PAGE = 50;
export const OUTCOMES = ['convert', 'ask', 'stay', 'keep'] as const satisfies readonly ConversionOutcome[];
export const STATES = [
  'planned',
  'converted',
  'asked',
  'kept',
  'stayed',
  'reverted',
] as const satisfies readonly ConversionState[];

export interface ConversionLine {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly kind: ConversionOutcome | ConversionState;
  readonly reasons: readonly { readonly aspect: string; readonly text: string }[];
  /** The decision's own words, where nothing else is said. */
  readonly said: string;
  readonly until: string;
}

const pageOf = (search: URLSearchParams): number => Math.max(1, Number.parseInt(search.get('trang') ?? '1', 10) || 1);

const reasonOf = ({ decision }: DecisionRecord, code: string, locale: Locale): string => {
  const item = decision.items.find((one) => one.code === code || one.replaces?.includes(code));
  const reason = item?.inFlight?.reason;
  return reason ? pick(reason, locale) : '';
};

/** What the decision would do to each running dossier: counts of all, rows of one page. */
export const previewView = async (
  context: AppLoadContext,
  record: DecisionRecord,
  run: DryRun,
  search: URLSearchParams,
  locale: Locale,
) => {
  const chosen = OUTCOMES.find((each) => each === search.get('loc'));
  const rows = run.dossiers.filter(({ outcome }) => chosen === undefined || outcome === chosen);
  const page = pageOf(search);
  const lines = await Promise.all(
    rows.slice((page - 1) * PAGE, page * PAGE).map(async (row): Promise<ConversionLine> => ({
      id: row.dossier,
      code: (await context.service.dossiers.byId(row.dossier))?.code ?? '',
      procedure: row.procedure,
      kind: row.outcome,
      reasons: row.reasons.map(({ aspect, problem }) => ({ aspect, text: pick(problem.message, locale) })),
      said: reasonOf(record, row.procedure, locale),
      until: '',
    })),
  );
  return {
    chosen: chosen ?? '',
    page,
    pages: Math.max(1, Math.ceil(rows.length / PAGE)),
    lines,
    counts: OUTCOMES.map((outcome) => ({ kind: outcome, count: run.counts[outcome] })),
    finished: run.finished,
    done: run.done,
    total: run.total,
    at: run.startedAt,
  };
};

/** What was done to each, so far. */
export const workView = async (
  context: AppLoadContext,
  record: DecisionRecord,
  { job, counts }: ConversionProgress,
  search: URLSearchParams,
  locale: Locale,
) => {
  const chosen = STATES.find((each) => each === search.get('loc'));
  const page = pageOf(search);
  const rows = await context.service.conversions.rows(record.number, {
    ...(chosen ? { states: [chosen] } : {}),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const total = STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  return {
    chosen: chosen ?? '',
    page,
    pages: Math.max(1, Math.ceil((chosen ? (counts[chosen] ?? 0) : total) / PAGE)),
    lines: rows.map((row): ConversionLine => ({
      id: row.dossier,
      code: row.code,
      procedure: row.procedure,
      kind: row.state,
      reasons: row.reasons.map(({ aspect, problem }) => ({ aspect, text: pick(problem.message, locale) })),
      said: reasonOf(record, row.procedure, locale),
      until: row.state === 'asked' ? (row.until ?? '') : '',
    })),
    counts: STATES.map((state) => ({ kind: state, count: counts[state] ?? 0 })),
    total,
    job: { state: job.state, due: job.due, by: job.changedBy, at: job.changedAt, reason: job.reason ?? '' },
    begun: job.due <= context.clock.now(),
  };
};

export type PreviewView = Awaited<ReturnType<typeof previewView>>;
export type WorkView = Awaited<ReturnType<typeof workView>>;
