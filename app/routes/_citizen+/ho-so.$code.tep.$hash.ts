import type { LoaderFunctionArgs } from '@remix-run/node';
import { isFileRef } from '#app/forms/form-context.ts';
import { ownDossier } from '#app/server/dossier-access.ts';
import { sendFile } from '#app/server/send-file.ts';

/** A paper one handed in oneself. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { state } = await ownDossier({ request, context, params }, '/ho-so/:code/tep/:hash');
  const own = [...state.papers.flatMap((paper) => paper.files), ...Object.values(state.answers).filter(isFileRef)];
  const file = own.find((each) => each.hash === params['hash']);
  if (!file) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return sendFile(context, file);
};
