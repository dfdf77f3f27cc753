import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { DossierRow } from '#engine/store/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { registerRows, type CounterRow } from './counter-lists.ts';

export interface RegisterQuery {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** The book of a year: search stays within it. */
  readonly year?: number;
  /** Something typed was no date; the day is then today. */
  readonly bad: boolean;
  /** The last day typed lies before the first: no day is between them. */
  readonly backwards: boolean;
}

/** Reads `?tu=01/07/2021&den=…&tim=…`, both days today unless said, or `?nam=2021`. Opened by year (TT 01/2018 Điều 10). */
export const registerQuery = (search: URLSearchParams, today: string): RegisterQuery => {
  const typed = (name: string) => search.get(name)?.trim() ?? '';
  const year = /^20\d\d$/.test(typed('nam')) ? Number(typed('nam')) : undefined;
  const text = typed('tim').slice(0, 100);
  if (year !== undefined)
    return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31`, text, bad: false, backwards: false, year };
  const from = readTypedDate(typed('tu'));
  const to = readTypedDate(typed('den'));
  return {
    from: from ?? today,
    to: to ?? today,
    text,
    backwards: (to ?? today) < (from ?? today),
    bad: (typed('tu') !== '' && from === undefined) || (typed('den') !== '' && to === undefined),
  };
};

/** Its line in the unit's book, with the year where one looks at several; nothing before acceptance or in another unit's book. */
export const lineOf = (row: DossierRow, unit: string, { year }: RegisterQuery): string => {
  if (row.registerNumber === undefined || row.registerUnit !== unit) return '';
  return year === undefined ? `${String(row.registerNumber)}/${String(row.registerYear)}` : String(row.registerNumber);
};

export const registerOf = async (context: AppLoadContext, unit: string, search: URLSearchParams) => {
  const query = registerQuery(search, localDate(context.clock.now()));
  const rows: readonly CounterRow[] = await registerRows(context, unit, {
    from: query.from,
    to: query.to,
    ...(query.text ? { text: query.text } : {}),
    within: query.year !== undefined,
  });
  return { query, rows };
};
