import type { Translation } from './catalogue.ts';
import { studio as english } from './en/studio.ts';
import type { Locale } from './locale.ts';
import { useText } from './use-text.ts';
import { studio as vietnamese } from './vi/studio.ts';

export type StudioTexts = Translation<typeof vietnamese>;

export const studioTextsFor = (locale: Locale): StudioTexts => (locale === 'en' ? english : vietnamese);

/** The studio's texts in the reader's language; both languages travel with those pages. */
export const useStudioText = (): StudioTexts => studioTextsFor(useText().locale);

/** A word by a name that is only known at run time; the name itself where there is none. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string, within?: string): string => {
  const longer = `${within ?? ''}.${name}`;
  if (Object.hasOwn(words, longer)) return words[longer] ?? name;
  return Object.hasOwn(words, name) ? (words[name] ?? name) : name;
};
