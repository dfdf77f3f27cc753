import type { LoaderFunctionArgs } from '@remix-run/node';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { csvResponse } from '#app/server/office/csv-response.ts';
import { unitName, unitNames } from '#app/server/office/unit-names.ts';
import { watchList } from '#app/server/office/watch-list.ts';
import { readWatchFilter } from '#app/server/office/watch-query.ts';

/** Every dossier the page's conditions find, in the page's order. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/giam-sat/ho-so/csv');
  const { watch: words } = officeTextsFor(locale);
  const { common } = textsFor(locale);
  const { columns } = words.list;
  const units = await unitNames(context);
  const { rows } = await watchList(context, actor, readWatchFilter(new URL(request.url).searchParams), true);
  const moment = (at: string | undefined): string => (at ? `${formatTime(at)} ${formatDay(at)}` : '');
  return csvResponse('giam-sat', context.clock.now(), [
    [
      columns.code,
      columns.procedure,
      columns.applicant,
      columns.status,
      columns.at,
      columns.holder,
      columns.unit,
      columns.submitted,
      columns.due,
      words.list.time,
      columns.waits,
    ],
    ...rows.map((row) => [
      row.code,
      row.procedureName,
      row.applicant,
      common.status[row.status],
      row.step ?? '',
      row.holder ?? '',
      unitName(units, row.decidingUnit),
      moment(row.submittedAt),
      moment(row.promisedDue),
      pick(row.left.text, locale),
      words.waits[row.waits],
    ]),
  ]);
};
