import { createContext, useContext } from 'react';
import type { Localized } from '#engine/result/index.ts';
import type { Locale } from './locale.ts';
import { pick } from './pick.ts';
import type { PublicTexts } from './vi/public.ts';

export interface Texts extends PublicTexts {
  readonly locale: Locale;
}

/** Given by the two entries, so that a browser loads one language only. */
export const TextsContext = createContext<Texts | undefined>(undefined);

/** The texts of the common and the citizen pages in the reader's language. */
export const useText = (): Texts => {
  const texts = useContext(TextsContext);
  if (!texts) throw new Error('useText outside of TextsContext');
  return texts;
};

/** Picks a text of the engine or of a release in the reader's language. */
export const usePick = (): ((text: Localized) => string) => {
  const { locale } = useText();
  return (text) => pick(text, locale);
};
