import type { AppLoadContext } from '@remix-run/node';
import { workingMinutesBetween, type Instant } from '#engine/clock/index.ts';
import { evolve, type DossierEvent, type DossierState, type DossierTask } from '#engine/dossier/index.ts';

/** Where dossiers of a procedure stand at one step, and how long they took there. */
export interface HeatRow {
  readonly element: string;
  readonly here: number;
  readonly late: number;
  /** Working minutes of those that went through: half took no longer, nine of ten no longer than `slow`. */
  readonly median?: number;
  readonly slow?: number;
}

/** Of those that are still open all are counted, up to this many; of those that are over the newest tell the times. */
const OPEN = 2_000;
const OVER = 150;
const OPEN_STATUSES = ['submitted', 'processing', 'supplement', 'obligation', 'suspended'] as const;
const OVER_STATUSES = ['finished', 'returned', 'refused', 'withdrawn', 'stopped'] as const;

interface Step {
  here: number;
  late: number;
  readonly times: number[];
}

/** The smallest time that this share of all took no longer than. */
const within = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** The tasks that were done, each from its opening to its end: what is done side by side has its own time each. */
export const tasksDone = (
  events: readonly DossierEvent[],
): readonly { readonly element: string; readonly from: Instant; readonly to: Instant }[] => {
  const opened = new Map<string, DossierTask>();
  let state: DossierState | undefined;
  return events.flatMap((event) => {
    const task = event.type === 'task-completed' ? opened.get(String(event.data['task'])) : undefined;
    state = evolve(state, event);
    for (const each of state.tasks) opened.set(each.id, each);
    return task ? [{ element: task.element, from: task.openedAt, to: event.occurredAt }] : [];
  });
};

/** Where the dossiers of a procedure are now, and how long its steps take: from opening to done, in working time. */
export const heatOf = async (context: AppLoadContext, procedure: string): Promise<readonly HeatRow[]> => {
  const { store, units } = context.service;
  const now = context.clock.now();
  const query = { procedure, offset: 0, order: 'newest' } as const;
  const [open, over] = await Promise.all([
    store.dossiers.list({ ...query, status: OPEN_STATUSES, limit: OPEN }),
    store.dossiers.list({ ...query, status: OVER_STATUSES, limit: OVER }),
  ]);
  const found = new Map<string, Step>();
  const of = (element: string): Step => {
    const known = found.get(element) ?? { here: 0, late: 0, times: [] };
    found.set(element, known);
    return known;
  };
  for (const row of open.rows) {
    for (const task of (await store.dossiers.load(row.id))?.tasks ?? []) {
      const step = of(task.element);
      step.here += 1;
      if (row.promisedDue !== undefined && row.promisedDue < now) step.late += 1;
    }
  }
  for (const row of [...over.rows, ...open.rows.slice(0, OVER)]) {
    const events = await store.dossiers.events(row.id);
    const calendar = await units.calendar(row.receivingUnit);
    for (const { element, from, to } of tasksDone(events))
      if (to >= from) of(element).times.push(workingMinutesBetween(calendar, from, to));
  }
  return [...found].map(([element, { here, late, times }]) => {
    const sorted = times.sort((one, other) => one - other);
    return { element, here, late, ...(sorted.length > 0 ? { median: within(sorted, 0.5), slow: within(sorted, 0.9) } : {}) };
  });
}; // prettier-ignore
