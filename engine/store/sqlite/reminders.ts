import type { ReminderStore, StandingReminder, TaskDue } from '../port.ts';
import type { Connection } from './connection.ts';
import { dropNulls, type Nullable } from './dossier-lists.ts';
import type { Writer } from './writer.ts';

/** Time does not run, or no longer. */
const STANDS = `t.status IN ('supplement', 'obligation', 'suspended', 'finished', 'returned', 'withdrawn', 'stopped', 'refused')`;

/** `order_by` is the step's own date, or the promised one; an index of `tasks` is in its order, unit by unit. */
export const reminderStore = (db: Connection, writer: Writer): ReminderStore => {
  const due = db.prepare<[Record<string, string | number>], Nullable<TaskDue>>(
    `SELECT t.id AS task, t.dossier, d.code, t.name AS step, t.role, t.unit, t.assignee, t.opened_at AS openedAt, t.order_by AS due
     FROM json_each(:units) AS given CROSS JOIN tasks AS t ON t.unit = given.value
       AND t.order_by > :now AND t.order_by <= :until
       AND NOT ${STANDS}
     CROSS JOIN dossiers AS d ON d.id = t.dossier
     WHERE NOT EXISTS (SELECT 1 FROM reminders AS r WHERE r.task = t.id AND r.due = t.order_by)
     ORDER BY t.order_by LIMIT :limit`,
  );
  const keep = db.prepare('INSERT INTO reminders (task, due, account, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const post = db.prepare(
    `INSERT INTO outbox (id, dossier, kind, payload, state) VALUES (?, ?, 'notice', ?, 'waiting') ON CONFLICT DO NOTHING`,
  );
  const standing = db.prepare<[string, number], Omit<StandingReminder, 'free'> & { readonly free: number }>(
    `SELECT t.id AS task, t.dossier, d.code, t.name AS step, d.applicant, r.due, r.at, t.assignee IS NULL AS free
     FROM reminders AS r CROSS JOIN tasks AS t ON t.id = r.task AND t.order_by = r.due
     CROSS JOIN dossiers AS d ON d.id = t.dossier
     WHERE r.account = ? AND NOT ${STANDS} ORDER BY r.due LIMIT ?`,
  );
  return {
    due: async (units, now, until, limit) =>
      due.all({ units: JSON.stringify(units), now, until, limit }).map((row) => dropNulls<TaskDue>(row)),
    give: (reminders) =>
      writer.run(() => {
        for (const { task, due: date, account, dossier, at, text } of reminders)
          if (keep.run(task, date, account, at).changes === 1)
            post.run(
              `${task}:${date}:${account}:reminder`,
              dossier,
              JSON.stringify({ account, text, at, reminder: true }),
            );
      }),
    standing: async (account, limit) => standing.all(account, limit).map((row) => ({ ...row, free: row.free === 1 })),
  };
};
