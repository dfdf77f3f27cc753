import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { registerRows, type CounterRow } from './counter-lists.ts';

export interface RegisterQuery {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Something typed was no date; the day is then today. */
  readonly bad: boolean;
}

/** Reads `?tu=01/07/2021&den=…&tim=…`; both days are today unless said. */
export const registerQuery = (search: URLSearchParams, today: string): RegisterQuery => {
  const typed = (name: string) => search.get(name)?.trim() ?? '';
  const from = readTypedDate(typed('tu'));
  const to = readTypedDate(typed('den'));
  return {
    from: from ?? today,
    to: to ?? today,
    text: typed('tim').slice(0, 100),
    bad: (typed('tu') !== '' && from === undefined) || (typed('den') !== '' && to === undefined),
  };
};

export const registerOf = async (context: AppLoadContext, unit: string, search: URLSearchParams) => {
  const query = registerQuery(search, localDate(context.clock.now()));
  const rows: readonly CounterRow[] = await registerRows(context, unit, {
    from: query.from,
    to: query.to,
    ...(query.text ? { text: query.text } : {}),
  });
  return { query, rows };
};
