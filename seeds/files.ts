import type { FileRef } from '#engine/dossier/index.ts';
import type { Store } from '#engine/store/index.ts';
import { tinyPdf } from './pdf.ts';

/** Keeps a small PDF for `owner` and gives the reference that dossiers carry. */
export const putPdf = async (store: Store, line: string, name: string, owner: string): Promise<FileRef> => {
  const bytes = tinyPdf(line);
  const hash = await store.files.put(bytes, owner);
  return { hash, name, type: 'application/pdf', bytes: bytes.byteLength };
};
