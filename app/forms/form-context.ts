import type { FileRef } from '#engine/dossier/index.ts';

/** One entry of a code list. */
export interface ListEntry {
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
}

/** What widgets know beside the answer: the lists of this page. */
export interface FormContext {
  /** Code lists too long for the schema, by `name@version`. */
  readonly lists: Readonly<Record<string, readonly ListEntry[]>>;
  /** Provinces, districts and communes, each with the code of what it lies in. */
  readonly places: readonly ListEntry[];
  /** The page's heading: a group of the same name does not say it again. */
  readonly heading?: string;
  /** Address at which an uploaded file of this form may be looked at. */
  readonly fileAddress?: string;
  /** Where nothing is sent: a chosen file becomes the answer at once, by its name, kind and size only. */
  readonly onlyTried?: boolean;
}

/** A file that is named and never read: what a form that is only tried takes for an answer. */
export const triedFile = ({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): FileRef => ({
  hash: '0'.repeat(64),
  name,
  type: type === '' ? 'application/octet-stream' : type,
  bytes: Math.max(1, size),
});

export const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  'name' in value &&
  typeof value.hash === 'string' &&
  typeof value.name === 'string';
