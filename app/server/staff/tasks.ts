import type { AppLoadContext } from '@remix-run/node';
import type { TimeLeft } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { WorklistRow } from '#engine/store/index.ts';
import { TASK_VIEWS, type TaskView } from './task-views.ts';

/** More open tasks of one person's roles than this are shown in part, and the page says so. */
const MOST = 500;

export interface TaskRow extends WorklistRow {
  readonly time: TimeLeft;
}

export interface TaskList {
  readonly total: number;
  readonly shown: number;
  readonly counts: Readonly<Record<TaskView, number>>;
  readonly groups: readonly { readonly state: TimeLeft['state']; readonly rows: readonly TaskRow[] }[];
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
}

const fits = (row: TaskRow, view: TaskView, person: string): boolean => {
  switch (view) {
    case 'all':
      return true;
    case 'mine':
      return row.assignee?.id === person;
    case 'free':
      return row.assignee === undefined;
    default:
      return row.time.state === view;
  }
};

/** Urgent first, paused last. */
const ORDER: readonly TimeLeft['state'][] = ['late', 'soon', 'in-time', 'none', 'closed', 'paused'];

/** What waits for somebody's roles at their unit: counted per view, filtered, grouped by urgency. */
export const taskList = async (
  context: AppLoadContext,
  actor: Actor,
  filter: { readonly view: TaskView; readonly procedure?: string; readonly text?: string },
): Promise<TaskList> => {
  const { dossiers, store } = context.service;
  const { total, rows } = await store.dossiers.worklist({
    unit: actor.unit ?? '',
    roles: actor.roles,
    person: actor.id,
    ...(filter.text ? { text: filter.text } : {}),
    limit: MOST,
    offset: 0,
  });
  const timed: readonly TaskRow[] = rows.map((row) => ({
    ...row,
    time: dossiers.timeLeft({
      ...(row.promisedDue ? { promisedDue: row.promisedDue } : {}),
      status: row.status,
      receivingUnit: row.unit,
    }),
  }));
  const names = new Map(timed.map((row) => [row.procedure, row.procedureName]));
  const counts = Object.fromEntries(
    TASK_VIEWS.map((view) => [view, timed.filter((row) => fits(row, view, actor.id)).length]),
  ) as Record<TaskView, number>;
  const chosen = timed.filter(
    (row) => fits(row, filter.view, actor.id) && (filter.procedure === undefined || row.procedure === filter.procedure),
  );
  return {
    total,
    shown: chosen.length,
    counts,
    procedures: [...names].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    groups: ORDER.map((state) => ({ state, rows: chosen.filter((row) => row.time.state === state) })).filter(
      (group) => group.rows.length > 0,
    ),
  };
};
