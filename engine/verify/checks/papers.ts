import * as say from '../logic-messages.ts';
import { and, concerned, not, solve, worldOfSubject, type Formula, type World } from '../reason/index.ts';
import type { Check } from '../subject.ts';

/** Every paper of the checklist is asked for in some dossier, and one with a condition not in all. */
export const papers: Check = {
  name: 'papers',
  run: (subject) => {
    const conditions = subject.conditions?.ok ? subject.conditions.value.paperConditions : {};
    return (subject.release.procedure.checklist ?? []).flatMap((paper, index) => {
      const condition = conditions[paper.id];
      if (!condition) return [];
      const world = worldOfSubject(subject, 'submitted');
      if (!world) return [];
      const concerns = concerned(world, paper);
      const asked = world.translator.truth(condition.code).yes;
      const path = `/procedure/checklist/${index}/when`;
      if (isNever(world, and(concerns, asked))) return [say.conditionNever('paper.never', path, paper.name)];
      return isNever(world, and(concerns, not(asked))) ? [say.conditionAlways('paper.always', path, paper.name)] : [];
    });
  },
};

const isNever = (world: World, formula: Formula): boolean => solve(world.table, [formula]).verdict === 'unsat';
