import { partOf, type FindingPart } from '#engine/verify/index.ts';
import type { Problem, Severity } from '#engine/result/index.ts';

/** A finding with the release it is about; `index` finds it again among the findings of that release. */
export interface Finding {
  readonly procedure: string;
  readonly name: string;
  readonly field: string;
  readonly index: number;
  readonly part: FindingPart;
  readonly problem: Problem;
}

export interface FoundIn {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly problems: readonly Problem[];
}

export const findingsOf = ({ code, name, field, problems }: FoundIn): readonly Finding[] =>
  problems.map((problem, index) => ({ procedure: code, name, field, index, part: partOf(problem), problem }));

export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];
