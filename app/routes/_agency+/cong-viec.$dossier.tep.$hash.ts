import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { filesOf } from '#app/server/staff/dossier-files.ts';
import { fileResponse } from '#app/server/staff/file-response.ts';

/** A file of the dossier, for somebody who may see the dossier. Only hashes it names are served. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/:dossier/tep/:hash');
  const { state } = await dossierFor(context, actor, params['dossier'] ?? '');
  return fileResponse(
    context,
    filesOf(state).find((each) => each.hash === params['hash']),
  );
};
