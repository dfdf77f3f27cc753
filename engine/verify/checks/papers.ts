import * as say from '../logic-messages.ts';
import { and, concerned, solve, worldOfSubject } from '../reason/index.ts';
import type { Check } from '../subject.ts';

/** Every paper of the checklist is asked for in some dossier. */
export const papers: Check = {
  name: 'papers',
  run: (subject) => {
    const conditions = subject.conditions?.ok ? subject.conditions.value.paperConditions : {};
    return (subject.release.procedure.checklist ?? []).flatMap((paper, index) => {
      const condition = conditions[paper.id];
      if (!condition) return [];
      const world = worldOfSubject(subject, 'submitted');
      if (!world) return [];
      const asked = and(concerned(world, paper), world.translator.truth(condition.code).yes);
      return solve(world.table, [asked]).verdict === 'unsat'
        ? [say.conditionNever('paper.never', `/procedure/checklist/${index}/when`, paper.name)]
        : [];
    });
  },
};
