import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { changesOfEdit } from '#app/server/studio/edit-changes.ts';

/** What one edit of the draft changed; asked for when somebody wants to know. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh/lan-sua');
  const revision = Number(new URL(request.url).searchParams.get('lan'));
  return Response.json(await changesOfEdit(context, params['code'] ?? '', revision, actor));
};
