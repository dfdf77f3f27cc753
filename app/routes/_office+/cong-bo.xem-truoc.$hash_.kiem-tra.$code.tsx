import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { FindingsDesk } from '#app/components/office/findings/desk.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { findingsDesk } from '#app/server/office/findings/desk.ts';
import { draftOf } from '#app/server/office/findings/draft.ts';
import { keptDecision } from '#app/server/staff/read-decision.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/cong-bo/xem-truoc/:hash/kiem-tra/:code');
  const hash = params['hash'] ?? '';
  const given = await keptDecision(context, hash);
  const report = await context.service.catalogue.check(given);
  const draft = await draftOf(context, given, report, params['code'] ?? '');
  if (!draft) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const source = { ...draft, asOf: localDate(report.effectiveFrom), published: false };
  const view = await findingsDesk(context, source, new URL(request.url).searchParams, locale);
  return {
    title: textsFor(locale).common.titled(draft.release.procedure.name.vi),
    decision: report.decision.number,
    hash,
    view,
  };
};

export default function DraftCheck() {
  const { view, decision, hash } = useLoaded<typeof loader>();
  const { findings: words, versions } = useOfficeText();
  const { office } = useStaffText();
  const pick = usePick();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/cong-bo', label: office.decisions.title },
          { to: `/cong-bo/xem-truoc/${hash}`, label: decision },
          { label: words.ofDraft },
        ]}
      />
      <div className="ptitle">
        <h1>{pick(view.name)}</h1>
        <span className="muted num">{view.code}</span>
        <Tag tone="warn">{versions.release(view.number)}</Tag>
      </div>
      <FindingsDesk view={view} />
    </>
  );
}
