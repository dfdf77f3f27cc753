import type { ActionFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { linesOf, openDraft } from '#app/server/studio/process-draft.ts';
import { findingsOf, type ProcessFindings } from '#app/server/studio/process-findings.ts';

/** What the checks say of a process that is being changed; nothing is kept. */
export const action = async ({ request, context, params }: ActionFunctionArgs): Promise<Response> => {
  const { actor } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh/soi');
  const form = await request.formData();
  const code = params['code'] ?? '';
  const opened = await openDraft(context, code, actor);
  const { problems, time } = await findingsOf(context, code, opened, linesOf(form.get('xml')));
  return Response.json({ problems: problems.slice(0, 200), time } satisfies ProcessFindings);
};
