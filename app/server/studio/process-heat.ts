import type { AppLoadContext } from '@remix-run/node';
import { workingMinutesBetween } from '#engine/clock/index.ts';

/** Where dossiers of a procedure stand at one step, and how long they took there. */
export interface HeatRow {
  readonly element: string;
  readonly here: number;
  readonly late: number;
  /** Working minutes of those that went through: half took no longer, nine of ten no longer than `slow`. */
  readonly median?: number;
  readonly slow?: number;
}

/** The newest dossiers looked at; enough for a picture, and one page's worth of reading. */
const LOOKED_AT = 150;

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const heatOf = async (context: AppLoadContext, procedure: string): Promise<readonly HeatRow[]> => {
  const { store, units } = context.service;
  const now = context.clock.now();
  const { rows } = await store.dossiers.list({ procedure, limit: LOOKED_AT, offset: 0, order: 'newest' });
  const found = new Map<string, { here: number; late: number; times: number[] }>();
  const of = (element: string) => {
    const known = found.get(element) ?? { here: 0, late: 0, times: [] };
    found.set(element, known);
    return known;
  };
  for (const row of rows) {
    const [state, events] = await Promise.all([store.dossiers.load(row.id), store.dossiers.events(row.id)]);
    for (const task of state?.tasks ?? []) {
      const step = of(task.element);
      step.here += 1;
      if (row.promisedDue !== undefined && row.promisedDue < now) step.late += 1;
    }
    const calendar = await units.calendar(row.receivingUnit);
    let since = row.submittedAt;
    for (const event of events) {
      const { element } = event.data;
      if (event.type !== 'task-completed' || typeof element !== 'string') continue;
      if (event.occurredAt >= since) of(element).times.push(workingMinutesBetween(calendar, since, event.occurredAt));
      since = event.occurredAt;
    }
  }
  return [...found].map(([element, { here, late, times }]) => {
    const sorted = times.sort((one, other) => one - other);
    return { element, here, late, ...(sorted.length > 0 ? { median: at(sorted, 0.5), slow: at(sorted, 0.9) } : {}) };
  });
};
