import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { GENERATED } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { pressListButton } from '#app/forms/list-buttons.ts';
import { parseForeign } from '#app/forms/parse-foreign.ts';
import { parsePosted } from '#app/forms/parse-posted.ts';
import { HELD_FIELD, heldValue, withCopies, withoutReused } from '../intake/reused-papers.ts';
import { takePoint } from '../rate-limits.ts';
import { receiveForm } from '../uploads.ts';
import { heldFor, noteTakenOver } from './held-copies.ts';
import { FEES_PAID, PERSON, personOf, postedPerson } from './intake-applicant.ts';
import { postedDelivery, waysOf } from './intake-delivery.ts';
import { staffProblems } from './messages.ts';
import { withPerson } from './intake-lookup.ts';
import { noteDisclosures } from './person-lookup.ts';
import { postedPapers } from './posted-command.ts';
import { staffFileRule } from './run-posted.ts';

export interface SavedIntake {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly work: string;
}

const RETURNS = ['counter', 'post', 'online'] as const;

/** Keeps everything the intake page posted, valid or not, and says what the button asked for. */
export const saveIntake = async (
  request: Request,
  context: AppLoadContext,
  actor: Actor,
  draft: Draft,
): Promise<SavedIntake> => {
  const { data, files, problems } = await receiveForm(request, context, {
    owner: `draft:${draft.id}`,
    rule: staffFileRule,
  });
  const { release } = await context.service.drafts.view(draft);
  const work = String(data.get('viec') ?? 'luu');
  const typed = postedPerson(data);
  const wanted = work === 'tim-nguoi';
  const named = wanted && typed.idNumber !== '';
  const asked = named && (await takePoint(context.limits.person, actor.id));
  const { form } = release;
  const posted = form.foreign
    ? parseForeign(form.foreign.schema, data)
    : Object.assign({}, ...form.pages.map((page) => parsePosted(page, data, (name) => files.get(name)?.[0])));
  const kept = Object.fromEntries(
    Object.entries({ ...draft.answers, ...posted }).filter(([, value]) => value !== undefined),
  );
  const pressed = pressListButton(kept, data);
  const found = await withPerson({ context, actor, draft, form }, typed, asked, pressed ?? kept);
  const { person } = found;
  const filledAt = asked || pressed ? context.clock.now() : personOf(draft).filledAt;
  const answers: Draft['answers'] = {
    ...found.answers,
    [PERSON]: { ...person, filledAt },
    [FEES_PAID]: data.getAll('da-thu').filter((value) => typeof value === 'string'),
  };
  const checklist = (release.release.procedure.checklist ?? []).map((paper) => paper.id);
  const generated = answers[GENERATED.case];
  const chosen = typeof generated === 'string' ? generated : String(data.get('truong-hop') ?? '');
  const address = String(data.get('dia-chi-tra') ?? '').trim();
  const ways = await waysOf(context, release.release.procedure.channels);
  const notAsked = named ? staffProblems.lookUpsTooMany() : staffProblems.idNumberMissing();
  const wanting = wanted && !asked ? [notAsked] : [];
  const held = await heldFor(context, draft, person);
  const chosenCopies = held.filter((copy) => data.getAll(HELD_FIELD).includes(heldValue(copy)));
  const gone = data.getAll(HELD_FIELD).length > chosenCopies.length ? [staffProblems.copyGone()] : [];
  if (asked)
    await noteDisclosures(context, actor, draft, person.idNumber, [
      { what: 'held-papers', outcome: String(held.length) },
    ]);
  await noteTakenOver(context, actor, draft, person.idNumber, chosenCopies);
  const before = withoutReused(draft.papers);
  const changed = await context.service.drafts.save(draft, {
    answers,
    papers: withCopies(postedPapers({ data, files, checklist, before }, before), chosenCopies),
    ...(chosen === '' ? {} : { case: chosen }),
    ...postedDelivery(data, ways),
    returnChannel: RETURNS.find((each) => each === data.get('tra')) ?? 'counter',
    ...(address === '' ? {} : { returnAddress: address }),
  });
  return changed.ok
    ? { draft: changed.value, problems: [...problems, ...wanting, ...gone], work }
    : { draft, problems: [...problems, ...changed.problems], work };
};
