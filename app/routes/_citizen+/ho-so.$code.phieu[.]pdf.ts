import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { owns } from '#app/server/dossier-access.ts';
import { receiptPdf } from '#app/server/papers/index.ts';

/** The slip of a submission, or the receipt once it is accepted: for the owner and the office that takes it in. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/ho-so/:code/phieu.pdf');
  const state = await context.service.dossiers.byCode(params['code'] ?? '');
  const concerned =
    state &&
    (owns(actor, state) ||
      (actor.kind === 'staff' && (actor.unit === state.receivingUnit || actor.unit === state.decidingUnit)));
  if (!state || !concerned) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const pdf = await receiptPdf(context.service, state, { origin: context.config.origins[0] ?? '' });
  return new Response(Uint8Array.from(pdf), {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename="${state.code}.pdf"`,
      'Cache-Control': 'private, no-store',
    },
  });
};
