import { describeLimit, type Procedure } from '#engine/definition/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Localized } from '#engine/result/index.ts';
import { limitMinutes, slackOfSteps, timedWays } from '#engine/verify/index.ts';

/** How a process spends the time of each kind of dossier; working minutes. */
export interface ProcessTime {
  readonly kinds: readonly KindTime[];
  readonly steps: readonly StepTime[];
}

export interface KindTime {
  /** The case; absent: every dossier. */
  readonly name?: Localized;
  readonly limit: Localized;
  /** Of the slowest way, and what the limit gives. */
  readonly minutes: number;
  readonly allowed: number;
}

export interface StepTime {
  readonly element: string;
  readonly name: string;
  readonly minutes: number;
  /** Of the promised or the legal limit, whichever leaves less; below zero it is over. */
  readonly slack?: number;
}

export const NO_TIME: ProcessTime = { kinds: [], steps: [] };

/** Against what was promised, else against the law; of a case's channels and levels the one with the least left. */
export const processTime = (procedure: Procedure, graph: Graph): ProcessTime => {
  const kinds = new Map<string, KindTime>();
  for (const { way, row, time } of timedWays(procedure, graph)) {
    const limit = row.promised ?? row.legal;
    const allowed = limitMinutes(limit);
    if (allowed === undefined) continue;
    const key = way.case?.id ?? '';
    const known = kinds.get(key);
    if (known && known.allowed - known.minutes <= allowed - time.minutes) continue;
    const name = way.case ? { name: way.case.name } : {};
    kinds.set(key, { ...name, limit: describeLimit(limit), minutes: time.minutes, allowed });
  }
  const steps = slackOfSteps(procedure, graph).flatMap(({ element, name, minutes, legal, promised }): StepTime[] => {
    const left = [legal, promised].flatMap((each) => (each ? [each.minutes] : []));
    return minutes > 0 ? [{ element, name, minutes, ...(left.length > 0 ? { slack: Math.min(...left) } : {}) }] : [];
  });
  return { kinds: [...kinds.values()], steps };
};
