import type { AppLoadContext } from '@remix-run/node';
import type { FileRef } from '#engine/dossier/index.ts';

/** The file's bytes under their own type, never as a page of ours; 404 when there is no such file. */
export const fileResponse = async (context: AppLoadContext, file: FileRef | undefined): Promise<Response> => {
  const bytes = file && (await context.service.store.files.get(file.hash));
  if (!file || !bytes) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const shown = file.type === 'application/pdf' || file.type.startsWith('image/');
  return new Response(bytes as BodyInit, {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
};
