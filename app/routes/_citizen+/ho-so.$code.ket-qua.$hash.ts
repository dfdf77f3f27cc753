import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownDossier } from '#app/server/dossier-access.ts';
import { sendFile } from '#app/server/send-file.ts';

/** A result, for the one whose it is. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { state } = await ownDossier({ request, context, params }, '/ho-so/:code/ket-qua/:hash');
  const result = state.results.find((each) => each.file.hash === params['hash']);
  if (!result) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return sendFile(context, result.file);
};
