import type { LoaderFunctionArgs } from '@remix-run/node';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { catalogueList, readOfficeFilter } from '#app/server/office/catalogue-list.ts';
import { csvResponse } from '#app/server/office/csv-response.ts';

/** Every row the page's conditions find, in the page's order. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/csv');
  const { columns } = officeTextsFor(locale).catalogue;
  const { common } = textsFor(locale);
  const now = context.clock.now();
  const { rows } = await catalogueList(context, readOfficeFilter(new URL(request.url).searchParams, now), true);
  return csvResponse('danh-muc', now, [
    [
      columns.code,
      columns.name,
      columns.field,
      columns.levels,
      columns.release,
      columns.hash,
      columns.since,
      columns.to,
      columns.recorded,
      columns.decision,
    ],
    ...rows.map((row) => [
      row.code,
      row.name,
      row.field,
      row.levels.map((level) => common.levels[level]).join(', '),
      String(row.number),
      row.hash,
      formatDate(row.from),
      row.to ? formatDate(row.to) : '',
      `${formatTime(row.recordedAt)} ${formatDay(row.recordedAt)}`,
      row.decision,
    ]),
  ]);
};
