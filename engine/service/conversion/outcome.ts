import { addDays, localDate, startOfDay, type Instant } from '#engine/clock/index.ts';
import type { Decision, DecisionItem } from '#engine/definition/index.ts';
import {
  examineConversion,
  type CommandContext,
  type ConversionAspect,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { ConversionOutcome } from '#engine/store/index.ts';
import { conversionSays } from './messages.ts';

/** Exactly one outcome of a running dossier under a decision, and why. */
export interface Foreseen {
  readonly outcome: ConversionOutcome;
  /** Empty where the decision's own reason is all there is to say. */
  readonly reasons: readonly { readonly aspect: ConversionAspect; readonly problem: Problem }[];
}

/** Days that an applicant has to answer, unless the decision says otherwise. */
const ANSWER_DAYS = 10;

/** Everything of an item that its running dossiers need to know. */
export interface InFlight {
  readonly policy: 'keep' | 'convert' | 'ask';
  readonly reason: string;
  readonly answerDays: number;
  readonly otherwise: 'convert' | 'keep';
}

export const inFlightOf = ({ number }: Decision, { inFlight }: DecisionItem): InFlight => ({
  policy: inFlight?.policy ?? 'keep',
  reason: inFlight?.reason?.vi ?? conversionSays.reason(number),
  answerDays: inFlight?.answerDays ?? ANSWER_DAYS,
  otherwise: inFlight?.otherwise ?? 'keep',
});

/** The end of the last day to answer, counted from the day after the question. */
export const answerUntil = (now: Instant, days: number): Instant => startOfDay(addDays(localDate(now), days + 1));

const FINISHED: ReadonlySet<DossierState['status']> = new Set([
  'finished',
  'returned',
  'refused',
  'withdrawn',
  'stopped',
]);

/**
 * What becomes of one dossier: `keep` as the decision says (or because it is done), `convert` or `ask`
 * where every check passes, `stay` with every reason where one does not. Pure.
 */
export const foresee = (
  state: DossierState,
  policy: InFlight['policy'],
  target: PreparedRelease | undefined,
  context: CommandContext,
): Foreseen => {
  if (policy === 'keep') return { outcome: 'keep', reasons: [] };
  if (FINISHED.has(state.status))
    return { outcome: 'keep', reasons: [{ aspect: 'release', problem: conversionSays.finished() }] };
  if (!target) return { outcome: 'stay', reasons: [{ aspect: 'release', problem: conversionSays.noRelease() }] };
  if (policy === 'ask' && state.question && !state.question.answer)
    return { outcome: 'stay', reasons: [{ aspect: 'release', problem: conversionSays.askedAlready() }] };
  const { against } = examineConversion(state, target, context);
  return against.length > 0 ? { outcome: 'stay', reasons: against } : { outcome: policy, reasons: [] };
};
