import type { Absence, AbsenceStore } from '../port.ts';
import { storeProblems } from '../messages.ts';
import type { Connection } from './connection.ts';
import { Refusal, type Writer } from './writer.ts';

type Row = Omit<Absence, 'endedAt'> & { readonly endedAt: string | null };

const COLUMNS = `id, person, person_name AS personName, unit, substitute, substitute_name AS substituteName, "from", "to",
  reason, made_by AS madeBy, made_at AS madeAt, ended_at AS endedAt`;

const toAbsence = ({ endedAt, ...row }: Row): Absence => ({ ...row, ...(endedAt === null ? {} : { endedAt }) });

export const absenceStore = (db: Connection, writer: Writer): AbsenceStore => {
  const insert = db.prepare(
    `INSERT INTO absences (id, person, person_name, unit, substitute, substitute_name, "from", "to", reason, made_by, made_at)
     VALUES (@id, @person, @personName, @unit, @substitute, @substituteName, @from, @to, @reason, @madeBy, @madeAt)`,
  );
  const overlap = db
    .prepare<[string, string, string, string], number>(
      'SELECT COUNT(*) FROM absences WHERE person = ? AND unit = ? AND ended_at IS NULL AND "from" <= ? AND "to" >= ?',
    )
    .pluck();
  const end = db.prepare('UPDATE absences SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const ofUnit = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM absences WHERE unit = ? ORDER BY "from" DESC, made_at DESC LIMIT 200`,
  );
  const standing = db.prepare<[string, string, string, string], Row>(
    `SELECT ${COLUMNS} FROM absences WHERE substitute = ? AND unit = ? AND ended_at IS NULL AND "from" <= ? AND "to" >= ?`,
  );
  return {
    add: (absence) =>
      writer.attempt(() => {
        if ((overlap.get(absence.person, absence.unit, absence.to, absence.from) ?? 0) > 0)
          throw new Refusal(storeProblems.absenceOverlap());
        insert.run(absence);
      }),
    end: (id, at) => writer.run(() => end.run(at, id).changes === 1),
    ofUnit: async (unit) => ofUnit.all(unit).map(toAbsence),
    standingFor: async (substitute, unit, day) => standing.all(substitute, unit, day, day).map(toAbsence),
  };
};
