import { fail, ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { StudioComment, StudioDraft, StudioStore } from '../port.ts';
import { isStorable } from '../text.ts';
import type { Connection } from './connection.ts';
import { Refusal, type Writer } from './writer.ts';

/** Saves of one person closer together than this are one edit of the history. */
const STRETCH_MS = 10 * 60_000;

export const studioStore = (db: Connection, writer: Writer): StudioStore => {
  const one = db.prepare<[string], { body: string }>('SELECT body FROM studio_drafts WHERE code = ?');
  const all = db.prepare<[], { body: string }>('SELECT body FROM studio_drafts ORDER BY updated_at DESC, code');
  const insert = db.prepare(
    'INSERT INTO studio_drafts (code, revision, editor, updated_at, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT (code) DO NOTHING',
  );
  const update = db.prepare(
    'UPDATE studio_drafts SET revision = ?, editor = ?, updated_at = ?, body = ? WHERE code = ? AND revision = ?',
  );
  const lastEdit = db.prepare<[string], { revision: number; editor: string; at: string; body: string }>(
    'SELECT revision, editor, at, body FROM studio_edits WHERE code = ? ORDER BY revision DESC LIMIT 1',
  );
  const dropEdit = db.prepare('DELETE FROM studio_edits WHERE code = ? AND revision = ?');
  const addEdit = db.prepare('INSERT INTO studio_edits (code, revision, editor, at, body) VALUES (?, ?, ?, ?, ?)');
  const edits = db.prepare<[string], { body: string }>(
    'SELECT body FROM studio_edits WHERE code = ? ORDER BY revision DESC',
  );
  const edit = db.prepare<[string, number], { body: string }>(
    'SELECT body FROM studio_edits WHERE code = ? AND revision = ?',
  );
  const putComment = db.prepare(
    'INSERT INTO studio_comments (id, code, at, body) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body',
  );
  const comments = db.prepare<[string], { body: string }>(
    'SELECT body FROM studio_comments WHERE code = ? ORDER BY at, id',
  );
  const removals = ['studio_drafts', 'studio_edits', 'studio_comments'].map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE code = ?`),
  );
  const parse = (row: { body: string }) => JSON.parse(row.body) as StudioDraft;

  const remember = (draft: StudioDraft, body: string): void => {
    const last = lastEdit.get(draft.code);
    const goesOn =
      last?.editor === draft.editor.id &&
      parse(last).status === draft.status &&
      Date.parse(draft.updatedAt) - Date.parse(last.at) < STRETCH_MS;
    if (last && goesOn) dropEdit.run(draft.code, last.revision);
    // The stretch keeps its beginning, so that a day of work is not one edit.
    addEdit.run(draft.code, draft.revision, draft.editor.id, goesOn ? last.at : draft.updatedAt, body);
  };

  return {
    load: async (code) => {
      const row = one.get(code);
      return row && parse(row);
    },
    list: async () =>
      all.all().map((row) => {
        const { parts: _parts, ...rest } = parse(row);
        return rest;
      }),
    save: async (draft) => {
      const body = JSON.stringify(draft);
      if (!isStorable(body)) return fail(storeProblems.text('/parts'));
      const saved = await writer.attempt(() => {
        const { code, revision, editor, updatedAt } = draft;
        const written =
          revision === 1
            ? insert.run(code, revision, editor.id, updatedAt, body)
            : update.run(revision, editor.id, updatedAt, body, code, revision - 1);
        if (written.changes !== 1) {
          const row = one.get(code);
          throw new Refusal(storeProblems.studioConflict(row ? parse(row).editor.name : undefined));
        }
        remember(draft, body);
      });
      return saved.ok ? ok(undefined) : saved;
    },
    remove: (code) =>
      writer.run(() => {
        for (const removal of removals) removal.run(code);
      }),
    edits: async (code) =>
      edits.all(code).map((row) => {
        const { revision, editor, updatedAt } = parse(row);
        return { revision, editor, at: updatedAt };
      }),
    edit: async (code, revision) => {
      const row = edit.get(code, revision);
      return row && parse(row);
    },
    putComment: (comment) =>
      writer.run(() => void putComment.run(comment.id, comment.code, comment.at, JSON.stringify(comment))),
    comments: async (code) => comments.all(code).map((row) => JSON.parse(row.body) as StudioComment),
  };
};
