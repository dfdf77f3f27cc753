import type { ActionFunctionArgs } from '@remix-run/node';
import { pick } from '#app/i18n/pick.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { linesOf, PROCESS_PART, saveProcess } from '#app/server/studio/process-draft.ts';
import type { SaveAnswer } from '#app/studios/process/use-process.ts';

/** Saves the process of a draft as it is being changed. */
export const action = async ({ request, context, params }: ActionFunctionArgs): Promise<Response> => {
  const { actor, locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh/luu');
  const form = await request.formData();
  const code = params['code'] ?? '';
  const saved = await saveProcess(context, code, actor, {
    xml: linesOf(form.get('xml')),
    basedOn: String(form.get('basedOn') ?? ''),
  });
  if (saved.ok) return Response.json({ ok: true, at: saved.value.updatedAt } satisfies SaveAnswer);
  const [first] = saved.problems;
  const theirs = (await context.service.store.studio.load(code))?.parts[PROCESS_PART];
  return Response.json({
    ok: false,
    conflict: first?.code === 'studio.conflict',
    message: first ? `${pick(first.message, locale)} ${first.remedy ? pick(first.remedy, locale) : ''}`.trim() : '',
    ...(theirs === undefined ? {} : { theirs }),
  } satisfies SaveAnswer);
};
