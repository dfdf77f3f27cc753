import type { LoaderFunctionArgs } from '@remix-run/node';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { CompareDesk, CompareLegend } from '#app/components/office/compare-desk.tsx';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { compareBrought } from '#app/server/office/compare.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/cong-bo/xem-truoc/:hash/so-sanh/:code');
  const hash = params['hash'] ?? '';
  const found = await compareBrought(context, hash, params['code'] ?? '', locale);
  if (!found) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { view, decision } = found;
  return {
    title: textsFor(locale).common.titled(`${officeTextsFor(locale).compare.title(view.from, view.to)}: ${view.name}`),
    hash,
    decision,
    view,
  };
};

export default function CompareBrought() {
  const { view, decision, hash } = useLoaded<typeof loader>();
  const { compare: words } = useOfficeText();
  const { office } = useStaffText();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/cong-bo', label: office.decisions.title },
          { to: `/cong-bo/xem-truoc/${hash}`, label: decision },
          { label: words.crumb },
        ]}
      />
      <div className="ptitle">
        <h1>{view.name}</h1>
        <span className="muted">{words.title(view.from, view.to)}</span>
        <CompareLegend />
      </div>
      <CompareDesk view={view} />
    </>
  );
}
