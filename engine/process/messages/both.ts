import { problem, type Localized, type Problem, type Severity } from '#engine/result/index.ts';

/** A sentence in both languages. */
export type InBoth = Required<Localized>;

export const both = (vi: string, en: string): InBoth => ({ vi, en });

/** What is wrong and how to mend it: neither a language nor the remedy can be left out. */
export const told = (
  code: string,
  path: string,
  message: InBoth,
  remedy: InBoth,
  severity: Severity = 'error',
): Problem => problem(code, path, message, remedy, severity);
