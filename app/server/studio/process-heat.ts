import { workingMinutesBetween, type Instant, type WorkingCalendar } from '#engine/clock/index.ts';
import { evolve, type DossierEvent, type DossierState, type DossierTask } from '#engine/dossier/index.ts';
import type { Service } from '#engine/service/index.ts';

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

type Pauses = DossierState['pauses'];

interface StepDone {
  readonly element: string;
  readonly from: Instant;
  readonly to: Instant;
}

/**
 * The tasks that were done, each from its opening to its end: what is done side by side has its own time each.
 * Taking in opens no task: `reception` is done from the filing to the acceptance.
 */
const tasksDone = (
  events: readonly DossierEvent[],
  reception: string | undefined,
): { readonly done: readonly StepDone[]; readonly pauses: Pauses } => {
  const opened = new Map<string, DossierTask>();
  let state: DossierState | undefined;
  const done = events.flatMap((event): readonly StepDone[] => {
    const filed = state?.submittedAt;
    const task = event.type === 'task-completed' ? opened.get(String(event.data['task'])) : undefined;
    state = evolve(state, event);
    for (const each of state.tasks) opened.set(each.id, each);
    if (event.type === 'accepted' && reception !== undefined && filed !== undefined)
      return [{ element: reception, from: filed, to: event.occurredAt }];
    return task ? [{ element: task.element, from: task.openedAt, to: event.occurredAt }] : [];
  });
  return { done, pauses: state?.pauses ?? [] };
};

/** Working time of a step without what was waited for others, as its due time is counted. */
const minutesOf = (calendar: WorkingCalendar, { from, to }: StepDone, pauses: Pauses): number =>
  pauses.reduce(
    (left, pause) => {
      const begun = pause.from > from ? pause.from : from;
      const ended = pause.to !== undefined && pause.to < to ? pause.to : to;
      return begun < ended ? left - workingMinutesBetween(calendar, begun, ended) : left;
    },
    workingMinutesBetween(calendar, from, to),
  );

/** Where the dossiers of a procedure are now, and how long its steps take: from opening to done, in working time. */
export const heatOf = async (
  { service }: { readonly service: Service },
  procedure: string,
): Promise<readonly HeatRow[]> => {
  const { store, units, catalogue, dossiers } = service;
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
  const receptions = new Map<string, string | undefined>();
  /** The step that taking in is, in the release that a dossier runs. */
  const receptionOf = async ({ releaseHash }: DossierState): Promise<string | undefined> => {
    if (!receptions.has(releaseHash)) {
      const { graph } = await catalogue.release(releaseHash);
      receptions.set(releaseHash, graph.nodes.find(({ settings }) => settings.act === 'receive')?.id);
    }
    return receptions.get(releaseHash);
  };
  const standsAt = async (dossier: DossierState): Promise<ReadonlySet<string>> => {
    const reception = dossier.process ? undefined : await receptionOf(dossier);
    return new Set([...dossier.tasks.map(({ element }) => element), ...(reception === undefined ? [] : [reception])]);
  };
  for (const { id } of open.rows) {
    const dossier = await store.dossiers.load(id);
    if (!dossier) continue;
    const late = dossiers.timeLeft(dossier).state === 'late';
    for (const element of await standsAt(dossier)) {
      const step = of(element);
      step.here += 1;
      if (late) step.late += 1;
    }
  }
  for (const { id, receivingUnit } of [...over.rows, ...open.rows.slice(0, OVER)]) {
    const dossier = await store.dossiers.load(id);
    if (!dossier) continue;
    const calendar = await units.calendar(receivingUnit);
    const { done, pauses } = tasksDone(await store.dossiers.events(id), await receptionOf(dossier));
    for (const step of done)
      if (step.to >= step.from) of(step.element).times.push(minutesOf(calendar, step, pauses));
  }
  return [...found].map(([element, { here, late, times }]) => {
    const sorted = times.sort((one, other) => one - other);
    return { element, here, late, ...(sorted.length > 0 ? { median: within(sorted, 0.5), slow: within(sorted, 0.9) } : {}) };
  });
}; // prettier-ignore
