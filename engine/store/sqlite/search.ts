import { localDate } from '#engine/clock/index.ts';
import { fold } from '#engine/definition/index.ts';
import { words } from '../query-words.ts';
import type { CataloguePage, CatalogueQuery, MovedKey, Unit } from '../port.ts';
import type { Connection } from './connection.ts';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './entry.ts';
import { AROUND_POINT, pointOf } from './spans.ts';
import { FOREVER } from './time.ts';

interface Hit {
  readonly id: number;
  readonly field: string;
}

/**
 * FTS5 expression: all words, each as a prefix; words typed with their marks rank higher where the
 * text has the same marks. undefined when there is no word in it.
 */
export const matchExpression = (text: string): string | undefined => {
  const every = (column: string, list: readonly string[]) =>
    `${column} : (${list.map((word) => `"${word}"*`).join(' AND ')})`;
  const folded = words(fold(text));
  if (folded.length === 0) return undefined;
  const original = words(text.normalize('NFC').toLowerCase());
  return `(${every('folded', folded)}) OR (${every('original', original)})`;
};

/** One of the moves speaks of the release's key: of all procedures, or of those it names, put in force before its day. */
const SPEAKS_OF = (moves: string): string =>
  `EXISTS (SELECT 1 FROM json_each(${moves}) AS m WHERE r.key = m.value ->> 'from' AND e.effective_from < m.value ->> 'before'
     AND (m.value -> 'procedures' IS NULL AND m.value -> 'fields' IS NULL
       OR EXISTS (SELECT 1 FROM json_each(m.value, '$.procedures') WHERE value = e.code)
       OR EXISTS (SELECT 1 FROM json_each(m.value, '$.fields') WHERE value = e.field)))`;

/** Of what reorganisations moved: what a unit no longer takes in under its own keys, and what it takes in under others'. */
const readInTheirLight = (moved: readonly MovedKey[], keys: readonly string[]) => ({
  own: moved.filter(({ from, to }) => keys.includes(from) && !keys.includes(to)),
  reached: moved.filter(({ from, to }) => !keys.includes(from) && keys.includes(to)),
});

/** Search of what is in force; name order of a Vietnamese dictionary, or best match first. */
export const catalogueSearch = (db: Connection): ((query: CatalogueQuery) => Promise<CataloguePage>) => {
  const unitLevel = db.prepare<[Record<string, string>], { body: string }>(
    'SELECT body FROM units WHERE code = :code AND valid_from <= :day AND valid_to > :day',
  );
  const byId = db.prepare<[number], EntryRow>(`SELECT ${ENTRY_COLUMNS} FROM catalogue_entries AS e WHERE e.id = ?`);
  return async (query) => {
    const match = query.text === undefined ? undefined : matchExpression(query.text);
    const values: Record<string, string | number> = { asOf: query.asOf };
    const where = [AROUND_POINT, 'e.effective_from <= :asOf', 'e.effective_to > :asOf'];
    if (query.knownAt === undefined) where.push(`e.superseded_at = '${FOREVER}'`);
    else {
      where.push('e.recorded_at <= :knownAt AND e.superseded_at > :knownAt');
      values['knownAt'] = query.knownAt;
    }
    if (match !== undefined) values['match'] = match;
    if (query.level !== undefined) {
      where.push('EXISTS (SELECT 1 FROM json_each(e.levels) WHERE value = :level)');
      values['level'] = query.level;
    }
    if (query.onlineLevel !== undefined) {
      where.push('e.online_level = :onlineLevel');
      values['onlineLevel'] = query.onlineLevel;
    }
    if (query.unit !== undefined) {
      const row = unitLevel.get({ code: query.unit, day: localDate(query.asOf) });
      const level = row ? (JSON.parse(row.body) as Unit).level : '';
      const keys = [`unit:${query.unit}`, `level:${level}`];
      values['keys'] = JSON.stringify(keys);
      const { own, reached } = readInTheirLight(query.moved ?? [], keys);
      values['away'] = JSON.stringify(own);
      values['here'] = JSON.stringify(reached);
      where.push(
        `EXISTS (SELECT 1 FROM release_receiving AS r WHERE r.hash = e.hash AND (
           (r.key IN (SELECT value FROM json_each(:keys)) ${own.length > 0 ? `AND NOT ${SPEAKS_OF(':away')}` : ''})
           ${reached.length > 0 ? `OR ${SPEAKS_OF(':here')}` : ''}))`,
      );
    }
    const inField = query.field;
    Object.assign(values, pointOf(query.asOf, query.knownAt));
    const around = 'catalogue_spans AS span CROSS JOIN catalogue_entries AS e ON e.id = span.id';
    // Found by their rectangle, then by their words: the words alone lead to every row a text ever had.
    const [matched, from] =
      match === undefined
        ? ['', around]
        : [
            `WITH m AS MATERIALIZED (SELECT rowid AS document, bm25(catalogue_search, 10.0, 1.0) AS rank
               FROM catalogue_search WHERE catalogue_search MATCH :match)`,
            `${around} CROSS JOIN m ON m.document = e.document`,
          ];
    const rank = match === undefined ? '' : 'm.rank, ';
    // One pass over all that is found, of no more than it takes to count and to order them.
    const hits = db
      .prepare<[typeof values], Hit>(
        `${matched} SELECT e.id, e.field
         FROM ${from} WHERE ${where.join(' AND ')} ORDER BY ${rank}e.sort_key, e.code`,
      )
      .all(values);
    const counts = new Map<string, number>();
    for (const { field } of hits) counts.set(field, (counts.get(field) ?? 0) + 1);
    const wanted = inField === undefined ? hits : hits.filter(({ field }) => field === inField);
    return {
      total: wanted.length,
      entries: wanted
        .slice(query.offset, query.offset + query.limit)
        .flatMap(({ id }) => byId.get(id) ?? [])
        .map(toEntry),
      fields: [...counts]
        .map(([field, count]) => ({ field, count }))
        .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1)),
    };
  };
};
