import { office as english } from './en/office.ts';
import type { Locale } from './locale.ts';
import type { OfficeTexts } from './use-office-text.ts';
import { office as vietnamese } from './vi/office.ts';

/** The office's texts for loaders and actions. */
export const officeTextsFor = (locale: Locale): OfficeTexts => (locale === 'en' ? english : vietnamese);
