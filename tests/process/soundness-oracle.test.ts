import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  startProcess,
  stepProcess,
  type Choices,
  type Graph,
  type ProcessState,
  type StepResult,
} from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { bpmn, flows, graphOf, NOW } from './support.ts';

/** Small processes of any shape: cycles, splits joined by another kind, branches that end by themselves. */
const model = fc
  .record({
    kinds: fc.array(fc.constantFrom('userTask', 'exclusiveGateway', 'parallelGateway', 'inclusiveGateway'), {
      minLength: 2,
      maxLength: 6,
    }),
    links: fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { minLength: 2, maxLength: 9 }),
  })
  .map(({ kinds, links }) => {
    const ids = kinds.map((_, index) => `n${String(index)}`);
    const pairs = new Set<string>(['s>n0', `n${String(kinds.length - 1)}>e`]);
    for (const [from, to] of links) {
      const source = ids[from % ids.length] ?? 'n0';
      const target = to % (ids.length + 1) === ids.length ? 'e' : (ids[to % ids.length] ?? 'n0');
      if (source !== target) pairs.add(`${source}>${target}`);
    }
    return bpmn(
      '<startEvent id="s"/><endEvent id="e"/>' +
        kinds.map((kind, index) => `<${kind} id="n${String(index)}"/>`).join('') +
        flows([...pairs].join(' ')),
    );
  });

/** More decisions than this in one step are rounds of a loop without people in it. */
const MAX_DECISIONS = 7;
const MAX_STATES = 3_000;

type Decision = readonly [element: string, flows: readonly string[]];

/** All ways one step can go: every choice of every gateway that it passes. */
const ways = (graph: Graph, step: (choices: Choices) => StepResult): readonly Extract<StepResult, { ok: true }>[] => {
  const found: Extract<StepResult, { ok: true }>[] = [];
  const explore = (decided: readonly Decision[]): void => {
    const choices: Record<string, (readonly string[])[]> = {};
    for (const [element, taken] of decided) (choices[element] ??= []).push(taken);
    const result = step(choices);
    if (!result.ok) return;
    const open = result.value.trace.filter(
      ({ type, element }) => type === 'left' && optionsOf(graph, element).length > 1,
    );
    const next = open[decided.length];
    if (!next) {
      found.push(result);
      return;
    }
    if (decided.length >= MAX_DECISIONS) return;
    for (const option of optionsOf(graph, next.element)) explore([...decided, [next.element, option]]);
  };
  explore([]);
  return found;
};

const optionsOf = (graph: Graph, element: string): readonly (readonly string[])[] => {
  const node = graph.nodes[graph.nodeOf[element] ?? -1];
  const ids = (node?.outgoing ?? []).flatMap((flow) => graph.flows[flow]?.id ?? []);
  if (node?.kind === 'exclusiveGateway') return ids.map((id) => [id]);
  if (node?.kind !== 'inclusiveGateway' || ids.length < 2) return [];
  return Array.from({ length: (1 << ids.length) - 1 }, (_, bits) =>
    ids.filter((_id, at) => ((bits + 1) & (1 << at)) !== 0),
  );
};

interface Seen {
  readonly state: ProcessState;
  /** An end reached twice in one run is no proper end. */
  readonly ended: readonly string[];
  readonly next: string[];
}

const keyOf = (state: ProcessState, ended: readonly string[]): string =>
  JSON.stringify([
    state.status,
    state.tokens.map(({ element, kind }) => `${element} ${kind}`).sort(),
    state.joins.map(({ element, flows: arrived }) => [element, Object.entries(arrived).sort()]).sort(),
    [...ended].sort(),
  ]);

/** Soundness by trying everything with the engine itself; undefined where that is too much. */
const bruteForce = (graph: Graph): boolean | undefined => {
  const seen = new Map<string, Seen>();
  const entered = new Set<string>();
  const open: string[] = [];
  let improper = false;
  const visit = (result: Extract<StepResult, { ok: true }>, before: readonly string[]): string => {
    const { state, trace } = result.value;
    const ends = trace.filter(({ type, element }) => type === 'left' && element === 'e').map(({ element }) => element);
    const ended = [...before, ...ends];
    for (const { type, element } of trace) if (type === 'entered') entered.add(element);
    const places = state.tokens.map(({ element }) => element);
    improper ||= ended.length > 1 || new Set(places).size < places.length;
    improper ||= state.joins.some((join) => Object.values(join.flows).some((count) => count > 1));
    const key = keyOf(state, ended);
    if (!seen.has(key)) {
      seen.set(key, { state, ended, next: [] });
      open.push(key);
    }
    return key;
  };
  for (const way of ways(graph, (choices) =>
    startProcess(graph, { type: 'start', variables: {} }, { now: NOW, choices }),
  ))
    visit(way, []);
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (improper) return false;
    if (seen.size > MAX_STATES) return undefined;
    const here = seen.get(key);
    if (!here) continue;
    for (const { id, kind } of here.state.tokens) {
      if (kind !== 'task') continue;
      for (const way of ways(graph, (choices) =>
        stepProcess(graph, here.state, { type: 'complete', task: id }, { now: NOW, choices }),
      ))
        here.next.push(visit(way, here.ended));
    }
  }
  if (improper) return false;
  const canEnd = new Set([...seen].filter(([, { state }]) => state.status === 'ended').map(([key]) => key));
  for (let grown = true; grown;) {
    grown = false;
    for (const [key, { next }] of seen)
      if (!canEnd.has(key) && next.some((one) => canEnd.has(one))) {
        canEnd.add(key);
        grown = true;
      }
  }
  return canEnd.size === seen.size && graph.nodes.every(({ id }) => entered.has(id));
};

describe('soundness, proved and tried', () => {
  it('comes to the same verdict as trying every run with the engine, on processes of any shape', async () => {
    const counts = { sound: 0, unsound: 0, tooMuch: 0 };
    await fc.assert(
      fc.asyncProperty(model, async (xml) => {
        const graph = await graphOf(xml);
        const { verdict, findings } = verifySoundness(graph);
        const tried = bruteForce(graph);
        if (tried === undefined) {
          counts.tooMuch += 1;
          return;
        }
        counts[tried ? 'sound' : 'unsound'] += 1;
        if ((verdict === 'sound') !== tried)
          throw new Error(
            `${verdict}, but tried ${String(tried)}: ${JSON.stringify(findings.map(({ code, element }) => `${code} ${element}`))} ${xml.slice(xml.indexOf('<startEvent'))}`,
          );
      }),
      { numRuns: Number(process.env['SOUNDNESS_RUNS'] ?? 400), seed: 20260101 },
    );
    expect(counts.sound).toBeGreaterThan(10);
    expect(counts.unsound).toBeGreaterThan(50);
  }, 120_000);
});
