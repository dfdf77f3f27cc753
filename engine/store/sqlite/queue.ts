import type { QueueStore, Ticket } from '../port.ts';
import type { Connection } from './connection.ts';
import { dropNulls, type Nullable } from './dossier-lists.ts';
import type { Writer } from './writer.ts';

const COLUMNS = 'unit, day, number, service, taken_at AS takenAt, state, desk, clerk, called_at AS calledAt, calls';

/** Each change is one statement or one transaction: two clerks that press at once get two numbers. */
export const queueStore = (db: Connection, writer: Writer): QueueStore => {
  const add = db.prepare<[string, string, string, string, string, string], Nullable<Ticket>>(
    `INSERT INTO tickets (unit, day, number, service, taken_at, state)
     VALUES (?, ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM tickets WHERE unit = ? AND day = ?), ?, ?, 'waiting')
     RETURNING ${COLUMNS}`,
  );
  const settle = db.prepare(
    `UPDATE tickets SET state = ? WHERE unit = ? AND day = ? AND clerk = ? AND state = 'called'`,
  );
  const next = db.prepare<[Record<string, string>], Nullable<Ticket>>(
    `UPDATE tickets SET state = 'called', desk = :desk, clerk = :clerk, called_at = :at, calls = calls + 1
     WHERE unit = :unit AND day = :day AND number = (
       SELECT MIN(number) FROM tickets WHERE unit = :unit AND day = :day AND state = 'waiting'
         AND (:service = '' OR service = :service))
     RETURNING ${COLUMNS}`,
  );
  const again = db.prepare<[Record<string, string | number>], Nullable<Ticket>>(
    `UPDATE tickets SET state = 'called', desk = :desk, clerk = :clerk, called_at = :at, calls = calls + 1
     WHERE unit = :unit AND day = :day AND number = :number
       AND (state = 'skipped' OR (state = 'called' AND clerk = :clerk))
     RETURNING ${COLUMNS}`,
  );
  const list = db.prepare<[string, string], Nullable<Ticket>>(
    `SELECT ${COLUMNS} FROM tickets WHERE unit = ? AND day = ? ORDER BY number`,
  );
  const row = (found: Nullable<Ticket> | undefined): Ticket | undefined => found && dropNulls<Ticket>(found);
  return {
    take: (unit, day, service, at) =>
      writer.run(() => {
        const made = row(add.get(unit, day, unit, day, service, at));
        if (!made) throw new Error(`no ticket for ${unit} on ${day}`);
        return made;
      }),
    callNext: ({ unit, day, desk, clerk, service, at }) =>
      writer.run(() => {
        settle.run('done', unit, day, clerk);
        return row(next.get({ unit, day, desk, clerk, at, service: service ?? '' }));
      }),
    callAgain: ({ unit, day, desk, clerk, at, number }) =>
      writer.run(() => row(again.get({ unit, day, desk, clerk, at, number }))),
    skip: (unit, day, clerk) => writer.run(() => settle.run('skipped', unit, day, clerk).changes > 0),
    ofDay: async (unit, day) => list.all(unit, day).map((each) => dropNulls<Ticket>(each)),
  };
};
