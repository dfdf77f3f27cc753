import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorizeActor } from '#app/server/access/index.ts';
import { heatOf } from '#app/server/studio/process-heat.ts';

/** Where a procedure's dossiers are; asked for when the diagram stands, for there may be many. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh/nhiet');
  return Response.json(await heatOf(context, params['code'] ?? ''));
};
