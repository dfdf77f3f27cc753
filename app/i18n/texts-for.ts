import { texts as english } from './en/public.ts';
import type { Locale } from './locale.ts';
import type { Texts } from './use-text.ts';
import { texts as vietnamese } from './vi/public.ts';

/** Both languages: for loaders and actions only, never for the browser. */
export const textsFor = (locale: Locale): Texts => ({ ...(locale === 'en' ? english : vietnamese), locale });
