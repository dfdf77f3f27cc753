import { fail, ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { ReleaseDraft, ReleaseDraftStore } from '../port.ts';
import { isStorable } from '../text.ts';
import type { Connection } from './connection.ts';
import { Refusal, type Writer } from './writer.ts';

export const releaseDraftStore = (db: Connection, writer: Writer): ReleaseDraftStore => {
  const one = db.prepare<[string], { body: string }>('SELECT body FROM release_drafts WHERE id = ?');
  const all = db.prepare<[], { body: string }>('SELECT body FROM release_drafts ORDER BY updated_at DESC, id');
  const insert = db.prepare(
    'INSERT INTO release_drafts (id, revision, updated_at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO NOTHING',
  );
  const update = db.prepare(
    'UPDATE release_drafts SET revision = ?, updated_at = ?, body = ? WHERE id = ? AND revision = ?',
  );
  const remove = db.prepare('DELETE FROM release_drafts WHERE id = ?');
  const parse = (row: { body: string }) => JSON.parse(row.body) as ReleaseDraft;
  return {
    load: async (id) => {
      const row = one.get(id);
      return row && parse(row);
    },
    all: async () => all.all().map(parse),
    save: async (drafts) => {
      const bodies = drafts.map((draft) => JSON.stringify(draft));
      if (!bodies.every(isStorable)) return fail(storeProblems.text('/draft'));
      const saved = await writer.attempt(() => {
        for (const [place, { id, revision, updatedAt }] of drafts.entries()) {
          const written =
            revision === 1
              ? insert.run(id, revision, updatedAt, bodies[place])
              : update.run(revision, updatedAt, bodies[place], id, revision - 1);
          if (written.changes !== 1) throw new Refusal(storeProblems.draftConflict());
        }
      });
      return saved.ok ? ok(undefined) : saved;
    },
    remove: (id) => writer.run(() => void remove.run(id)),
  };
};
