import type { DossierEvent, DossierState, DossierTask } from '#engine/dossier/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Handover } from './slips.ts';

/** When each step should have been done, as it stood last: told when it opened, moved by pauses and by the calendar. */
const dueOf = (events: readonly DossierEvent[]): ReadonlyMap<string, string> => {
  const byToken = new Map<string, string>();
  for (const { type, data } of events) {
    if (type === 'process-advanced')
      for (const { token, dueAt } of data['opened'] as readonly DossierTask[])
        if (dueAt !== undefined) byToken.set(token, dueAt);
    for (const [token, due] of Object.entries((data['taskDue'] ?? {}) as Readonly<Record<string, string>>))
      byToken.set(token, due);
  }
  return byToken;
};

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The control slip's rows: each finished step from when the one before handed over, then the steps
 * that are open now, each with the time at which it should be done.
 */
export const handoversOf = (
  state: DossierState,
  events: readonly DossierEvent[],
  graph: Graph,
): readonly Handover[] => {
  const nameOf = (element: string | undefined) => graph.nodes.find((node) => node.id === element)?.name ?? '';
  const done: Handover[] = [];
  const due = dueOf(events);
  let since = state.acceptedAt ?? state.submittedAt;
  let from = '';
  for (const event of events) {
    if (
      event.type !== 'accepted' &&
      event.type !== 'task-completed' &&
      event.type !== 'result-signed' &&
      event.type !== 'handed-out'
    )
      continue;
    const first = event.type === 'accepted';
    const task = text(event.data['task']);
    const dueAt = task === undefined ? undefined : due.get(task.slice(task.indexOf(':') + 1));
    done.push({
      unit: event.actor.unit ?? state.receivingUnit,
      step: first
        ? 'Tiếp nhận'
        : event.type === 'handed-out'
          ? 'Trả kết quả'
          : (text(event.data['name']) ?? nameOf(text(event.data['element']))),
      receivedAt: first ? state.submittedAt : since,
      receivedBy: event.actor.name,
      handedAt: event.occurredAt,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...(from ? { handedBy: event.actor.name } : {}),
    });
    since = event.occurredAt;
    from = event.actor.name;
  }
  const open = state.tasks.map((task) => ({
    unit: task.unit,
    step: task.name,
    receivedAt: task.openedAt,
    ...(task.assignee ? { receivedBy: task.assignee.name } : {}),
    ...(task.dueAt ? { dueAt: task.dueAt } : {}),
  }));
  return [...done, ...open];
};
