import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { renderPaper } from '#app/server/papers/index.ts';
import { pdfResponse } from '#app/server/staff/pdf-response.ts';
import { registerPaper } from '#app/server/staff/register-paper.ts';

/** The register (Mẫu số 06) of the days in the address, as PDF. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/so-theo-doi');
  const data = await registerPaper(context, actor.unit ?? '', new URL(request.url).searchParams);
  const now = context.clock.now();
  return pdfResponse(await renderPaper('register', data, now), `so-theo-doi-${localDate(now)}.pdf`);
};
