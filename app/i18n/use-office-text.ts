import { office as english } from './en/office.ts';
import type { Translation } from './catalogue.ts';
import { useText } from './use-text.ts';
import { office as vietnamese } from './vi/office.ts';

export type OfficeTexts = Translation<typeof vietnamese>;

/** The texts of the office's pages in the reader's language; both languages travel with those pages. */
export const useOfficeText = (): OfficeTexts => (useText().locale === 'en' ? english : vietnamese);
