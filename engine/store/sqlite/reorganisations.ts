import type {
  AppliedReorganisation,
  Assignment,
  ReorganisationStore,
  ReorganisationWrite,
  TransferJob,
  TransferRow,
  Unit,
} from '../port.ts';
import { storeProblems } from '../messages.ts';
import type { Connection } from './connection.ts';
import { FOREVER_DAY } from './time.ts';
import { Refusal, type Writer } from './writer.ts';

interface Row extends Omit<TransferRow, 'problems'> {
  readonly problems: string;
}

const toRow = ({ problems, ...row }: Row): TransferRow => ({
  ...row,
  problems: JSON.parse(problems) as TransferRow['problems'],
});

const JOB = 'SELECT decision, day, state, changed_at AS changedAt, changed_by AS changedBy FROM reorganisations';
const ROW = 'SELECT decision, dossier, code, procedure, state, "from", "to", problems, at FROM unit_transfers';

/** Units and people that a reorganisation changes, inside a running transaction; and the way back before its day. */
export const organisationWriter = (db: Connection) => {
  const end = db.prepare(
    'UPDATE units SET valid_to = :day, body = :body WHERE code = :code AND valid_from = :from AND valid_to = :to',
  );
  const open = db.prepare('INSERT INTO units (code, valid_from, valid_to, body) VALUES (?, ?, ?, ?)');
  const unopen = db.prepare('DELETE FROM units WHERE code = ? AND valid_from = ? AND body = ?');
  const shorten = db.prepare(
    'UPDATE assignments SET "to" = :day WHERE person = :person AND unit = :unit AND role = :role AND "from" = :from AND "to" = :to',
  );
  const remove = db.prepare(
    'DELETE FROM assignments WHERE person = :person AND unit = :unit AND role = :role AND "from" = :from AND "to" = :to',
  );
  const add = db.prepare(
    'INSERT INTO assignments (person, unit, role, "from", "to", reserve) VALUES (:person, :unit, :role, :from, :to, :reserve)',
  );
  const keep = db.prepare(
    `INSERT INTO reorganisations (decision, day, organisation, written, state, changed_at, changed_by)
     VALUES (?, ?, ?, ?, 'running', ?, ?)`,
  );
  const drop = db.prepare(`UPDATE reorganisations SET state = 'withdrawn', changed_at = ? WHERE decision = ?`);
  const kept = db
    .prepare<[string], string>(`SELECT written FROM reorganisations WHERE decision = ? AND state <> 'withdrawn'`)
    .pluck();
  const once = (done: { readonly changes: number }, decision: string): void => {
    if (done.changes !== 1) throw new Refusal(storeProblems.stale(decision));
  };
  const endOf = (to: string | undefined): string => to ?? FOREVER_DAY;
  const bodyOf = (unit: Unit): string => JSON.stringify(unit);
  const place = ({ person, unit, role, from, to, reserve }: Assignment) => ({
    person,
    unit,
    role,
    from,
    to: endOf(to),
    reserve: reserve ? 1 : 0,
  });

  return {
    write: (
      { decision, organisation }: Pick<AppliedReorganisation, 'decision' | 'organisation'>,
      written: ReorganisationWrite,
      at: string,
      by: string,
    ): void => {
      const { day, closed, opened, ended, begun } = written;
      for (const unit of closed) {
        const { code, validFrom: from, validTo } = unit;
        once(end.run({ day, body: bodyOf({ ...unit, validTo: day }), code, from, to: endOf(validTo) }), decision);
      }
      for (const unit of opened) open.run(unit.code, unit.validFrom, endOf(unit.validTo), bodyOf(unit));
      for (const each of ended)
        once(each.from >= day ? remove.run(place(each)) : shorten.run({ ...place(each), day }), decision);
      for (const each of begun) once(add.run(place(each)), decision);
      keep.run(decision, day, JSON.stringify(organisation), JSON.stringify(written), at, by);
    },

    /** Exactly as it was; refused where somebody has changed one of the rows since. */
    unwrite: (decision: string, at: string): void => {
      const stored = kept.get(decision);
      if (stored === undefined) return;
      const { day, closed, opened, ended, begun } = JSON.parse(stored) as ReorganisationWrite;
      const same = (done: { readonly changes: number }, what: string): void => {
        if (done.changes !== 1) throw new Refusal(storeProblems.withdrawBuiltUpon(decision, what));
      };
      for (const each of begun) same(remove.run(place(each)), each.unit);
      for (const each of ended)
        same(
          each.from >= day ? add.run(place(each)) : shorten.run({ ...place(each), day: endOf(each.to), to: day }),
          each.unit,
        );
      for (const unit of opened) same(unopen.run(unit.code, unit.validFrom, bodyOf(unit)), unit.code);
      for (const unit of closed) {
        const { code, validFrom: from, validTo } = unit;
        same(end.run({ day: endOf(validTo), body: bodyOf(unit), code, from, to: day }), code);
      }
      drop.run(at, decision);
    },
  };
};

export const reorganisationStore = (db: Connection, writer: Writer): ReorganisationStore => {
  const applied = db.prepare<[], { decision: string; day: string; organisation: string }>(
    `SELECT decision, day, organisation FROM reorganisations WHERE state <> 'withdrawn' ORDER BY day, rowid`,
  );
  const written = db
    .prepare<[string], string>(`SELECT written FROM reorganisations WHERE decision = ? AND state <> 'withdrawn'`)
    .pluck();
  const job = db.prepare<[string], TransferJob>(`${JOB} WHERE decision = ?`);
  const due = db.prepare<[string], TransferJob>(`${JOB} WHERE state = 'running' AND day <= ? ORDER BY day, rowid`);
  const move = db.prepare(
    `UPDATE reorganisations SET state = :state, changed_at = :changedAt, changed_by = :changedBy
     WHERE decision = :decision AND state = :from`,
  );
  // Those of the counter and of the agency by index; a step elsewhere is found through the list of open steps.
  const next = db
    .prepare<Record<string, unknown>, string>(
      `WITH touched (unit) AS (SELECT value FROM json_each(:units)),
         found (id) AS (
           SELECT d.id FROM touched AS u CROSS JOIN dossiers AS d ON d.receiving_unit = u.unit WHERE d.closed = 0
           UNION SELECT d.id FROM dossiers AS d WHERE d.closed = 0 AND d.deciding_unit IN (SELECT unit FROM touched)
           UNION SELECT d.id FROM dossiers AS d WHERE d.closed = 0 AND d.competent_unit IN (SELECT unit FROM touched)
           UNION SELECT t.dossier FROM touched AS u CROSS JOIN tasks AS t ON t.unit = u.unit
         )
       SELECT f.id FROM found AS f CROSS JOIN dossiers AS d ON d.id = f.id AND d.submitted_at < :before
       WHERE NOT EXISTS (SELECT 1 FROM unit_transfers AS x WHERE x.decision = :decision AND x.dossier = f.id)
       ORDER BY f.id LIMIT :limit`,
    )
    .pluck();
  const put = db.prepare(
    `INSERT INTO unit_transfers (decision, dossier, code, procedure, state, "from", "to", problems, at)
     VALUES (:decision, :dossier, :code, :procedure, :state, :from, :to, :problems, :at)
     ON CONFLICT (decision, dossier) DO UPDATE SET state = excluded.state, problems = excluded.problems, at = excluded.at`,
  );
  const forget = db.prepare(`DELETE FROM unit_transfers WHERE decision = ? AND state = 'failed'`);
  const all = db.prepare<[string, number, number], Row>(`${ROW} WHERE decision = ? ORDER BY code LIMIT ? OFFSET ?`);
  const some = db.prepare<[string, string, number, number], Row>(
    `${ROW} WHERE decision = ? AND state = ? ORDER BY code LIMIT ? OFFSET ?`,
  );
  const counted = db.prepare<[string], { state: TransferRow['state']; count: number }>(
    'SELECT state, count(*) AS count FROM unit_transfers WHERE decision = ? GROUP BY state',
  );
  const open = db.prepare<[string], { unit: string; procedure: string; count: number }>(
    `SELECT receiving_unit AS unit, procedure, count(*) AS count FROM dossiers
     WHERE closed = 0 AND receiving_unit IN (SELECT value FROM json_each(?)) GROUP BY receiving_unit, procedure`,
  );
  const assignments = db.prepare<
    [string],
    Omit<Assignment, 'reserve'> & { readonly to: string; readonly reserve: number }
  >(
    'SELECT person, unit, role, "from", "to", reserve FROM assignments WHERE "to" > ? ORDER BY unit, role, person, "from"',
  );
  return {
    applied: async () =>
      applied.all().map(({ organisation, ...row }) => ({
        ...row,
        organisation: JSON.parse(organisation) as AppliedReorganisation['organisation'],
      })),
    written: async (decision) => {
      const stored = written.get(decision);
      return stored === undefined ? undefined : (JSON.parse(stored) as ReorganisationWrite);
    },
    job: async (decision) => job.get(decision),
    dueJobs: async (today) => due.all(today),
    moveJob: (given, from) =>
      writer.run(() => {
        const { decision, state, changedAt, changedBy } = given;
        return move.run({ decision, state, changedAt, changedBy, from }).changes > 0;
      }),
    next: async (decision, units, before, limit) => next.all({ decision, units: JSON.stringify(units), before, limit }),
    put: (rows) =>
      writer.run(() => {
        for (const { problems, ...row } of rows) put.run({ ...row, problems: JSON.stringify(problems) });
      }),
    forgetFailed: (decision) => writer.run(() => forget.run(decision).changes),
    rows: async (decision, { state, limit, offset = 0 }) =>
      (state === undefined ? all.all(decision, limit, offset) : some.all(decision, state, limit, offset)).map(toRow),
    counts: async (decision) => Object.fromEntries(counted.all(decision).map(({ state, count }) => [state, count])),
    open: async (units) => open.all(JSON.stringify(units)),
    assignmentsFrom: async (day) =>
      assignments.all(day).map(({ to, reserve, ...each }) => ({
        ...each,
        ...(to === FOREVER_DAY ? {} : { to }),
        ...(reserve === 1 ? { reserve: true } : {}),
      })),
  };
};
