import { comparisonsIn, type Comparison, type Condition } from '../conditions.ts';
import { valuesOf } from '../questions.ts';
import type { FaultKind, Site, Sound } from '../types.ts';

const places = (condition: Condition): readonly string[] => [condition.pointer];

/** A site for every comparison with a written value that `spoil` has an answer for. */
const perComparison = (
  sound: Sound,
  spoil: (comparison: Comparison, condition: Condition) => string | undefined,
): readonly Site[] =>
  sound.conditions.flatMap((condition) =>
    comparisonsIn(condition.text).flatMap((comparison) => {
      const spoiled = spoil(comparison, condition);
      if (spoiled === undefined) return [];
      const { left, operator, value } = comparison;
      const text = condition.text.replace(`${left} ${operator} ${value}`, spoiled);
      return [{ at: places(condition), change: (draft) => condition.write(draft, text) }];
    }),
  );

/** Whether the values on the left are few and known, so that another one is surely wrong. */
const isClosed = ({ questions, shared }: Sound, left: string): boolean =>
  left === 'case' ||
  left.startsWith('outcome.') ||
  questions.some((asked) => asked.name === left && valuesOf(asked, shared).length > 0);

export const expressionFaults: readonly FaultKind[] = [
  {
    name: 'expression.unknown-name',
    part: 'expressions',
    does: 'a condition or an amount names a question or a step that there is not',
    why: 'the name cannot be looked up: the condition never has a value',
    codes: ['expression.unknown-name', 'expression.unknown-property'],
    sites: ({ conditions }) =>
      conditions.flatMap((condition) =>
        [...new Set(condition.text.match(/(?:form|outcome)(?:\.\w+)+/g) ?? [])].map((name) => ({
          at: places(condition),
          change: (draft) => condition.write(draft, condition.text.replace(name, `${name}Ghi`)),
        })),
      ),
  },
  {
    name: 'expression.wrong-type',
    part: 'expressions',
    does: 'a text is compared with a number, a yes-no with a text',
    why: 'values of two types are never equal: the comparison is always false, or always true',
    codes: ['expression.'],
    sites: (sound) =>
      perComparison(
        sound,
        ({ left, operator, value }) => `${left} ${operator} ${value.startsWith('"') ? '7' : '"co"'}`,
      ),
  },
  {
    name: 'expression.value-not-offered',
    part: 'expressions',
    does: 'an answer, a case or an outcome is compared with a value that is not offered',
    why: 'nobody can give that answer: the comparison can never hold',
    codes: ['expression.'],
    sites: (sound) =>
      perComparison(sound, ({ left, operator, value }) =>
        value.startsWith('"') && isClosed(sound, left) ? `${left} ${operator} ${value.slice(0, -1)}-x"` : undefined,
      ),
  },
  {
    name: 'expression.syntax',
    part: 'expressions',
    does: 'a condition breaks off',
    why: 'it cannot be read',
    codes: ['expression.'],
    sites: ({ conditions }) =>
      conditions.map((condition) => ({
        at: places(condition),
        change: (draft) => condition.write(draft, `${condition.text} and`),
      })),
  },
  {
    name: 'expression.arithmetic-on-text',
    part: 'expressions',
    does: 'one is added to a text or to a yes-no before it is compared',
    why: 'there is no such sum: the condition never has a value',
    codes: ['expression.'],
    sites: (sound) => perComparison(sound, ({ left, operator, value }) => `${left} + 1 ${operator} ${value}`),
  },
  {
    name: 'expression.not-a-condition',
    part: 'expressions',
    does: 'a condition is a question that is not yes or no',
    why: 'a text is neither true nor false: the condition never holds',
    codes: ['expression.', 'process.'],
    sites: (sound) =>
      perComparison(sound, ({ left, value }, { text }) =>
        value.startsWith('"') && comparisonsIn(text).length === 1 ? left : undefined,
      ),
  },
];
