import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { at } from '#engine/clock/index.ts';
import {
  compileProcess,
  readProcess,
  startProcess,
  stepProcess,
  type Graph,
  type ProcessState,
} from '#engine/process/index.ts';
import { formEnvironment, compileProcedureForm } from '#engine/form/index.ts';
import { must } from '#seeds/index.ts';
import { realReleases, realShared } from '../province.ts';

const context = {
  now: at('2021-07-15', '09:00'),
  scope: { form: {}, case: null, channel: 'counter', today: null, unit: null },
};

/** Steps a second of the process engine: in memory, and with every step on disk before the next (synchronous=FULL). */
export const benchDefinitions = async (): Promise<void> => {
  const shared = realShared();
  const graphs: Graph[] = [];
  for (const { procedure, form, process } of realReleases()) {
    const environment = formEnvironment(must('form', compileProcedureForm(procedure, form, shared)), procedure);
    graphs.push(must('compile', compileProcess(must('read', await readProcess(procedure, process)), { environment })));
  }
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const db = new Database(join(folder, 'process.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE instances (id INTEGER PRIMARY KEY, state TEXT NOT NULL)');
  const put = db.prepare('INSERT INTO instances VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state');
  const get = db.prepare<[number], string>('SELECT state FROM instances WHERE id = ?').pluck();
  const save = (id: number, state: ProcessState): void => void put.run(id, JSON.stringify(state));

  rate('in memory', graphs, 300, () => undefined);
  rate(
    'in memory, through JSON at every step',
    graphs,
    300,
    () => undefined,
    (state) => JSON.parse(JSON.stringify(state)) as ProcessState,
  );
  rate('one durable commit a step', graphs, 20, save, (_, id) => JSON.parse(get.get(id) ?? '') as ProcessState);
  db.exec('BEGIN');
  rate(
    'durable, 50 steps a commit',
    graphs,
    100,
    (id, state, step) => {
      save(id, state);
      if (step % 50 === 49) db.exec('COMMIT; BEGIN');
    },
    (_, id) => JSON.parse(get.get(id) ?? '') as ProcessState,
  );
  db.exec('COMMIT');
  db.close();
  rmSync(folder, { recursive: true, force: true });
};

/** Carries `rounds` instances of every process from start to end, each human step by its first outcome. */
const rate = (
  name: string,
  graphs: readonly Graph[],
  rounds: number,
  save: (id: number, state: ProcessState, step: number) => void,
  reload: (state: ProcessState, id: number) => ProcessState = (state) => state,
): void => {
  let steps = 0;
  let instances = 0;
  const started = performance.now();
  for (let round = 0; round < rounds; round += 1)
    for (const graph of graphs) {
      instances += 1;
      let { state } = must('start', startProcess(graph, { type: 'start', variables: {} }, context));
      save(instances, state, (steps += 1));
      for (let step = 0; step < 60; step += 1) {
        const waiting = state.tokens.find(({ kind }) => kind === 'task');
        if (!waiting) break;
        const outcome = graph.nodes[graph.nodeOf[waiting.element] ?? -1]?.settings.outcomes[0]?.id;
        const input = { type: 'complete' as const, task: waiting.id, ...(outcome === undefined ? {} : { outcome }) };
        state = must('step', stepProcess(graph, reload(state, instances), input, context)).state;
        save(instances, state, (steps += 1));
      }
    }
  const perSecond = Math.round((steps / (performance.now() - started)) * 1000);
  console.log(
    `${name.padEnd(58)} ${String(perSecond).padStart(7)} steps/s  (${String(instances)} instances, ${String(steps)} steps)`,
  );
};
