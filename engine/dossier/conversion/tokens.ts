import { addWorkingMinutes } from '#engine/clock/index.ts';
import {
  markingOf,
  migrate,
  planMigration,
  replayOn,
  settingsFor,
  type Graph,
  type Mapping,
  type ProcessState,
} from '#engine/process/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import type { PreparedRelease } from '../prepared.ts';
import { problems } from '../problems.ts';
import { placeOfTask, settingsOf, startProcess, stepContext } from '../process.ts';
import type { ConversionEvidence, DossierState, DossierTask } from '../types.ts';

export type Work = Pick<DossierState, 'process' | 'tasks' | 'timers' | 'visited'>;

/**
 * Where the dossier stands in the new process. It may only stand where one that had run there from the
 * beginning, with the same steps at the same times, would stand (compliance, Rinderle and Reichert): so a
 * converted dossier and a fresh one go on alike. `host` has the answers of the new release already.
 */
export const convertedProcess = (
  host: DossierState,
  target: PreparedRelease,
  context: CommandContext,
): Result<Work & { readonly evidence: ConversionEvidence }> => {
  const { process, tasks, timers, visited } = host;
  if (!process || host.acceptedAt === undefined)
    return ok({ ...compact({ process }), tasks, timers, visited, evidence: 'none' });
  const from = context.prepared.graph;
  const to = target.graph;
  if (isSame(from, to)) return ok({ process, tasks, timers, visited, evidence: 'same-process' });
  const there = { ...context, prepared: target };
  const plan = planMigration(from, to);
  const moved = migrate(from, to, process, plan, {
    ...stepContext(host, there),
    ...(context.check ? { check: context.check } : {}),
  });
  if (!moved.ok) return moved;
  const replayed = played(host, there);
  if (!replayed.ok) return replayed;
  const { state } = moved.value;
  if (!standsAlike(state, replayed.value)) return fail(problems.placeDiffers(namesOf(to, replayed.value)));
  const done = movedTasks(host, state, context, there);
  if (!done.ok) return done;
  return ok({
    process: state,
    tasks: done.value,
    timers: state.timers.map(({ id, element, due }) => ({ token: id, element, due })),
    visited: movedPath(visited, plan.mapping, to),
    evidence: 'replay',
  });
};

const sameAs = new WeakMap<Graph, WeakMap<Graph, boolean>>();

/** Compared once a pair: a batch asks it for every dossier. */
const isSame = (from: Graph, to: Graph): boolean => {
  if (from === to) return true;
  const known = sameAs.get(from) ?? new WeakMap<Graph, boolean>();
  const same = known.get(to) ?? JSON.stringify(from) === JSON.stringify(to);
  sameAs.set(from, known.set(to, same));
  return same;
};

/** The dossier's history on the new process: its reception, then every step that was done. */
const played = (host: DossierState, there: CommandContext): Result<ProcessState> => {
  const { prepared } = there;
  const acceptedAt = host.nonTerritorial?.arrivedAt ?? host.acceptedAt ?? happenedAt(there);
  const { process: _process, ...rest } = host;
  const begun = startProcess({ ...rest, tasks: [], timers: [] }, { ...there, now: acceptedAt, occurredAt: acceptedAt });
  if (!begun.ok) return begun;
  const history = host.done.map(({ element, outcome, at }) => ({ element, at, ...compact({ outcome }) }));
  return replayOn(prepared.graph, begun.value.process, history, stepContext(host, there));
};

const standsAlike = (left: ProcessState, right: ProcessState): boolean =>
  markingOf(left).join('\n') === markingOf(right).join('\n') && sorted(left.variables) === sorted(right.variables);

const sorted = (variables: ProcessState['variables']): string =>
  JSON.stringify(Object.entries(variables).sort(([one], [other]) => (one < other ? -1 : 1)));

const namesOf = (graph: Graph, { tokens }: ProcessState): readonly string[] =>
  tokens
    .filter(({ kind }) => kind === 'task' || kind === 'catch')
    .map(({ element }) => graph.nodes[graph.nodeOf[element] ?? -1]?.name || element);

/** Who has a task keeps it, unless another role or unit does it now; its own date moves only with its working time. */
const movedTasks = (
  host: DossierState,
  state: ProcessState,
  before: CommandContext,
  there: CommandContext,
): Result<readonly DossierTask[]> => {
  const tasks: DossierTask[] = [];
  for (const task of host.tasks) {
    const element = state.tokens.find(({ id }) => id === task.token)?.element;
    if (element === undefined) continue;
    const { graph } = there.prepared;
    const node = graph.nodes[graph.nodeOf[element] ?? -1];
    const settings = node
      ? settingsFor(node, () => ({ ...stepContext(host, there).scope, ...state.variables }))
      : settingsOf(there.prepared, element);
    const place = placeOfTask(settings, host, there);
    if (!place.ok) return place;
    const { assignee, dueAt, ...rest } = task;
    const stays = place.value.role === task.role && place.value.unit === task.unit;
    const due =
      settings.minutes === settingsOf(before.prepared, task.element).minutes
        ? dueAt
        : settings.minutes && addWorkingMinutes(there.calendar, task.openedAt, settings.minutes);
    tasks.push({
      ...rest,
      ...place.value,
      element,
      name: node?.name || element,
      ...compact({ dueAt: due || undefined, assignee: stays ? assignee : undefined }),
    });
  }
  return ok(tasks);
};

const movedPath = (visited: readonly string[], mapping: Mapping, to: Graph): readonly string[] =>
  visited.flatMap((id) => {
    const element = mapping[id]?.to;
    if (element !== undefined) return [element];
    return to.flowOf[id] === undefined ? [] : [id];
  });
