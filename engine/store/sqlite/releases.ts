import canonicalize from 'canonicalize';
import { and, eq } from 'drizzle-orm';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import { fail, ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { ReleaseStore } from '../port.ts';
import type { Connection, Orm } from './connection.ts';
import { sharedDefinitions } from './tables/catalogue.ts';
import { isStorable } from '../text.ts';
import { Refusal, type Writer } from './writer.ts';

/** Adds releases inside a running transaction; throws {@link Refusal} on another content under a taken number. */
export const releaseWriter = (db: Connection): ((releases: readonly Release[]) => void) => {
  const byNumber = db.prepare<[string, number], { hash: string }>(
    'SELECT hash FROM releases WHERE code = ? AND number = ?',
  );
  const insert = db.prepare(
    'INSERT INTO releases (hash, code, number, name, online_level, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const receiving = db.prepare('INSERT INTO release_receiving (hash, key) VALUES (?, ?) ON CONFLICT DO NOTHING');
  return (given) => {
    for (const release of given) {
      const stored = byNumber.get(release.code, release.number);
      if (stored?.hash === release.hash) continue;
      if (stored) throw new Refusal(storeProblems.numberTaken(release.code, release.number));
      const body = JSON.stringify(release);
      if (!isStorable(body)) throw new Refusal(storeProblems.text(`/releases/${release.code}`));
      const { procedure } = release;
      const row = [release.hash, release.code, release.number, procedure.name.vi, procedure.onlineLevel ?? null, body];
      insert.run(row);
      for (const place of procedure.authority.receiving) {
        if (place.unit !== undefined) receiving.run(release.hash, `unit:${place.unit}`);
        else if (place.level !== undefined) receiving.run(release.hash, `level:${place.level}`);
      }
    }
  };
};

export const releaseStore = (db: Connection, orm: Orm, writer: Writer): ReleaseStore => {
  const add = releaseWriter(db);
  const byHash = db.prepare<[string], { body: string }>(
    'SELECT body FROM releases WHERE hash = ? ORDER BY number LIMIT 1',
  );
  const byNumber = db.prepare<[string, number], { body: string }>(
    'SELECT body FROM releases WHERE code = ? AND number = ?',
  );
  const numbers = db.prepare<[string], { number: number; hash: string }>(
    'SELECT number, hash FROM releases WHERE code = ? ORDER BY number',
  );
  const parse = (row: { body: string } | undefined): Release | undefined =>
    row ? (JSON.parse(row.body) as Release) : undefined;
  const addOne = (kind: string, ref: string, value: unknown): void => {
    const body = canonicalize(value) ?? 'null';
    if (!isStorable(body)) throw new Refusal(storeProblems.text(`/shared/${ref}`));
    const stored = orm
      .select()
      .from(sharedDefinitions)
      .where(and(eq(sharedDefinitions.kind, kind), eq(sharedDefinitions.ref, ref)))
      .get();
    if (stored?.body === body) return;
    if (stored) throw new Refusal(storeProblems.sharedTaken(ref));
    orm.insert(sharedDefinitions).values({ kind, ref, body }).run();
  };
  return {
    add: (given) => writer.attempt(() => add(given)),
    byHash: async (hash) => parse(byHash.get(hash)),
    byNumber: async (code, number) => parse(byNumber.get(code, number)),
    numbers: async (code) => numbers.all(code),
    shared: async () => {
      const groups: Record<string, SharedDefinitions['groups'][string]> = {};
      const codeLists: Record<string, SharedDefinitions['codeLists'][string]> = {};
      for (const row of orm.select().from(sharedDefinitions).all()) {
        if (row.kind === 'group') groups[row.ref] = JSON.parse(row.body) as SharedDefinitions['groups'][string];
        else codeLists[row.ref] = JSON.parse(row.body) as SharedDefinitions['codeLists'][string];
      }
      return { groups, codeLists };
    },
    addShared: async (shared) => {
      const done = await writer.attempt(() => {
        for (const [ref, group] of Object.entries(shared.groups)) addOne('group', ref, group);
        for (const [ref, list] of Object.entries(shared.codeLists)) addOne('code-list', ref, list);
      });
      return done.ok ? ok(undefined) : fail(...done.problems);
    },
  };
};
