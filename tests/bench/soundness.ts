import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compileProcess, parseProcess, type Graph } from '#engine/process/index.ts';
import { must } from '#seeds/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { compiled } from './process/models.ts';
import { summarize } from './measure.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/bpmn');
const ROUNDS = 5;

const graphOf = async (file: string): Promise<Graph> =>
  must(file, compileProcess(must(file, await parseProcess(readFileSync(file, 'utf8'), { maxBytes: 20_000_000 }))));

/** Exclusive branches side by side between a parallel split and join: 2^n ways, one answer. */
const branches = (count: number): string => {
  const ids = Array.from({ length: count }, (_, index) => `b${String(index)}`);
  const flow = (source: string, target: string): string =>
    `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}"/>`;
  return `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:bench"><process id="p" isExecutable="true"><startEvent id="s"/><parallelGateway id="f"/><parallelGateway id="j"/><endEvent id="e"/>${flow('s', 'f')}${flow('j', 'e')}${ids
    .map((id) => `<userTask id="${id}"/>${flow('f', id)}${flow(id, 'j')}`)
    .join('')}</process></definitions>`;
};

const millis = (work: () => unknown): number => {
  const began = performance.now();
  work();
  return performance.now() - began;
};

/** The fastest of several runs for each model: what the machine does besides is not the model's cost. */
const best = (graph: Graph): number =>
  Math.min(...Array.from({ length: ROUNDS }, () => millis(() => verifySoundness(graph))));

const line = (name: string, times: readonly number[]): void => {
  const { median, p95, maximum } = summarize(name, times);
  console.log(
    `${name.padEnd(52)} median ${median.toFixed(3)} ms  p95 ${p95.toFixed(2)}  max ${maximum.toFixed(2)}  n=${String(times.length)}`,
  );
};

/** Soundness of compiled models, without reading them: the industrial ones, many branches, and very large ones. */
export const benchSoundness = async (): Promise<void> => {
  line('17 parallel branches', [best(await compiled(branches(17)))]);
  if (!existsSync(SHARED)) {
    console.log('the industrial models lie in ../shared, which is not here');
    return;
  }
  const sets = ['A', 'B1', 'B2', 'B3', 'C'].map((set) => path.join(SHARED, 'ibm-soundness', set));
  const graphs: (readonly [string, Graph])[] = [];
  for (const set of sets) for (const name of readdirSync(set)) graphs.push([name, await graphOf(path.join(set, name))]);
  for (const [, graph] of graphs) verifySoundness(graph);
  const times = graphs.map(([name, graph]) => [name, best(graph)] as const);
  line(
    'industrial models',
    times.map(([, ms]) => ms),
  );
  const slowest = [...times].sort(([, one], [, other]) => other - one).slice(0, 3);
  console.log(`  slowest: ${slowest.map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(', ')}`);
  for (const name of ['400', '500']) {
    const graph = await graphOf(path.join(SHARED, 'rust_bpmn_analyzer/cli/benchmark_input', `${name}.bpmn`));
    line(`${name}.bpmn, ${String(graph.nodes.length)} nodes`, [best(graph)]);
  }
};
