import type { DossierEvent, DossierState } from '#engine/dossier/index.ts';
import type { Append, Create, DossierStore, Enter } from '../port.ts';
import { appendWriter } from './append.ts';
import type { Connection } from './connection.ts';
import { dossierLists } from './dossier-lists.ts';
import { GroupCommit } from './group-commit.ts';
import { readTables } from './read-tables.ts';
import { workPages } from './work-page.ts';
import { Refusal, type Writer } from './writer.ts';

interface EventRow {
  readonly dossier: string;
  readonly seq: number;
  readonly type: DossierEvent['type'];
  readonly data: string;
  readonly actor: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly prevHash: string;
  readonly hash: string;
}

export const dossierStore = (db: Connection, writer: Writer): DossierStore => {
  const write = appendWriter(db);
  const commits = new GroupCommit(db, writer);
  const byId = db.prepare<[string], { state: string }>('SELECT state FROM dossiers WHERE id = ?');
  const byCode = db.prepare<[string], { state: string }>('SELECT state FROM dossiers WHERE code = ?');
  const events = db.prepare<[string], EventRow>(
    `SELECT dossier, seq, type, data, actor, occurred_at AS occurredAt, recorded_at AS recordedAt, prev_hash AS prevHash, hash
     FROM events WHERE dossier = ? ORDER BY seq`,
  );
  const ofApplicant = db.prepare<[string, number], { state: string }>(
    'SELECT state FROM dossiers WHERE id_number = ? ORDER BY submitted_at DESC, id DESC LIMIT ?',
  );
  const timers = db.prepare<[string, number], { dossier: string; token: string; due: string }>(
    'SELECT dossier, token, due FROM timers WHERE due <= ? ORDER BY due, dossier LIMIT ?',
  );
  const ids = db.prepare<[string, number], { id: string }>('SELECT id FROM dossiers WHERE id > ? ORDER BY id LIMIT ?');
  const openReleases = db.prepare<[], { hash: string }>(
    'SELECT DISTINCT release_hash AS hash FROM dossiers WHERE closed = 0',
  );
  const openOfRelease = db.prepare<[string, string, number], { id: string }>(
    'SELECT id FROM dossiers WHERE closed = 0 AND release_hash = ? AND id > ? ORDER BY id LIMIT ?',
  );
  const differing = readTables(db);
  const parse = (row: { state: string } | undefined) => row && (JSON.parse(row.state) as DossierState);
  const appendOne = (entry: Append) => () => {
    if (write.repeated(entry.key, entry.bodyHash) === undefined) write.append(entry);
  };
  const enterOne =
    ({ book, build, ...entry }: Enter) =>
    () => {
      if (write.repeated(entry.key, entry.bodyHash) !== undefined) return;
      const built = build(write.nextLine(book));
      if (!built.ok) throw new Refusal(...built.problems);
      write.append({ ...entry, ...built.value });
    };
  const createOne = (entry: Create): string => {
    const before = write.repeated(entry.key, entry.bodyHash);
    if (before !== undefined) return before;
    const built = entry.build(
      entry.numbered === false ? 0 : write.nextNumber(entry.unit, entry.day),
      entry.book ? write.nextLine(entry.book) : 0,
    );
    if (!built.ok) throw new Refusal(...built.problems);
    write.append({ ...built.value, expectedSeq: 0, key: entry.key, bodyHash: entry.bodyHash });
    return built.value.dossier;
  };
  return {
    ...dossierLists(db),
    workPage: workPages(db),
    load: async (id) => parse(byId.get(id)),
    byCode: async (code) => parse(byCode.get(code)),
    ofApplicant: async (idNumber, limit) =>
      ofApplicant.all(idNumber, limit).map(({ state }) => JSON.parse(state) as DossierState),
    events: async (id) =>
      events.all(id).map((row) => ({
        ...row,
        data: JSON.parse(row.data) as DossierEvent['data'],
        actor: JSON.parse(row.actor) as DossierEvent['actor'],
      })),
    answered: async (key) => write.answered(key),
    append: (entry) => commits.enqueue(appendOne(entry)),
    enter: (entry) => commits.enqueue(enterOne(entry)),
    create: (entry) => commits.enqueue(() => createOne(entry)),
    createAll: (entries) => commits.enqueue(() => entries.map(createOne)),
    appendAll: (entries) => Promise.all(entries.map((entry) => commits.enqueue(appendOne(entry)))),
    nextCode: (unit, day) => writer.run(() => write.nextNumber(unit, day)),
    openReleases: async () => openReleases.all().map(({ hash }) => hash),
    openOfRelease: async (hash, after, limit) => openOfRelease.all(hash, after ?? '', limit).map(({ id }) => id),
    dueTimers: async (now, limit) => timers.all(now, limit),
    differing: async (state) => differing(state),
    rebuild: (state) => commits.enqueue(() => write.rebuild(state)),
    ids: async (after, limit) => ids.all(after ?? '', limit).map((row) => row.id),
  };
};
