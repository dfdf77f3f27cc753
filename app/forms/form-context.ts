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
}

export const isFileRef = (value: unknown): value is FileRef =>
  typeof value === 'object' &&
  value !== null &&
  'hash' in value &&
  'name' in value &&
  typeof value.hash === 'string' &&
  typeof value.name === 'string';
