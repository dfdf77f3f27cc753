import type { LoaderFunctionArgs } from '@remix-run/node';
import { ProcedureArticle } from '#app/components/procedure/article.tsx';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { authorize } from '#app/server/access/index.ts';
import { askedKnown } from '#app/server/day.ts';
import { procedurePage } from '#app/server/views/procedure-page.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { canonicalMeta as meta } from '#app/page-meta.ts';

/** The address that stays of a procedure on a day; with `?biet=`, as it was known then. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/thu-tuc/:code/ngay/:day');
  const day = readTypedDate(params['day'] ?? '');
  const { known, bad } = askedKnown(new URL(request.url).searchParams.get('biet'), context.clock.now());
  if (!day || bad)
    throw new Response(textsFor(locale).citizen.procedure.badDay, { status: 404, statusText: 'Not Found' });
  const page = await procedurePage(context, params['code'] ?? '', { day, ...(known ? { known } : {}) }, locale);
  if (!page) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return page;
};

export default function ProcedureOnDay() {
  return <ProcedureArticle page={useLoaded<typeof loader>()} />;
}
