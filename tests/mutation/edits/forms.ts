import { comparisonsIn } from '../conditions.ts';
import { questionAt } from '../questions.ts';
import type { Draft, SoundEdit, Sound } from '../types.ts';

const rewrite = (
  sound: Sound,
  write: (text: string, sound: Sound) => string | undefined,
): readonly { readonly change: (draft: Draft) => void }[] =>
  sound.conditions.flatMap((condition) => {
    if (condition.of === 'amount') return [];
    const text = write(condition.text, sound);
    return text === undefined ? [] : [{ change: (draft: Draft) => condition.write(draft, text) }];
  });

/** A condition that is one comparison; it has a value whether or not the answer is there. */
const single = (text: string): ReturnType<typeof comparisonsIn>[number] | undefined => {
  const [one] = comparisonsIn(text);
  return one && `${one.left} ${one.operator} ${one.value}` === text ? one : undefined;
};

export const formEdits: readonly SoundEdit[] = [
  {
    name: 'turn a comparison round',
    does: 'a = b becomes b = a',
    why: 'equality does not depend on the side',
    sites: (sound) =>
      rewrite(sound, (text) => {
        const one = single(text);
        return one && `${one.value} ${one.operator} ${one.left}`;
      }),
  },
  {
    name: 'deny the contrary',
    does: 'a = b becomes not(a != b)',
    why: 'an equality is true or false, never unknown (DMN 1.3, table 42), so two refusals cancel out',
    sites: (sound) =>
      rewrite(sound, (text) => {
        const one = single(text);
        return one && `not(${one.left} ${one.operator === '=' ? '!=' : '='} ${one.value})`;
      }),
  },
  {
    name: 'say a condition in brackets',
    does: 'brackets and spaces are put around a condition',
    why: 'they do not change how it is read',
    sites: (sound) => rewrite(sound, (text) => ` ( ${text} ) `),
  },
  {
    name: 'say a condition twice',
    does: 'A becomes A and A, or A or A',
    why: 'said twice it says no more',
    sites: (sound) => [
      ...rewrite(sound, (text) => `(${text}) and (${text})`),
      ...rewrite(sound, (text) => `(${text}) or (${text})`),
    ],
  },
  {
    name: 'say a condition with if',
    does: 'A becomes if A then true else false',
    why: 'both give the same for every answer',
    sites: (sound) => rewrite(sound, (text) => `if ${text} then true else false`),
  },
  {
    name: 'add an optional question',
    does: 'a question that nothing depends on is added to the end of a page',
    why: 'nobody must answer it, nothing asks for it',
    sites: ({ release: { form } }) =>
      form?.kind !== 'pages'
        ? []
        : form.pages.map((_, index) => ({
            change: (draft) => {
              const page = draft.form?.kind === 'pages' ? draft.form.pages[index] : undefined;
              page?.questions.push({ id: 'remark', type: 'long-text', label: { vi: 'Ghi chú thêm' }, maxLength: 500 });
            },
          })),
  },
  {
    name: 'widen a limit',
    does: 'a text may be longer, a number larger or smaller',
    why: 'whatever was valid still is',
    sites: ({ questions }) =>
      questions.flatMap(({ own, pointer, question }) =>
        own && question.type === 'text' && question.maxLength !== undefined
          ? [
              {
                change: (draft: Draft) => {
                  const each = questionAt(draft.form, pointer);
                  if (each.type === 'text') each.maxLength = (question.maxLength ?? 0) + 40;
                },
              },
            ]
          : own && question.type === 'number' && question.maximum !== undefined
            ? [
                {
                  change: (draft: Draft) => {
                    const each = questionAt(draft.form, pointer);
                    if (each.type === 'number') each.maximum = (question.maximum ?? 0) + 5;
                  },
                },
              ]
            : [],
      ),
  },
  {
    name: 'reorder questions',
    does: 'two neighbouring questions of a page change places',
    why: 'conditions do not depend on the order in which questions are shown',
    sites: ({ release: { form } }) =>
      form?.kind !== 'pages'
        ? []
        : form.pages.flatMap(({ questions }, index) =>
            questions.slice(1).map((_, at) => ({
              change: (draft: Draft) => {
                const page = draft.form?.kind === 'pages' ? draft.form.pages[index] : undefined;
                const [one] = page?.questions.splice(at, 1) ?? [];
                if (one) page?.questions.splice(at + 1, 0, one);
              },
            })),
          ),
  },
  {
    name: 'split a page',
    does: 'a page becomes two, the second with the condition of the first',
    why: 'the same questions are asked in the same order',
    sites: ({ release: { form } }) =>
      form?.kind !== 'pages'
        ? []
        : form.pages.flatMap(({ questions }, index) =>
            questions.length < 2
              ? []
              : [
                  {
                    change: (draft: Draft) => {
                      if (draft.form?.kind !== 'pages') return;
                      const page = draft.form.pages[index];
                      if (!page) return;
                      const rest = page.questions.splice(Math.ceil(page.questions.length / 2));
                      draft.form.pages.splice(index + 1, 0, { ...page, id: `${page.id}-2`, questions: rest });
                    },
                  },
                ],
          ),
  },
  {
    name: 'add a choice',
    does: 'a choice is added to a question that no condition names',
    why: 'nothing depends on what is chosen',
    sites: (sound) =>
      sound.questions.flatMap(({ own, pointer, question, name }) =>
        own &&
        question.type === 'choice' &&
        name !== undefined &&
        !JSON.stringify([sound.release.procedure, sound.release.form, sound.release.process]).includes(name)
          ? [
              {
                change: (draft: Draft) => {
                  const each = questionAt(draft.form, pointer);
                  if (each.type === 'choice') each.options.push({ value: 'khac', label: { vi: 'Khác' } });
                },
              },
            ]
          : [],
      ),
  },
];
