import type { FormDefinition, Procedure } from '#engine/definition/index.ts';
import { flowsOf, setCondition } from './process-text.ts';
import { questionAt, type Asked } from './questions.ts';
import type { Draft } from './types.ts';

/** A condition somewhere in a release. */
export interface Condition {
  readonly text: string;
  readonly pointer: string;
  readonly of: 'page' | 'question' | 'case' | 'paper' | 'fee' | 'exemption' | 'amount' | 'flow';
  /** Only dossiers with a complete form meet it. */
  readonly afterwards: boolean;
  write(draft: Draft, text: string): void;
}

export const conditionsOf = (
  procedure: Procedure,
  form: FormDefinition | undefined,
  process: string | undefined,
  questions: readonly Asked[],
): readonly Condition[] => [
  ...ofPages(form),
  ...ofQuestions(questions),
  ...ofProcedure(procedure),
  ...(process === undefined ? [] : ofFlows(process)),
];

const ofPages = (form: FormDefinition | undefined): readonly Condition[] =>
  form?.kind !== 'pages'
    ? []
    : form.pages.flatMap(({ when }, index) =>
        when === undefined
          ? []
          : [
              {
                text: when,
                pointer: `/form/pages/${index}`,
                of: 'page' as const,
                afterwards: false,
                write: (draft: Draft, text: string) => {
                  const page = draft.form?.kind === 'pages' ? draft.form.pages[index] : undefined;
                  if (page) page.when = text;
                },
              },
            ],
      );

const ofQuestions = (questions: readonly Asked[]): readonly Condition[] =>
  questions.flatMap(({ question: { when }, pointer, own }) =>
    when === undefined || !own
      ? []
      : [
          {
            text: when,
            pointer,
            of: 'question' as const,
            afterwards: false,
            write: (draft: Draft, text: string) => {
              questionAt(draft.form, pointer).when = text;
            },
          },
        ],
  );

const ofProcedure = (procedure: Procedure): readonly Condition[] => {
  const rows = (of: 'case' | 'paper' | 'fee', list: 'cases' | 'checklist' | 'fees'): readonly Condition[] =>
    (procedure[list] ?? []).flatMap(({ when }, index) =>
      when === undefined
        ? []
        : [
            {
              text: when,
              pointer: `/procedure/${list}/${index}`,
              of,
              afterwards: true,
              write: (draft: Draft, text: string) => {
                const row = draft.procedure[list]?.[index];
                if (row) row.when = text;
              },
            },
          ],
    );
  return [...rows('case', 'cases'), ...rows('paper', 'checklist'), ...rows('fee', 'fees'), ...ofFees(procedure)];
};

const ofFees = (procedure: Procedure): readonly Condition[] =>
  (procedure.fees ?? []).flatMap(({ amount, exempt = [] }, index): readonly Condition[] => [
    ...(typeof amount === 'string'
      ? [
          {
            text: amount,
            pointer: `/procedure/fees/${index}`,
            of: 'amount' as const,
            afterwards: true,
            write: (draft: Draft, text: string) => {
              const fee = draft.procedure.fees?.[index];
              if (fee) fee.amount = text;
            },
          },
        ]
      : []),
    ...exempt.flatMap(({ when }, at) =>
      when === undefined
        ? []
        : [
            {
              text: when,
              pointer: `/procedure/fees/${index}/exempt/${at}`,
              of: 'exemption' as const,
              afterwards: true,
              write: (draft: Draft, text: string) => {
                const row = draft.procedure.fees?.[index]?.exempt?.[at];
                if (row) row.when = text;
              },
            },
          ],
    ),
  ]);

const ofFlows = (process: string): readonly Condition[] =>
  flowsOf(process).flatMap(({ id, condition }) =>
    condition === undefined
      ? []
      : [
          {
            text: condition,
            pointer: `/process/${id}`,
            of: 'flow' as const,
            afterwards: true,
            write: (draft: Draft, text: string) => {
              draft.process = setCondition(draft.process ?? '', id, text);
            },
          },
        ],
  );

/** One comparison with a written value, as the definitions write nearly all of their conditions. */
export interface Comparison {
  readonly left: string;
  readonly operator: '=' | '!=';
  readonly value: string;
}

export const comparisonsIn = (text: string): readonly Comparison[] =>
  [...text.matchAll(/((?:form|outcome)(?:\.\w+)+|case|channel) (=|!=) ("[^"]*"|true|false)/g)].map(
    ([, left = '', operator, value = '']) => ({ left, operator: operator === '=' ? '=' : '!=', value }),
  );
