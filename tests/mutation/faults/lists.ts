import { comparisonsIn } from '../conditions.ts';
import { questionAt } from '../questions.ts';
import type { Draft, FaultKind, Sound } from '../types.ts';

const listsIn = (sound: Sound): readonly { readonly name: string; readonly at: readonly string[] }[] => {
  const at = new Map<string, string[]>();
  for (const { question, pointer } of sound.questions)
    if (question.type === 'code-list') at.set(question.list, [...(at.get(question.list) ?? []), pointer]);
  return [...at].map(([name, pointers]) => ({ name, at: pointers }));
};

const changeList = (draft: Draft, name: string, change: object): void => {
  const list = draft.shared.codeLists[name];
  if (list)
    draft.shared = { ...draft.shared, codeLists: { ...draft.shared.codeLists, [name]: { ...list, ...change } } };
};

export const listFaults: readonly FaultKind[] = [
  {
    name: 'list.unknown',
    part: 'code lists',
    does: 'a question uses a code list that there is not',
    why: 'nothing can be chosen',
    codes: ['release.code-list.unknown', 'form.unknown-list'],
    sites: (sound) =>
      sound.questions.flatMap(({ own, pointer, question }) =>
        own && question.type === 'code-list'
          ? [
              {
                at: [pointer],
                change: (draft: Draft) => {
                  const each = questionAt(draft.form, pointer);
                  if (each.type === 'code-list') each.list = `${question.list.replace(/@.*/, '')}@1999`;
                },
              },
            ]
          : [],
      ),
  },
  {
    name: 'list.expired',
    part: 'code lists',
    does: 'a code list is no longer in force when the release takes effect',
    why: 'what is chosen from it is not valid any more',
    codes: ['form.expired-list'],
    severity: 'warning',
    sites: (sound) =>
      listsIn(sound).map(({ name, at }) => ({
        at,
        change: (draft) => changeList(draft, name, { validTo: '2021-05-31' }),
      })),
  },
  {
    name: 'list.future',
    part: 'code lists',
    does: 'a code list is not yet in force when the release takes effect',
    why: 'what is chosen from it is not valid yet',
    codes: ['form.future-list'],
    severity: 'warning',
    sites: (sound) =>
      listsIn(sound).map(({ name, at }) => ({
        at,
        change: (draft) => changeList(draft, name, { validFrom: '2022-01-01' }),
      })),
  },
  {
    name: 'list.code-removed',
    part: 'code lists',
    does: 'a code list no longer has a code that a condition asks for',
    why: 'nobody can choose it: the comparison can never hold',
    codes: ['expression.'],
    sites: (sound) =>
      sound.questions.flatMap(({ question, name }) =>
        question.type !== 'code-list'
          ? []
          : sound.conditions.flatMap(({ text, pointer }) =>
              comparisonsIn(text).flatMap(({ left, value }) =>
                left === name
                  ? [
                      {
                        at: [pointer],
                        change: (draft: Draft) =>
                          changeList(draft, question.list, {
                            entries: draft.shared.codeLists[question.list]?.entries.filter(
                              ({ code }) => JSON.stringify(code) !== value,
                            ),
                          }),
                      },
                    ]
                  : [],
              ),
            ),
      ),
  },
  {
    name: 'list.group-unknown',
    part: 'code lists',
    does: 'a shared group of questions is used that there is not',
    why: 'its questions are not asked',
    codes: ['release.group.unknown', 'form.unknown-group'],
    sites: (sound) =>
      sound.questions.flatMap(({ own, pointer, question }) =>
        own && question.type === 'group' && question.use !== undefined
          ? [
              {
                at: [pointer],
                change: (draft: Draft) => {
                  const each = questionAt(draft.form, pointer);
                  if (each.type === 'group') each.use = 'person-requester@9';
                },
              },
            ]
          : [],
      ),
  },
];
