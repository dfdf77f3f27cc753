import {
  startProcess,
  stepProcess,
  type Choices,
  type Graph,
  type GraphNode,
  type ProcessInput,
  type ProcessState,
  type StepContext,
  type StepResult,
} from '#engine/process/index.ts';
import { NOW } from './support.ts';

export type Truth = 'sound' | 'unsafe' | 'cannot-end' | 'dead' | 'too-many';

interface Seen {
  readonly state: ProcessState;
  /** End events that have had their token, while their scope runs. */
  readonly ended: ReadonlySet<string>;
  readonly next: number[];
}

/**
 * What a process can do, found out by doing all of it with the real stepper: every choice of every
 * gateway, every order in which what waits can happen. Knows nothing of nets; slow, and therefore
 * something to hold the soundness check to.
 */
export const everyRun = (graph: Graph, limit = 2_000): Truth => {
  const seen: Seen[] = [];
  const known = new Map<string, number>();
  const passed = new Set<string>();
  let unsafe = false;

  const visit = (result: StepResult, before: ReadonlySet<string>): number => {
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { state, trace } = result.value;
    const ended = new Set(before);
    for (const { type, element } of trace) {
      if (type === 'taken') continue;
      passed.add(element);
      const node = graph.nodes[graph.nodeOf[element] ?? -1];
      if (!node || type !== 'entered') continue;
      // Passing its start event, a scope begins anew: when it is entered, and in each of its turns.
      if (node.kind === 'startEvent')
        for (const inside of within(
          graph,
          graph.scopes.findIndex(({ starts }) => starts.includes(node.index)),
        ))
          ended.delete(inside.id);
      if (node.kind !== 'endEvent') continue;
      if (ended.has(element)) unsafe = true;
      ended.add(element);
    }
    // What counts the turns of an activity stands there beside the turn itself.
    const standing = state.tokens.flatMap(({ element, kind }) => (kind === 'loop' ? [] : [element])).sort();
    if (new Set(standing).size < standing.length) unsafe = true;
    if (state.joins.some((join) => Object.values(join.flows).some((count) => count > 1))) unsafe = true;
    const name = JSON.stringify([
      state.status,
      standing,
      state.tokens.flatMap(({ element, turn }) => (turn === undefined ? [] : [`${element} ${String(turn)}`])).sort(),
      state.joins.map(({ element, flows }) => [element, Object.keys(flows).sort()].flat().join()).sort(),
      state.timers.map(({ element }) => element).sort(),
      [...ended].sort(),
    ]);
    const old = known.get(name);
    if (old !== undefined) return old;
    known.set(name, seen.length);
    seen.push({ state, ended, next: [] });
    return seen.length - 1;
  };

  for (const result of everyChoice(graph, (context) => startProcess(graph, { type: 'start', variables: {} }, context)))
    visit(result, new Set());
  for (let at = 0; at < seen.length && !unsafe; at += 1) {
    const here = seen[at];
    if (!here) break;
    if (seen.length > limit) return 'too-many';
    for (const input of inputsOf(here.state))
      for (const result of everyChoice(graph, (context) => stepProcess(graph, here.state, input, context)))
        here.next.push(visit(result, here.ended));
  }
  if (unsafe) return 'unsafe';
  if (!allCanEnd(seen)) return 'cannot-end';
  return graph.nodes.every((node) => passed.has(node.id)) ? 'sound' : 'dead';
};

const within = (graph: Graph, scope: number): readonly GraphNode[] =>
  (graph.scopes[scope]?.nodes ?? []).flatMap((index) => {
    const node = graph.nodes[index];
    if (!node) return [];
    return node.inner === undefined ? [node] : [node, ...within(graph, node.inner)];
  });

const inputsOf = (state: ProcessState): readonly ProcessInput[] =>
  state.status === 'active'
    ? [
        ...state.tokens.flatMap((token): readonly ProcessInput[] =>
          token.kind === 'task' ? [{ type: 'complete', task: token.id }] : [],
        ),
        ...state.timers.map((timer): ProcessInput => ({ type: 'timer', timer: timer.id })),
      ]
    : [];

/** One step with each way of leaving each gateway that it passes: what is not yet chosen is chosen in every way. */
function* everyChoice(graph: Graph, step: (context: StepContext) => StepResult): Generator<StepResult> {
  const open: Choices[] = [{}];
  for (let choices = open.pop(); choices; choices = open.pop()) {
    const result = step({ now: NOW, choices });
    const missing = result.ok ? firstUnchosen(graph, result.value.trace, choices) : undefined;
    if (missing === undefined) yield result;
    else
      for (const way of waysOf(graph, missing))
        open.push({ ...choices, [missing]: [...(choices[missing] ?? []), way] });
  }
}

const firstUnchosen = (
  graph: Graph,
  trace: readonly { readonly type: string; readonly element: string }[],
  choices: Choices,
): string | undefined => {
  const left = new Map<string, number>();
  for (const { type, element } of trace) {
    if (type !== 'left' || waysOf(graph, element).length < 2) continue;
    left.set(element, (left.get(element) ?? 0) + 1);
    if ((left.get(element) ?? 0) > (choices[element]?.length ?? 0)) return element;
  }
  return undefined;
};

const waysOf = (graph: Graph, element: string): readonly (readonly string[])[] => {
  const node = graph.nodes[graph.nodeOf[element] ?? -1];
  const flows = (node?.outgoing ?? []).flatMap((index) => graph.flows[index]?.id ?? []);
  if (node?.kind === 'exclusiveGateway') return flows.map((flow) => [flow]);
  if (node?.kind !== 'inclusiveGateway') return [flows];
  return flows.reduce<readonly (readonly string[])[]>(
    (sets, flow) => [...sets, ...sets.map((set) => [...set, flow]), [flow]],
    [],
  );
};

/** Backwards from what has ended. */
const allCanEnd = (seen: readonly Seen[]): boolean => {
  const before: number[][] = seen.map(() => []);
  seen.forEach(({ next }, index) => {
    for (const after of next) before[after]?.push(index);
  });
  const ends = new Set(seen.flatMap(({ state }, index) => (state.status === 'ended' ? [index] : [])));
  for (const index of ends) for (const earlier of before[index] ?? []) ends.add(earlier);
  return ends.size === seen.length;
};
