import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { annexPdf } from '#app/server/office/annex.ts';
import { slugToNumber } from '#app/server/staff/decision-number.ts';
import { pdfResponse } from '#app/server/staff/pdf-response.ts';

/** The annex of a decision as the paper that goes with it. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
  await authorizeActor({ request, context }, '/cong-bo/:number/phu-luc.pdf');
  const found = await context.service.store.catalogue.decision(slugToNumber(params['number'] ?? ''));
  if (!found) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return pdfResponse(
    await annexPdf(context, found.decision),
    `phu-luc-${found.number.replace(/[^0-9A-Za-z]+/g, '-')}.pdf`,
  );
};
