import type { Problem } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import type { CommandContext } from '../context.ts';
import type { Standing } from '../events.ts';
import { factsOf } from '../facts.ts';
import { acceptAnswers, checkChannelAndCase, checkComplete, feesOf } from '../intake.ts';
import type { PreparedRelease } from '../prepared.ts';
import { problems } from '../problems.ts';
import type { ConversionEvidence, DossierState } from '../types.ts';
import { convertedDates } from './clock.ts';
import { convertedProcess } from './tokens.ts';

/** What of a dossier stands against its conversion. */
export type ConversionAspect = 'release' | 'answers' | 'papers' | 'fees' | 'results' | 'unit' | 'process' | 'clock';

export interface ConversionFinding {
  readonly aspect: ConversionAspect;
  readonly problem: Problem;
}

/** `standing` is there when nothing stands against it: the dossier as it would be under the new release. */
export interface ConversionFindings {
  readonly against: readonly ConversionFinding[];
  readonly standing?: Standing;
  /** Questions whose answers the new release no longer keeps. */
  readonly dropped: readonly string[];
  readonly evidence?: ConversionEvidence;
}

/**
 * Can this dossier go on under another release of its procedure, and as what? Looks at answers, papers,
 * fees, results, the process's tokens and the clock, and gives every reason against it at once. Nobody is
 * asked for more than when the dossier was taken in: a missing paper, a new question or a higher fee is a
 * reason to stay (NĐ 61/2018 Điều 4: no paper beyond what was published). Pure.
 */
export const examineConversion = (
  state: DossierState,
  target: PreparedRelease,
  context: CommandContext,
): ConversionFindings => {
  const wrong = ofAnother(state, target);
  if (wrong) return { against: [{ aspect: 'release', problem: wrong }], dropped: [] };
  const there = { ...context, prepared: target };
  const against: ConversionFinding[] = [];
  const say = (aspect: ConversionAspect, found: readonly Problem[]): void => {
    against.push(...found.map((problem) => ({ aspect, problem })));
  };

  const given = factsOf(state, there);
  const answers = acceptAnswers(target, given);
  if (!answers.ok) say('answers', answers.problems);
  const facts = { ...given, answers: answers.ok ? answers.value : state.answers };
  say('release', checkChannelAndCase(target, facts));
  if (state.acceptedAt !== undefined || state.channel === 'online')
    say('papers', checkComplete(target, facts, state.papers));
  say('papers', askedPapersGone(state, target));
  const fees = feesOf(target, facts);
  if (!fees.ok) say('fees', fees.problems);
  else say('fees', feesAgainst(state, fees.value));
  say('results', resultsGone(state, target));
  const deciding = decidingUnit(state, there);
  if (deciding === undefined) say('unit', [problems.unitUnknown(target.release.procedure.authority.deciding.unit)]);
  const dates = convertedDates(state, there);
  if (!dates.ok) say('clock', dates.problems);
  if (!answers.ok || !fees.ok || !dates.ok || deciding === undefined) return { against, dropped: [] };

  const host: DossierState = { ...state, answers: answers.value, fees: fees.value, decidingUnit: deciding };
  const moved = convertedProcess(host, target, context);
  if (!moved.ok) say('process', moved.problems);
  const dropped = Object.keys(state.answers).filter((id) => !Object.hasOwn(answers.value, id));
  if (!moved.ok || against.length > 0) return { against, dropped };
  const { evidence, ...work } = moved.value;
  return {
    against,
    dropped,
    evidence,
    standing: {
      releaseNumber: target.release.number,
      releaseHash: target.hash,
      answers: answers.value,
      fees: fees.value,
      decidingUnit: deciding,
      ...compact({ case: state.case }),
      ...work,
      ...dates.value,
    },
  };
};

const ofAnother = (state: DossierState, { release, hash }: PreparedRelease): Problem | undefined => {
  if (release.code !== state.procedure) return problems.otherProcedure(release.code);
  return hash === state.releaseHash ? problems.sameRelease(release.number) : undefined;
};

/** What was asked for as a supplement must still be something that is asked for. */
const askedPapersGone = (state: DossierState, { release }: PreparedRelease): readonly Problem[] =>
  state.status !== 'supplement'
    ? []
    : (state.supplement?.papers ?? [])
        .filter(({ paper }) => !(release.procedure.checklist ?? []).some(({ id }) => id === paper))
        .map(({ paper }) => problems.askedPaperGone(paper));

const feesAgainst = (state: DossierState, fees: DossierState['fees']): readonly Problem[] => {
  const due = (lines: DossierState['fees']): number =>
    lines.filter((line) => line.due === 'submission').reduce((sum, { amount }) => sum + amount, 0);
  const [before, after] = [due(state.fees), due(fees)];
  const asked = state.status === 'obligation' ? state.obligation?.fee : undefined;
  return [
    ...(after > before ? [problems.feeRises(before, after)] : []),
    ...(asked !== undefined && !fees.some(({ fee }) => fee === asked) ? [problems.feeUnknown(asked)] : []),
  ];
};

const resultsGone = (state: DossierState, { release }: PreparedRelease): readonly Problem[] =>
  state.results
    .filter(({ result }) => !(release.procedure.results ?? []).some(({ id }) => id === result))
    .map(({ name }) => problems.resultGone(name));

const decidingUnit = (state: DossierState, { prepared, units }: CommandContext): string | undefined => {
  const { unit: rule } = prepared.release.procedure.authority.deciding;
  return rule === 'receiving' ? state.receivingUnit : units.resolve(rule, state.receivingUnit);
};
