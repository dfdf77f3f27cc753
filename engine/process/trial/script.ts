import { advanceTo } from '../step/time-passes.ts';
import { startProcess } from '../step/start.ts';
import { stepProcess } from '../step/step.ts';
import type { Graph } from '../graph.ts';
import type { ProcessState } from '../state.ts';
import type { Choices, ProcessInput, ProcessStep, StepContext } from '../types.ts';
import { addChoice, spendChoices } from './choices.ts';
import { fail, ok, problem, type Result } from '#engine/result/index.ts';

/** One line of a script: what people, messages, signals and time do. */
export type ScriptStep = Readonly<Record<string, unknown>>;

const notAStep = (index: number, step: unknown): Result<never> =>
  fail(
    problem(
      'process.script.step',
      `/script/${index}`,
      {
        vi: `Bước ${index} của kịch bản không đọc được: ${JSON.stringify(step)}.`,
        en: `Step ${index} of the script cannot be read: ${JSON.stringify(step)}.`,
      },
      {
        vi: 'Dùng complete, timer, message, signal, error, retry, advance, choose; start chỉ ở bước đầu.',
        en: 'Use complete, timer, message, signal, error, retry, advance, choose; start as the first step only.',
      },
    ),
  );

/** A list of steps, or an object that has one under `script`. */
export const readScript = (given: unknown): Result<readonly ScriptStep[]> => {
  const list = Array.isArray(given)
    ? given
    : typeof given === 'object' && given !== null
      ? (given as Readonly<Record<string, unknown>>)['script']
      : undefined;
  if (!Array.isArray(list)) return notAStep(0, given);
  const wrong = list.findIndex((step) => typeof step !== 'object' || step === null || Array.isArray(step));
  return wrong >= 0 ? notAStep(wrong, list[wrong]) : ok(list as readonly ScriptStep[]);
};

const variables = (given: unknown): Readonly<Record<string, unknown>> | undefined =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? (given as Readonly<Record<string, unknown>>)
    : undefined;

/** `{"complete":"examine","with":{"outcome":"eligible","x":1}}`: an outcome that is a text belongs to the task. */
export const inputOf = (step: ScriptStep): ProcessInput | undefined => {
  const given = variables(step['with']);
  const text = (name: string): string | undefined => (typeof step[name] === 'string' ? step[name] : undefined);
  const task = text('complete');
  if (task !== undefined) {
    const { outcome, ...rest } = given ?? {};
    if (typeof outcome === 'string') return { type: 'complete', task, outcome, variables: rest };
    return { type: 'complete', task, ...(given ? { variables: given } : {}) };
  }
  const [timer, message, signal, error] = [text('timer'), text('message'), text('signal'), text('error')];
  if (timer !== undefined) return { type: 'timer', timer };
  if (message !== undefined) {
    const asked = step['key'];
    const key = typeof asked === 'number' || typeof asked === 'boolean' ? String(asked) : text('key');
    return {
      type: 'message',
      name: message,
      ...(key === undefined ? {} : { key }),
      ...(given ? { variables: given } : {}),
    };
  }
  if (signal !== undefined) return { type: 'signal', name: signal };
  if (error !== undefined)
    return { type: 'error', task: error, ...(typeof step['code'] === 'string' ? { code: step['code'] } : {}) };
  return step['retry'] === true ? { type: 'retry', ...(given ? { variables: given } : {}) } : undefined;
};

/** Where a script stands: the process, its clock, and choices that are still to be used. */
export interface Playing {
  readonly state: ProcessState;
  readonly now: string;
  readonly choices: Choices;
  /** Names that conditions may use besides the variables. */
  readonly scope?: StepContext['scope'];
}

export interface Played extends Playing {
  readonly step: ProcessStep;
}

export interface Opened extends Played {
  /** Steps of the script that belonged to the start. */
  readonly used: number;
}

/**
 * Starts the process as the script says: `{"start":"event"}` names its start event, `{"choose":"flow"}`
 * what is taken on the way to the first stop.
 */
export const open = (
  graph: Graph,
  variables: Readonly<Record<string, unknown>>,
  script: readonly ScriptStep[],
  { now, scope }: Pick<StepContext, 'now' | 'scope'>,
): Result<Opened> => {
  let choices: Choices = {};
  let element: string | undefined;
  let used = 0;
  for (const step of script) {
    if (typeof step['start'] === 'string' && used === 0) element = step['start'];
    else if (typeof step['choose'] === 'string') {
      const added = addChoice(graph, choices, step['choose']);
      if (!added) return notAStep(used, step);
      choices = added;
    } else break;
    used += 1;
  }
  const started = startProcess(
    graph,
    { type: 'start', variables, ...(element === undefined ? {} : { element }) },
    { now, choices, ...(scope ? { scope } : {}) },
  );
  if (!started.ok) return started;
  const { state, trace } = started.value;
  return ok({
    state,
    now,
    choices: spendChoices(choices, trace),
    step: started.value,
    used,
    ...(scope ? { scope } : {}),
  });
};

/** Does one line of the script; `advance` lets time pass and fires what becomes due, in order. */
export const play = (graph: Graph, at: Playing, step: ScriptStep, index: number): Result<Played> => {
  if (typeof step['choose'] === 'string') {
    const choices = addChoice(graph, at.choices, step['choose']);
    return choices ? ok({ ...at, choices, step: { state: at.state, effects: [], trace: [] } }) : notAStep(index, step);
  }
  if (typeof step['advance'] === 'string') {
    const advanced = advanceTo(graph, at.state, { from: at.now, by: step['advance'] });
    return advanced.ok
      ? ok({
          ...at,
          now: advanced.value.now,
          state: advanced.value.step.state,
          step: advanced.value.step,
        })
      : advanced;
  }
  const input = inputOf(step);
  if (!input) return notAStep(index, step);
  const { now, choices, scope } = at;
  const result = stepProcess(graph, at.state, input, { now, choices, ...(scope ? { scope } : {}) });
  return result.ok
    ? ok({
        ...at,
        state: result.value.state,
        choices: spendChoices(at.choices, result.value.trace),
        step: result.value,
      })
    : result;
};
