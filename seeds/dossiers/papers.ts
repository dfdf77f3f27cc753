import type { FileRef, PaperReceived, PreparedRelease } from '#engine/dossier/index.ts';
import { effectiveChecklist, type EffectivePaper, type Facts } from '#engine/form/index.ts';

/**
 * What a careful applicant hands in: every paper that is needed and, of alternatives, the first one.
 * On line a file each; over the counter originals and copies as the checklist counts them.
 */
export const papersFor = (prepared: PreparedRelease, facts: Facts, file: FileRef): readonly PaperReceived[] =>
  withoutAlternatives(effectiveChecklist(prepared.release.procedure, prepared.paperConditions, facts)).map(
    ({ paper }) => ({
      paper: paper.id,
      originals:
        facts.channel === 'online' ? 0 : Math.max(paper.originals ?? 0, paper.copies || paper.certifiedCopies ? 0 : 1),
      copies: facts.channel === 'online' ? 0 : (paper.copies ?? 0) + (paper.certifiedCopies ?? 0),
      digital: facts.channel === 'online',
      files: facts.channel === 'online' ? [{ ...file, name: `${paper.id}.pdf` }] : [],
      ...(paper.kind === 'present' ? { presented: true } : {}),
    }),
  );

const withoutAlternatives = (papers: readonly EffectivePaper[]): readonly EffectivePaper[] => {
  const chosen = new Set<string>();
  return papers.filter(({ paper, required }) => {
    if (!required) return false;
    if (paper.oneOf === undefined) return true;
    if (chosen.has(paper.oneOf)) return false;
    chosen.add(paper.oneOf);
    return true;
  });
};
