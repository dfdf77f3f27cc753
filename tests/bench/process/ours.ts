import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { at } from '#engine/clock/index.ts';
import { startProcess, stepProcess, type Graph, type ProcessState } from '#engine/process/index.ts';
import { must } from '#seeds/index.ts';

const context = { now: at('2021-07-15', '09:00') };

export const begin = (graph: Graph): ProcessState =>
  must('start', startProcess(graph, { type: 'start', variables: {} }, context)).state;

/** Completes the oldest waiting task. */
export const completeNext = (
  graph: Graph,
  state: ProcessState,
  variables?: Readonly<Record<string, unknown>>,
): ProcessState => {
  const waiting = state.tokens.find(({ kind }) => kind === 'task');
  if (!waiting) throw new Error('nothing waits');
  return must(
    'step',
    stepProcess(graph, state, { type: 'complete', task: waiting.id, ...(variables ? { variables } : {}) }, context),
  ).state;
};

/** One instance from start to end; the number of tasks completed. */
export const runToEnd = (graph: Graph): number => {
  let state = begin(graph);
  let tasks = 0;
  for (; state.status === 'active'; tasks += 1) state = completeNext(graph, state);
  return tasks;
};

/** The same, the state through JSON between any two tasks. */
export const runThroughJson = (graph: Graph): number => {
  let text = JSON.stringify(begin(graph));
  let tasks = 0;
  for (;;) {
    const state = JSON.parse(text) as ProcessState;
    if (state.status !== 'active') return tasks;
    text = JSON.stringify(completeNext(graph, state));
    tasks += 1;
  }
};

/**
 * A database on the disk (WAL, `synchronous = FULL`): a task is completed by reading the state,
 * stepping, and writing state and event in one transaction; `group` tasks share a commit.
 */
export interface Durable {
  /** Tasks completed. */
  run(graph: Graph, instances: number, group: number): number;
  /** The disk's own speed: `rows` commits of one row as large as a state. */
  bare(rows: number): void;
  close(): void;
}

export const openDurable = (): Durable => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const db = new Database(join(folder, 'process.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(
    `CREATE TABLE instances (id INTEGER PRIMARY KEY, state TEXT NOT NULL);
     CREATE TABLE events (instance INTEGER NOT NULL, token TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (instance, token)) WITHOUT ROWID;
     CREATE TABLE bare (id INTEGER PRIMARY KEY, state TEXT NOT NULL);`,
  );
  const insert = db.prepare('INSERT INTO instances (state) VALUES (?)');
  const put = db.prepare('UPDATE instances SET state = ? WHERE id = ?');
  const get = db.prepare<[number], string>('SELECT state FROM instances WHERE id = ?').pluck();
  const say = db.prepare('INSERT INTO events VALUES (?, ?, ?)');
  const row = db.prepare('INSERT INTO bare (state) VALUES (?)');
  const complete = (graph: Graph, id: number): boolean => {
    const state = JSON.parse(get.get(id) ?? '') as ProcessState;
    const next = completeNext(graph, state);
    put.run(JSON.stringify(next), id);
    const [done] = state.tokens;
    say.run(id, done?.id ?? '', `{"completed":"${done?.element ?? ''}"}`);
    return next.status === 'active';
  };
  const together = db.transaction((work: () => void) => {
    work();
  });
  return {
    run: (graph, instances, group) => {
      let tasks = 0;
      const waiting: number[] = [];
      db.transaction(() => {
        for (let count = 0; count < instances; count += 1)
          waiting.push(Number(insert.run(JSON.stringify(begin(graph))).lastInsertRowid));
      })();
      while (waiting.length > 0) {
        const now = waiting.splice(0, group);
        together(() => {
          for (const id of now) if (complete(graph, id)) waiting.push(id);
        });
        tasks += now.length;
      }
      return tasks;
    },
    bare: (rows) => {
      const text = 'x'.repeat(400);
      for (let count = 0; count < rows; count += 1) row.run(text);
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
