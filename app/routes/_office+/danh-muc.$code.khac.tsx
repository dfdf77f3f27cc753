import type { LoaderFunctionArgs } from '@remix-run/node';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { CompareDesk, CompareLegend } from '#app/components/office/compare-desk.tsx';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { compareView } from '#app/server/office/compare.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const numberIn = (text: string | null): number => {
  const number = Number(text ?? '');
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
};

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/:code/khac');
  const search = new URL(request.url).searchParams;
  const [from, to] = [numberIn(search.get('tu')), numberIn(search.get('den'))];
  const view = await compareView(context, params['code'] ?? '', from, to, locale);
  if (!view) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(`${officeTextsFor(locale).compare.title(from, to)}: ${view.name}`),
    view,
  };
};

export default function Compare() {
  const { view } = useLoaded<typeof loader>();
  const { compare: words, catalogue } = useOfficeText();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/danh-muc', label: catalogue.title },
          { to: `/danh-muc/${view.code}`, label: view.name },
          { label: words.crumb },
        ]}
      />
      <div className="ptitle">
        <h1>{words.title(view.from, view.to)}</h1>
        <CompareLegend />
      </div>
      <CompareDesk view={view} />
    </>
  );
}
