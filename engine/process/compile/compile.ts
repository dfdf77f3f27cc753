import type { TypeEnvironment } from '#engine/expression/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { Graph, GraphFlow, GraphMapping, GraphNode, GraphScope } from '../graph.ts';
import type { Decisions } from '../decision-table/model.ts';
import { said } from '../messages.ts';
import type { ParsedDefinitions, ParsedNode } from '../parse/model.ts';
import { chooseProcess } from './choose.ts';
import { draftOf, type CalledReleases, type Draft, type DraftFlow } from './draft.ts';
import { processEnvironment } from './environment.ts';
import { decisionsOf } from './decisions.ts';
import { compileEvent, compileLoop } from './events.ts';
import { expressionCompiler, type ExpressionCompiler } from './expressions.ts';
import { linkFlows } from './links.ts';
import { isActivity, refuseMisplaced } from './place.ts';
import { reachOf } from './reach.ts';
import { isPlainUnitRule } from '../unit-rule.ts';
import { settingsOf } from './workers.ts';

export interface CompileOptions {
  /** Id of the process to run; needed when the file has several. */
  readonly process?: string;
  /** Types of the names that conditions may use; without it nothing is known and nothing is checked. */
  readonly environment?: TypeEnvironment;
  /** Decisions by id that business rule tasks may take, from DMN files. */
  readonly decisions?: Decisions;
  /** Other files, a procedure's release say, whose processes may be called; as they are now, for as long as the graph lives. */
  readonly called?: readonly ParsedDefinitions[];
  /** Processes of releases that may be called as `CODE@NUMBER`. */
  readonly releases?: CalledReleases;
}

/**
 * Turns a parsed file into the graph that is stepped over. Refused by name: what cannot be carried
 * out, references to nothing, conditions that FEEL does not accept.
 */
export const compileProcess = (definitions: ParsedDefinitions, options: CompileOptions = {}): Result<Graph> => {
  const chosen = chooseProcess(definitions, options.process);
  if (!chosen.ok) return chosen;
  const process = chosen.value;
  if (process.nodes.length === 0) return fail(said.nothingToDo(process.id));

  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const draft = draftOf(definitions, process, options, report);
  refuseMisplaced(draft, report);
  const environment = processEnvironment(draft, options.environment);
  const expressions = expressionCompiler(environment, report);
  const decisions = decisionsOf(draft, options.decisions ?? {}, environment, report);

  const flows = compileFlows(draft, expressions, report);
  const nodes = compileNodes(draft, flows, expressions, report);
  const scopes = draft.scopes.map((scope, index) => compileScope(index, scope.id, scope.node, nodes));
  refuseGateTargets(nodes, flows, report);
  warn(nodes, flows, report);

  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length > 0) return fail(...errors);
  const joined = nodes.map((node) =>
    node.kind === 'inclusiveGateway' && node.incoming.length > 1
      ? { ...node, reach: reachOf(node, nodes, flows) }
      : node,
  );
  return ok(
    {
      processId: process.id,
      name: process.name,
      onTheSpot: process.onTheSpot,
      nodes: joined,
      flows,
      scopes,
      nodeOf: Object.fromEntries(draft.nodeOf),
      flowOf: Object.fromEntries(flows.map((flow) => [flow.id, flow.index])),
      scopeOf: Object.fromEntries(draft.scopeOf),
      lanes: draft.lanes,
      decisions,
      hasItems: joined.some(({ loop, inputs }) => loop !== undefined || inputs !== undefined),
    },
    [...definitions.warnings, ...problems],
  );
};

const compileFlows = (
  draft: Draft,
  expressions: ExpressionCompiler,
  report: (problem: Problem) => void,
): readonly GraphFlow[] => {
  const all: readonly DraftFlow[] = [...draft.flows, ...linkFlows(draft, report)];
  const flows: GraphFlow[] = [];
  for (const { parsed, scope } of all) {
    const source = draft.nodeOf.get(parsed.source);
    const target = draft.nodeOf.get(parsed.target);
    if (source === undefined || target === undefined) {
      report(said.dangling(parsed.id, source === undefined ? 'sourceRef' : 'targetRef'));
      continue;
    }
    if (draft.nodes[source]?.scope !== scope || draft.nodes[target]?.scope !== scope)
      report(said.crossScope(parsed.id));
    const condition =
      parsed.condition === undefined ? undefined : expressions.compile(parsed.id, parsed.condition, 'boolean');
    flows.push({
      index: flows.length,
      id: parsed.id,
      name: parsed.name,
      source,
      target,
      ...(condition ? { condition } : {}),
    });
  }
  return flows;
};

const compileNodes = (
  draft: Draft,
  flows: readonly GraphFlow[],
  expressions: ExpressionCompiler,
  report: (problem: Problem) => void,
): readonly GraphNode[] => {
  const incoming: number[][] = draft.nodes.map(() => []);
  const outgoing: number[][] = draft.nodes.map(() => []);
  for (const flow of flows) {
    outgoing[flow.source]?.push(flow.index);
    incoming[flow.target]?.push(flow.index);
  }
  const boundary: number[][] = draft.nodes.map(() => []);
  const attached = draft.nodes.map(({ parsed, scope }, index) => {
    if (parsed.kind !== 'boundaryEvent') return undefined;
    const host = draft.nodeOf.get(parsed.attachedTo ?? '');
    const hostNode = host === undefined ? undefined : draft.nodes[host];
    if (host === undefined || !hostNode || hostNode.scope !== scope || !isActivity(hostNode.parsed)) {
      report(said.dangling(parsed.id, 'attachedToRef'));
      return undefined;
    }
    boundary[host]?.push(index);
    return host;
  });
  const settings = settingsOf(draft);

  return draft.nodes.map(({ parsed, scope }, index): GraphNode => {
    const attachedTo = attached[index];
    const defaultFlow = flows.find((flow) => flow.id === parsed.defaultFlow && flow.source === index)?.index;
    if (parsed.defaultFlow !== undefined && defaultFlow === undefined) report(said.dangling(parsed.id, 'default'));
    const event = parsed.event ? compileEvent(parsed.id, parsed.event, expressions) : undefined;
    const loop = parsed.loop ? compileLoop(parsed.id, parsed.loop, expressions) : undefined;
    const inner = draft.scopeOf.get(
      parsed.kind === 'callActivity' ? (parsed.called ?? '') : parsed.inside ? parsed.id : '',
    );
    const handler = compensationHandler(draft, parsed, scope, report);
    const unit = settings[index]?.unit;
    const unitRule =
      isActivity(parsed) && unit !== undefined && !isPlainUnitRule(unit)
        ? expressions.compile(parsed.id, unit, 'string')
        : undefined;
    const key = parsed.key === undefined ? undefined : expressions.compile(parsed.id, parsed.key);
    return {
      index,
      id: parsed.id,
      kind: parsed.kind,
      name: parsed.name,
      scope,
      incoming: incoming[index] ?? [],
      outgoing: outgoing[index] ?? [],
      boundary: boundary[index] ?? [],
      interrupting: parsed.interrupting,
      byEvent: parsed.byEvent,
      compensation: parsed.compensation,
      settings: settings[index] ?? parsed.settings,
      ...(defaultFlow === undefined ? {} : { defaultFlow }),
      ...(attachedTo === undefined ? {} : { attachedTo }),
      ...(event ? { event } : {}),
      ...(loop ? { loop } : {}),
      ...(inner === undefined ? {} : { inner }),
      ...(handler === undefined ? {} : { handler }),
      ...(parsed.message ? { message: parsed.message } : {}),
      ...(key ? { key } : {}),
      ...(unitRule ? { unitRule } : {}),
      ...compiledMappings(parsed, expressions),
      ...(parsed.decision ? { decision: parsed.decision } : {}),
    };
  });
};

const compiledMappings = (
  parsed: ParsedNode,
  expressions: ExpressionCompiler,
): Pick<GraphNode, 'inputs' | 'outputs'> => {
  const compile = (mappings: ParsedNode['inputs']): readonly GraphMapping[] =>
    (mappings ?? []).flatMap(({ target, source }) => {
      const value = expressions.compile(parsed.id, source);
      return value ? [{ target, value }] : [];
    });
  return {
    ...(parsed.inputs ? { inputs: compile(parsed.inputs) } : {}),
    ...(parsed.outputs ? { outputs: compile(parsed.outputs) } : {}),
  };
};

/** The activity that a compensation boundary event is associated with. */
const compensationHandler = (
  draft: Draft,
  event: ParsedNode,
  scope: number,
  report: (problem: Problem) => void,
): number | undefined => {
  if (event.kind !== 'boundaryEvent' || event.event?.type !== 'compensate') return undefined;
  const association = draft.scopes[scope]?.parsed.associations.find(
    ({ source, target }) => source === event.id || target === event.id,
  );
  const id = association?.source === event.id ? association.target : association?.source;
  const handler = draft.nodeOf.get(id ?? '');
  if (handler === undefined) report(said.noHandler(event.id));
  return handler;
};

const compileScope = (index: number, id: string, node: number | undefined, nodes: readonly GraphNode[]): GraphScope => {
  const inside = nodes.filter((candidate) => candidate.scope === index);
  const starts = inside.filter((candidate) => candidate.kind === 'startEvent');
  const none = starts.filter((candidate) => candidate.event?.type === 'none');
  const unstarted = inside.filter(
    (candidate) =>
      candidate.incoming.length === 0 &&
      candidate.kind !== 'boundaryEvent' &&
      !candidate.byEvent &&
      !candidate.compensation &&
      candidate.event?.type !== 'link',
  );
  return {
    index,
    id,
    ...(node === undefined ? {} : { node }),
    nodes: inside.map((candidate) => candidate.index),
    starts: (starts.length > 0 ? none : unstarted).map((candidate) => candidate.index),
    eventSubs: inside.filter((candidate) => candidate.byEvent).map((candidate) => candidate.index),
  };
};

/** Behind an event-based gateway only events that can be waited for, and receive tasks. */
const refuseGateTargets = (
  nodes: readonly GraphNode[],
  flows: readonly GraphFlow[],
  report: (problem: Problem) => void,
): void => {
  for (const gateway of nodes) {
    if (gateway.kind !== 'eventBasedGateway') continue;
    for (const flow of gateway.outgoing) {
      const target = nodes[flows[flow]?.target ?? -1];
      const waits =
        target?.kind === 'receiveTask' || (target?.kind === 'intermediateCatchEvent' && target.event?.type !== 'link');
      if (!waits && target)
        report(
          said.misplaced(target.id, target.kind, {
            vi: 'sau cổng theo sự kiện chỉ được đặt sự kiện chờ hoặc bước nhận.',
            en: 'only catching events and receive tasks may follow an event-based gateway.',
          }),
        );
    }
  }
};

const warn = (nodes: readonly GraphNode[], flows: readonly GraphFlow[], report: (problem: Problem) => void): void => {
  for (const node of nodes) {
    if (node.kind === 'serviceTask' && node.settings.connector === undefined) report(said.noWork(node.id));
    if (node.kind !== 'parallelGateway') continue;
    for (const index of node.outgoing) {
      const flow = flows[index];
      if (flow?.condition) report(said.ignoredCondition(flow.id));
    }
  }
};
