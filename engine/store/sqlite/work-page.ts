import type { WorklistRow, WorkPage, WorkQuery, WorkView } from '../port.ts';
import type { Connection } from './connection.ts';
import {
  dropNulls,
  inList,
  TASK_COLUMNS,
  textFilter,
  type Nullable,
  type TaskRow,
  type Values,
} from './dossier-lists.ts';

/** The same words as `timeLeft` has for a row; everything it needs stands in `tasks` itself. */
const STATE = `CASE
  WHEN t.status IN ('finished', 'returned', 'withdrawn', 'stopped', 'refused') THEN 'closed'
  WHEN t.status IN ('supplement', 'obligation', 'suspended') THEN 'paused'
  WHEN t.promised_due IS NULL THEN 'none'
  WHEN t.promised_due < :now THEN 'late'
  WHEN t.promised_due <= :soon THEN 'soon'
  ELSE 'in-time' END`;

/** Urgent first, paused last; within, by the date that the list is ordered by. */
const RANK = `CASE ${STATE} WHEN 'late' THEN 0 WHEN 'soon' THEN 1 WHEN 'in-time' THEN 2 WHEN 'none' THEN 3 WHEN 'closed' THEN 4 ELSE 5 END`;

const conditionOf = (view: WorkView, mine: string): string => {
  switch (view) {
    case 'all':
      return '1';
    case 'mine':
      return mine;
    case 'free':
      return 't.assignee IS NULL';
    default:
      return `${STATE} = '${view}'`;
  }
};

const VIEWS: readonly WorkView[] = ['all', 'mine', 'free', 'late', 'soon', 'paused'];

/** One page of a work list with the counts of all its views: two passes over the unit's open tasks. */
export const workPages =
  (db: Connection) =>
  async (query: WorkQuery): Promise<WorkPage> => {
    const values: Values = {
      unit: query.unit,
      now: query.now,
      soon: query.soon,
      limit: query.limit,
      offset: query.offset,
    };
    const mine = `t.assignee IN ${inList(values, 'person', query.people)}`;
    const where = ['t.unit = :unit'];
    if (query.whole !== true) {
      where.push(query.roles.length === 0 ? '0' : `t.role IN ${inList(values, 'role', query.roles)}`);
      where.push(`(t.assignee IS NULL OR ${mine})`);
    }
    if (query.role !== undefined) {
      where.push('t.role = :onlyRole');
      values['onlyRole'] = query.role;
    }
    const text = query.text === undefined ? undefined : textFilter(values, query.text, true);
    if (text !== undefined) where.push(text);
    const from =
      text === undefined ? 'FROM tasks AS t' : 'FROM tasks AS t CROSS JOIN dossiers AS d ON d.id = t.dossier';
    const base = `${from} WHERE ${where.join(' AND ')}`;
    const groups = db
      .prepare<[Values], Record<WorkView, number> & { readonly code: string; readonly name: string }>(
        `SELECT p.*, (SELECT r.name FROM releases AS r WHERE r.code = p.code ORDER BY r.number DESC LIMIT 1) AS name
         FROM (SELECT t.procedure AS code, ${VIEWS.map((view) => `SUM(${conditionOf(view, mine)}) AS "${view}"`).join(', ')}
           ${base} GROUP BY t.procedure) AS p`,
      )
      .all(values);
    const procedures = groups.flatMap(({ code, name }) => (code === '' ? [] : [{ code, name }]));
    const counted = groups.filter(({ code }) => query.procedure === undefined || code === query.procedure);
    const count = (view: WorkView): number => counted.reduce((sum, group) => sum + group[view], 0);
    const only = query.procedure === undefined ? base : `${base} AND t.procedure = :procedure`;
    if (query.procedure !== undefined) values['procedure'] = query.procedure;
    const rows = db
      .prepare<[Values], Nullable<TaskRow>>(
        `SELECT ${TASK_COLUMNS} FROM (SELECT t.id AS id, ${RANK} AS rank ${only} AND ${conditionOf(query.view, mine)}
           ORDER BY rank, t.order_by, t.id LIMIT :limit OFFSET :offset) AS page
         CROSS JOIN tasks AS t ON t.id = page.id CROSS JOIN dossiers AS d ON d.id = t.dossier
         LEFT JOIN releases AS r ON r.code = d.procedure AND r.number = d.release_number
         ORDER BY page.rank, t.order_by, t.id`,
      )
      .all(values)
      .map(({ assignee, assigneeName, ...row }) => ({
        ...dropNulls<Omit<WorklistRow, 'assignee'>>(row),
        ...(assignee === null ? {} : { assignee: { id: assignee, name: assigneeName ?? '' } }),
      }));
    const counts: WorkPage['counts'] = {
      all: count('all'),
      mine: count('mine'),
      free: count('free'),
      late: count('late'),
      soon: count('soon'),
      paused: count('paused'),
    };
    return { counts, total: counts[query.view], procedures, rows };
  };
