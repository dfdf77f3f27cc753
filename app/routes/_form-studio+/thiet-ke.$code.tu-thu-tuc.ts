import type { LoaderFunctionArgs } from '@remix-run/node';
import { filesOf, contentOf, type Json } from '#engine/studio/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';

/** The files of a procedure in force, so that its questions can be taken over; none where no procedure has the code. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  await authorizeActor({ request, context }, '/thiet-ke/:code/tu-thu-tuc');
  const code = new URL(request.url).searchParams.get('ma') ?? '';
  const found = await context.service.catalogue.inForce(code);
  if (!found) return Response.json({});
  const { procedure, form } = found.release.release;
  return Response.json({ files: filesOf(contentOf(JSON.parse(JSON.stringify({ procedure, form })) as Json)) });
};
