import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import { GENERATED, type CompiledForm } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Draft } from '#engine/store/index.ts';
import { pressListButton } from '#app/forms/list-buttons.ts';
import { parseForeign } from '#app/forms/parse-foreign.ts';
import { parsePosted } from '#app/forms/parse-posted.ts';
import { prefilled } from '../intake/prefill.ts';
import { receiveForm } from '../uploads.ts';
import { FEES_PAID, lookedUp, PERSON, personOf, postedPerson, type IntakePerson } from './intake-applicant.ts';
import { postedDelivery, waysOf } from './intake-delivery.ts';
import { postedPapers } from './posted-command.ts';
import { staffFileRule } from './run-posted.ts';

export interface SavedIntake {
  readonly draft: Draft;
  readonly problems: readonly Problem[];
  readonly work: string;
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
    [FEES_PAID]: data.getAll('da-thu').filter((value) => typeof value === 'string'),
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
  const outcome = work === 'tim-nguoi' ? { found: found !== undefined } : {};
  return changed.ok
    ? { draft: changed.value, problems, work, ...outcome }
    : { draft, problems: [...problems, ...changed.problems], work, ...outcome };
};
