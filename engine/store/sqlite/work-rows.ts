import type { DossierState } from '#engine/dossier/index.ts';
import { FOREVER } from './time.ts';

/** Columns of `tasks` in the order in which they are written. */
export const TASK_COLUMNS =
  'id, dossier, element, name, role, unit, opened_at, due_at, assignee, assignee_name, order_by';

type Row = readonly (string | null)[];

/** The rows of `tasks` that a state makes: what work lists are read from, ordered by the dossier's due date. */
export const taskRows = ({ id, tasks, promised }: DossierState): readonly Row[] =>
  tasks.map((task) => [
    ...[task.id, id, task.element, task.name, task.role, task.unit, task.openedAt, task.dueAt ?? null],
    ...[task.assignee?.id ?? null, task.assignee?.name ?? null, promised?.due ?? task.dueAt ?? FOREVER],
  ]);

export const TIMER_COLUMNS = 'dossier, token, due';

/** The rows of `timers` that a state makes. */
export const timerRows = ({ id, timers }: DossierState): readonly Row[] =>
  timers.map(({ token, due }) => [id, token, due]);
