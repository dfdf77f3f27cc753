import { isLocalDate, localDate } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { closing } from '../dates.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { oneStopOf } from '../one-stop-rules.ts';
import { problems } from '../problems.ts';
import { advance, settingsOf } from '../process.ts';
import { requirementsMissing } from '../requirements.ts';
import { awaitedProblem } from '../together.ts';
import type { DossierCommand, DossierState, DossierTask, ResultFile } from '../types.ts';
import { completed } from './tasks.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

const REFUSAL = 'Văn bản từ chối giải quyết hồ sơ';

/** A result's code follows from its dossier's, and a corrected one keeps it. */
const resultCode = (state: DossierState, result: string): string =>
  state.results.find((each) => each.result === result)?.code ?? `${state.code}-KQ${state.results.length + 1}`;

const resultFile = (
  state: DossierState,
  given: Of<'sign-result'> | Of<'attach-result'>,
  signed: Pick<ResultFile, 'signedAt'> & { readonly signedBy?: string },
  context: CommandContext,
): Result<ResultFile> => {
  const published = (context.prepared.release.procedure.results ?? []).find(({ id }) => id === given.result);
  const refusal = given.refusal === true;
  const waiting = refusal ? undefined : awaitedProblem(state);
  if (waiting) return fail(waiting);
  if (!published && !refusal) return fail(problems.resultUnknown(given.result));
  const { validTo } = given;
  if (validTo !== undefined && (!isLocalDate(validTo) || validTo < localDate(happenedAt(context))))
    return fail(problems.validity());
  return ok({
    result: given.result,
    name: refusal ? REFUSAL : (published?.name.vi ?? REFUSAL),
    file: given.file,
    refusal,
    code: resultCode(state, given.result),
    ...compact({ number: given.number, validTo, signedBy: signed.signedBy, signedAt: signed.signedAt }),
  });
};

/** `sign-result` → `result-signed`, `task-completed`, `process-advanced`: with the step's first outcome. */
export const signResult = (
  state: DossierState,
  task: DossierTask,
  command: Of<'sign-result'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { actor } = context;
  const { produces } = settingsOf(context.prepared, task.element);
  if (produces.includes('refusal') && !produces.some((each) => each.startsWith('result:')) && command.refusal !== true)
    return fail(problems.refusalHere());
  const result = resultFile(state, command, { signedBy: actor.name, signedAt: happenedAt(context) }, context);
  if (!result.ok) return result;
  const signed = {
    ...state,
    results: [...state.results.filter((each) => each.result !== result.value.result), result.value],
  };
  const outcome = settingsOf(context.prepared, task.element).outcomes[0]?.id;
  const rest = completed(signed, task, compact({ outcome }), context);
  if (!rest.ok) return rest;
  return ok([
    newEvent(context, 'result-signed', { result: result.value, task: task.id, element: task.element }),
    ...rest.value,
  ]);
};

/** `attach-result` → `result-attached`: a file signed elsewhere (document management, a ministry's system). */
export const attachResult = (
  state: DossierState,
  command: Of<'attach-result'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { signedBy } = command;
  const result = resultFile(state, command, compact({ signedBy }), context);
  return result.ok ? ok([newEvent(context, 'result-attached', { result: result.value })]) : result;
};

const openTask = (state: DossierState, act: string, context: CommandContext): DossierTask | undefined =>
  state.tasks.find(({ element }) => settingsOf(context.prepared, element).act === act);

/** `finish` → `finished`; where the process has a step for it, the step is done with it. Ends the measured time (status 9). */
export const finish = (state: DossierState, context: CommandContext): Result<readonly NewEvent[]> => {
  const task = openTask(state, 'enter-result', context);
  if (task)
    return completed(
      state,
      task,
      compact({ outcome: settingsOf(context.prepared, task.element).outcomes[0]?.id }),
      context,
    );
  return ok([
    newEvent(context, 'finished', closing(state, context.calendar, happenedAt(context), oneStopOf(context).closing)),
  ]);
};

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase('vi') === b.trim().toLocaleLowerCase('vi');

/** Whose dossier it is, or who handed it in for them; anybody else shows an authorisation (NĐ 61/2018 Điều 6 khoản 2). */
const ofTheDossier = ({ applicant, submittedBy }: DossierState, name: string): boolean =>
  sameName(applicant.name, name) || (submittedBy !== undefined && sameName(submittedBy.name, name));

/** `hand-out` → `handed-out`, once; the process's own step is done with it (NĐ 61/2018 Điều 20). */
export const handOut = (
  state: DossierState,
  command: Of<'hand-out'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  if (command.to.trim() === '')
    return fail(problems.text('/to', { vi: 'người nhận kết quả', en: 'who receives the result' }));
  const { to, via, idNumber, mandate } = command;
  if (via === 'counter' && !ofTheDossier(state, to) && (mandate ?? '').trim() === '') return fail(problems.mandate(to));
  const events = [newEvent(context, 'handed-out', { to, via, ...compact({ idNumber, mandate }) })];
  const task = openTask(state, 'hand-out', context);
  if (!task) return ok(events);
  const settings = settingsOf(context.prepared, task.element);
  const absent = requirementsMissing(state, settings.requires, context);
  if (absent.length > 0) return fail(...absent);
  const outcome = settings.outcomes[0]?.id;
  const next = advance(state, { type: 'complete', task: task.token, ...compact({ outcome }) }, context);
  if (!next.ok) return next;
  return ok([
    ...events,
    newEvent(context, 'task-completed', {
      task: task.id,
      element: task.element,
      name: task.name,
      act: 'hand-out',
      ...compact({ outcome }),
    }),
    newEvent(context, 'process-advanced', next.value),
  ]);
};
