import type { DossierStatus } from '#engine/dossier/index.ts';
import { fold } from '#engine/definition/index.ts';
import { words } from '../query-words.ts';
import type { DossierRow, DossierStore, WorklistRow } from '../port.ts';
import type { Connection } from './connection.ts';

export type Values = Record<string, string | number>;
export type Nullable<Row> = { readonly [Key in keyof Row]: Row[Key] | null };

/** null columns are absent keys in the port's rows. */
export const dropNulls = <Row>(row: Nullable<Row>): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;

export const inList = (values: Values, name: string, list: readonly string[]): string => {
  list.forEach((value, place) => (values[`${name}${place}`] = value));
  return `(${list.map((_, place) => `:${name}${place}`).join(', ')})`;
};

/**
 * Dossiers whose code, applicant, identity number or phone has all the words. `+` keeps the planner from
 * probing every match for every row where another index already narrows the list down.
 */
export const textFilter = (values: Values, text: string, narrowed: boolean): string | undefined => {
  const list = words(fold(text));
  if (list.length === 0) return undefined;
  values['match'] = list.map((word) => `"${word}"*`).join(' AND ');
  return `${narrowed ? '+' : ''}d."row" IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH :match)`;
};

export const TASK_COLUMNS = `t.id AS task, t.dossier, d.code, d.procedure, r.name AS procedureName, d.applicant, t.name AS step,
  t.role, t.unit, t.assignee, t.assignee_name AS assigneeName, t.opened_at AS openedAt, t.due_at AS stepDueAt,
  d.promised_due AS promisedDue, d.status`;

const DOSSIER_COLUMNS = `d.id, d.code, d.procedure, r.name AS procedureName, d.release_number AS releaseNumber, d.status,
  d.applicant, d.receiving_unit AS receivingUnit, d.deciding_unit AS decidingUnit, d.submitted_at AS submittedAt,
  d.accepted_at AS acceptedAt, d.promised_due AS promisedDue, d.finished_at AS finishedAt,
  json_extract(d.state, '$.origin.name') AS origin, json_extract(d.state, '$.register.unit') AS registerUnit,
  json_extract(d.state, '$.register.year') AS registerYear, json_extract(d.state, '$.register.number') AS registerNumber`;

export type TaskRow = Omit<WorklistRow, 'assignee'> & { readonly assignee: string; readonly assigneeName: string };

export const dossierLists = (db: Connection): Pick<DossierStore, 'worklist' | 'list' | 'running'> => {
  const running = db.prepare<[string], { code: string; releaseHash: string; status: DossierStatus; count: number }>(
    `SELECT procedure AS code, release_hash AS releaseHash, status, COUNT(*) AS count
     FROM json_each(?) AS given CROSS JOIN dossiers ON closed = 0 AND procedure = given.value
     GROUP BY procedure, release_hash, status`,
  );
  const count = (sql: string, values: Values): number =>
    db.prepare<[Values], number>(`SELECT COUNT(*) ${sql}`).pluck().get(values) ?? 0;
  return {
    worklist: async (query) => {
      if (query.roles.length === 0) return { total: 0, rows: [] };
      const values: Values = { unit: query.unit, person: query.person, limit: query.limit, offset: query.offset };
      const where = ['t.unit = :unit', `t.role IN ${inList(values, 'role', query.roles)}`];
      where.push(query.mine === true ? 't.assignee = :person' : '(t.assignee IS NULL OR t.assignee = :person)');
      if (query.procedure !== undefined) {
        where.push('d.procedure = :procedure');
        values['procedure'] = query.procedure;
      }
      const text = query.text === undefined ? undefined : textFilter(values, query.text, true);
      if (text !== undefined) where.push(text);
      const from = `FROM tasks AS t CROSS JOIN dossiers AS d ON d.id = t.dossier WHERE ${where.join(' AND ')}`;
      const bare = query.procedure === undefined && text === undefined;
      const total = count(bare ? `FROM tasks AS t WHERE ${where.join(' AND ')}` : from, values);
      const rows = db
        .prepare<[Values], Nullable<TaskRow>>(
          `SELECT ${TASK_COLUMNS} FROM tasks AS t CROSS JOIN dossiers AS d ON d.id = t.dossier
           LEFT JOIN releases AS r ON r.code = d.procedure AND r.number = d.release_number
           WHERE ${where.join(' AND ')} ORDER BY t.order_by, t.id LIMIT :limit OFFSET :offset`,
        )
        .all(values)
        .map(({ assignee, assigneeName, ...row }) => ({
          ...dropNulls<Omit<WorklistRow, 'assignee'>>(row),
          ...(assignee === null ? {} : { assignee: { id: assignee, name: assigneeName ?? '' } }),
        }));
      return { total, rows };
    },
    list: async (query) => {
      const values: Values = { limit: query.limit, offset: query.offset };
      const where: string[] = ['1'];
      const equal = (column: string, name: string, value: string | undefined) => {
        if (value === undefined) return;
        where.push(`${column} = :${name}`);
        values[name] = value;
      };
      equal('d.receiving_unit', 'receivingUnit', query.receivingUnit);
      equal('d.competent_unit', 'awaitedBy', query.awaitedBy);
      if (query.awaitedBy !== undefined) where.push('d.awaited = 1');
      equal('d.account', 'account', query.account);
      equal('d.procedure', 'procedure', query.procedure);
      if (query.status !== undefined) where.push(`d.status IN ${inList(values, 'status', query.status)}`);
      if (query.received !== undefined) {
        // What was accepted then was handed in before its end: the index on the day of handing in narrows it down.
        where.push('d.submitted_at < :before', 'COALESCE(d.accepted_at, d.submitted_at) >= :from');
        where.push('COALESCE(d.accepted_at, d.submitted_at) < :before');
        values['from'] = query.received.from;
        values['before'] = query.received.before;
      }
      const text = query.text === undefined ? undefined : textFilter(values, query.text, where.length > 1);
      if (text !== undefined) where.push(text);
      const order = query.order === 'due' ? `COALESCE(d.promised_due, '9999'), d.id` : 'd.submitted_at DESC, d.id DESC';
      const filter = `FROM dossiers AS d WHERE ${where.join(' AND ')}`;
      const rows = db
        .prepare<[Values], Nullable<DossierRow>>(
          `SELECT ${DOSSIER_COLUMNS} FROM (SELECT d."row" AS row ${filter} ORDER BY ${order} LIMIT :limit OFFSET :offset) AS page
           CROSS JOIN dossiers AS d ON d."row" = page.row LEFT JOIN releases AS r ON r.code = d.procedure AND r.number = d.release_number ORDER BY ${order}`,
        )
        .all(values);
      return { total: count(filter, values), rows: rows.map((row) => dropNulls<DossierRow>(row)) };
    },
    running: async (codes) => running.all(JSON.stringify(codes)),
  };
};
