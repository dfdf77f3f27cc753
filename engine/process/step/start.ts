import { fail, ok } from '#engine/result/index.ts';
import type { Graph, GraphNode } from '../graph.ts';
import { said } from '../messages.ts';
import type { ProcessInput, StepContext, StepResult } from '../types.ts';
import { advance } from './advance.ts';
import { closeRun, openRun } from './run.ts';
import { openScope } from './scopes.ts';

/**
 * Starts the process: at its none start events, or at the start event `element` (a message, timer or
 * signal that came). Without any start event, at everything that has no incoming flow.
 */
export const startProcess = (
  graph: Graph,
  input: Extract<ProcessInput, { type: 'start' }>,
  context: StepContext,
): StepResult => {
  const root = graph.scopes[0];
  const at = input.element === undefined ? undefined : graph.nodes[graph.nodeOf[input.element] ?? -1];
  if (input.element !== undefined && (at?.kind !== 'startEvent' || at.scope !== 0))
    return fail(said.startElement(input.element));
  const chosen = at ?? (root && root.starts.length === 0 ? onlyStart(graph) : undefined);
  if (!chosen && root?.starts.length === 0) return fail(said.startChoice());

  const run = openRun(
    graph,
    {
      v: 1,
      process: graph.processId,
      status: 'active',
      next: 1,
      scopes: [],
      tokens: [],
      joins: [],
      timers: [],
      variables: input.variables,
    },
    context,
  );
  openScope(run, 0, undefined, undefined, chosen);
  advance(run);
  return ok({ state: closeRun(run), effects: run.effects, trace: run.trace });
};

/** A process that starts by one event only needs no choice. */
const onlyStart = (graph: Graph): GraphNode | undefined => {
  const starts = graph.nodes.filter((node) => node.scope === 0 && node.kind === 'startEvent');
  return starts.length === 1 ? starts[0] : undefined;
};
