import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { examineConversion } from '../conversion/examine.ts';
import { newEvent } from '../event.ts';
import type { NewEvent, Standing } from '../events.ts';
import { problems } from '../problems.ts';
import type { DossierCommand, DossierState } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** `convert` → `converted`: all that depends on the release is put in its place at once, or nothing is. */
export const convert = (
  state: DossierState,
  { release, reason, decision }: Omit<Of<'convert'>, 'type'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { target } = context;
  if (target?.hash !== release) return fail(problems.noTarget());
  const { against, standing, dropped, evidence } = examineConversion(state, target, context);
  if (!standing || evidence === undefined) return fail(...against.map(({ problem }) => problem));
  return ok([
    newEvent(context, 'converted', {
      reason,
      from: { releaseNumber: state.releaseNumber, releaseHash: state.releaseHash },
      dropped,
      evidence,
      ...standing,
      ...compact({ decision }),
    }),
  ]);
};

/** Everything of a dossier that depends on its release. */
export const standingOf = (state: DossierState): Standing => {
  const { releaseNumber, releaseHash, answers, fees, decidingUnit, tasks, timers, visited } = state;
  const { case: chosen, process, timeLimit, legal, promised } = state;
  return {
    ...{ releaseNumber, releaseHash, answers, fees, decidingUnit, tasks, timers, visited },
    ...compact({ case: chosen, process, timeLimit, legal, promised }),
  };
};

/** `revert-conversion` → `conversion-reverted`: back to what it was, as long as nothing has happened since. */
export const revertConversion = (
  { reason }: Of<'revert-conversion'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { before } = context;
  if (!before) return fail(problems.conversionMovedOn());
  return ok([
    newEvent(context, 'conversion-reverted', {
      reason,
      ...standingOf(before),
      ...compact({ conversion: before.conversion, question: before.question }),
    }),
  ]);
};

/** `ask-conversion` → `conversion-asked`: only what could be done is asked. */
export const askConversion = (
  state: DossierState,
  { release, reason, until, otherwise, decision }: Of<'ask-conversion'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { target } = context;
  if (target?.hash !== release) return fail(problems.noTarget());
  if (until <= happenedAt(context)) return fail(problems.askPeriod());
  const { against } = examineConversion(state, target, context);
  if (against.length > 0) return fail(...against.map(({ problem }) => problem));
  return ok([
    newEvent(context, 'conversion-asked', {
      release,
      releaseNumber: target.release.number,
      reason,
      until,
      otherwise,
      ...compact({ decision }),
    }),
  ]);
};

/** `answer-conversion` → `conversion-answered` and, if so chosen, `converted`. The system answers with what was said for silence. */
export const answerConversion = (
  state: DossierState,
  { choice }: Of<'answer-conversion'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { question } = state;
  if (!question) return fail(problems.noQuestion());
  const { release, reason, decision } = question;
  const converted =
    choice === 'convert' ? convert(state, { release, reason, ...compact({ decision }) }, context) : ok([]);
  if (!converted.ok) return converted;
  const silent = context.actor.kind === 'system';
  return ok([newEvent(context, 'conversion-answered', { choice, silent }), ...converted.value]);
};
