import type { LoaderFunctionArgs } from '@remix-run/node';
import { authorize } from '#app/server/access/index.ts';

/** The public log of decisions and releases, for whoever wants to check it. */
export const loader = async ({ request, context }: LoaderFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/quyet-dinh/nhat-ky.json');
  return Response.json({ format: 'motcua/public-log@1', entries: await context.service.publicLog.entries() });
};
