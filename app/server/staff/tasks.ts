import type { AppLoadContext } from '@remix-run/node';
import type { TimeLeft } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { WorklistRow } from '#engine/store/index.ts';
import { soonUntil } from '../office/watch-scope.ts';
import type { TaskView } from './task-views.ts';

/** Tasks on one page. */
export const PAGE = 50;

export interface TaskRow extends WorklistRow {
  readonly time: TimeLeft;
}

export interface TaskList {
  readonly total: number;
  readonly shown: number;
  readonly page: number;
  readonly pages: number;
  readonly counts: Readonly<Record<TaskView, number>>;
  readonly groups: readonly { readonly state: TimeLeft['state']; readonly rows: readonly TaskRow[] }[];
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
}

/** Heads and leaders distribute the work of their unit. */
export const distributes = (actor: Actor): boolean => actor.roles.some((role) => role === 'head' || role === 'leader');

/** Urgent first, paused last. */
const ORDER: readonly TimeLeft['state'][] = ['late', 'soon', 'in-time', 'none', 'closed', 'paused'];

/** What waits for somebody's roles at their unit (or for everybody there), one page, grouped by urgency. */
export const taskList = async (
  context: AppLoadContext,
  actor: Actor,
  filter: {
    readonly view: TaskView;
    readonly procedure?: string;
    readonly text?: string;
    readonly role?: string;
    readonly whole?: boolean;
    readonly page?: number;
  },
): Promise<TaskList> => {
  const { dossiers, store, units } = context.service;
  const now = context.clock.now();
  const page = Math.max(1, filter.page ?? 1);
  const unit = actor.unit ?? '';
  const found = await store.dossiers.workPage({
    unit,
    roles: actor.roles,
    people: [actor.id, ...(actor.standsFor ?? [])],
    whole: filter.whole === true && distributes(actor),
    view: filter.view,
    ...(filter.procedure ? { procedure: filter.procedure } : {}),
    ...(filter.role ? { role: filter.role } : {}),
    ...(filter.text ? { text: filter.text } : {}),
    now,
    soon: soonUntil(await units.calendar(unit), now),
    limit: PAGE,
    offset: (page - 1) * PAGE,
  });
  const rows: readonly TaskRow[] = found.rows.map((row) => ({
    ...row,
    time: dossiers.timeLeft({
      ...(row.promisedDue ? { promisedDue: row.promisedDue } : {}),
      status: row.status,
      receivingUnit: row.unit,
    }),
  }));
  return {
    total: found.total,
    shown: rows.length,
    page,
    pages: Math.max(1, Math.ceil(found.total / PAGE)),
    counts: found.counts,
    procedures: [...found.procedures].sort((a, b) => a.name.localeCompare(b.name, 'vi')),
    groups: ORDER.map((state) => ({ state, rows: rows.filter((row) => row.time.state === state) })).filter(
      (group) => group.rows.length > 0,
    ),
  };
};
