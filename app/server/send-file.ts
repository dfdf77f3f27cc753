import type { AppLoadContext } from '@remix-run/node';
import type { FileRef } from '#engine/dossier/index.ts';

/** Types a browser may show in its own viewer; everything else is saved. Nothing runs: the policy of the answer is empty. */
const SHOWN = new Set(['application/pdf', 'image/jpeg', 'image/png']);

/** A stored file, never as a page of ours. 404 when its bytes are gone. */
export const sendFile = async (
  context: AppLoadContext,
  file: Pick<FileRef, 'hash' | 'name' | 'type'>,
): Promise<Response> => {
  const bytes = await context.service.store.files.get(file.hash);
  if (!bytes) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const how = SHOWN.has(file.type) ? 'inline' : 'attachment';
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'Content-Type': SHOWN.has(file.type) ? file.type : 'application/octet-stream',
      'Content-Disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", '%27')}`,
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cache-Control': 'private, no-store',
    },
  });
};
