import type { DossierState } from '#engine/dossier/index.ts';
import { words } from '../query-words.ts';
import type { Connection } from './connection.ts';
import { searchText, toRow } from './dossier-row.ts';
import { TASK_COLUMNS, taskRows, TIMER_COLUMNS, timerRows } from './work-rows.ts';

/**
 * Everything that lists, work lists, timers and search are read from follows from a dossier's state.
 * Here the stored rows are held against those that a state makes; the names of tables that differ come back.
 */
export const readTables = (db: Connection): ((state: DossierState) => readonly string[]) => {
  const row = db.prepare<[string], Record<string, unknown>>('SELECT * FROM dossiers WHERE id = ?');
  const tasks = db.prepare<[string], unknown[]>(`SELECT ${TASK_COLUMNS} FROM tasks WHERE dossier = ?`).raw();
  const timers = db.prepare<[string], unknown[]>(`SELECT ${TIMER_COLUMNS} FROM timers WHERE dossier = ?`).raw();
  const search = db
    .prepare<[unknown, string], number>(
      'SELECT count(*) FROM dossier_search WHERE rowid = ? AND dossier_search MATCH ?',
    )
    .pluck();
  return (state) => {
    const stored = row.get(state.id);
    if (!stored) return ['dossiers'];
    const columns = Object.entries(toRow(state, state.lastHash, JSON.stringify(state)));
    const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    // The snapshot itself is compared by content, above: the order of its keys may differ.
    const sameRow = columns.every(([name, value]) => name === 'state' || stored[snake(name)] === value);
    const found = words(searchText(state))
      .map((word) => `"${word}"`)
      .join(' AND ');
    return [
      ...(sameRow ? [] : ['dossiers']),
      ...(sameRows(tasks.all(state.id), taskRows(state)) ? [] : ['tasks']),
      ...(sameRows(timers.all(state.id), timerRows(state)) ? [] : ['timers']),
      ...(search.get(stored['row'], found) === 1 ? [] : ['dossier_search']),
    ];
  };
};

const sameRows = (stored: readonly unknown[], made: readonly unknown[]): boolean => {
  const spelled = (rows: readonly unknown[]): string =>
    rows
      .map((each) => JSON.stringify(each))
      .sort()
      .join('\n');
  return spelled(stored) === spelled(made);
};
