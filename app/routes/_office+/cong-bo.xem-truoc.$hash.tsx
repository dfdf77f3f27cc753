import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import {
  DecisionCounts,
  DecisionFacts,
  DecisionItems,
  DecisionReadiness,
  RunningDossiers,
} from '#app/components/staff/decision-report.tsx';
import { OrganisationCounts, OrganisationReport } from '#app/components/staff/organisation-report.tsx';
import { ProblemItems, ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { decisionView } from '#app/server/staff/decision-view.ts';
import { keptDecision } from '#app/server/staff/read-decision.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/xem-truoc/:hash');
  const given = await keptDecision(context, params['hash'] ?? '');
  const view = await decisionView(
    context,
    await context.service.catalogue.check(given),
    new URL(request.url).searchParams,
  );
  return {
    title: textsFor(locale).common.titled(view.number),
    hash: params['hash'] ?? '',
    view,
    writes: may(actor, '/cong-bo', 'write'),
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo/xem-truoc/:hash');
  const given = await keptDecision(context, params['hash'] ?? '');
  const proposed = await context.service.catalogue.propose(given, actor);
  return proposed.ok
    ? redirect(`/cong-bo/${numberToSlug(proposed.value.number)}?xong=propose`)
    : { problems: proposed.problems };
};

export default function Preview() {
  const { hash, view, writes } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { office } = useStaffText();
  const words = office.report;
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-bo', label: office.decisions.title }, { label: words.preview }]} />
      <div className="ptitle">
        <h1>
          {view.number}
          {view.titleText ? `: ${view.titleText}` : ''}
        </h1>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      <div className="stack">
        <DecisionFacts view={view} />
        {view.organisation ? <OrganisationCounts view={view.organisation} /> : <DecisionCounts view={view} />}
        <div className="two desk">
          {view.organisation ? (
            <OrganisationReport view={view.organisation} />
          ) : (
            <DecisionItems
              view={view}
              findings={`/cong-bo/xem-truoc/${hash}/kiem-tra`}
              compare={({ code }) => `/cong-bo/xem-truoc/${hash}/so-sanh/${code}`}
            />
          )}
          <aside className="stack">
            <section className="card">
              <h2>{words.before}</h2>
              <DecisionReadiness view={view} />
              {view.problems.length > 0 ? <ProblemItems problems={view.problems} /> : null}
              {writes && view.applicable ? (
                <Form method="post" className="act">
                  <button className="btn" data-primary="">
                    {words.propose} <kbd aria-hidden="true">Ctrl ↵</kbd>
                  </button>
                  <p className="small muted">{words.proposeText}</p>
                </Form>
              ) : null}
            </section>
            {view.organisation ? null : <RunningDossiers view={view} />}
          </aside>
        </div>
      </div>
    </>
  );
}
