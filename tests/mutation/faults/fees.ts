import type { Fee } from '#engine/definition/index.ts';
import { questionAt } from '../questions.ts';
import type { Draft, FaultKind, Site, Sound } from '../types.ts';
import { dividing } from './cases.ts';
import { contradiction } from './forms.ts';

const change = (index: number, edit: (fee: Fee) => void): Site => ({
  at: [`/procedure/fees/${index}`],
  change: (draft) => {
    const fee = draft.procedure.fees?.[index];
    if (fee) edit(fee);
  },
});

const perFee = (sound: Sound, make: (fee: Fee, index: number) => readonly Site[]): readonly Site[] =>
  (sound.release.procedure.fees ?? []).flatMap(make);

/** A fee by a schedule over a question that everybody answers. */
const bySchedule = (
  sound: Sound,
  make: (values: readonly string[]) => { readonly hitPolicy: 'U' | 'F'; readonly when: readonly string[] },
): readonly Site[] =>
  perFee(sound, (_, index) =>
    dividing(sound)
      .filter(({ values }) => values.length <= 12)
      .map(({ name, values }) =>
        change(index, (fee) => {
          const { hitPolicy, when } = make(values);
          fee.amount = {
            hitPolicy,
            inputs: [name],
            rules: when.map((test, at) => ({ when: [test], then: (at + 1) * 10_000 })),
          };
        }),
      ),
  );

export const feeFaults: readonly FaultKind[] = [
  {
    name: 'fee.negative',
    part: 'fees',
    does: 'an amount falls below zero for some answers',
    why: 'the office would owe the applicant',
    codes: ['fee.amount.negative'],
    sites: (sound) => [
      ...perFee(sound, ({ amount }, index) =>
        typeof amount === 'object'
          ? []
          : [
              change(index, (fee) => {
                fee.amount = `(${amount}) - 9000000`;
              }),
            ],
      ),
      ...perFee(sound, (_, index) =>
        sound.questions.flatMap(({ name, question, always }) =>
          name !== undefined && always && question.type === 'number' && question.required === true
            ? [
                change(index, (fee) => {
                  fee.amount = `${name} * 1000 - ${((question.minimum ?? 0) + 1) * 1000}`;
                }),
              ]
            : [],
        ),
      ),
    ],
  },
  {
    name: 'fee.missing',
    part: 'fees',
    does: 'an amount is reckoned from an answer that need not be given',
    why: 'without the answer nobody can say what is to be paid',
    codes: ['fee.amount.missing'],
    sites: (sound) =>
      perFee(sound, (_, index) =>
        sound.questions.flatMap(({ name, question, always }) =>
          name !== undefined && question.type === 'number' && !(always && question.required === true)
            ? [
                change(index, (fee) => {
                  fee.amount = `${name} * 1000 + 2000000`;
                }),
              ]
            : name !== undefined && question.type === 'number'
              ? [
                  {
                    at: [`/procedure/fees/${index}`],
                    change: (draft: Draft) => {
                      const fee = draft.procedure.fees?.[index];
                      if (fee) fee.amount = `${name} * 1000 + 2000000`;
                      for (const each of sound.questions)
                        if (each.name === name) delete questionAt(draft.form, each.pointer).required;
                    },
                  },
                ]
              : [],
        ),
      ),
  },
  {
    name: 'fee.gap',
    part: 'fees',
    does: 'a schedule leaves one answer out',
    why: 'whoever gives that answer has no amount to pay',
    codes: ['fee.schedule.gap'],
    sites: (sound) => bySchedule(sound, (values) => ({ hitPolicy: 'U', when: values.slice(1) })),
  },
  {
    name: 'fee.overlap',
    part: 'fees',
    does: 'two rows of a schedule with one row each hold for the same answer',
    why: 'two amounts are due at once',
    codes: ['fee.schedule.overlap'],
    sites: (sound) =>
      bySchedule(sound, (values) => ({ hitPolicy: 'U', when: [...values, `${values[0] ?? ''}, ${values[1] ?? ''}`] })),
  },
  {
    name: 'fee.dead-row',
    part: 'fees',
    does: 'a row of a schedule stands behind one that always holds before it',
    why: 'its amount is never asked for',
    codes: ['fee.schedule.dead-row'],
    severity: 'warning',
    sites: (sound) => bySchedule(sound, ([value = '']) => ({ hitPolicy: 'F', when: ['-', value] })),
  },
  {
    name: 'fee.wrong-type',
    part: 'fees',
    does: 'an amount is a text',
    why: 'a text cannot be paid',
    codes: ['expression.'],
    sites: (sound) =>
      perFee(sound, (_, index) =>
        sound.questions.flatMap(({ name, question, always }) =>
          name !== undefined && always && question.type === 'text' && question.required === true
            ? [
                change(index, (fee) => {
                  fee.amount = name;
                }),
              ]
            : [],
        ),
      ),
  },
  {
    name: 'fee.never',
    part: 'fees',
    does: 'the condition of a fee or of an exemption contradicts itself',
    why: 'the fee is never due, the exemption never granted',
    codes: ['fee.never', 'fee.exemption.never', 'expression.'],
    sites: (sound) => [
      ...sound.conditions
        .filter(({ of }) => of === 'fee' || of === 'exemption')
        .map((condition) => ({
          at: [condition.pointer],
          change: (draft: Draft) => condition.write(draft, contradiction(sound, condition.text)),
        })),
      ...perFee(sound, ({ when }, index) =>
        when !== undefined
          ? []
          : dividing(sound).map(({ name, values: [one = '', other = ''] }) =>
              change(index, (fee) => {
                fee.when = `${name} = ${one} and ${name} = ${other}`;
              }),
            ),
      ),
    ],
  },
];
