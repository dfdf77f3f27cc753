import { possibleCases } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { choice, fails, passes } from '../example.ts';
import * as say from '../logic-messages.ts';
import { and, ask, not, solve, witnessOf, worldOfSubject } from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** Cases with conditions: each can apply, some case applies to every valid dossier, and no two with conditions at once. */
export const cases: Check = {
  name: 'cases',
  part: 'information',
  proves: both('Hồ sơ nào cũng thuộc một trường hợp, và chỉ một.', 'Every dossier has a case, and one only.'),
  findings: {
    'release.case.never': error('Trường hợp không bao giờ áp dụng.', 'A case never applies.'),
    'release.case.gap': error('Có hồ sơ không thuộc trường hợp nào.', 'Some dossier belongs to no case.'),
    'release.case.overlap': warning('Có hồ sơ thuộc hai trường hợp.', 'Some dossier belongs to two cases.'),
  },
  examples: [
    passes('Hai trường hợp bù nhau', 'Two cases that complete each other', {
      questions: [choice('kind', 'a b')],
      procedure: {
        cases: [
          { id: 'one', name: { vi: 'Một' }, when: 'form.kind = "a"' },
          { id: 'two', name: { vi: 'Hai' }, when: 'form.kind = "b"' },
        ],
      },
    }),
    fails('release.case.never', 'Điều kiện không thể đúng', 'A condition that cannot hold', {
      questions: [choice('kind', 'a b')],
      procedure: {
        cases: [
          { id: 'one', name: { vi: 'Một' } },
          { id: 'two', name: { vi: 'Hai' }, when: 'form.kind = "a" and form.kind = "b"' },
        ],
      },
    }),
    fails('release.case.gap', 'Thiếu c', 'c is missing', {
      questions: [choice('kind', 'a b c')],
      procedure: {
        cases: [
          { id: 'one', name: { vi: 'Một' }, when: 'form.kind = "a"' },
          { id: 'two', name: { vi: 'Hai' }, when: 'form.kind = "b"' },
        ],
      },
    }),
    fails('release.case.overlap', 'b thuộc cả hai', 'b is in both', {
      questions: [choice('kind', 'a b')],
      procedure: {
        cases: [
          { id: 'one', name: { vi: 'Một' }, when: 'form.kind = "a" or form.kind = "b"' },
          { id: 'two', name: { vi: 'Hai' }, when: 'form.kind = "b"' },
        ],
      },
    }),
  ],
  run: (subject) => {
    const conditions = subject.conditions?.ok ? subject.conditions.value.caseConditions : {};
    const all = subject.release.procedure.cases ?? [];
    const asked = all.flatMap((one, index) => {
      const condition = conditions[one.id];
      return condition ? [{ one, condition, path: `/procedure/cases/${index}/when` }] : [];
    });
    if (asked.length === 0) return [];
    return [
      ...asked.flatMap(({ one, condition, path }) => {
        const world = worldOfSubject(subject, 'filling');
        return world && solve(world.table, [world.translator.truth(condition.code).yes]).verdict === 'unsat'
          ? [say.caseNever(path, one.name)]
          : [];
      }),
      ...(asked.length === all.length ? gap(subject, asked) : []),
      ...overlaps(subject, asked),
    ];
  },
};

type Asked = readonly {
  readonly one: { readonly id: string; readonly name: { readonly vi: string; readonly en?: string } };
  readonly condition: Parameters<typeof possibleCases>[1][string];
  readonly path: string;
}[];

/** Answers are valid before a case is chosen: what the form asks is looked at, not which case was named. */
const gap = (subject: Subject, asked: Asked): readonly Problem[] => {
  const { conditions: _notYet, ...free } = subject;
  const world = worldOfSubject(free, 'submitted');
  if (!world) return [];
  const conditions = asked.map(({ condition }) => world.translator.truth(condition.code).yes);
  const none = and(...conditions.map(not));
  const found = ask(free, world, [none], ({ facts }) => possible(subject, facts).length === 0);
  if (found.verdict !== 'shown') return [];
  const { case: _none, ...witness } = witnessOf(found.dossier);
  return [say.caseGap(witness)];
};

const possible = (subject: Subject, facts: Parameters<typeof possibleCases>[2]): ReturnType<typeof possibleCases> =>
  possibleCases(
    subject.release.procedure,
    subject.conditions?.ok ? subject.conditions.value.caseConditions : {},
    facts,
  );

const overlaps = (subject: Subject, asked: Asked): readonly Problem[] =>
  asked.flatMap((first, at) =>
    asked.slice(at + 1).flatMap((second) => {
      const world = worldOfSubject(subject, 'submitted');
      if (!world) return [];
      const both = [first, second].map(({ condition }) => world.translator.truth(condition.code).yes);
      const found = ask(subject, world, both, ({ facts }) => {
        const ids = possible(subject, facts).map(({ id }) => id);
        return ids.includes(first.one.id) && ids.includes(second.one.id);
      });
      return found.verdict === 'shown'
        ? [say.caseOverlap(second.path, first.one.name, second.one.name, witnessOf(found.dossier))]
        : [];
    }),
  );
