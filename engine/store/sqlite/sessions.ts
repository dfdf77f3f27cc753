import type { PeopleStore, Session } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

type Sessions = Pick<
  PeopleStore,
  'openSession' | 'session' | 'closeSession' | 'closeSessionsOf' | 'putOneTimeCode' | 'takeOneTimeCode'
>;

const TRIES = 5;

/** Sessions and one-time codes; only hashes are kept. */
export const sessionStore = (db: Connection, writer: Writer): Sessions => {
  const open = db.prepare('INSERT OR REPLACE INTO sessions (token_hash, person, expires_at) VALUES (?, ?, ?)');
  const find = db.prepare<[string, string], Session>(
    'SELECT person, expires_at AS expiresAt FROM sessions WHERE token_hash = ? AND expires_at > ?',
  );
  const close = db.prepare('DELETE FROM sessions WHERE token_hash = ?');
  const closeAll = db.prepare('DELETE FROM sessions WHERE person = ?');
  const putCode = db.prepare(
    'INSERT OR REPLACE INTO one_time_codes (phone, code_hash, expires_at, attempts) VALUES (?, ?, ?, 0)',
  );
  const getCode = db.prepare<[string], { codeHash: string; expiresAt: string; attempts: number }>(
    'SELECT code_hash AS codeHash, expires_at AS expiresAt, attempts FROM one_time_codes WHERE phone = ?',
  );
  const countTry = db.prepare('UPDATE one_time_codes SET attempts = attempts + 1 WHERE phone = ?');
  const dropCode = db.prepare('DELETE FROM one_time_codes WHERE phone = ?');
  return {
    openSession: (tokenHash, session) => writer.run(() => void open.run(tokenHash, session.person, session.expiresAt)),
    session: async (tokenHash, now) => find.get(tokenHash, now),
    closeSession: (tokenHash) => writer.run(() => void close.run(tokenHash)),
    closeSessionsOf: (person) => writer.run(() => void closeAll.run(person)),
    putOneTimeCode: (phone, codeHash, expiresAt) => writer.run(() => void putCode.run(phone, codeHash, expiresAt)),
    takeOneTimeCode: (phone, codeHash, now) =>
      writer.run(() => {
        const stored = getCode.get(phone);
        if (!stored) return 'wrong';
        if (stored.expiresAt <= now) return 'expired';
        if (stored.attempts >= TRIES) return 'too-many';
        // The try is counted in the same transaction as the comparison, so parallel guesses count too.
        if (stored.codeHash !== codeHash) {
          countTry.run(phone);
          return 'wrong';
        }
        dropCode.run(phone);
        return 'ok';
      }),
  };
};
