import { parseInstant } from '#engine/clock/index.ts';
import { storeProblems } from '../messages.ts';
import type { CatalogueStore, DecisionRecord } from '../port.ts';
import type { Connection } from './connection.ts';
import { releaseWriter } from './releases.ts';
import { isStorable } from '../text.ts';
import { Refusal, type Writer } from './writer.ts';

/** Writes a decision's record inside a running transaction; an applied one can only become withdrawn (trigger). */
export const decisionWriter = (db: Connection): ((record: DecisionRecord) => void) => {
  const put = db.prepare(
    `INSERT INTO decisions (number, content_hash, status, created_at, record) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (number) DO UPDATE SET content_hash = excluded.content_hash, status = excluded.status, record = excluded.record`,
  );
  return (record) => {
    const body = JSON.stringify(record);
    if (!isStorable(body)) throw new Refusal(storeProblems.text('/decision'));
    put.run(record.number, record.contentHash, record.status, record.createdAt, body);
  };
};

export const decisionStore = (
  db: Connection,
  writer: Writer,
): Pick<CatalogueStore, 'saveDecision' | 'decision' | 'decisions' | 'groups' | 'saveReport' | 'report'> => {
  const putReport = db.prepare('UPDATE decisions SET report = ? WHERE number = ?');
  const getReport = db.prepare<[string], string | null>('SELECT report FROM decisions WHERE number = ?').pluck();
  const save = decisionWriter(db);
  const addReleases = releaseWriter(db);
  const one = db.prepare<[string], { record: string }>('SELECT record FROM decisions WHERE number = ?');
  const all = db.prepare<[], { record: string }>('SELECT record FROM decisions ORDER BY created_at DESC, number DESC');
  const grouped = db.prepare<[], { record: string }>(
    `SELECT record FROM decisions
     WHERE status = 'applied' AND json_type(record, '$.decision.groups') = 'array' ORDER BY rowid`,
  );
  return {
    saveDecision: (record, releases) =>
      writer.attempt(
        () => {
          addReleases(releases);
          save(record);
        },
        (rule) => (rule === 'decisions.fixed' ? storeProblems.decisionFixed(record.number) : undefined),
      ),
    decision: async (number) => {
      const row = one.get(number);
      return row && (JSON.parse(row.record) as DecisionRecord);
    },
    saveReport: (number, report) => writer.run(() => void putReport.run(JSON.stringify(report), number)),
    report: async (number) => {
      const stored = getReport.get(number);
      return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : undefined;
    },
    groups: async () =>
      grouped
        .all()
        .flatMap(({ record }) => {
          const { number, decision } = JSON.parse(record) as DecisionRecord;
          const effectiveFrom = parseInstant(decision.effectiveFrom);
          return effectiveFrom === undefined
            ? []
            : [{ decision: number, effectiveFrom, groups: decision.groups ?? [] }];
        })
        .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0)),
    decisions: async () => all.all().map((row) => JSON.parse(row.record) as DecisionRecord),
  };
};
