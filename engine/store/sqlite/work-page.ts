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

const CLOSED: ReadonlySet<string> = new Set(['finished', 'returned', 'withdrawn', 'stopped', 'refused']);
const PAUSED: ReadonlySet<string> = new Set(['supplement', 'obligation', 'suspended']);

const listed = (words: ReadonlySet<string>): string => [...words].map((word) => `'${word}'`).join(', ');

/** The same words as `timeLeft` has for a row; everything it needs stands in `tasks` itself. */
const STATE = `CASE
  WHEN t.status IN (${listed(CLOSED)}) THEN 'closed'
  WHEN t.status IN (${listed(PAUSED)}) THEN 'paused'
  WHEN t.promised_due IS NULL THEN 'none'
  WHEN t.promised_due < :now THEN 'late'
  WHEN t.promised_due <= :soon THEN 'soon'
  ELSE 'in-time' END`;

/** Urgent first, paused last; within, by the date that the list is ordered by. */
const RANK = `CASE
  WHEN t.status IN (${listed(CLOSED)}) THEN 4
  WHEN t.status IN (${listed(PAUSED)}) THEN 5
  WHEN t.promised_due IS NULL THEN 3
  WHEN t.promised_due < :now THEN 0
  WHEN t.promised_due <= :soon THEN 1
  ELSE 2 END`;

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

interface Group {
  readonly code: string;
  readonly status: string;
  readonly all: number;
  readonly free: number;
  /** null where nobody is named: SQL's sum of nothing. */
  readonly mine: number | null;
  readonly late: number | null;
  readonly soon: number | null;
}

/** How many of a group a view shows: time counts only where it runs. */
const ofView = (group: Group, view: WorkView): number => {
  const stands = PAUSED.has(group.status);
  if (view === 'paused') return stands ? group.all : 0;
  if (view === 'late' || view === 'soon') return stands || CLOSED.has(group.status) ? 0 : (group[view] ?? 0);
  return group[view] ?? 0;
};

/** One page of a work list with the counts of all its views: two passes over the index of the unit's open tasks. */
export const workPages = (db: Connection) => {
  const nameOf = db
    .prepare<[string], string>('SELECT name FROM releases WHERE code = ? ORDER BY number DESC LIMIT 1')
    .pluck();
  return async (query: WorkQuery): Promise<WorkPage> => {
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
    // Grouped in the order of the index, so that nothing is sorted; what a status means is looked up afterwards.
    const groups = db
      .prepare<[Values], Group>(
        `SELECT t.procedure AS code, t.status AS status, COUNT(*) AS "all", SUM(t.assignee IS NULL) AS free, SUM(${mine}) AS mine,
           SUM(t.promised_due < :now) AS late, SUM(t.promised_due BETWEEN :now AND :soon) AS soon
         ${base} GROUP BY t.procedure, t.status`,
      )
      .all(values);
    const codes = [...new Set(groups.map(({ code }) => code))].filter((code) => code !== '');
    const procedures = codes.map((code) => ({ code, name: nameOf.get(code) ?? code }));
    const counted = groups.filter(({ code }) => query.procedure === undefined || code === query.procedure);
    const count = (view: WorkView): number => counted.reduce((sum, group) => sum + ofView(group, view), 0);
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
};
