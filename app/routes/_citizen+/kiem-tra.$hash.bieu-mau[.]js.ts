import type { LoaderFunctionArgs } from '@remix-run/node';
import { validatorModule } from '#engine/form/index.ts';
import { authorize } from '#app/server/access/index.ts';

/** The validators of one release's form as a script, named by the release's hash: it never changes. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  await authorize({ request, context }, '/kiem-tra/:hash/*');
  const hash = params['hash'] ?? '';
  const known = /^[0-9a-f]{64}$/.test(hash) ? await context.service.store.releases.byHash(hash) : undefined;
  if (!known) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { form } = await context.service.catalogue.release(hash);
  return new Response(validatorModule(form), {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  });
};
