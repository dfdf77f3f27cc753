import type { FeelType, TypeEnvironment } from '#engine/expression/index.ts';
import { outputType } from '../decision-table/inline.ts';
import type { Draft } from './draft.ts';

/** The caller's names, and `outcome` with the outcomes of every task that has some; null until chosen. */
export const processEnvironment = (draft: Draft, given: TypeEnvironment | undefined): TypeEnvironment | 'untyped' => {
  if (given === undefined) return 'untyped';
  const fields: Record<string, FeelType> = {};
  for (const { parsed } of draft.nodes) {
    if (parsed.settings.outcomes.length > 0)
      fields[parsed.id] = {
        kind: 'string',
        values: parsed.settings.outcomes.map((outcome) => outcome.id),
        nullable: true,
      };
  }
  return { ...given, ...results(draft), outcome: { kind: 'context', fields } };
};

/** What business rule tasks keep: null until then, and where no rule of the table holds. */
const results = (draft: Draft): Readonly<Record<string, FeelType>> =>
  Object.fromEntries(
    draft.nodes.flatMap(({ parsed: { decision } }) =>
      decision?.result === undefined ? [] : [[decision.result, outputType(decision.table)] as const],
    ),
  );
