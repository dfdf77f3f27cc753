import type { OutboxMessage, OutboxStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

interface Row {
  readonly id: string;
  readonly dossier: string;
  readonly kind: OutboxMessage['kind'];
  readonly payload: string;
  readonly fence: number;
  readonly attempts: number;
}

/**
 * Leases with a fencing number: a worker that was too slow cannot finish what another has taken over.
 * Of one dossier only the oldest waiting message is ever out, so its messages arrive in order.
 */
export const outboxStore = (db: Connection, writer: Writer): OutboxStore => {
  const due = db.prepare<[{ now: string; limit: number }], Row>(
    `SELECT id, dossier, kind, payload, fence, attempts FROM outbox AS o
     WHERE state = 'waiting' AND leased_until <= :now AND retry_at <= :now
       AND NOT EXISTS (SELECT 1 FROM outbox AS earlier
                       WHERE earlier.dossier = o.dossier AND earlier.state = 'waiting' AND earlier.position < o.position)
     ORDER BY position LIMIT :limit`,
  );
  const take = db.prepare(
    `UPDATE outbox SET worker = ?, leased_until = ?, fence = fence + 1, attempts = attempts + 1 WHERE id = ?`,
  );
  const done = db.prepare(
    `UPDATE outbox SET state = 'done', done_at = ?, error = NULL WHERE id = ? AND fence = ? AND state = 'waiting'`,
  );
  const retry = db.prepare(
    `UPDATE outbox SET retry_at = ?, leased_until = '', error = ? WHERE id = ? AND fence = ? AND state = 'waiting'`,
  );
  const bury = db.prepare(
    `UPDATE outbox SET state = 'dead', error = ? WHERE id = ? AND fence = ? AND state = 'waiting'`,
  );
  const revive = db.prepare(
    `UPDATE outbox SET state = 'waiting', attempts = 0, retry_at = '', leased_until = '' WHERE id = ? AND state = 'dead'`,
  );
  const dead = db.prepare<[], Row & { error: string }>(
    `SELECT id, dossier, kind, payload, fence, attempts, COALESCE(error, '') AS error FROM outbox WHERE state = 'dead' ORDER BY position`,
  );
  const addNotice = db.prepare(
    'INSERT INTO notices (id, account, dossier, at, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const notices = db.prepare<[string, number], { id: string; at: string; dossier: string; text: string }>(
    'SELECT id, at, dossier, text FROM notices WHERE account = ? ORDER BY at DESC, id DESC LIMIT ?',
  );
  const parse = <Given extends Row>(row: Given) => ({
    ...row,
    payload: JSON.parse(row.payload) as OutboxMessage['payload'],
  });
  return {
    lease: (worker, now, until, limit) =>
      writer.run(() =>
        due.all({ now, limit }).map((row) => {
          take.run(worker, until, row.id);
          return parse({ ...row, fence: row.fence + 1, attempts: row.attempts + 1 });
        }),
      ),
    done: (id, fence, at) => writer.run(() => done.run(at, id, fence).changes === 1),
    failed: (id, fence, retryAt, error) =>
      writer.run(
        () => (retryAt === undefined ? bury.run(error, id, fence) : retry.run(retryAt, error, id, fence)).changes === 1,
      ),
    addNotice: (notice) =>
      writer.run(() => void addNotice.run(notice.id, notice.account, notice.dossier, notice.at, notice.text)),
    replay: (id) => writer.run(() => revive.run(id).changes === 1),
    dead: async () => dead.all().map(parse),
    noticesFor: async (account, limit) => notices.all(account, limit),
  };
};
