import { comparisonsIn } from '../conditions.ts';
import { questionAt, valuesOf, type Asked } from '../questions.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';

const own = (sound: Sound): readonly Asked[] => sound.questions.filter((asked) => asked.own);

const change = (asked: Asked, edit: (question: ReturnType<typeof questionAt>) => void): Site => ({
  at: [asked.pointer],
  change: (draft) => edit(questionAt(draft.form, asked.pointer)),
});

/** Conditions outside its own that name the question itself. */
const namedBy = (sound: Sound, { name, pointer }: Asked): Sound['conditions'] =>
  sound.conditions.filter(
    (condition) =>
      name !== undefined &&
      condition.pointer !== pointer &&
      new RegExp(`${name.replaceAll('.', '\\.')}(?![\\w])`).test(condition.text),
  );

const remove = (draft: Draft, { page, question }: Asked): void => {
  const at = draft.form?.kind === 'pages' ? draft.form.pages[page] : undefined;
  if (at) at.questions = at.questions.filter(({ id }) => id !== question.id);
};

/** A condition that a person could write and that no dossier meets. */
export const contradiction = (sound: Sound, text: string): string => {
  const [first] = comparisonsIn(text);
  const asked = sound.questions.find(({ name }) => name === first?.left);
  const other = asked && valuesOf(asked, sound.shared).find((value) => value !== first?.value);
  return first?.operator === '=' && other !== undefined && !text.includes(' or ')
    ? `${text} and ${first.left} = ${other}`
    : `(${text}) and not(${text})`;
};

export const formFaults: readonly FaultKind[] = [
  {
    name: 'form.circle',
    part: 'form',
    does: 'a question waits for one that waits for it',
    why: 'neither is ever shown',
    codes: ['form.cycle'],
    sites: (sound) =>
      own(sound).flatMap((late) =>
        late.top && late.question.when !== undefined
          ? own(sound).flatMap((early) =>
              early.top &&
              early.question.id !== late.question.id &&
              early.question.type !== 'group' &&
              namedBy(sound, early).some(({ pointer }) => pointer === late.pointer)
                ? [
                    {
                      at: [`/form/${early.question.id}`, `/form/${late.question.id}`],
                      change: (draft: Draft) => {
                        questionAt(draft.form, early.pointer).when = `form.${late.question.id} != null`;
                      },
                    },
                  ]
                : [],
            )
          : [],
      ),
  },
  {
    name: 'form.same-id',
    part: 'form',
    does: 'two questions have the same id',
    why: 'both store the same answer: the later overwrites the earlier',
    codes: ['definition.id.duplicate', 'form.duplicate-id'],
    sites: (sound) => {
      const all = own(sound).filter(({ top }) => top);
      return all.slice(1).map((asked, index) => ({
        at: [asked.pointer, all[index]?.pointer ?? asked.pointer],
        change: (draft) => {
          questionAt(draft.form, asked.pointer).id = all[index]?.question.id ?? '';
        },
      }));
    },
  },
  {
    name: 'form.no-value',
    part: 'form',
    does: 'the limits of a question contradict each other (least over most, a pattern longer than the text may be)',
    why: 'no answer keeps them: whoever must answer is stuck',
    codes: ['definition.range.empty', 'form.question.no-value', 'form.bounds'],
    sites: (sound) =>
      own(sound).flatMap((asked) => {
        const { question } = asked;
        if (question.type === 'number' || question.type === 'money')
          return question.minimum === undefined
            ? []
            : [
                change(asked, (each) => {
                  if (each.type === 'number') each.maximum = (question.minimum ?? 0) - 1;
                }),
              ];
        if (question.type === 'text' && question.maxLength !== undefined)
          return [
            change(asked, (each) => {
              if (each.type === 'text') each.minLength = (question.maxLength ?? 0) + 1;
            }),
            ...(question.pattern === undefined && question.maxLength < 150
              ? [
                  change(asked, (each) => {
                    if (each.type !== 'text') return;
                    each.pattern = `^[0-9]{${(question.maxLength ?? 0) + 3}}$`;
                    each.patternText = { vi: 'các chữ số' };
                  }),
                ]
              : []),
          ];
        if (question.type === 'date')
          return [
            change(asked, (each) => {
              if (each.type === 'date') Object.assign(each, { earliest: '2030-01-01', latest: '2020-01-01' });
            }),
          ];
        return [];
      }),
  },
  {
    name: 'form.never-shown',
    part: 'form',
    does: 'the condition of a question or a page contradicts itself',
    why: 'it never appears: what it asks is never learned',
    codes: ['form.question.never-shown', 'expression.'],
    sites: (sound) =>
      sound.conditions
        .filter(({ of }) => of === 'question' || of === 'page')
        .map((condition) => ({
          at: [condition.pointer],
          change: (draft) => condition.write(draft, contradiction(sound, condition.text)),
        })),
  },
  {
    name: 'form.never-required',
    part: 'form',
    does: 'a question is required where it is hidden',
    why: 'the requirement never binds: the answer may be left out although it was meant to be given',
    codes: ['form.question.required-never'],
    severity: 'warning',
    sites: (sound) =>
      own(sound).flatMap((asked) => {
        const { when, type } = asked.question;
        return when === undefined || type === 'group' || type === 'repeat' || type === 'computed'
          ? []
          : [
              change(asked, (each) => {
                each.required = `not(${when})`;
              }),
            ];
      }),
  },
  {
    name: 'form.question-removed',
    part: 'form',
    does: 'a question is removed that a condition or an amount still names',
    why: 'the condition has nothing to read any more',
    codes: ['expression.unknown-name', 'expression.unknown-property'],
    sites: (sound) =>
      own(sound).flatMap((asked) => {
        const users = namedBy(sound, asked);
        const beside = own(sound).filter(({ page, top }) => top && page === asked.page).length;
        return users.length === 0 || !asked.top || beside < 2
          ? []
          : [{ at: ['/form', '/procedure', '/process'], change: (draft: Draft) => remove(draft, asked) }];
      }),
  },
  {
    name: 'form.choice-removed',
    part: 'form',
    does: 'a choice is removed that a condition still asks for',
    why: 'nobody can choose it: the comparison can never hold',
    codes: ['expression.'],
    sites: (sound) =>
      own(sound).flatMap((asked): readonly Site[] => {
        const { question, name } = asked;
        if (question.type !== 'choice' || question.options.length < 2) return [];
        return question.options.flatMap(({ value }): readonly Site[] => {
          const users = sound.conditions.filter(({ text }) =>
            comparisonsIn(text).some((one) => one.left === name && one.value === JSON.stringify(value)),
          );
          return users.length === 0
            ? []
            : [
                {
                  at: users.map(({ pointer }) => pointer),
                  change: (draft) => {
                    const each = questionAt(draft.form, asked.pointer);
                    if (each.type === 'choice') each.options = each.options.filter((one) => one.value !== value);
                  },
                },
              ];
        });
      }),
  },
  {
    name: 'form.needed-but-optional',
    part: 'form',
    does: 'a paper depends on how large an answer is that need not be given',
    why: 'without the answer the comparison is neither true nor false: the paper is left out by accident',
    codes: ['expression.may-be-null'],
    severity: 'warning',
    sites: (sound) =>
      sound.questions.flatMap(({ question, name, always }) =>
        name !== undefined && question.type === 'number' && !(always && question.required === true)
          ? (sound.release.procedure.checklist ?? []).flatMap(({ when, cases }, index) =>
              when === undefined && cases === undefined
                ? [
                    {
                      at: [`/procedure/checklist/${index}`],
                      change: (draft: Draft) => {
                        const paper = draft.procedure.checklist?.[index];
                        if (paper) paper.when = `${name} > ${(question.minimum ?? 0) + 1}`;
                      },
                    },
                  ]
                : [],
            )
          : [],
      ),
  },
  {
    name: 'form.case-unattainable',
    part: 'form',
    does: 'a case depends on an answer that is asked only in another case',
    why: 'whoever has that case can never file: the answer is not asked of him',
    codes: ['form.nobody-can-complete', 'release.case.never', 'form.cycle'],
    sites: (sound) => {
      const cases = sound.release.procedure.cases ?? [];
      return own(sound).flatMap((asked) => {
        const [value] = valuesOf(asked, sound.shared);
        const named = comparisonsIn(asked.question.when ?? '').find(({ left }) => left === 'case');
        if (!named || value === undefined || !asked.top) return [];
        return cases.flatMap(({ id }, index) =>
          (named.operator === '=') === (JSON.stringify(id) === named.value)
            ? []
            : [
                {
                  at: [`/procedure/cases/${index}`, '/form'],
                  change: (draft: Draft) => {
                    const one = draft.procedure.cases?.[index];
                    if (one) one.when = `form.${asked.question.id} = ${value}`;
                  },
                },
              ],
        );
      });
    },
  },
];
