import type { LoaderFunctionArgs } from '@remix-run/node';
import { ProcedureArticle } from '#app/components/procedure/article.tsx';
import { authorize } from '#app/server/access/index.ts';
import { askedDay, askedKnown } from '#app/server/day.ts';
import { procedurePage } from '#app/server/views/procedure-page.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { canonicalMeta as meta } from '#app/page-meta.ts';

/** What stands now; `?ngay=` and `?biet=` show another day, as known then. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/thu-tuc/:code');
  const search = new URL(request.url).searchParams;
  const now = context.clock.now();
  const { day, bad: badDay } = askedDay(search.get('ngay'), now);
  const { known, bad: badKnown } = askedKnown(search.get('biet'), now);
  const page = await procedurePage(
    context,
    params['code'] ?? '',
    { ...(day ? { day } : {}), ...(known ? { known } : {}), badDay: badDay || badKnown },
    locale,
  );
  if (!page) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return page;
};

export default function Procedure() {
  return <ProcedureArticle page={useLoaded<typeof loader>()} />;
}
