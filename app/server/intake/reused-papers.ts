import type { HeldCopy, PaperReceived, ReusedCopy } from '#engine/dossier/index.ts';

/** The boxes that take a copy over: `da-co` = `<paper>:<hash of the file>`. */
export const HELD_FIELD = 'da-co';
export const heldValue = ({ paper, file }: HeldCopy): string => `${paper}:${file.hash}`;

/** The papers as they were handed in at the desk: what was taken over left out. */
export const withoutReused = (papers: readonly PaperReceived[]): readonly PaperReceived[] =>
  papers.flatMap((paper) => {
    const { reused, ...rest } = paper;
    if (reused === undefined) return [paper];
    const files = paper.files.filter(({ hash }) => !reused.some(({ file }) => file === hash));
    const anything = files.length > 0 || paper.originals > 0 || paper.copies > 0 || paper.presented === true;
    return anything ? [{ ...rest, files, digital: files.length > 0 }] : [];
  });

/** Puts copies in the place of what would be scanned; a file that was scanned anyway is not one of them. */
export const withCopies = (papers: readonly PaperReceived[], copies: readonly HeldCopy[]): readonly PaperReceived[] => {
  const without = papers.filter(({ paper }) => !copies.some((copy) => copy.paper === paper));
  const taken = [...new Set(copies.map(({ paper }) => paper))].map((paper): PaperReceived => {
    const before = papers.find((each) => each.paper === paper) ?? {
      paper,
      originals: 0,
      copies: 0,
      digital: true,
      files: [],
    };
    const more = copies.filter(
      (copy) => copy.paper === paper && !before.files.some(({ hash }) => hash === copy.file.hash),
    );
    if (more.length === 0) return before;
    const reused: readonly ReusedCopy[] = [...(before.reused ?? []), ...more.map(({ origin }) => origin)];
    return { ...before, digital: true, files: [...before.files, ...more.map(({ file }) => file)], reused };
  });
  return [...without, ...taken];
};
