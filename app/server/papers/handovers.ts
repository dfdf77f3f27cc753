import type { DossierEvent, DossierState } from '#engine/dossier/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Handover } from './slips.ts';

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * The control slip's rows: each finished step from when the one before handed over, then the steps
 * that are open now. A step's own due time is known only while it is open.
 */
export const handoversOf = (
  state: DossierState,
  events: readonly DossierEvent[],
  graph: Graph,
): readonly Handover[] => {
  const nameOf = (element: string | undefined) => graph.nodes.find((node) => node.id === element)?.name ?? '';
  const done: Handover[] = [];
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
