import { fail, ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { Draft, DraftStore } from '../port.ts';
import type { Connection } from './connection.ts';
import { isStorable } from '../text.ts';
import { Refusal, type Writer } from './writer.ts';

export const draftStore = (db: Connection, writer: Writer): DraftStore => {
  const one = db.prepare<[string], { body: string }>('SELECT body FROM drafts WHERE id = ?');
  const ofOwner = db.prepare<[string], { body: string }>(
    'SELECT body FROM drafts WHERE owner = ? ORDER BY updated_at DESC',
  );
  const ofProcedure = db.prepare<[string], { id: string; owner: string }>(
    'SELECT id, owner FROM drafts WHERE procedure = ?',
  );
  const insert = db.prepare(
    'INSERT INTO drafts (id, owner, procedure, revision, updated_at, body) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const update = db.prepare(
    'UPDATE drafts SET owner = ?, procedure = ?, revision = ?, updated_at = ?, body = ? WHERE id = ? AND revision = ?',
  );
  const remove = db.prepare('DELETE FROM drafts WHERE id = ?');
  const parse = (row: { body: string }) => JSON.parse(row.body) as Draft;
  return {
    load: async (id) => {
      const row = one.get(id);
      return row && parse(row);
    },
    save: async (draft) => {
      const body = JSON.stringify(draft);
      if (!isStorable(body)) return fail(storeProblems.text('/answers'));
      const saved = await writer.attempt(() => {
        const { id, owner, procedure, revision, updatedAt } = draft;
        const written =
          revision === 1
            ? insert.run(id, owner, procedure, revision, updatedAt, body)
            : update.run(owner, procedure, revision, updatedAt, body, id, revision - 1);
        if (written.changes !== 1) throw new Refusal(storeProblems.draftConflict());
      });
      return saved.ok ? ok(undefined) : saved;
    },
    remove: (id) => writer.run(() => void remove.run(id)),
    byOwner: async (owner) => ofOwner.all(owner).map(parse),
    byProcedure: async (code) => ofProcedure.all(code),
  };
};
