import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { FindingsDesk } from '#app/components/office/findings/desk.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { findingsDesk } from '#app/server/office/findings/desk.ts';
import { findingsFor } from '#app/server/studio/analyse.ts';
import { contentOfDraft, draftOf } from '#app/server/studio/draft.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/thiet-ke/:code/vi-du');
  const draft = await draftOf(context, params['code']);
  const { problems, release } = await findingsFor(context, contentOfDraft(draft));
  if (!release) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const shared = await context.service.store.releases.shared();
  const source = {
    release,
    shared,
    problems,
    asOf: localDate(context.clock.now()),
    called: context.service.store.releases.byNumber,
    published: false,
  };
  return {
    title: textsFor(locale).common.titled(release.procedure.name.vi),
    code: draft.code,
    view: await findingsDesk(context, source, new URL(request.url).searchParams, locale),
  };
};

export default function DraftExamples() {
  const { view, code } = useLoaded<typeof loader>();
  const words = useStudioText();
  const pick = usePick();
  return (
    <>
      <Breadcrumb items={[{ to: '/thiet-ke', label: words.title }, { to: `/thiet-ke/${code}/kiem-tra`, label: pick(view.name) }, { label: words.findings.title }]} />
      <div className="ptitle">
        <h1>{pick(view.name)}</h1>
        <span className="muted num">{code}</span>
      </div>
      <FindingsDesk view={view} />
    </>
  ); // prettier-ignore
}
