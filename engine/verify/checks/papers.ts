import { both, error } from '../describe.ts';
import { choice, fails, passes } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, concerned, solve, worldOfSubject } from '../reason/index.ts';
import type { Check } from '../subject.ts';

/** Every paper of the checklist is asked for in some dossier. */
export const papers: Check = {
  name: 'papers',
  part: 'papers',
  proves: both('Mỗi giấy tờ đều có hồ sơ cần đến.', 'Every paper is asked for in some dossier.'),
  findings: {
    'paper.never': error('Giấy tờ không bao giờ được yêu cầu.', 'A paper is never asked for.'),
  },
  examples: [
    passes('Cần khi chọn a', 'Asked for with a', {
      questions: [choice('kind', 'a b')],
      procedure: { checklist: [{ id: 'request', name: { vi: 'Đơn' }, kind: 'submit', when: 'form.kind = "a"' }] },
    }),
    fails('paper.never', 'Vừa a vừa b', 'Both a and b', {
      questions: [choice('kind', 'a b')],
      procedure: {
        checklist: [
          { id: 'request', name: { vi: 'Đơn' }, kind: 'submit', when: 'form.kind = "a" and form.kind = "b"' },
        ],
      },
    }),
  ],
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
