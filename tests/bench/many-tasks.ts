import Database from 'better-sqlite3';
import { at } from '#engine/clock/index.ts';

export const OPEN = 10_000;
/** Whose work list it is, in the demo. */
export const LOGIN = 'thoxuong.hotich';

/**
 * 10,000 open tasks at one unit. The rows are written beside the engine, as many as are needed of one
 * dossier of the demo: only the list is looked at. Answers the unit.
 */
export const fillWithTasks = (file: string): string => {
  const db = new Database(file);
  const unit = db
    .prepare<[string], string>(
      'SELECT a.unit FROM assignments AS a JOIN people AS p ON p.id = a.person WHERE p.login = ?',
    )
    .pluck()
    .get(LOGIN);
  if (unit === undefined) throw new Error(`nobody signs in as ${LOGIN}`);
  const columns = (table: string, leave: readonly string[]): string =>
    (db.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[])
      .filter((name) => !leave.includes(name))
      .map((name) => `"${name}"`)
      .join(', ');
  const rest = columns('dossiers', ['row', 'id', 'code']);
  const tasks = columns('tasks', ['id', 'dossier', 'unit', 'role']);
  const model = db.prepare('SELECT dossier FROM tasks LIMIT 1').pluck().get();
  db.transaction(() => {
    for (let n = 0; n < OPEN; n += 1) {
      const id = `bench-${String(n)}`;
      db.prepare(`INSERT INTO dossiers (id, code, ${rest}) SELECT ?, ?, ${rest} FROM dossiers WHERE id = ?`).run(
        id,
        id,
        model,
      );
      db.prepare(
        `INSERT INTO tasks (id, dossier, unit, role, ${tasks}) SELECT ?, ?, ?, 'officer', ${tasks} FROM tasks WHERE dossier = ? LIMIT 1`,
      ).run(`${id}:n1`, id, unit, model);
      const due = at(`2021-${String(6 + (n % 4)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`, '17:00');
      db.prepare('UPDATE tasks SET promised_due = ?, order_by = ?, assignee = NULL WHERE id = ?').run(
        due,
        due,
        `${id}:n1`,
      );
    }
  })();
  db.close();
  return unit;
};
