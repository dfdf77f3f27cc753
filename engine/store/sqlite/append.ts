import type { DossierState } from '#engine/dossier/index.ts';
import type { LocalDate } from '#engine/clock/index.ts';
import { storeProblems } from '../messages.ts';
import type { Append, Book } from '../port.ts';
import type { Connection } from './connection.ts';
import { searchText, toRow } from './dossier-row.ts';
import { isStorable } from '../text.ts';
import { TASK_COLUMNS, taskRows, TIMER_COLUMNS, timerRows } from './work-rows.ts';
import { isUniqueViolation, Refusal } from './writer.ts';

export interface Answered {
  readonly dossier: string;
  readonly bodyHash: string;
  readonly seq: number;
}

/** The writes of one command, for use inside a running transaction; all throw {@link Refusal}. */
export interface AppendWriter {
  answered(key: string): Answered | undefined;
  /** undefined: the key is new. Otherwise the dossier it was carried out on. */
  repeated(key: string, bodyHash: string): string | undefined;
  append(entry: Append): void;
  nextNumber(unit: string, day: LocalDate): number;
  nextLine(book: Book): number;
  /** Writes everything that lists are read from anew, from a state told by the events. */
  rebuild(state: DossierState): void;
}

export const appendWriter = (db: Connection): AppendWriter => {
  const answered = db.prepare<[string], Answered>(
    'SELECT dossier, body_hash AS bodyHash, seq FROM commands WHERE key = ?',
  );
  const answer = db.prepare('INSERT INTO commands (key, body_hash, dossier, seq) VALUES (?, ?, ?, ?)');
  const head = db.prepare<[string], { seq: number; lastHash: string }>(
    'SELECT seq, last_hash AS lastHash FROM dossiers WHERE id = ?',
  );
  const event = db.prepare(
    'INSERT INTO events (dossier, seq, type, data, actor, occurred_at, recorded_at, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const columns = [
    ...[
      'id',
      'code',
      'seq',
      'last_hash',
      'state',
      'procedure',
      'release_number',
      'release_hash',
      'status',
      'closed',
      'applicant',
    ],
    ...['account', 'id_number', 'receiving_unit', 'deciding_unit', 'competent_unit', 'awaited'],
    ...['submitted_at', 'accepted_at', 'promised_due', 'finished_at', 'turned_away'],
  ];
  const named = (column: string) => `:${column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())}`;
  const insert = db.prepare(`INSERT INTO dossiers (${columns.join(', ')}) VALUES (${columns.map(named).join(', ')})`);
  const update = db.prepare(
    `UPDATE dossiers SET ${columns.map((name) => `${name} = ${named(name)}`).join(', ')} WHERE id = :id`,
  );
  const index = db.prepare('INSERT INTO dossier_search (rowid, folded) VALUES (?, ?)');
  const unindex = db.prepare('DELETE FROM dossier_search WHERE rowid = ?');
  const rowOf = db.prepare<[string], number>('SELECT "row" FROM dossiers WHERE id = ?').pluck();
  const dropTasks = db.prepare('DELETE FROM tasks WHERE dossier = ?');
  const marks = (columns: string): string => columns.replace(/\w+/g, '?');
  const addTask = db.prepare(`INSERT INTO tasks (${TASK_COLUMNS}) VALUES (${marks(TASK_COLUMNS)})`);
  const dropTimers = db.prepare('DELETE FROM timers WHERE dossier = ?');
  const addTimer = db.prepare(`INSERT INTO timers (${TIMER_COLUMNS}) VALUES (${marks(TIMER_COLUMNS)})`);
  const post = db.prepare(`INSERT INTO outbox (id, dossier, kind, payload, state) VALUES (?, ?, ?, ?, 'waiting')`);
  const counter = db
    .prepare<[string, string], number>(
      `INSERT INTO code_counters (unit, day, next) VALUES (?, ?, 2)
       ON CONFLICT (unit, day) DO UPDATE SET next = next + 1 RETURNING next - 1`,
    )
    .pluck();

  const lines = db
    .prepare<[string, number], number>(
      `INSERT INTO register_counters (unit, year, next) VALUES (?, ?, 2)
       ON CONFLICT (unit, year) DO UPDATE SET next = next + 1 RETURNING next - 1`,
    )
    .pluck();

  const writeWork = (state: DossierState): void => {
    dropTasks.run(state.id);
    for (const row of taskRows(state)) addTask.run(...row);
    dropTimers.run(state.id);
    for (const row of timerRows(state)) addTimer.run(...row);
  };

  const writeSnapshot = (entry: Append, stored: ReturnType<typeof head.get>, lastHash: string): void => {
    const { state } = entry;
    const body = JSON.stringify(state);
    if (!isStorable(body)) throw new Refusal(storeProblems.text('/command'));
    const row = toRow(state, lastHash, body);
    if (stored) {
      // What it is found by, its code and its applicant, is said at submission and never changes.
      update.run(row);
      return;
    }
    try {
      index.run(insert.run(row).lastInsertRowid, searchText(state));
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refusal(storeProblems.codeTaken(state.code));
      throw error;
    }
  };

  return {
    answered: (key) => answered.get(key),
    repeated: (key, bodyHash) => {
      const stored = answered.get(key);
      if (stored && stored.bodyHash !== bodyHash) throw new Refusal(storeProblems.keyReused(key));
      return stored?.dossier;
    },
    append: (entry) => {
      const stored = head.get(entry.dossier);
      const seq = stored?.seq ?? 0;
      if (seq !== entry.expectedSeq) throw new Refusal(storeProblems.conflict(entry.expectedSeq, seq));
      let lastHash = stored?.lastHash;
      for (const [place, it] of entry.events.entries()) {
        // A chain that does not close is a bug above, never a user's mistake.
        if (
          it.seq !== seq + place + 1 ||
          it.dossier !== entry.dossier ||
          (lastHash !== undefined && it.prevHash !== lastHash)
        )
          throw new Error(`event ${it.seq} of ${entry.dossier} does not continue its chain at ${seq + place}`);
        const data = JSON.stringify(it.data);
        const actor = JSON.stringify(it.actor);
        if (!isStorable(data) || !isStorable(actor)) throw new Refusal(storeProblems.text('/command'));
        event.run(it.dossier, it.seq, it.type, data, actor, it.occurredAt, it.recordedAt, it.prevHash, it.hash);
        lastHash = it.hash;
      }
      if (entry.state.seq !== seq + entry.events.length)
        throw new Error(`state of ${entry.dossier} is not at its last event`);
      writeSnapshot(entry, stored, lastHash ?? '');
      writeWork(entry.state);
      for (const message of entry.outbox)
        post.run(message.id, message.dossier, message.kind, JSON.stringify(message.payload));
      answer.run(entry.key, entry.bodyHash, entry.dossier, entry.state.seq);
    },
    rebuild: (state) => {
      const stored = head.get(state.id);
      if (stored?.seq !== state.seq || stored.lastHash !== state.lastHash)
        throw new Refusal(storeProblems.conflict(state.seq, stored?.seq ?? 0));
      update.run(toRow(state, state.lastHash, JSON.stringify(state)));
      const row = rowOf.get(state.id);
      unindex.run(row);
      index.run(row, searchText(state));
      writeWork(state);
    },
    nextNumber: (unit, day) => {
      const number = counter.get(unit, day);
      if (number === undefined) throw new Error(`no code number for ${unit} on ${day}`);
      return number;
    },
    nextLine: ({ unit, year }) => {
      const line = lines.get(unit, year);
      if (line === undefined) throw new Error(`no line for ${unit} in ${year}`);
      return line;
    },
  };
};
