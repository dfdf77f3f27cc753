import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import { missingPapers } from '#engine/form/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { DraftView, Visit } from '#engine/service/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { accountOf, applicantOf, feesPaidOf, formAnswers, personOf } from './intake-applicant.ts';
import { deliveryOf } from './intake-delivery.ts';
import { staffProblems } from './messages.ts';
import { draftsOfVisit, visitOf } from './visit.ts';

/** Papers the law asks for and nobody brought; what another dossier of the group gives is not among them. */
const missing = (given: DraftView, draft: Draft): readonly Problem[] => {
  const received = new Set([...draft.papers.map((paper) => paper.paper), ...given.awaited.map(({ paper }) => paper)]);
  // What is only shown is shown by somebody who stands there.
  const needed = given.papers.filter(({ paper }) => paper.kind === 'submit' || draft.channel === 'counter');
  return missingPapers(needed, received).map((group) =>
    staffProblems.paperMissing(group.map((paper) => paper.name.vi).join(' hoặc ')),
  );
};

/** Everything that stands against taking one application in, as its page names it. */
export const intakeProblems = async (
  { service }: Pick<AppLoadContext, 'service'>,
  draft: Draft,
): Promise<readonly Problem[]> => {
  const view = await service.drafts.view(draft);
  return [
    ...(personOf(draft).name === '' ? [staffProblems.applicantMissing()] : []),
    ...view.problems,
    ...missing(view, draft),
  ];
};

const submissionOf = async (
  context: AppLoadContext,
  actor: Actor,
  draft: Draft,
): Promise<Visit['dossiers'][number]> => {
  const person = personOf(draft);
  const { otherName, otherId, mandate } = person;
  return {
    procedure: draft.procedure,
    key: `draft:${draft.id}`,
    feesPaid: feesPaidOf(draft),
    submit: {
      channel: draft.channel,
      ...deliveryOf(draft),
      ...(draft.case === undefined ? {} : { case: draft.case }),
      receivingUnit: draft.receivingUnit ?? actor.unit ?? '',
      ...(draft.competentUnit === undefined ? {} : { competentUnit: draft.competentUnit }),
      applicant: await applicantOf(context, person),
      ...(otherName === ''
        ? {}
        : {
            submittedBy: {
              name: otherName,
              ...(otherId === '' ? {} : { idNumber: otherId }),
              ...(mandate === '' ? {} : { mandate }),
            },
          }),
      answers: formAnswers(draft.answers),
      papers: draft.papers,
      returnChannel: draft.returnChannel ?? 'counter',
      ...(draft.returnAddress === undefined ? {} : { returnAddress: draft.returnAddress }),
    },
  };
};

/** Who stood at the counter with the paper, under the account's own telephone: the number is known to be theirs now. */
const vouchFor = async (context: AppLoadContext, draft: Draft): Promise<void> => {
  const person = personOf(draft);
  if (draft.channel !== 'counter' || person.otherName !== '') return;
  const account = await accountOf(context, person);
  if (account && !account.idVerified) await context.service.store.people.put([{ ...account, idVerified: true }], []);
};

/**
 * Takes in everything of the visit that the draft belongs to, all or none. Problems of `draft` are named by
 * its own page, those of the others by their place in the visit.
 */
export const acceptVisit = async (
  context: AppLoadContext,
  actor: Actor,
  draft: Draft,
): Promise<Result<readonly DossierState[]>> => {
  const { service } = context;
  const drafts = await draftsOfVisit(context, actor.id, visitOf(draft));
  const found: Problem[] = [];
  for (const [place, one] of drafts.entries()) {
    const problems = await intakeProblems(context, one);
    if (one.id === draft.id) found.push(...problems);
    else if (problems.length > 0) {
      const { release } = await service.drafts.view(one);
      found.push(staffProblems.visitOther(place + 1, release.release.procedure.name.vi, problems.length));
    }
  }
  if (found.length > 0) return fail(...found);
  const group = draft.visit?.group;
  const taken = await service.dossiers.takeIn({
    id: visitOf(draft),
    actor,
    dossiers: await Promise.all(drafts.map((one) => submissionOf(context, actor, one))),
    ...(group === undefined ? {} : { group }),
  });
  if (!taken.ok) {
    // The page knows the places of its own boxes only.
    const own = `/dossiers/${drafts.findIndex(({ id }) => id === draft.id)}`;
    return fail(
      ...taken.problems.map((each) =>
        each.path.startsWith(`${own}/`) || each.path === own ? { ...each, path: each.path.slice(own.length) } : each,
      ),
    );
  }
  for (const one of drafts) {
    await vouchFor(context, one);
    await service.drafts.remove(one.id);
  }
  return ok(taken.value);
};
