import type { Incident, IncidentStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

type Row = Omit<Incident, 'to'> & { readonly to: string | null };

const COLUMNS = 'id, unit, kind, "from", "to", ground, decision, made_by AS madeBy, made_at AS madeAt';

const toIncident = ({ to, ...row }: Row): Incident => ({ ...row, ...(to === null ? {} : { to }) });

export const incidentStore = (db: Connection, writer: Writer): IncidentStore => {
  const insert = db.prepare(
    `INSERT INTO incidents (id, unit, kind, "from", "to", ground, decision, made_by, made_at)
     VALUES (@id, @unit, @kind, @from, @to, @ground, @decision, @madeBy, @madeAt)`,
  );
  const end = db.prepare('UPDATE incidents SET "to" = ? WHERE id = ? AND "to" IS NULL AND "from" <= ?');
  const byId = db.prepare<[string], Row>(`SELECT ${COLUMNS} FROM incidents WHERE id = ?`);
  const ofUnit = db.prepare<[string], Row>(
    `SELECT ${COLUMNS} FROM incidents WHERE unit = ? ORDER BY "from" DESC, made_at DESC LIMIT 200`,
  );
  const touching = db.prepare<[string, string, string], Row>(
    `SELECT ${COLUMNS} FROM incidents WHERE unit IN (SELECT value FROM json_each(?)) AND "from" < ? AND ("to" IS NULL OR "to" > ?)
     ORDER BY "from", id`,
  );
  return {
    add: (incident) => writer.run(() => void insert.run({ ...incident, to: incident.to ?? null })),
    end: (id, at) => writer.run(() => end.run(at, id, at).changes === 1),
    byId: async (id) => {
      const row = byId.get(id);
      return row && toIncident(row);
    },
    ofUnit: async (unit) => ofUnit.all(unit).map(toIncident),
    touching: async (units, from, to) => touching.all(JSON.stringify(units), to, from).map(toIncident),
  };
};
