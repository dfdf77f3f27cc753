import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { contentOfDraft, draftOf } from '#app/server/studio/draft.ts';
import { studioFindings } from '#app/server/studio/findings.ts';

/** What the checks say of the draft as it is saved. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/ket-luan');
  const draft = await draftOf(context, params['code']);
  return Response.json(await studioFindings(context, contentOfDraft(draft), locale));
};
