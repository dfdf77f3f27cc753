import type { Localized } from '#engine/result/index.ts';
import type { Locale } from './locale.ts';

/** The text in the reader's language; where the law has only Vietnamese words, those. */
export const pick = (text: Localized, locale: Locale): string => (locale === 'en' ? (text.en ?? text.vi) : text.vi);
