import type { CatalogueStore } from '../port.ts';
import type { Connection } from './connection.ts';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './entry.ts';
import { AROUND_POINT, pointOf } from './spans.ts';
import { FOREVER } from './time.ts';

/**
 * Questions on two time axes. Believed now = not superseded; believed at `knownAt` = recorded by then
 * and not superseded by then.
 */
export const catalogueReader = (db: Connection): Pick<CatalogueStore, 'inForce' | 'allInForce' | 'history'> => {
  const effective = 'e.effective_from <= :asOf AND e.effective_to > :asOf';
  const believed = `e.superseded_at = '${FOREVER}'`;
  const known = 'e.recorded_at <= :knownAt AND e.superseded_at > :knownAt';
  const select = (where: string) =>
    db.prepare<[Record<string, string>], EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM catalogue_entries AS e WHERE ${where}`,
    );
  const oneNow = select(`e.code = :code AND ${believed} AND ${effective}`);
  const oneKnown = select(`e.code = :code AND ${known} AND ${effective}`);
  // All rows around a point of the two axes are found by their rectangles; one procedure's by its code.
  const around = (point: string) =>
    db.prepare<[Record<string, string | number>], EntryRow>(
      `SELECT ${ENTRY_COLUMNS} FROM catalogue_spans AS span CROSS JOIN catalogue_entries AS e ON e.id = span.id
       WHERE ${AROUND_POINT} AND ${point} AND ${effective} ORDER BY e.sort_key, e.code`,
    );
  const allNow = around(believed);
  const allKnown = around(known);
  const historyNow = select(`e.code = :code AND ${believed} ORDER BY e.effective_from`);
  const historyKnown = select(`e.code = :code AND ${known} ORDER BY e.effective_from`);
  return {
    inForce: async (code, asOf, knownAt) => {
      const row = knownAt === undefined ? oneNow.get({ code, asOf }) : oneKnown.get({ code, asOf, knownAt });
      return row && toEntry(row);
    },
    allInForce: async (asOf, knownAt) =>
      (knownAt === undefined
        ? allNow.all({ asOf, ...pointOf(asOf) })
        : allKnown.all({ asOf, knownAt, ...pointOf(asOf, knownAt) })
      ).map(toEntry),
    history: async (code, knownAt) =>
      (knownAt === undefined ? historyNow.all({ code }) : historyKnown.all({ code, knownAt })).map(toEntry),
  };
};
