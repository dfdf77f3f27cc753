import { problem, type Problem } from '#engine/result/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';

const texts = { vi: officeTextsFor('vi').drafts, en: officeTextsFor('en').drafts };

/** A finding about what was typed, in the words of the page of drafts. */
export const said = (
  code: string,
  path: string,
  of: (words: (typeof texts)['vi'] | (typeof texts)['en']) => string,
): Problem => problem(`draft.${code}`, path, { vi: of(texts.vi), en: of(texts.en) });
