import { randomUUID } from 'node:crypto';
import { redirect, type AppLoadContext } from '@remix-run/node';
import type { Decision } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { processStudio } from '#app/i18n/vi/process-studio.ts';
import { isOffice } from './owner.ts';
import { beginDraft, moveDraft, openDraft, PROCESS_PART, releaseOf } from './process-draft.ts';
import { findingsOf } from './process-findings.ts';

type Done = Result<unknown> | Response;

const forbidden = (): Response => new Response(null, { status: 403, statusText: 'Forbidden' });

/** What the page's forms ask: `viec` says which. */
export const processAction = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  form: FormData,
): Promise<Done> => {
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const note = text('loi-nhan');
  switch (text('viec')) {
    case 'bat-dau':
      return beginDraft(context, code, actor);
    case 'gui':
      return propose(context, code, actor, note);
    case 'rut':
      return moveDraft(context, code, actor, 'editing', '');
    case 'tra-lai':
      return isOffice(actor) ? moveDraft(context, code, actor, 'returned', note) : forbidden();
    case 'quyet-dinh':
      return isOffice(actor) ? decide(context, code, actor, text) : forbidden();
    case 'gop-y':
      return comment(context, code, actor, text('cho'), note);
    case 'xong-gop-y':
      return resolve(context, code, actor, text('ma'));
    case 'bo':
      return discard(context, code, actor);
    default:
      return fail(problem('studio.unknown', '/viec', { vi: 'Không rõ việc cần làm.', en: 'Unknown request.' }));
  }
};

const errorsOf = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity === 'error');

/** Only what could be published is sent: the office is not to find what the checks find. */
const propose = async (context: AppLoadContext, code: string, actor: Actor, note: string): Promise<Done> => {
  const opened = await openDraft(context, code, actor);
  const errors = errorsOf((await findingsOf(context, code, opened, opened.draft?.parts[PROCESS_PART] ?? '')).problems);
  return errors.length > 0 ? fail(...errors) : moveDraft(context, code, actor, 'proposed', note);
};

/** The decision that approves the process, with the draft as the next release; a second person approves it. */
const decide = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  text: (name: string) => string,
): Promise<Done> => {
  const { draft, release, nextNumber } = await openDraft(context, code, actor);
  if (!draft) return fail(problem('studio.none', '/', { vi: 'Không còn bản thiết kế.', en: 'There is no draft.' }));
  const made = releaseOf(code, nextNumber, draft.parts);
  if (!made.ok) return made;
  const decision: Decision = {
    format: 'motcua/decision@1',
    number: text('so'),
    kind: 'process-approval',
    title: { vi: processStudio.propose.decisionTitle(made.value.procedure.name.vi).slice(0, 500) },
    signedOn: text('ngay-ky'),
    signer: { name: text('nguoi-ky') || actor.name },
    effectiveFrom: text('hieu-luc'),
    items: [
      {
        action: release ? 'amend' : 'add',
        code,
        release: nextNumber,
        ...(release
          ? {
              inFlight: { policy: 'keep' as const, reason: { vi: 'Hồ sơ đã tiếp nhận giải quyết theo quy trình cũ.' } },
            }
          : {}),
      },
    ],
  };
  const wrong = shapeOf(decision);
  if (wrong) return fail(wrong);
  const proposed = await context.service.catalogue.propose({ decision, releases: [made.value] }, actor);
  if (!proposed.ok) return proposed;
  const moved = await moveDraft(context, code, actor, 'approved', '');
  return moved.ok ? redirect(`/cong-bo/${numberToSlug(decision.number)}`) : moved;
};

const shapeOf = ({ number, signedOn, effectiveFrom }: Decision): Problem | undefined => {
  if (!/^[0-9]{1,6}[a-z]?\/[0-9A-Za-zĐđ/-]{2,40}$/.test(number))
    return problem('studio.number', '/number', {
      vi: 'Số quyết định viết như 1234/QĐ-UBND.',
      en: 'Write the number of the decision as 1234/QĐ-UBND.',
    });
  const day = /^\d{4}-\d{2}-\d{2}$/;
  return day.test(signedOn) && day.test(effectiveFrom)
    ? undefined
    : problem('studio.day', '/signedOn', {
        vi: 'Chọn ngày ký và ngày có hiệu lực.',
        en: 'Choose the day of signing and the day of effect.',
      });
};

const comment = async (
  context: AppLoadContext,
  code: string,
  actor: Actor,
  place: string,
  words: string,
): Promise<Done> => {
  if (words === '')
    return fail(problem('studio.comment', '/loi-nhan', { vi: 'Nhập nội dung góp ý.', en: 'Write a comment.' }));
  await context.service.store.studio.putComment({
    id: randomUUID(),
    code,
    place,
    author: { id: actor.id, name: actor.name },
    at: context.clock.now(),
    text: words.slice(0, 2000),
  });
  return ok(undefined);
};

const resolve = async (context: AppLoadContext, code: string, actor: Actor, id: string): Promise<Done> => {
  const { studio } = context.service.store;
  const found = (await studio.comments(code)).find((each) => each.id === id);
  if (found)
    await studio.putComment({
      ...found,
      resolved: { by: { id: actor.id, name: actor.name }, at: context.clock.now() },
    });
  return ok(undefined);
};

const discard = async (context: AppLoadContext, code: string, actor: Actor): Promise<Done> => {
  const { draft, editable } = await openDraft(context, code, actor);
  if (!editable || draft?.status === 'proposed') throw forbidden();
  await context.service.store.studio.remove(code);
  return redirect(`/thiet-ke/${encodeURIComponent(code)}/quy-trinh`);
};
