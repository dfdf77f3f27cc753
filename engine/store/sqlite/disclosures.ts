import type { Disclosure, DisclosureStore } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Writer } from './writer.ts';

interface Row extends Omit<Disclosure, 'actor'> {
  readonly actor: string;
  readonly actorName: string;
  readonly unit: string | null;
}

const toDisclosure = ({ actor, actorName, unit, ...row }: Row): Disclosure => ({
  ...row,
  actor: { id: actor, name: actorName, ...(unit === null ? {} : { unit }) },
});

export const disclosureStore = (db: Connection, writer: Writer): DisclosureStore => {
  const insert = db.prepare(
    `INSERT INTO disclosures (at, actor, actor_name, unit, subject, draft, procedure, what, outcome)
     VALUES (@at, @actor, @actorName, @unit, @subject, @draft, @procedure, @what, @outcome)`,
  );
  return {
    add: (rows) =>
      writer.run(() => {
        for (const { actor, ...row } of rows)
          insert.run({ ...row, actor: actor.id, actorName: actor.name, unit: actor.unit ?? null });
      }),
    of: async ({ subject, actor, limit }) =>
      db
        .prepare<[Record<string, string | number>], Row>(
          `SELECT at, actor, actor_name AS actorName, unit, subject, draft, procedure, what, outcome FROM disclosures
           WHERE 1 ${subject === undefined ? '' : 'AND subject = :subject'} ${actor === undefined ? '' : 'AND actor = :actor'}
           ORDER BY "row" DESC LIMIT :limit`,
        )
        .all({ limit, ...(subject === undefined ? {} : { subject }), ...(actor === undefined ? {} : { actor }) })
        .map(toDisclosure),
  };
};
