import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { FindingsDesk } from '#app/components/office/findings/desk.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { findingsDesk } from '#app/server/office/findings/desk.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/danh-muc/:code/kiem-tra');
  const { store, verification } = context.service;
  const found = await verification.ofProcedure(params['code'] ?? '');
  const release = found && (await store.releases.byNumber(found.entry.code, found.entry.number));
  if (!found || !release) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const view = await findingsDesk(
    context,
    {
      release,
      shared: await store.releases.shared(),
      asOf: localDate(found.entry.effectiveFrom),
      problems: found.verification.problems,
      called: store.releases.byNumber,
      published: true,
    },
    new URL(request.url).searchParams,
    locale,
  );
  return { title: textsFor(locale).common.titled(found.entry.name), view };
};

export default function ProcedureCheck() {
  const { view } = useLoaded<typeof loader>();
  const { catalogue, findings: words, versions } = useOfficeText();
  const pick = usePick();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/danh-muc', label: catalogue.title },
          { to: '/danh-muc/kiem-tra', label: words.title },
          { label: view.code },
        ]}
      />
      <div className="ptitle">
        <h1>{pick(view.name)}</h1>
        <span className="muted num">{view.code}</span>
        <Tag tone="action">{versions.release(view.number)}</Tag>
      </div>
      <FindingsDesk view={view} />
    </>
  );
}
