import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { dossierFor } from '#app/server/staff/dossier-access.ts';
import { filesOf } from '#app/server/staff/dossier-files.ts';

/** A file of the dossier, for somebody who may see the dossier. Only hashes it names are served. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/:dossier/tep/:hash');
  const { state } = await dossierFor(context, actor, params['dossier'] ?? '');
  const file = filesOf(state).find((each) => each.hash === params['hash']);
  const bytes = file && (await context.service.store.files.get(file.hash));
  if (!file || !bytes) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${file.type === 'application/pdf' || file.type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  });
};
