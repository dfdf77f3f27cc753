import type { LoaderFunctionArgs } from '@remix-run/node';
import { ownDossier } from '#app/server/dossier-access.ts';
import { sendFile } from '#app/server/send-file.ts';
import { givenResults } from '#app/server/views/given-results.ts';

/** A result, for the one whose it is. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { state } = await ownDossier({ request, context, params }, '/ho-so/:code/ket-qua/:hash');
  const result = givenResults(state).find((each) => each.file.hash === params['hash']);
  if (!result) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return sendFile(context, result.file);
};
