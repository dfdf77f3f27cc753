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

/** Urgent first, paused last; within, by the date that the list is ordered by. The same words as `timeLeft` has for a row. */
const RANKS = ['late', 'soon', 'in-time', 'none', 'closed', 'paused'] as const;
type Rank = (typeof RANKS)[number];

const RUNS = `t.status NOT IN (${listed(CLOSED)}, ${listed(PAUSED)})`;
const IN_RANK: Readonly<Record<Rank, string>> = {
  late: `${RUNS} AND t.promised_due <> '' AND t.promised_due < :now`,
  soon: `${RUNS} AND t.promised_due BETWEEN :now AND :soon`,
  'in-time': `${RUNS} AND t.promised_due > :soon`,
  none: `${RUNS} AND coalesce(t.promised_due, '') = ''`,
  closed: `t.status IN (${listed(CLOSED)})`,
  paused: `t.status IN (${listed(PAUSED)})`,
};

/** Tasks that a text was searched for stand in no count: they are few, and counted one by one. */
const FOUND = `SELECT t.role, t.unit, t.procedure, t.status, coalesce(t.assignee, '') AS assignee,
  coalesce(t.promised_due, '') AS promised_due, 1 AS n FROM tasks AS t CROSS JOIN dossiers AS d ON d.id = t.dossier`;

interface Group {
  readonly code: string;
  readonly rank: Rank;
  readonly all: number;
  readonly free: number;
  readonly mine: number;
}

/** How many of a group a view shows. */
const ofView = ({ rank, all, free, mine }: Group, view: WorkView): number => {
  if (view === 'mine') return mine;
  if (view === 'free') return free;
  return view === 'all' || view === rank ? all : 0;
};

/**
 * One page of a work list with the counts of all its views. Counted in O(kinds of tasks) from `work_counts`; the
 * page is read rank by rank from the index in its order, O(tasks passed over), and no rank is read further than
 * it has rows to show.
 */
export const workPages = (db: Connection) => {
  const nameOf = db
    .prepare<[string], string>('SELECT name FROM releases WHERE code = ? ORDER BY number DESC LIMIT 1')
    .pluck();
  const prepared = new Map<string, ReturnType<typeof db.prepare<[Values], unknown>>>();
  /** What differs from one asker to the next are values, so there are few texts. */
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare<[Values], unknown>(sql);
    prepared.set(sql, known);
    return known;
  };
  return async (query: WorkQuery): Promise<WorkPage> => {
    const values: Values = { unit: query.unit, now: query.now, soon: query.soon };
    const mine = `t.assignee IN ${inList(values, 'person', query.people)}`;
    const where = ['t.unit = :unit'];
    if (query.whole !== true) {
      where.push(query.roles.length === 0 ? '0' : `t.role IN ${inList(values, 'role', query.roles)}`);
      where.push(`(coalesce(t.assignee, '') = '' OR ${mine})`);
    }
    if (query.role !== undefined) {
      where.push('t.role = :onlyRole');
      values['onlyRole'] = query.role;
    }
    const text = query.text === undefined ? undefined : textFilter(values, query.text, true);
    const counted = text === undefined ? 'work_counts' : `(${FOUND} WHERE t.unit = :unit AND ${text})`;
    const ranked = `CASE ${RANKS.map((rank) => `WHEN ${IN_RANK[rank]} THEN '${rank}'`).join(' ')} END`;
    const groups = statement(
      `SELECT t.procedure AS code, ${ranked} AS rank, SUM(t.n) AS "all", SUM(t.n * (t.assignee = '')) AS free,
         SUM(t.n * (${mine})) AS mine
       FROM ${counted} AS t WHERE ${where.join(' AND ')} GROUP BY 1, 2`,
    ).all(values) as readonly Group[];
    const codes = [...new Set(groups.map(({ code }) => code))].filter((code) => code !== '');
    const procedures = codes.map((code) => ({ code, name: nameOf.get(code) ?? code }));
    const chosen = groups.filter(({ code }) => query.procedure === undefined || code === query.procedure);
    const count = (view: WorkView, rank?: Rank): number =>
      chosen.reduce((sum, group) => sum + (rank === undefined || group.rank === rank ? ofView(group, view) : 0), 0);

    if (query.procedure !== undefined) {
      where.push('t.procedure = :procedure');
      values['procedure'] = query.procedure;
    }
    if (text !== undefined) where.push(text);
    if (query.view === 'mine') where.push(mine);
    if (query.view === 'free') where.push('t.assignee IS NULL');
    const from = text === undefined ? 'tasks AS t' : 'tasks AS t CROSS JOIN dossiers AS d ON d.id = t.dossier';
    const rows: WorklistRow[] = [];
    let skip = query.offset;
    for (const rank of RANKS) {
      const there = count(query.view, rank);
      const limit = Math.min(query.limit - rows.length, there - skip);
      if (limit > 0)
        rows.push(
          ...readPage(
            statement(
              `SELECT ${TASK_COLUMNS} FROM (SELECT t.id AS id FROM ${from}
                 WHERE ${where.join(' AND ')} AND ${IN_RANK[rank]} ORDER BY t.order_by, t.id LIMIT :limit OFFSET :offset) AS page
               CROSS JOIN tasks AS t ON t.id = page.id CROSS JOIN dossiers AS d ON d.id = t.dossier
               LEFT JOIN releases AS r ON r.code = d.procedure AND r.number = d.release_number
               ORDER BY t.order_by, t.id`,
            ).all({ ...values, limit, offset: skip }) as readonly Nullable<TaskRow>[],
          ),
        );
      skip = Math.max(0, skip - there);
    }
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

const readPage = (rows: readonly Nullable<TaskRow>[]): readonly WorklistRow[] =>
  rows.map(({ assignee, assigneeName, ...row }) => ({
    ...dropNulls<Omit<WorklistRow, 'assignee'>>(row),
    ...(assignee === null ? {} : { assignee: { id: assignee, name: assigneeName ?? '' } }),
  }));
