import type {
  CatalogueEntry,
  OverviewStore,
  TurnedAwayCount,
  TurnedAwayRow,
  Unit,
  UnitPerson,
  WatchCount,
  WatchQuery,
  WatchRow,
  WatchScope,
} from '../port.ts';
import { OPINION_STEP } from '#engine/dossier/index.ts';
import type { Connection } from './connection.ts';
import { ENTRY_COLUMNS, toEntry, type EntryRow } from './entry.ts';
import { FOREVER_DAY } from './time.ts';

/**
 * One row for each dossier that is not over, with its time and what it waits for. Counts and lists read
 * this same expression: a number and the list behind it cannot differ.
 *
 * `:units` is a JSON list of units that decide or took in (null: every unit); `:soon` a JSON object of
 * receiving units' instants up to which a promise counts as soon due, `:soonElse` that of all others; `:idleSince`
 * the instant before which something must have happened for a dossier not to lie idle.
 */
const OPEN = `WITH open AS (
  SELECT d.id, d.code, d.procedure, d.release_number, d.status, d.applicant, d.receiving_unit, d.deciding_unit,
    d.submitted_at, d.accepted_at, d.promised_due,
    CASE
      WHEN d.status = 'finished' THEN 'closed'
      WHEN d.status IN ('supplement', 'obligation', 'suspended') THEN 'paused'
      WHEN d.promised_due IS NULL THEN 'none'
      WHEN d.promised_due < :now THEN 'late'
      WHEN d.promised_due <= COALESCE(s.value, :soonElse) THEN 'soon'
      ELSE 'in-time'
    END AS time,
    CASE
      WHEN d.status = 'submitted' THEN 'acceptance'
      WHEN d.status <> 'processing' THEN 'nothing'
      WHEN d.awaited = 1 THEN
        CASE WHEN COALESCE(json_extract(d.state, '$.nonTerritorial.sendBy'), '') < :now THEN 'arrival' ELSE 'nothing' END
      WHEN json_extract(d.state, '$.process.status') = 'incident' THEN 'incident'
      WHEN d.id IN (SELECT dossier FROM outbox WHERE state = 'dead') THEN 'message'
      WHEN NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.dossier = d.id) THEN
        CASE WHEN json_array_length(d.state, '$.process.tokens') > 0 THEN 'signal' ELSE 'no-task' END
      WHEN EXISTS (SELECT 1 FROM tasks AS t WHERE t.dossier = d.id AND t.element = '${OPINION_STEP}' AND t.due_at < :now)
        THEN 'opinion'
      WHEN NOT EXISTS (SELECT 1 FROM tasks AS t WHERE t.dossier = d.id AND t.assignee IS NOT NULL) THEN 'nobody'
      WHEN json_extract(d.state, '$.lastAt') < :idleSince THEN 'idle'
      ELSE 'nothing'
    END AS waits
  FROM dossiers AS d LEFT JOIN json_each(:soon) AS s ON s.key = d.receiving_unit
  WHERE d.closed = 0 AND (:units IS NULL OR d.deciding_unit IN (SELECT value FROM json_each(:units))
    OR d.receiving_unit IN (SELECT value FROM json_each(:units))
    OR d.competent_unit IN (SELECT value FROM json_each(:units)))
)`;

interface Values {
  readonly [name: string]: string | number | null;
}

const scoped = ({ units, now, idleSince, soon, soonElse }: WatchScope): Values => ({
  now,
  idleSince,
  soonElse,
  soon: JSON.stringify(soon),
  units: units === undefined ? null : JSON.stringify(units),
});

type RawRow = { readonly [Key in keyof WatchRow]-?: WatchRow[Key] | null };

const withoutNulls = <Row>(row: object): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Row;

const watching = (db: Connection): Pick<OverviewStore, 'counts' | 'list' | 'turnedAway' | 'turnedAwayOf'> => {
  const counts = db.prepare<[Values], WatchCount>(
    `${OPEN} SELECT o.deciding_unit AS unit, o.procedure, (SELECT r.name FROM releases AS r WHERE r.code = o.procedure ORDER BY r.number DESC LIMIT 1) AS procedureName,
       o.time, o.waits, COUNT(*) AS count
     FROM open AS o GROUP BY o.deciding_unit, o.procedure, o.time, o.waits`,
  );
  const list = async (query: WatchQuery): Promise<{ readonly total: number; readonly rows: readonly WatchRow[] }> => {
    const where = ['1'];
    const values: Record<string, string | number | null> = { ...scoped(query) };
    const add = (condition: string, name: string, value: string | undefined): void => {
      if (value === undefined) return;
      where.push(condition);
      values[name] = value;
    };
    add('o.deciding_unit = :unit', 'unit', query.unit);
    add('o.procedure = :procedure', 'procedure', query.procedure);
    add('o.waits = :waits', 'waits', query.waits);
    if (query.time === 'open') where.push("o.time <> 'closed'");
    else add('o.time = :time', 'time', query.time);
    const filter = `FROM open AS o WHERE ${where.join(' AND ')}`;
    const order =
      query.order === 'due' ? "COALESCE(o.promised_due, '9999'), o.submitted_at, o.id" : 'o.submitted_at, o.id';
    const total = db.prepare<[Values], number>(`${OPEN} SELECT COUNT(*) ${filter}`).pluck().get(values) ?? 0;
    const rows = db
      .prepare<[Values], RawRow>(
        `${OPEN}, page AS (SELECT * ${filter} ORDER BY ${order} LIMIT :limit OFFSET :offset)
         SELECT o.id, o.code, o.procedure, r.name AS procedureName, o.status, o.applicant, o.receiving_unit AS receivingUnit,
           o.deciding_unit AS decidingUnit, o.submitted_at AS submittedAt, o.accepted_at AS acceptedAt, o.promised_due AS promisedDue,
           o.time, o.waits, (SELECT group_concat(t.name, ', ') FROM tasks AS t WHERE t.dossier = o.id) AS step,
           (SELECT group_concat(t.assignee_name, ', ') FROM tasks AS t WHERE t.dossier = o.id AND t.assignee IS NOT NULL) AS holder,
           (SELECT MIN(t.opened_at) FROM tasks AS t WHERE t.dossier = o.id) AS stepSince
         FROM page AS o LEFT JOIN releases AS r ON r.code = o.procedure AND r.number = o.release_number ORDER BY ${order}`,
      )
      .all({ ...values, limit: query.limit, offset: query.offset });
    return { total, rows: rows.map((row) => withoutNulls<WatchRow>(row)) };
  };
  const turnedAway = db.prepare<[Values], TurnedAwayCount>(
    `SELECT receiving_unit AS unit, COUNT(*) AS accepted, SUM(coalesce(turned_away, '') = 'withdrawn') AS withdrawn,
       SUM(coalesce(turned_away, '') = 'refused') AS refused, SUM(coalesce(turned_away, '') = 'stopped') AS stopped
     FROM dossiers WHERE accepted_at >= :from AND accepted_at < :to
       AND (:units IS NULL OR receiving_unit IN (SELECT value FROM json_each(:units)))
     GROUP BY receiving_unit HAVING withdrawn + refused + stopped > 0`,
  );
  const turnedAwayOf = db.prepare<[Values], TurnedAwayRow>(
    `SELECT d.id, d.code, d.applicant, d.procedure, r.name AS procedureName, d.turned_away AS how,
       d.accepted_at AS acceptedAt, json_extract(d.state, '$.lastAt') AS endedAt,
       coalesce(json_extract(d.state, '$.closedReason'), '') AS reason
     FROM dossiers AS d LEFT JOIN releases AS r ON r.code = d.procedure AND r.number = d.release_number
     WHERE d.receiving_unit = :unit AND d.turned_away IS NOT NULL AND d.accepted_at >= :from AND d.accepted_at < :to
     ORDER BY d.accepted_at DESC, d.id LIMIT 200`,
  );
  return {
    counts: async (scope) => counts.all(scoped(scope)),
    list,
    turnedAway: async ({ units, from, to }) =>
      turnedAway.all({ from, to, units: units === undefined ? null : JSON.stringify(units) }),
    turnedAwayOf: async (unit, { from, to }) => turnedAwayOf.all({ unit, from, to }),
  };
};

/** What the office and the administrator look at across everything. Reads only. */
export const overviewStore = (db: Connection): OverviewStore => {
  const entries = db.prepare<[string], EntryRow>(
    `SELECT ${ENTRY_COLUMNS} FROM catalogue_entries AS e WHERE e.code = ? ORDER BY e.recorded_at, e.effective_from`,
  );
  const unitRows = db.prepare<[], { body: string }>('SELECT body FROM units ORDER BY code, valid_from');
  const people = db.prepare<
    [string],
    Omit<UnitPerson, 'to' | 'reserve'> & { readonly to: string; readonly reserve: number }
  >(
    `SELECT a.person, a.unit, a.role, a."from", a."to", a.reserve, json_extract(p.body, '$.name') AS name,
       COALESCE(p.login, '') AS login, COALESCE(json_extract(p.body, '$.officePhone'), '') AS officePhone, COALESCE(json_extract(p.body, '$.title'), '') AS title
     FROM assignments AS a CROSS JOIN people AS p ON p.id = a.person WHERE a.unit = ? ORDER BY a."from" DESC, name, a.role`,
  );
  const staffOn = db.prepare<[Values], { unit: string; people: number }>(
    `SELECT unit, COUNT(DISTINCT person) AS people FROM assignments WHERE "from" <= :day AND "to" > :day GROUP BY unit`,
  );
  const count = (sql: string) => db.prepare<[], number>(sql).pluck();
  const totals = {
    dossiers: count('SELECT COUNT(*) FROM dossiers'),
    open: count('SELECT COUNT(*) FROM dossiers WHERE closed = 0'),
    events: count('SELECT COUNT(*) FROM events'),
    drafts: count('SELECT COUNT(*) FROM drafts'),
    releases: count('SELECT COUNT(*) FROM releases'),
    files: count('SELECT COUNT(*) FROM files'),
    fileBytes: count('SELECT COALESCE(SUM(bytes), 0) FROM files'),
    waiting: count("SELECT COUNT(*) FROM outbox WHERE state = 'waiting'"),
    dead: count("SELECT COUNT(*) FROM outbox WHERE state = 'dead'"),
  };
  const pragma = (name: string): string => String(db.pragma(name, { simple: true }));
  const SYNCHRONOUS = ['OFF', 'NORMAL', 'FULL', 'EXTRA'];
  return {
    ...watching(db),
    entries: async (code): Promise<readonly CatalogueEntry[]> => entries.all(code).map(toEntry),
    unitRows: async () => unitRows.all().map((row) => JSON.parse(row.body) as Unit),
    peopleOf: async (unit) =>
      people.all(unit).map(({ to, reserve, ...row }) => ({
        ...row,
        ...(to === FOREVER_DAY ? {} : { to }),
        ...(reserve === 1 ? { reserve: true } : {}),
      })),
    staffCounts: async (day) => staffOn.all({ day }),
    totals: async () => ({
      dossiers: totals.dossiers.get() ?? 0,
      open: totals.open.get() ?? 0,
      events: totals.events.get() ?? 0,
      drafts: totals.drafts.get() ?? 0,
      releases: totals.releases.get() ?? 0,
      files: totals.files.get() ?? 0,
      fileBytes: totals.fileBytes.get() ?? 0,
      outboxWaiting: totals.waiting.get() ?? 0,
      outboxDead: totals.dead.get() ?? 0,
    }),
    engine: async () => ({
      name: 'SQLite',
      version: String(db.prepare('SELECT sqlite_version()').pluck().get()),
      bytes: Number(pragma('page_count')) * Number(pragma('page_size')),
      facts: {
        journal_mode: pragma('journal_mode'),
        synchronous: SYNCHRONOUS[Number(pragma('synchronous'))] ?? pragma('synchronous'),
        foreign_keys: pragma('foreign_keys') === '1' ? 'ON' : 'OFF',
        trusted_schema: pragma('trusted_schema') === '0' ? 'OFF' : 'ON',
        cell_size_check: pragma('cell_size_check') === '1' ? 'ON' : 'OFF',
      },
    }),
  };
};
