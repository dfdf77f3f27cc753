import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { annexWorkbook } from '#app/server/office/annex.ts';
import { slugToNumber } from '#app/server/staff/decision-number.ts';

/** The annex of a decision as a spreadsheet, in the columns that annexes have. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
  await authorizeActor({ request, context }, '/cong-bo/:number/phu-luc.xlsx');
  const found = await context.service.store.catalogue.decision(slugToNumber(params['number'] ?? ''));
  if (!found) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const bytes = await annexWorkbook(context, found.decision);
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="phu-luc-${found.number.replace(/[^0-9A-Za-z]+/g, '-')}.xlsx"`,
    },
  });
};
