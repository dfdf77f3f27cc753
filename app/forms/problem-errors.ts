import type { ErrorSchema } from '@rjsf/utils';
import type { Problem } from '#engine/result/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import type { SummaryLine } from '#app/components/error-summary.tsx';
import { idOfPath } from './ids.ts';

interface Tree {
  [key: string]: Tree | string[] | undefined;
  __errors?: string[];
}

const said = (problem: Problem, locale: Locale): string =>
  [pick(problem.message, locale), problem.remedy ? pick(problem.remedy, locale) : ''].filter(Boolean).join(' ');

/** Problems by their place → what RJSF shows at each question. */
export const errorSchemaOf = (problems: readonly Problem[], locale: Locale): ErrorSchema => {
  const root: Tree = Object.create(null) as Tree;
  for (const problem of problems) {
    let at = root;
    for (const key of problem.path.split('/').filter((part) => part !== '')) {
      const next = at[key];
      if (next !== undefined && !Array.isArray(next)) at = next;
      else {
        const made = Object.create(null) as Tree;
        at[key] = made;
        at = made;
      }
    }
    at.__errors = [...(at.__errors ?? []), said(problem, locale)];
  }
  return root as ErrorSchema;
};

/** The same problems as lines of the summary, each leading to its question. */
export const summaryOf = (problems: readonly Problem[], locale: Locale): readonly SummaryLine[] =>
  problems.map((problem) => ({
    ...(problem.path === '' ? {} : { target: idOfPath(problem.path) }),
    text: pick(problem.message, locale),
  }));
