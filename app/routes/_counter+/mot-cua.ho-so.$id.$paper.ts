import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { dossierPaper, visitLabels, visitReceipts, type DossierPaper } from '#app/server/papers/index.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { pdfResponse } from '#app/server/staff/pdf-response.ts';

const PAPERS: readonly DossierPaper[] = [
  'receipt',
  'supplement-request',
  'refusal',
  'apology',
  'stop-notice',
  'control-slip',
  'submission-slip',
  'label',
];

/** `…/receipt.pdf`: a paper of the dossier. The receipt at the counter has both sheets. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/ho-so/:id/:paper');
  const kind = PAPERS.find((each) => `${each}.pdf` === params['paper']);
  const { state } = await dossierFor(context, actor, params['id'] ?? '');
  const origin = context.config.origins[0] ?? '';
  const options = { origin, sheets: ['file', 'citizen'] } as const;
  if (params['paper'] === 'visit-receipts.pdf') {
    const all = await visitReceipts(context.service, state, options);
    if (!all) throw new Response(null, { status: 404, statusText: 'Not Found' });
    return pdfResponse(all, `receipts-${state.code}.pdf`);
  }
  if (params['paper'] === 'visit-labels.pdf') {
    const all = await visitLabels(context.service, state, options);
    if (!all) throw new Response(null, { status: 404, statusText: 'Not Found' });
    return pdfResponse(all, `labels-${state.code}.pdf`);
  }
  const pdf = kind && (await dossierPaper(context.service, state, kind, options));
  if (!kind || !pdf) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return pdfResponse(pdf, `${kind}-${state.code}.pdf`);
};
