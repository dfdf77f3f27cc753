import type { Change, ReleaseDifference } from '../difference.ts';
import type { Release } from '../release.ts';
import { caseChanges } from './cases.ts';
import { checklistChanges } from './checklist.ts';
import { added, removed, text } from './compare.ts';
import { contentChanges } from './content.ts';
import { feeChanges } from './fees.ts';
import { formChanges } from './form.ts';
import { legalBasisChanges } from './legal-basis.ts';
import { processChanges } from './process.ts';
import { resultChanges } from './results.ts';
import { templateChanges } from './templates.ts';
import { timeLimitChanges } from './time-limits.ts';

const named = ({ number, hash }: Release): { readonly number: number; readonly hash: string } => ({ number, hash });

/**
 * What changes between two releases, by ids, in sentences that a clerk reads. `from` absent: the
 * procedure is new; `to` absent: it ends. No change means that the two have the same content.
 */
export const diffReleases = (from: Release | undefined, to: Release | undefined): ReleaseDifference => ({
  ...(from ? { from: named(from) } : {}),
  ...(to ? { to: named(to) } : {}),
  changes: changesBetween(from, to),
});

const changesBetween = (from: Release | undefined, to: Release | undefined): readonly Change[] => {
  if (!from && !to) return [];
  if (!from && to)
    return [
      added(
        'content',
        '',
        text(`Thủ tục mới: ${to.procedure.name.vi}`, `New procedure: ${to.procedure.name.en ?? to.procedure.name.vi}`),
        to.code,
      ),
    ];
  if (from && !to)
    return [
      removed(
        'content',
        '',
        text(
          `Bãi bỏ thủ tục: ${from.procedure.name.vi}`,
          `Procedure repealed: ${from.procedure.name.en ?? from.procedure.name.vi}`,
        ),
        from.code,
      ),
    ];
  if (!from || !to || from.hash === to.hash) return [];
  return [
    ...contentChanges(from.procedure, to.procedure),
    ...caseChanges(from.procedure, to.procedure),
    ...checklistChanges(from.procedure, to.procedure),
    ...timeLimitChanges(from.procedure, to.procedure),
    ...feeChanges(from.procedure, to.procedure),
    ...resultChanges(from.procedure, to.procedure),
    ...formChanges(from.form, to.form),
    ...processChanges(from.process, to.process),
    ...legalBasisChanges(from.procedure, to.procedure),
    ...templateChanges(from.templates, to.templates),
  ];
};
