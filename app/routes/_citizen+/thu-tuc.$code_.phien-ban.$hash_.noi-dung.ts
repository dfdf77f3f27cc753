import type { LoaderFunctionArgs } from '@remix-run/node';
import { sealedBytes } from '#engine/definition/index.ts';
import { authorize } from '#app/server/access/index.ts';
import { publishedRelease } from '#app/server/views/published-release.ts';

/** The very bytes a release's hash is taken of, for whoever wants to take it again. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs): Promise<Response> => {
  await authorize({ request, context }, '/thu-tuc/:code/phien-ban/:hash/noi-dung');
  const { code = '', hash = '' } = params;
  const found = await publishedRelease(context, code, hash);
  const release = found && (await context.service.store.releases.byNumber(code, found.number));
  if (!release) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return new Response(sealedBytes(release) as BodyInit, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${code.replace(/[^0-9A-Za-z.]+/g, '-')}-${hash.slice(0, 12)}.json"`,
    },
  });
};
