import {
  checkAnswers,
  effectiveChecklist,
  effectiveFees,
  missingPapers,
  possibleCases,
  type Answers,
  type EffectivePaper,
  type Facts,
  type FeeLine,
} from '#engine/form/index.ts';
import { channelName } from '#engine/definition/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { PreparedRelease } from './prepared.ts';
import { problems } from './problems.ts';
import type { PaperReceived } from './types.ts';

/** What a submission must be, as far as the release says it. */

/** The channel is offered, the case is one of the procedure's and fits the answers. */
export const checkChannelAndCase = ({ release, caseConditions }: PreparedRelease, facts: Facts): readonly Problem[] => {
  const { procedure } = release;
  const found: Problem[] = [];
  if (!procedure.channels.includes(facts.channel)) found.push(problems.channel(channelName(facts.channel)));
  const cases = procedure.cases ?? [];
  const chosen = cases.find(({ id }) => id === facts.case);
  if (facts.case === undefined) {
    if (cases.length > 0) found.push(problems.caseMissing());
  } else if (!chosen) found.push(problems.caseUnknown(facts.case));
  else if (!possibleCases(procedure, caseConditions, facts).some(({ id }) => id === chosen.id))
    found.push(problems.caseDoesNotApply(chosen.name));
  return found;
};

/** The answers as they are kept: hidden ones dropped, computed ones set. Problems name the question. */
export const acceptAnswers = ({ form }: PreparedRelease, facts: Facts): Result<Answers> => checkAnswers(form, facts);

export const checklistOf = ({ release, paperConditions }: PreparedRelease, facts: Facts): readonly EffectivePaper[] =>
  effectiveChecklist(release.procedure, paperConditions, facts);

/** Only published papers, each once (NĐ 63/2010 Điều 21 khoản 2). */
export const checkPapers = (
  { release }: PreparedRelease,
  papers: readonly { readonly paper: string }[],
): readonly Problem[] => {
  const published = release.procedure.checklist ?? [];
  const seen = new Set<string>();
  return papers.flatMap(({ paper }, index) => {
    const at = `/papers/${index}`;
    const known = published.find(({ id }) => id === paper);
    if (!known) return [problems.paperUnknown(at, paper)];
    if (seen.has(paper)) return [problems.paperTwice(at, known.name)];
    seen.add(paper);
    return [];
  });
};

/** Was anything of it handed in, shown or uploaded? */
const isReceived = ({ originals, copies, digital, files, presented }: PaperReceived): boolean =>
  originals > 0 || copies > 0 || digital || files.length > 0 || presented === true;

/**
 * Papers still missing. To be shown only (`present`) are those at the counter alone, where somebody
 * stands with them; what a database may replace is never missing (NĐ 61/2018 as amended, Điều 4), nor
 * what another dossier of the group gives (`awaited`).
 */
export const checkComplete = (
  prepared: PreparedRelease,
  facts: Facts,
  papers: readonly PaperReceived[],
  awaited: readonly string[] = [],
): readonly Problem[] => {
  const replaceable = ({ paper }: EffectivePaper): boolean =>
    paper.substitutableBy !== undefined || (paper.filledOnline === true && facts.channel === 'online');
  const needed = checklistOf(prepared, facts).filter(
    (each) => replaceable(each) || each.paper.kind === 'submit' || facts.channel === 'counter',
  );
  // Of alternatives, one that a database gives is enough: it stands among those that are there.
  const received = new Set([
    ...papers.filter(isReceived).map(({ paper }) => paper),
    ...needed.filter(replaceable).map(({ paper }) => paper.id),
    ...awaited,
  ]);
  return missingPapers(needed, received).map((missing) => {
    const [only, ...others] = missing;
    return only && others.length === 0
      ? problems.paperMissing(only.id, only.name)
      : problems.alternativesMissing(missing.map(({ name }) => name));
  });
};

/**
 * What is to be paid. A fee due with the submission must follow from the answers; one that is settled
 * later (an obligation) may stay open until the office asks for it.
 */
export const feesOf = ({ fees }: PreparedRelease, facts: Facts): Result<readonly FeeLine[]> => {
  const now = effectiveFees(
    fees.filter(({ fee }) => fee.due === 'submission'),
    facts,
  );
  if (!now.ok) return fail(...now.problems);
  const later = fees
    .filter(({ fee }) => fee.due === 'obligation')
    .flatMap((fee) => {
      const line = effectiveFees([fee], facts);
      return line.ok ? line.value : [];
    });
  return ok([...now.value, ...later]);
};
