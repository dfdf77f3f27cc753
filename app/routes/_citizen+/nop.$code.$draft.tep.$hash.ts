import type { LoaderFunctionArgs } from '@remix-run/node';
import { isFileRef } from '#app/forms/form-context.ts';
import { loadDraft } from '#app/server/intake/load-draft.ts';
import { sendFile } from '#app/server/send-file.ts';

/** A file of one's own draft, of a paper or of a question. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { draft } = await loadDraft({ request, context, params }, '/nop/:code/:draft/tep/:hash');
  const own = [...draft.papers.flatMap((paper) => paper.files), ...Object.values(draft.answers).filter(isFileRef)];
  const file = own.find((each) => each.hash === params['hash']);
  if (!file) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return sendFile(context, file);
};
