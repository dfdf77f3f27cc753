import type { LoaderFunctionArgs } from '@remix-run/node';
import { ProcedureArticle } from '#app/components/procedure/article.tsx';
import { authorize } from '#app/server/access/index.ts';
import { procedurePage } from '#app/server/views/procedure-page.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { canonicalMeta as meta } from '#app/page-meta.ts';

/** The address that stays of a release, named by its content. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/thu-tuc/:code/phien-ban/:hash');
  const page = await procedurePage(context, params['code'] ?? '', { hash: params['hash'] ?? '' }, locale);
  if (!page) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return page;
};

export default function ProcedureRelease() {
  return <ProcedureArticle page={useLoaded<typeof loader>()} />;
}
