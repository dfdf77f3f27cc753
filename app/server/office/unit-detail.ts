import type { AppLoadContext } from '@remix-run/node';
import { unitsOn } from '#engine/catalogue/index.ts';
import { addDays, localDate, type LocalDate } from '#engine/clock/index.ts';

const last = (end: LocalDate | undefined): string => (end === undefined ? '' : addDays(end, -1));

/** One unit by its code: every row it ever had, and who held which role there on the day. */
export const unitDetail = async (context: AppLoadContext, code: string, day: LocalDate) => {
  const { overview } = context.service.store;
  const today = localDate(context.clock.now());
  const rows = await overview.unitRows();
  const own = rows.filter((row) => row.code === code);
  const newest = own.at(-1);
  if (!newest) return undefined;
  const onDay = [...unitsOn(rows, day).values()];
  const then = onDay.find((row) => row.code === code);
  const shown = then ?? newest;
  const people = (await overview.peopleOf(code)).map((row) => ({
    ...row,
    to: last(row.to),
    holds: row.from <= day && (row.to === undefined || row.to > day),
    open: row.to === undefined || row.to > today,
  }));
  const nameOf = (wanted: string | undefined): string =>
    onDay.find((row) => row.code === wanted)?.name ?? rows.findLast((row) => row.code === wanted)?.name ?? wanted ?? '';
  return {
    code,
    name: shown.name,
    exists: then !== undefined,
    calendar: shown.calendar,
    address: shown.address ?? '',
    phone: shown.phone ?? '',
    parent: shown.parent ?? '',
    parentName: nameOf(shown.parent),
    rows: own.map((row) => ({
      name: row.name,
      level: row.level,
      parent: row.parent ?? '',
      parentName: nameOf(row.parent),
      identCode: row.identCode,
      counter: row.counter,
      calendar: row.calendar,
      from: row.validFrom,
      to: last(row.validTo),
      holds: row === then,
    })),
    people: people.filter((row) => row.holds),
    others: people.filter((row) => !row.holds),
    children: onDay.filter((row) => row.parent === code).map((row) => ({ code: row.code, name: row.name })),
  };
};
