import type { Procedure } from '#engine/definition/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import { workingTimeOf, type Graph, type WorkingTime } from '#engine/process/index.ts';
import { restrict, waysOf, type Way } from './ways.ts';

/** One kind of dossier, the row of time limits that concerns it, and how its process spends the time. */
export interface TimedWay {
  readonly way: Way;
  readonly row: Procedure['timeLimits'][number];
  /** The process as far as such a dossier can go. */
  readonly open: Graph;
  readonly time: WorkingTime;
}

/** Every case × channel × level that has a row of time limits. One pass through the graph for each. */
export const timedWays = (procedure: Procedure, graph: Graph): readonly TimedWay[] =>
  waysOf(procedure).flatMap((way) => {
    const { channel, level } = way;
    const row = limitFor(procedure, { channel, level, ...(way.case ? { case: way.case.id } : {}) });
    if (!row) return [];
    const open = restrict(graph, way);
    return [{ way, row, open, time: workingTimeOf(open) }];
  });
