import {
  advanceTo,
  stepProcess,
  type Graph,
  type ProcessInput,
  type ProcessState,
  type ProcessStep,
} from '#engine/process/index.ts';
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
        vi: 'Dùng complete, timer, message, signal, error, retry hoặc advance.',
        en: 'Use complete, timer, message, signal, error, retry or advance.',
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
  if (message !== undefined) return { type: 'message', name: message, ...(given ? { variables: given } : {}) };
  if (signal !== undefined) return { type: 'signal', name: signal };
  if (error !== undefined)
    return { type: 'error', task: error, ...(typeof step['code'] === 'string' ? { code: step['code'] } : {}) };
  return step['retry'] === true ? { type: 'retry', ...(given ? { variables: given } : {}) } : undefined;
};

export interface Played {
  readonly now: string;
  readonly step: ProcessStep;
}

/** Does one line of the script; `advance` lets time pass and fires what becomes due, in order. */
export const play = (
  graph: Graph,
  state: ProcessState,
  step: ScriptStep,
  index: number,
  now: string,
): Result<Played> => {
  if (typeof step['advance'] === 'string') return advanceTo(graph, state, { from: now, by: step['advance'] });
  const input = inputOf(step);
  if (!input) return notAStep(index, step);
  const result = stepProcess(graph, state, input, { now });
  return result.ok ? ok({ now, step: result.value }) : result;
};
