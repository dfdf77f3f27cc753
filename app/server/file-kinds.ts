import { fileTypeFromBuffer } from 'file-type';

export type FileKind = 'pdf' | 'jpg' | 'png' | 'heic' | 'docx' | 'xlsx';

const kinds: Readonly<Record<FileKind, { readonly types: readonly string[]; readonly endings: readonly string[] }>> = {
  pdf: { types: ['application/pdf'], endings: ['pdf'] },
  jpg: { types: ['image/jpeg'], endings: ['jpg', 'jpeg', 'jfif'] },
  png: { types: ['image/png'], endings: ['png'] },
  heic: { types: ['image/heic', 'image/heif', 'image/heic-sequence'], endings: ['heic', 'heif'] },
  docx: { types: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'], endings: ['docx'] },
  xlsx: { types: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], endings: ['xlsx'] },
};

/** For the `accept` attribute of a file input. */
export const acceptAttribute = (accept: readonly FileKind[]): string =>
  accept.flatMap((kind) => kinds[kind].endings.map((ending) => `.${ending}`)).join(',');

/** The media type when the bytes, the file's ending and the allowed kinds agree; otherwise undefined. */
export const sniff = async (
  bytes: Uint8Array,
  name: string,
  accept: readonly FileKind[],
): Promise<string | undefined> => {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return undefined;
  const ending = name.split('.').at(-1)?.toLowerCase() ?? '';
  return accept.some((kind) => kinds[kind].types.includes(found.mime) && kinds[kind].endings.includes(ending))
    ? found.mime
    : undefined;
};
