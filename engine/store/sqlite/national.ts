import { fail, ok } from '#engine/result/index.ts';
import { storeProblems } from '../messages.ts';
import type { NationalBase, NationalHead, NationalStore, NationalVersion } from '../port.ts';
import { isStorable } from '../text.ts';
import type { Connection } from './connection.ts';
import { Refusal, type Writer } from './writer.ts';

type Head = NationalHead;
type Row = Omit<NationalVersion, 'asOf' | 'content' | 'origins' | 'open'> & {
  readonly asOf: string | null;
  readonly body: string;
};

const HEAD = 'code, number, hash, name, synced_at AS syncedAt';
const NEWEST =
  'number = (SELECT max(number) FROM national_versions AS other WHERE other.code = national_versions.code)';

const toVersion = ({ asOf, body, ...row }: Row): NationalVersion => ({
  ...row,
  ...(asOf === null ? {} : { asOf }),
  ...(JSON.parse(body) as Pick<NationalVersion, 'content' | 'origins' | 'open'>),
});

export const nationalStore = (db: Connection, writer: Writer): NationalStore => {
  const insert = db.prepare(
    `INSERT INTO national_versions (code, number, hash, name, source, as_of, synced_at, synced_by, body, words)
     VALUES (@code, @number, @hash, @name, @source, @asOf, @syncedAt, @syncedBy, @body, @words)
     ON CONFLICT (code, number) DO NOTHING`,
  );
  const all = db.prepare<[], Head>(`SELECT ${HEAD} FROM national_versions WHERE ${NEWEST} ORDER BY code`);
  const some = db.prepare<[string], Head>(
    `SELECT ${HEAD} FROM national_versions WHERE code IN (SELECT value FROM json_each(?)) AND ${NEWEST} ORDER BY code`,
  );
  const ofCode = db.prepare<[string], Head>(
    `SELECT ${HEAD} FROM national_versions WHERE code = ? ORDER BY number DESC`,
  );
  const one = db.prepare<[string, string], Row>(
    `SELECT ${HEAD}, source, as_of AS asOf, synced_by AS syncedBy, body FROM national_versions
     WHERE code = ? AND hash = ? ORDER BY number DESC LIMIT 1`,
  );
  const takeIn = db.prepare(
    `INSERT INTO national_bases (code, hash, release_hash, recorded_at, recorded_by)
     VALUES (@code, @hash, @releaseHash, @recordedAt, @recordedBy)`,
  );
  const bases = db.prepare<[], NationalBase>(
    `SELECT code, hash, release_hash AS releaseHash, recorded_at AS recordedAt, recorded_by AS recordedBy
     FROM national_bases ORDER BY id`,
  );
  return {
    add: async (versions) => {
      const rows = versions.map(({ content, origins, open, asOf, ...row }) => ({
        ...row,
        asOf: asOf ?? null,
        body: JSON.stringify({ content, origins, open }),
      }));
      if (!rows.every(({ body, words }) => isStorable(body) && isStorable(words)))
        return fail(storeProblems.text('/national'));
      const saved = await writer.attempt(() => {
        for (const row of rows) if (insert.run(row).changes !== 1) throw new Refusal(storeProblems.nationalConflict());
      });
      return saved.ok ? ok(undefined) : saved;
    },
    heads: async (codes) => (codes ? some.all(JSON.stringify(codes)) : all.all()),
    byHash: async (code, hash) => {
      const row = one.get(code, hash);
      return row && toVersion(row);
    },
    versions: async (code) => ofCode.all(code),
    takeIn: (base) => writer.run(() => void takeIn.run(base)),
    bases: async () => new Map(bases.all().map((base) => [base.code, base])),
  };
};
