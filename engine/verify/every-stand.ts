import {
  startProcess,
  stepProcess,
  type Choices,
  type Graph,
  type ProcessState,
  type ProcessTrace,
  type StepContext,
  type StepResult,
} from '#engine/process/index.ts';
import { movesOf } from './reason/index.ts';

/** Different places where a dossier can stand that are looked at; beyond them the list is not complete. */
const MOST = 120;
/** Ways of leaving gateways that one step may pass. */
const MOST_WAYS = 64;

const NOW = '2026-01-05T01:00:00.000Z';

/** Every place in the process where a dossier can wait, whatever conditions say: the engine itself goes everywhere. */
export const everyStand = (graph: Graph): { readonly stands: readonly ProcessState[]; readonly complete: boolean } => {
  const stands = new Map<string, ProcessState>();
  let complete = true;
  const queue: ProcessState[] = [];
  const visit = (result: StepResult): void => {
    if (!result.ok || result.value.state.status !== 'active') return;
    const { state } = result.value;
    const key = JSON.stringify([
      state.tokens.map(({ element, kind }) => `${element} ${kind}`).sort(),
      state.joins.map(({ element, flows }) => [element, Object.keys(flows).sort()]),
    ]);
    if (stands.has(key)) return;
    if (stands.size >= MOST) {
      complete = false;
      return;
    }
    stands.set(key, state);
    queue.push(state);
  };
  for (const result of everyChoice(graph, (context) => startProcess(graph, { type: 'start', variables: {} }, context)))
    visit(result);
  for (let state = queue.shift(); state; state = queue.shift()) {
    const here = state;
    for (const { input } of movesOf(graph, here))
      for (const result of everyChoice(graph, (context) => stepProcess(graph, here, input, context))) visit(result);
  }
  return { stands: [...stands.values()], complete };
};

/** One step with each way of leaving each gateway that it passes: what is not yet chosen is chosen in every way. */
function* everyChoice(graph: Graph, step: (context: StepContext) => StepResult): Generator<StepResult> {
  const open: Choices[] = [{}];
  let tried = 0;
  for (let choices = open.pop(); choices; choices = open.pop()) {
    tried += 1;
    const result = step({ now: NOW, choices });
    const missing = result.ok ? firstUnchosen(graph, result.value.trace, choices) : undefined;
    if (missing === undefined || tried > MOST_WAYS) yield result;
    else
      for (const way of waysOf(graph, missing))
        open.push({ ...choices, [missing]: [...(choices[missing] ?? []), way] });
  }
}

const firstUnchosen = (graph: Graph, trace: readonly ProcessTrace[], choices: Choices): string | undefined => {
  const left = new Map<string, number>();
  for (const { type, element } of trace) {
    // Where no condition holds the choice is an incident: it has not left.
    if ((type !== 'left' && type !== 'incident') || waysOf(graph, element).length < 2) continue;
    left.set(element, (left.get(element) ?? 0) + 1);
    if ((left.get(element) ?? 0) > (choices[element]?.length ?? 0)) return element;
  }
  return undefined;
};

/** Each flow of a choice by itself; of an inclusive one also all together. */
const waysOf = (graph: Graph, element: string): readonly (readonly string[])[] => {
  const node = graph.nodes[graph.nodeOf[element] ?? -1];
  const flows = (node?.outgoing ?? []).flatMap((index) => graph.flows[index]?.id ?? []);
  if (node?.kind === 'exclusiveGateway') return flows.map((flow) => [flow]);
  return node?.kind === 'inclusiveGateway' ? [...flows.map((flow) => [flow]), flows] : [flows];
};
