import type { ConversionJob, ConversionRow, ConversionState, ConversionStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

interface JobRow extends Omit<ConversionJob, 'reason'> {
  readonly reason: string | null;
}

interface Row extends Omit<ConversionRow, 'release' | 'until' | 'reasons'> {
  readonly release: string | null;
  readonly until: string | null;
  readonly reasons: string;
}

const toJob = ({ reason, ...job }: JobRow): ConversionJob => ({ ...job, ...(reason === null ? {} : { reason }) });

const toRow = ({ release, until, reasons, ...row }: Row): ConversionRow => ({
  ...row,
  reasons: JSON.parse(reasons) as ConversionRow['reasons'],
  ...(release === null ? {} : { release }),
  ...(until === null ? {} : { until }),
});

const JOB =
  'SELECT decision, state, due, changed_at AS changedAt, changed_by AS changedBy, reason FROM conversion_jobs';
const ROW = `SELECT decision, dossier, code, procedure, release, outcome, state, reasons, until, changed_at AS changedAt
  FROM conversions`;

export const conversionStore = (db: Connection, writer: Writer): ConversionStore => {
  const job = db.prepare<[string], JobRow>(`${JOB} WHERE decision = ?`);
  const due = db.prepare<[string, string], JobRow>(`${JOB} WHERE state = ? AND due <= ? ORDER BY due, decision`);
  const move = db.prepare(
    `UPDATE conversion_jobs SET state = :state, changed_at = :changedAt, changed_by = :changedBy, reason = :reason
     WHERE decision = :decision AND state = :from`,
  );
  const next = db.prepare<Record<string, unknown>, { id: string }>(
    `SELECT d.id FROM dossiers AS d WHERE d.closed = 0 AND d.procedure = :procedure AND d.release_hash <> :release
       AND NOT EXISTS (SELECT 1 FROM conversions AS c WHERE c.decision = :decision AND c.dossier = d.id)
     ORDER BY d.release_hash, d.id LIMIT :limit`,
  );
  const put = db.prepare(
    `INSERT INTO conversions (decision, dossier, code, procedure, release, outcome, state, reasons, until, changed_at)
     VALUES (:decision, :dossier, :code, :procedure, :release, :outcome, :state, :reasons, :until, :changedAt)
     ON CONFLICT (decision, dossier) DO UPDATE SET outcome = excluded.outcome, state = excluded.state,
       reasons = excluded.reasons, until = excluded.until, changed_at = excluded.changed_at`,
  );
  const one = db.prepare<[string, string], Row>(`${ROW} WHERE decision = ? AND dossier = ?`);
  const some = db.prepare<[string, string, number, number], Row>(
    `${ROW} WHERE decision = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY code LIMIT ? OFFSET ?`,
  );
  const all = db.prepare<[string, number, number], Row>(`${ROW} WHERE decision = ? ORDER BY code LIMIT ? OFFSET ?`);
  const counted = db.prepare<[string], { state: ConversionState; count: number }>(
    'SELECT state, count(*) AS count FROM conversions WHERE decision = ? GROUP BY state',
  );
  const overdue = db.prepare<[string, number], Row>(
    `${ROW} WHERE state = 'asked' AND until <= ? ORDER BY until LIMIT ?`,
  );
  return {
    job: async (decision) => {
      const found = job.get(decision);
      return found && toJob(found);
    },
    moveJob: (given, from) =>
      writer.run(() => {
        const { decision, state, changedAt, changedBy, reason = null } = given;
        return move.run({ decision, state, changedAt, changedBy, reason, from }).changes > 0;
      }),
    dueJobs: async (states, now) => states.flatMap((state) => due.all(state, now).map(toJob)),
    next: async (decision, procedure, release, limit) =>
      next.all({ decision, procedure, release: release ?? '', limit }).map(({ id }) => id),
    put: (rows) =>
      writer.run(() => {
        for (const { reasons, release, until, ...row } of rows)
          put.run({ ...row, reasons: JSON.stringify(reasons), release: release ?? null, until: until ?? null });
      }),
    row: async (decision, dossier) => {
      const found = one.get(decision, dossier);
      return found && toRow(found);
    },
    rows: async (decision, { states, limit, offset = 0 }) =>
      (states ? some.all(decision, JSON.stringify(states), limit, offset) : all.all(decision, limit, offset)).map(
        toRow,
      ),
    counts: async (decision) => Object.fromEntries(counted.all(decision).map(({ state, count }) => [state, count])),
    overdue: async (now, limit) => overdue.all(now, limit).map(toRow),
  };
};
