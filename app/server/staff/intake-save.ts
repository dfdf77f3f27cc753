import type { AppLoadContext } from '@remix-run/node';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import { GENERATED, missingPapers, type CompiledForm } from '#engine/form/index.ts';
import { fail, problem, type Problem, type Result } from '#engine/result/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { pressListButton } from '#app/forms/list-buttons.ts';
import { parseForeign } from '#app/forms/parse-foreign.ts';
import { parsePosted } from '#app/forms/parse-posted.ts';
import { prefilled } from '../intake/prefill.ts';
import { receiveForm } from '../uploads.ts';
import { deliveryOf, postedDelivery, waysOf } from './intake-delivery.ts';
import { applicantOf, lookedUp, PERSON, personOf, postedPerson, type IntakePerson } from './intake-applicant.ts';
import { staffProblems } from './messages.ts';
import { postedPapers } from './posted-command.ts';
import { staffFileRule } from './run-posted.ts';

export interface SavedIntake {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly work: string;
  readonly feesPaid: readonly string[];
  readonly found?: boolean;
}

const RETURNS = ['counter', 'post', 'online'] as const;

/** What the look-up found goes into the questions that ask for it, where nothing was typed yet. */
const withPerson = (
  form: CompiledForm,
  answers: Draft['answers'],
  found: IntakePerson | undefined,
): Draft['answers'] => {
  if (!found) return answers;
  const { name, phone, idNumber, email } = found;
  const known = prefilled(form, {
    locale: 'vi',
    units: [],
    phone,
    idNumber,
    email,
    actor: { kind: 'citizen', id: '', name, roles: [] },
  });
  return { ...known, ...answers };
};

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
  const found = work === 'tim-nguoi' ? await lookedUp(context, actor.unit ?? '', typed) : undefined;
  const { form } = release;
  const posted = form.foreign
    ? parseForeign(form.foreign.schema, data)
    : Object.assign({}, ...form.pages.map((page) => parsePosted(page, data, (name) => files.get(name)?.[0])));
  const kept = Object.fromEntries(
    Object.entries({ ...draft.answers, ...posted }).filter(([, value]) => value !== undefined),
  );
  const pressed = pressListButton(kept, data);
  const filledAt = found || pressed ? context.clock.now() : personOf(draft).filledAt;
  const answers: Draft['answers'] = {
    ...withPerson(form, pressed ?? kept, found),
    [PERSON]: { ...(found ?? typed), filledAt },
  };
  const checklist = (release.release.procedure.checklist ?? []).map((paper) => paper.id);
  const generated = answers[GENERATED.case];
  const chosen = typeof generated === 'string' ? generated : String(data.get('truong-hop') ?? '');
  const address = String(data.get('dia-chi-tra') ?? '').trim();
  const ways = await waysOf(context, release.release.procedure.channels);
  const changed = await context.service.drafts.save(draft, {
    answers,
    papers: postedPapers({ data, files, checklist, before: draft.papers }, draft.papers),
    ...(chosen === '' ? {} : { case: chosen }),
    ...postedDelivery(data, ways),
    returnChannel: RETURNS.find((each) => each === data.get('tra')) ?? 'counter',
    ...(address === '' ? {} : { returnAddress: address }),
  });
  const feesPaid = data.getAll('da-thu').filter((value) => typeof value === 'string');
  const outcome = work === 'tim-nguoi' ? { found: found !== undefined } : {};
  return changed.ok
    ? { draft: changed.value, problems, work, feesPaid, ...outcome }
    : { draft, problems: [...problems, ...changed.problems], work, feesPaid, ...outcome };
};

/** Papers the law asks for and nobody brought. */
const missing = (
  given: Awaited<ReturnType<AppLoadContext['service']['drafts']['view']>>,
  draft: Draft,
): readonly Problem[] => {
  const received = new Set(draft.papers.map((paper) => paper.paper));
  // What is only shown is shown by somebody who stands there.
  const needed = given.papers.filter(({ paper }) => paper.kind === 'submit' || draft.channel === 'counter');
  return missingPapers(needed, received).map((group) => {
    const names = group.map((paper) => paper.name.vi).join(' hoặc ');
    return problem(
      'intake.paper-missing',
      'giay-to',
      { vi: `Còn thiếu giấy tờ: ${names}.`, en: `A paper is missing: ${names}.` },
      {
        vi: 'Hãy đánh dấu khi đã nhận, hoặc hướng dẫn người nộp bổ sung.',
        en: 'Tick it when it is there, or tell the applicant what to bring.',
      },
    );
  });
};

/** Submits and accepts in one go: at the counter nobody waits between the two. */
export const acceptIntake = async (
  context: AppLoadContext,
  actor: Actor,
  saved: SavedIntake,
): Promise<Result<DossierState>> => {
  const { draft, feesPaid } = saved;
  const { service } = context;
  const view = await service.drafts.view(draft);
  const person = personOf(draft);
  const found = [
    ...(person.name === '' ? [staffProblems.applicantMissing()] : []),
    ...view.problems,
    ...missing(view, draft),
  ];
  if (found.length > 0) return fail(...found);
  const { [PERSON]: _person, ...answers } = draft.answers;
  const submitted = await service.dossiers.execute({
    dossier: '',
    procedure: draft.procedure,
    actor,
    key: `draft:${draft.id}`,
    command: {
      type: 'submit',
      channel: draft.channel,
      ...deliveryOf(draft),
      ...(draft.case === undefined ? {} : { case: draft.case }),
      receivingUnit: draft.receivingUnit ?? actor.unit ?? '',
      ...(draft.competentUnit === undefined ? {} : { competentUnit: draft.competentUnit }),
      applicant: await applicantOf(context, person),
      ...(person.otherName === ''
        ? {}
        : {
            submittedBy: {
              name: person.otherName,
              ...(person.otherId ? { idNumber: person.otherId } : {}),
              ...(person.mandate ? { mandate: person.mandate } : {}),
            },
          }),
      answers,
      papers: draft.papers,
      returnChannel: draft.returnChannel ?? 'counter',
      ...(draft.returnAddress === undefined ? {} : { returnAddress: draft.returnAddress }),
    },
  });
  if (!submitted.ok) return submitted;
  const accepted = await service.dossiers.execute({
    dossier: submitted.value.id,
    command: { type: 'accept', feesPaid },
    actor,
    key: `draft:${draft.id}:accept`,
  });
  // The dossier exists whatever comes of the acceptance: the draft has done its work.
  await service.drafts.remove(draft.id);
  return accepted.ok ? accepted : submitted;
};
