import { both, error, warning } from '../describe.ts';
import { choice, fails, passes } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, concerned, not, solve, worldOfSubject, type Formula, type World } from '../reason/index.ts';
import type { Check } from '../subject.ts';

/** Every paper of the checklist is asked for in some dossier, and one with a condition not in all. */
export const papers: Check = {
  name: 'papers',
  part: 'papers',
  proves: both('Mỗi giấy tờ đều có hồ sơ cần đến.', 'Every paper is asked for in some dossier.'),
  findings: {
    'paper.never': error('Giấy tờ không bao giờ được yêu cầu.', 'A paper is never asked for.'),
    'paper.always': warning('Điều kiện của giấy tờ lúc nào cũng đúng.', 'The condition of a paper always holds.'),
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
    fails('paper.always', 'Khác a hoặc khác b', 'Not a or not b', {
      questions: [choice('kind', 'a b')],
      procedure: {
        checklist: [
          { id: 'request', name: { vi: 'Đơn' }, kind: 'submit', when: 'form.kind != "a" or form.kind != "b"' },
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
      const concerns = concerned(world, paper);
      const asked = world.translator.truth(condition.code).yes;
      const path = `/procedure/checklist/${index}/when`;
      if (isNever(world, and(concerns, asked))) return [say.conditionNever('paper.never', path, paper.name)];
      return isNever(world, and(concerns, not(asked))) ? [say.conditionAlways('paper.always', path, paper.name)] : [];
    });
  },
};

const isNever = (world: World, formula: Formula): boolean => solve(world.table, [formula]).verdict === 'unsat';
