import { withoutUnknown } from '../unknown.ts';
import type { Check } from '../subject.ts';

/** Conditions of cases, papers and fees, and the amounts, are FEEL over the form's own names and types. */
export const conditions: Check = {
  name: 'conditions',
  run: ({ conditions: compiled }) => {
    if (!compiled) return [];
    const problems = compiled.ok ? (compiled.warnings ?? []) : compiled.problems;
    return withoutUnknown(problems).map((found) => ({ ...found, path: `/procedure${found.path}` }));
  },
};
