import { addWorkingMinutes, localDate } from '#engine/clock/index.ts';
import {
  startProcess as startGraph,
  stepProcess,
  type ProcessEffect,
  type ProcessInput,
  type ProcessState,
  type ProcessTrace,
  type StepContext,
  type TaskSettings,
} from '#engine/process/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { happenedAt, type CommandContext } from './context.ts';
import { forwardBy } from './dates.ts';
import { oneStopOf } from './one-stop-rules.ts';
import type { OutsideCall, ProcessAdvance } from './events.ts';
import type { PreparedRelease } from './prepared.ts';
import { problems } from './problems.ts';
import { competentUnit } from './non-territorial.ts';
import type { Applicant, DossierState, DossierTask, NonTerritorial } from './types.ts';

/** What the process needs to know of its dossier. */
export type ProcessHost = Pick<
  DossierState,
  'id' | 'answers' | 'channel' | 'receivingUnit' | 'decidingUnit' | 'tasks' | 'timers'
> & {
  readonly case?: string;
  readonly nonTerritorial?: NonTerritorial;
  readonly process?: ProcessState;
  readonly applicant: Pick<Applicant, 'kind'>;
};

/** Settings of a task by element id; those of an element the release no longer has are empty. */
export const settingsOf = (prepared: PreparedRelease, element: string): TaskSettings => {
  const index = prepared.graph.nodeOf[element];
  return (
    (index === undefined ? undefined : prepared.graph.nodes[index]?.settings) ?? {
      outcomes: [],
      produces: [],
      requires: [],
    }
  );
};

export const stepContext = (host: ProcessHost, context: CommandContext): StepContext => {
  const at = happenedAt(context);
  const unit = competentUnit(host);
  const level = context.units.level(unit);
  return {
    now: at,
    scope: {
      form: host.answers,
      case: host.case ?? null,
      channel: host.channel,
      unit: level === undefined ? null : { code: unit, level },
      applicant: { kind: host.applicant.kind },
      today: localDate(at),
    },
  };
};

const roleOf = ({ role, act }: TaskSettings): string => {
  if (role !== undefined) return role;
  if (act === 'receive' || act === 'hand-out' || act === 'enter-result') return 'clerk';
  return act === 'sign' ? 'leader' : 'officer';
};

/** Taken in for another unit, the work is that unit's; the counter that took it in hands the result out. */
const unitOf = ({ unit, act }: TaskSettings, host: ProcessHost, context: CommandContext): string | undefined => {
  if (unit === undefined || unit === 'deciding') return host.decidingUnit;
  if (unit === 'receiving') return act === 'hand-out' ? host.receivingUnit : competentUnit(host);
  return context.units.resolve(unit, competentUnit(host));
};

/** Where and by whom a task is done. */
export const placeOfTask = (
  settings: TaskSettings,
  host: ProcessHost,
  context: CommandContext,
): Result<Pick<DossierTask, 'role' | 'unit'>> => {
  const unit = unitOf(settings, host, context);
  return unit === undefined
    ? fail(problems.unitUnknown(settings.unit ?? 'deciding'))
    : ok({ role: roleOf(settings), unit });
};

/** The counter's own step right after acceptance, where another agency decides: it sends the dossier on. */
const handsOver = ({ role, unit }: Pick<DossierTask, 'role' | 'unit'>, host: ProcessHost): boolean =>
  host.process === undefined && role === 'clerk' && unit === competentUnit(host) && unit !== host.decidingUnit;

const taskOf = (
  effect: Extract<ProcessEffect, { type: 'open-task' }>,
  host: ProcessHost,
  context: CommandContext,
): Result<DossierTask> => {
  const { token, element, name, settings } = effect;
  const place = placeOfTask(settings, host, context);
  if (!place.ok) return place;
  const openedAt = happenedAt(context);
  const dueAt =
    settings.minutes === undefined
      ? handsOver(place.value, host)
        ? forwardBy(context.calendar, openedAt, oneStopOf(context).forwarding)
        : undefined
      : addWorkingMinutes(context.calendar, openedAt, settings.minutes);
  return ok({
    id: `${host.id}:${token}`,
    token,
    element,
    name: name === '' ? element : name,
    ...place.value,
    openedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
};

const callOf = (effect: ProcessEffect): readonly OutsideCall[] => {
  switch (effect.type) {
    case 'call-service':
      return [{ type: 'service', token: effect.token, element: effect.element, connector: effect.connector }];
    case 'throw-message':
      return [
        {
          type: 'message',
          element: effect.element,
          name: effect.name,
          ...(effect.key === undefined ? {} : { key: effect.key }),
        },
      ];
    case 'throw-signal':
      return [{ type: 'signal', element: effect.element, name: effect.name }];
    default:
      return [];
  }
};

interface Stepped {
  readonly state: ProcessState;
  readonly effects: readonly ProcessEffect[];
  readonly trace: readonly ProcessTrace[];
}

/** What the steps come to: tasks and timers that stay, those that are gone, where it has been. */
const sum = (
  { state, effects, trace }: Stepped,
  host: ProcessHost,
  context: CommandContext,
): Result<ProcessAdvance> => {
  const waits = new Set(state.tokens.map(({ id }) => id));
  const opened: DossierTask[] = [];
  const found: Problem[] = [];
  for (const effect of effects) {
    if (effect.type !== 'open-task' || !waits.has(effect.token)) continue;
    const task = taskOf(effect, host, context);
    if (task.ok) opened.push(task.value);
    else found.push(...task.problems);
  }
  if (found.length > 0) return fail(...found);
  return ok({
    process: state,
    opened,
    closed: host.tasks.map(({ token }) => token).filter((token) => !waits.has(token)),
    armed: state.timers
      .filter(({ id }) => !host.timers.some(({ token }) => token === id))
      .map(({ id, element, due }) => ({ token: id, element, due })),
    disarmed: host.timers.map(({ token }) => token).filter((token) => !state.timers.some(({ id }) => id === token)),
    visited: [...new Set(trace.flatMap(({ type, element }) => (type === 'left' || type === 'taken' ? [element] : [])))],
    incidents: trace.flatMap(({ type, element, code }) =>
      type === 'incident' ? [{ element, ...(code === undefined ? {} : { code }) }] : [],
    ),
    calls: effects.flatMap(callOf),
  });
};

type Later = Exclude<ProcessInput, { type: 'start' }>;

const step = (
  host: ProcessHost,
  before: Stepped | undefined,
  input: Later,
  context: CommandContext,
): Result<Stepped> => {
  const from = before?.state ?? host.process;
  if (!from) return fail(problems.notStarted());
  const stepped = stepProcess(context.prepared.graph, from, input, stepContext(host, context));
  if (!stepped.ok) return stepped;
  const { state, effects, trace } = stepped.value;
  return ok({ state, effects: [...(before?.effects ?? []), ...effects], trace: [...(before?.trace ?? []), ...trace] });
};

/** One input into the process of a dossier, and all that comes of it. */
export const advance = (host: ProcessHost, input: Later, context: CommandContext): Result<ProcessAdvance> => {
  const stepped = step(host, undefined, input, context);
  return stepped.ok ? sum(stepped.value, host, context) : stepped;
};

/** Starts the process at acceptance; the steps that are the reception itself are done by it. */
export const startProcess = (host: ProcessHost, context: CommandContext): Result<ProcessAdvance> => {
  let stepped: Result<Stepped> = startGraph(
    context.prepared.graph,
    { type: 'start', variables: {} },
    stepContext(host, context),
  );
  const received = new Set<string>();
  while (stepped.ok) {
    const now: Stepped = stepped.value;
    const waiting = now.effects.find(
      (effect) =>
        effect.type === 'open-task' &&
        effect.settings.act === 'receive' &&
        !received.has(effect.token) &&
        now.state.tokens.some(({ id }) => id === effect.token),
    );
    if (waiting?.type !== 'open-task') return sum(now, host, context);
    received.add(waiting.token);
    const outcome = waiting.settings.outcomes[0]?.id;
    stepped = step(
      host,
      now,
      { type: 'complete', task: waiting.token, ...(outcome === undefined ? {} : { outcome }) },
      context,
    );
  }
  return stepped;
};
