import type { Problem } from '#engine/result/index.ts';
import type { Verification, VerificationStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

interface Row {
  readonly code: string;
  readonly number: number;
  readonly key: string;
  readonly problems: string;
  readonly ms: number;
  readonly verified_at: string;
}

const toVerification = ({ code, number, key, problems, ms, verified_at }: Row): Verification => ({
  code,
  number,
  key,
  problems: JSON.parse(problems) as readonly Problem[],
  ms,
  verifiedAt: verified_at,
});

export const verificationStore = (db: Connection, writer: Writer): VerificationStore => {
  const columns = 'SELECT code, number, key, problems, ms, verified_at FROM verifications';
  const one = db.prepare<[string, number], Row>(`${columns} WHERE code = ? AND number = ?`);
  const all = db.prepare<[], Row>(columns);
  const put = db.prepare(
    `INSERT INTO verifications (code, number, key, problems, ms, verified_at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (code, number) DO UPDATE SET key = excluded.key, problems = excluded.problems, ms = excluded.ms,
       verified_at = excluded.verified_at`,
  );
  return {
    put: (rows) =>
      writer.run(() => {
        for (const { code, number, key, problems, ms, verifiedAt } of rows)
          put.run(code, number, key, JSON.stringify(problems), Math.round(ms), verifiedAt);
      }),
    of: async (code, number) => {
      const row = one.get(code, number);
      return row && toVerification(row);
    },
    all: async () => all.all().map(toVerification),
  };
};
