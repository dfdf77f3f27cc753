import type { HeldCopy, PaperReceived } from '#engine/dossier/index.ts';
import type { EffectivePaper } from '#engine/form/index.ts';
import type { PaperToCheck } from '#app/components/staff/papers-check.tsx';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { heldValue } from './held-copies.ts';

const text = (value: { readonly vi: string; readonly en?: string | undefined } | undefined, locale: Locale): string =>
  value ? pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale) : '';

/** The checklist as it applies, with what is there of it. */
export const papersToCheck = (
  papers: readonly EffectivePaper[],
  received: readonly PaperReceived[],
  locale: Locale,
  held: readonly HeldCopy[] = [],
): readonly PaperToCheck[] =>
  papers.map(({ paper, required }) => {
    const given = received.find((each) => each.paper === paper.id);
    return {
      id: paper.id,
      name: text(paper.name, locale),
      kind: paper.kind,
      required,
      originals: paper.originals ?? 0,
      copies: (paper.copies ?? 0) + (paper.certifiedCopies ?? 0),
      whenText: text(paper.whenText, locale),
      oneOf: paper.oneOf ?? '',
      held: held
        .filter((copy) => copy.paper === paper.id)
        .map((copy) => ({
          value: heldValue(copy),
          file: copy.file.name,
          origin: copy.origin,
          taken: given?.reused?.some(({ file }) => file === copy.file.hash) === true,
        })),
      given: {
        originals: given?.originals ?? 0,
        copies: given?.copies ?? 0,
        presented: given?.presented === true,
        files: given?.files ?? [],
      },
    };
  });
