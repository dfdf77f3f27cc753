import { compileExpression, evaluate } from '#engine/expression/index.ts';
import { compileProcess, parseProcess } from '#engine/process/index.ts';
import { must } from '#seeds/index.ts';
import { evaluate as feelin } from 'feelin';
import { measure, print, summarize } from '../measure.ts';
import { benchDefinitions } from './definitions.ts';
import { compiled, parallel, round, sequence } from './models.ts';
import { begin, completeNext, openDurable, runThroughJson, runToEnd } from './ours.ts';
import { peerInMemory, peerSavedAndRecovered } from './peer.ts';

const ROUNDS = 5;

/** Instances or tasks a second: the median of several rounds, peers taking turns so that noise meets all alike. */
const rates = async (
  contenders: readonly (readonly [name: string, work: () => Promise<number> | number])[],
): Promise<Readonly<Record<string, number>>> => {
  const seen = contenders.map((): number[] => []);
  for (let round = -1; round < ROUNDS; round += 1)
    for (const [index, [, work]] of contenders.entries()) {
      const started = performance.now();
      const done = await work();
      // The first round warms up.
      if (round >= 0) seen[index]?.push((done / (performance.now() - started)) * 1000);
    }
  return Object.fromEntries(contenders.map(([name], index) => [name, summarize(name, seen[index] ?? []).median]));
};

const times = (count: number, work: () => unknown) => async (): Promise<number> => {
  for (let done = 0; done < count; done += 1) await work();
  return count;
};

const timesAtOnce = (count: number, work: () => unknown) => (): number => {
  for (let done = 0; done < count; done += 1) work();
  return count;
};

const say = (name: string, perSecond: number, ratios: string): void => {
  console.log(`${name.padEnd(58)} ${perSecond.toFixed(perSecond < 100 ? 1 : 0).padStart(9)} /s  ${ratios}`);
};

const against = async (model: string, xml: string): Promise<void> => {
  const graph = await compiled(xml);
  const tasks = runToEnd(graph);
  const durable = openDurable();
  let bytes = 0;
  const rate = await rates([
    ['peer', times(20, () => peerInMemory(xml))],
    ['peer saved', times(6, async () => (bytes = await peerSavedAndRecovered(xml)))],
    ['ours', timesAtOnce(10_000, () => runToEnd(graph))],
    ['json', timesAtOnce(4_000, () => runThroughJson(graph))],
    ['bare', () => (durable.bare(1_000), 1_000)],
    ['single', () => durable.run(graph, 100, 1) / tasks],
    ['group', () => durable.run(graph, 1_000, 50) / tasks],
  ]);
  durable.close();
  const of = (name: string): number => rate[name] ?? Number.NaN;
  const ratio = (name: string, peer: string): string => `${(of(name) / of(peer)).toFixed(0)} × ${peer}`;
  console.log(`\n${model}, ${String(tasks)} tasks; instances a second, median of ${String(ROUNDS)} rounds`);
  say('bpmn-engine 25, in memory', of('peer'), '');
  say('bpmn-engine 25, saved and recovered before each task', of('peer saved'), `state ${String(bytes)} bytes`);
  say('ours, in memory', of('ours'), ratio('ours', 'peer'));
  say('ours, state through JSON at each task', of('json'), ratio('json', 'peer saved'));
  say(
    'ours, every task a durable commit',
    of('single'),
    `${ratio('single', 'peer saved')}; ${(of('single') * tasks).toFixed(0)} tasks/s; bare one-row commits ${of('bare').toFixed(0)}/s`,
  );
  say(
    'ours, 50 tasks a commit',
    of('group'),
    `${ratio('group', 'peer saved')}; ${(of('group') * tasks).toFixed(0)} tasks/s`,
  );
  console.log(
    `state of a waiting instance: ${String(Buffer.byteLength(JSON.stringify(begin(graph))))} bytes; after its first task ${String(Buffer.byteLength(JSON.stringify(completeNext(graph, begin(graph)))))}`,
  );
};

/** The cost of one step must depend neither on the size of the process nor on how long the dossier has run. */
const growth = async (): Promise<void> => {
  console.log('\none step, by size of the process and by age of the dossier');
  for (const size of [10, 100, 1_000]) {
    const graph = await compiled(sequence(size));
    const state = begin(graph);
    await oneStep(`sequence of ${String(size)} tasks`, () => completeNext(graph, state));
  }
  const graph = await compiled(round());
  let state = begin(graph);
  for (const age of [0, 100, 10_000]) {
    for (let turn = 0; turn < age; turn += 1) state = completeNext(graph, state, { done: false });
    const now = state;
    await oneStep(`after ${String(age)} more turns (state ${String(JSON.stringify(now).length)} bytes)`, () =>
      completeNext(graph, now, { done: false }),
    );
  }
};

const oneStep = async (name: string, work: () => unknown): Promise<void> => {
  const batch = 2_000;
  const measured = await measure(name, () => Promise.resolve(timesAtOnce(batch, work)()), { runs: 15 });
  console.log(`${name.padEnd(58)} median ${((measured.median / batch) * 1000).toFixed(2)} µs`);
};

const compileCost = async (): Promise<void> => {
  const parsed = must('parse', await parseProcess(sequence(100)));
  print(
    await measure('compile a process of 102 elements', () => Promise.resolve(compileProcess(parsed)), { runs: 30 }),
  );
};

/** A condition as processes have them, compiled once; feelin parses it at every call, having no compiled form. */
const conditionCost = async (): Promise<void> => {
  const source = 'form.amount > 1000 and form.kind = "a" or outcome.check = "ok"';
  const names = { form: { amount: 1500, kind: 'b' }, outcome: { check: 'ok' } };
  const expression = must('expression', compileExpression(source, 'untyped', 'boolean'));
  if (evaluate(expression, names) !== true) throw new Error('the condition should hold');
  const rate = await rates([
    ['feelin', timesAtOnce(200, () => feelin(source, names))],
    ['ours', timesAtOnce(200_000, () => evaluate(expression, names))],
  ]);
  const { ours = Number.NaN, feelin: peer = Number.NaN } = rate;
  console.log(
    `\na FEEL condition, compiled: ${(1e6 / ours).toFixed(3)} µs; feelin ${(1e6 / peer).toFixed(0)} µs; ${(ours / peer).toFixed(0)} × as fast`,
  );
};

/** Steps of the process engine beside bpmn-engine, in memory and on the disk; then our own definitions. */
export const benchProcess = async (): Promise<void> => {
  await against('a sequence', sequence(10));
  await against('side by side', parallel(4));
  await growth();
  await compileCost();
  await conditionCost();
  console.log('\nthe processes of definitions/');
  await benchDefinitions();
};
