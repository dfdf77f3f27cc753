import type { Instant } from '#engine/clock/index.ts';
import type { DecisionItem, Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { CatalogueEntry } from '#engine/store/port.ts';
import { say } from './messages.ts';
import type { DecisionPlan, PlanInput, PlannedItem } from './model.ts';

type ReleaseOf = (input: PlanInput, item: DecisionItem, index: number, problems: Problem[]) => Release | undefined;

interface Corrected extends PlannedItem {
  readonly from?: Instant;
}

/**
 * What a correction does: what the wrong decision put in force is replaced, from an instant that may be
 * past to where it ends, and nothing after that is touched. What was believed until now stays on record:
 * only what is known from now on changes. Pure.
 */
export const planCorrection = (
  input: PlanInput,
  corrects: string,
  effectiveFrom: Instant,
  releaseOf: ReleaseOf,
): DecisionPlan => {
  const { decision } = input;
  const seen = new Set<string>();
  const items = decision.items.map((item, index): Corrected => {
    const problems: Problem[] = [];
    const rows = input.history.get(item.code) ?? [];
    const wrong = rows.find((row) => row.decision === corrects && !endsBy(row, effectiveFrom));
    const release = item.action === 'repeal' ? undefined : releaseOf(input, item, index, problems);
    if (seen.has(item.code)) problems.push(say.twice(index, item.code));
    seen.add(item.code);
    if (item.action !== 'amend' && item.action !== 'repeal') problems.push(say.correctionAdds(index, item.code));
    else if (!wrong) problems.push(say.correctsNothing(index, item.code, corrects));
    if (release && wrong?.hash === release.hash) problems.push(say.noChange(index, item.code));
    const from = wrong && (wrong.effectiveFrom > effectiveFrom ? wrong.effectiveFrom : effectiveFrom);
    return {
      action: item.action === 'repeal' ? 'repeal' : 'amend',
      code: item.code,
      name: release?.procedure.name.vi ?? wrong?.name ?? item.code,
      replaces: [],
      inFlight: item.inFlight?.policy ?? 'keep',
      problems,
      ...(release ? { release } : {}),
      ...(wrong ? { ends: wrong } : {}),
      ...(from === undefined ? {} : { from }),
    };
  });
  return {
    effectiveFrom,
    items,
    problems: [say.correction(corrects)],
    change: {
      close: items.flatMap(({ ends, from }) =>
        ends && from !== undefined
          ? [{ code: ends.code, effectiveFrom: ends.effectiveFrom, at: from, endedBy: decision.number }]
          : [],
      ),
      open: items.flatMap(({ ends, from, release }) =>
        ends && from !== undefined && release
          ? [
              {
                code: release.code,
                number: release.number,
                hash: release.hash,
                name: release.procedure.name.vi,
                field: release.procedure.field.name.vi,
                levels: release.procedure.levels,
                effectiveFrom: from,
                decision: decision.number,
                ...endOf(ends),
              },
            ]
          : [],
      ),
    },
  };
};

const endsBy = ({ effectiveTo }: CatalogueEntry, instant: Instant): boolean =>
  effectiveTo !== undefined && effectiveTo <= instant;

/** It ends where the wrong one ended, by whom that was ended. */
const endOf = ({ effectiveTo, endedBy, replacedBy }: CatalogueEntry) => ({
  ...(effectiveTo === undefined ? {} : { effectiveTo }),
  ...(endedBy === undefined ? {} : { endedBy }),
  ...(replacedBy === undefined ? {} : { replacedBy }),
});
