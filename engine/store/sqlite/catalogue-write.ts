import { parseInstant, type Instant } from '#engine/clock/index.ts';
import type { Release } from '#engine/definition/index.ts';
import { fold } from '#engine/definition/index.ts';
import { storeProblems } from '../messages.ts';
import type { CatalogueChange, CatalogueStore, DecisionStatus } from '../port.ts';
import { sortKey } from '../sort-key.ts';
import type { Connection } from './connection.ts';
import { decisionWriter } from './decisions.ts';
import { organisationWriter } from './reorganisations.ts';
import { FOREVER } from './time.ts';
import { Refusal, type Writer } from './writer.ts';

type Open = CatalogueChange['open'][number];

/** Writes of the catalogue: rows are added or superseded, never changed (the triggers hold us to it). */
export const catalogueWriter = (db: Connection, writer: Writer): Pick<CatalogueStore, 'apply' | 'withdraw'> => {
  const saveDecision = decisionWriter(db);
  const organisation = organisationWriter(db);
  const documentOf = searchDocuments(db);
  const putReport = db.prepare('UPDATE decisions SET report = ? WHERE number = ?');
  const openJob = db.prepare(
    `INSERT INTO conversion_jobs (decision, state, due, changed_at, changed_by) VALUES (?, 'running', ?, ?, coalesce(?, ''))`,
  );
  const dropJob = db.prepare(`UPDATE conversion_jobs SET state = 'withdrawn', changed_at = ? WHERE decision = ?`);
  const releaseOf = db.prepare<[string, number], { body: string }>(
    'SELECT body FROM releases WHERE code = ? AND number = ?',
  );
  const version = db.prepare<[], { version: number; last_recorded_at: string }>(
    'SELECT version, last_recorded_at FROM catalogue_version WHERE id = 1',
  );
  const statusOf = db.prepare<[string], DecisionStatus>('SELECT status FROM decisions WHERE number = ?').pluck();
  const count = db.prepare('UPDATE catalogue_version SET version = version + 1, last_recorded_at = ? WHERE id = 1');
  const believed = db.prepare<[string, string], { id: number; effective_from: string }>(
    `SELECT id, effective_from FROM catalogue_entries WHERE code = ? AND effective_from = ? AND superseded_at = '${FOREVER}'`,
  );
  const supersede = db.prepare('UPDATE catalogue_entries SET superseded_at = ?, superseded_by = ? WHERE id = ?');
  const insert = db.prepare(
    `INSERT INTO catalogue_entries (code, number, hash, name, sort_key, field, levels, online_level, document,
       effective_from, effective_to, recorded_at, superseded_at, decision, ended_by, replaced_by, written_by)
     VALUES (:code, :number, :hash, :name, :sortKey, :field, :levels, :onlineLevel, :document,
       :effectiveFrom, :effectiveTo, :recordedAt, '${FOREVER}', :decision, :endedBy, :replacedBy, :writtenBy)`,
  );
  const copy = (
    effectiveTo: string,
    decision: string,
    endedBy: string,
    replacedBy: string,
    writtenBy: string,
    restored: 0 | 1,
  ) =>
    `INSERT INTO catalogue_entries (code, number, hash, name, sort_key, field, levels, online_level, document,
       effective_from, effective_to, recorded_at, superseded_at, decision, ended_by, replaced_by, written_by, restored)
     SELECT code, number, hash, name, sort_key, field, levels, online_level, document,
       effective_from, ${effectiveTo}, :recordedAt, '${FOREVER}', ${decision}, ${endedBy}, ${replacedBy}, ${writtenBy}, ${restored}`;
  const shorten = db.prepare(
    `${copy(':effectiveTo', 'decision', ':endedBy', ':replacedBy', ':writtenBy', 0)} FROM catalogue_entries WHERE id = :id`,
  );
  const restore = db.prepare(
    `${copy('effective_to', 'decision', 'ended_by', 'replaced_by', 'written_by', 1)}
     FROM catalogue_entries WHERE superseded_by = :number`,
  );
  const written = db.prepare<
    [string],
    { id: number; code: string; effective_from: string; restored: number; superseded_at: string }
  >('SELECT id, code, effective_from, restored, superseded_at FROM catalogue_entries WHERE written_by = ?');

  /** What the decision ended cannot come back where a later decision has put something since. */
  const takenSince = db
    .prepare<[string, string], string>(
      `SELECT gone.code FROM catalogue_entries gone JOIN catalogue_entries later
         ON later.code = gone.code AND later.superseded_at = '${FOREVER}' AND later.written_by <> ?
        AND later.effective_from < gone.effective_to AND later.effective_to > gone.effective_from
       WHERE gone.superseded_by = ? LIMIT 1`,
    )
    .pluck();

  /** Recorded time never runs backwards, even where a demo's clock does. */
  const stamp = (recordedAt: Instant): Instant => {
    const last = version.get()?.last_recorded_at ?? '';
    const stamped = recordedAt > last ? recordedAt : last;
    count.run(stamped);
    return stamped;
  };

  const open = (entry: Open, writtenBy: string, recordedAt: Instant): void => {
    const stored = releaseOf.get(entry.code, entry.number);
    if (!stored) throw new Error(`release ${entry.number} of ${entry.code} is not stored`);
    const release = JSON.parse(stored.body) as Release;
    insert.run({
      code: entry.code,
      number: entry.number,
      hash: entry.hash,
      name: entry.name,
      sortKey: sortKey(entry.name),
      field: entry.field,
      levels: JSON.stringify(entry.levels),
      onlineLevel: release.procedure.onlineLevel ?? null,
      document: documentOf(release),
      effectiveFrom: entry.effectiveFrom,
      effectiveTo: entry.effectiveTo ?? FOREVER,
      recordedAt,
      decision: entry.decision,
      endedBy: entry.endedBy ?? null,
      replacedBy: entry.replacedBy ?? null,
      writtenBy,
    });
  };

  return {
    apply: (record, change, recordedAt, report) =>
      writer.attempt(
        () => {
          const status = statusOf.get(record.number);
          if (status === 'applied' || status === 'withdrawn')
            throw new Refusal(storeProblems.decisionFixed(record.number));
          if (change.basedOn !== undefined && change.basedOn !== version.get()?.version)
            throw new Refusal(storeProblems.stale(record.number));
          const at = stamp(recordedAt);
          saveDecision({ ...record, status: 'applied', appliedAt: recordedAt });
          for (const close of change.close) {
            const row = believed.get(close.code, close.effectiveFrom);
            if (!row) throw new Refusal(storeProblems.stale(close.code));
            supersede.run(at, record.number, row.id);
            if (close.at > row.effective_from)
              shorten.run({
                id: row.id,
                effectiveTo: close.at,
                recordedAt: at,
                endedBy: close.endedBy,
                replacedBy: close.replacedBy ?? null,
                writtenBy: record.number,
              });
          }
          for (const entry of change.open) open(entry, record.number, at);
          if (change.organisation && record.decision.organisation)
            organisation.write(
              { decision: record.number, organisation: record.decision.organisation },
              change.organisation,
              recordedAt,
              record.approver?.name ?? '',
            );
          if (record.decision.items.some(({ inFlight }) => inFlight && inFlight.policy !== 'keep'))
            openJob.run(record.number, parseInstant(record.decision.effectiveFrom), recordedAt, record.approver?.name);
          if (report !== undefined) putReport.run(JSON.stringify(report), record.number);
        },
        (rule) =>
          rule === 'catalogue.overlap' || rule === 'catalogue.interval'
            ? storeProblems.overlap(record.number)
            : rule === 'units.overlap'
              ? storeProblems.unitOverlap()
              : fixed(rule, record.number),
      ),

    withdraw: (record, recordedAt) =>
      writer.attempt(
        () => {
          if (statusOf.get(record.number) === 'withdrawn')
            throw new Refusal(storeProblems.decisionFixed(record.number));
          const from = parseInstant(record.decision.effectiveFrom);
          if (from === undefined || from <= recordedAt)
            throw new Refusal(storeProblems.withdrawInEffect(record.number));
          const rows = written.all(record.number);
          const standing = rows.filter((row) => row.superseded_at === FOREVER);
          const firsts = rows.filter((row) => row.restored === 0);
          const changed = firsts.find(
            (row) => !standing.some((other) => other.code === row.code && other.effective_from === row.effective_from),
          );
          if (changed) throw new Refusal(storeProblems.withdrawBuiltUpon(record.number, changed.code));
          const taken = takenSince.get(record.number, record.number);
          if (taken !== undefined) throw new Refusal(storeProblems.withdrawBuiltUpon(record.number, taken));
          const at = stamp(recordedAt);
          saveDecision({ ...record, status: 'withdrawn', withdrawnAt: recordedAt });
          dropJob.run(recordedAt, record.number);
          organisation.unwrite(record.number, recordedAt);
          for (const row of standing) supersede.run(at, `withdrawal of ${record.number}`, row.id);
          restore.run({ recordedAt: at, number: record.number });
        },
        (rule) => fixed(rule, record.number),
      ),
  };
};

const fixed = (rule: string, number: string) =>
  rule === 'decisions.fixed' ? storeProblems.decisionFixed(number) : undefined;

/** The search text of a release, stored once for all releases of the code that say the same. */
const searchDocuments = (db: Connection): ((release: Release) => number) => {
  const find = db.prepare<[string, string], { id: number }>(
    'SELECT id FROM search_documents WHERE code = ? AND original = ?',
  );
  const add = db.prepare('INSERT INTO search_documents (code, original, folded) VALUES (?, ?, ?)');
  return ({ code, procedure }) => {
    const original = [procedure.name.vi, ...(procedure.keywords ?? []), procedure.field.name.vi]
      .join(' \n')
      .normalize('NFC')
      .toLowerCase();
    const stored = find.get(code, original);
    return stored ? stored.id : Number(add.run(code, original, fold(`${code} \n${original}`)).lastInsertRowid);
  };
};
