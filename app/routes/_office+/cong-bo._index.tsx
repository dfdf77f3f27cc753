import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FilePicker } from '#app/components/file-picker.tsx';
import { DecisionCounts, DecisionFacts, DecisionItems } from '#app/components/staff/decision-report.tsx';
import { OrganisationCounts, OrganisationReport } from '#app/components/staff/organisation-report.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { numberToSlug } from '#app/server/staff/decision-number.ts';
import { decisionView } from '#app/server/staff/decision-view.ts';
import { postedDecision, readDecision } from '#app/server/staff/read-decision.ts';
import { parseInstant } from '#engine/clock/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo');
  const records = await context.service.catalogue.decisions();
  const now = context.clock.now();
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).office.decisions.title),
    writes: may(actor, '/cong-bo', 'write'),
    decisions: [...records]
      .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
      .map(({ number, decision, status }) => {
        const effective = parseInstant(decision.effectiveFrom) ?? '';
        return {
          number,
          slug: numberToSlug(number),
          title: decision.title?.vi ?? '',
          kind: decision.kind,
          signedOn: decision.signedOn,
          effective,
          items: decision.items.length + (decision.organisation?.changes.length ?? 0),
          status: status === 'applied' && effective > now ? ('waiting' as const) : status,
        };
      }),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo');
  const posted = await postedDecision(request);
  if ('problems' in posted) return { problems: posted.problems, view: null, hash: '' };
  const read = readDecision(posted.bytes);
  if (!read.ok) return { problems: read.problems, view: null, hash: '' };
  const report = await context.service.catalogue.check(read.value);
  // What can be read is kept under its hash, to be looked at page by page; nothing is proposed by that.
  const hash = await context.service.store.files.put(posted.bytes, `decision:${actor.id}`);
  if (!report.applicable)
    return {
      problems: report.problems,
      view: await decisionView(context, report, new URLSearchParams({ loc: 'not-ready' })),
      hash,
    };
  return redirect(`/cong-bo/xem-truoc/${hash}`);
};

export default function Decisions() {
  const { decisions, writes } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const words = useStaffText().office.decisions;
  const { drafts, linked, organisation } = useOfficeText();
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
        {writes ? (
          <Link className="btn second" to="/cong-bo/du-thao">
            {drafts.title}
          </Link>
        ) : null}
        {writes ? (
          <Link className="btn second" to="/cong-bo/lien-thong">
            {linked.open}
          </Link>
        ) : null}
        {writes ? (
          <Link className="btn second" to="/cong-bo/sap-xep">
            {organisation.open}
          </Link>
        ) : null}
      </div>
      {answer ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{words.refused}</h2>
          <p>{words.refusedText}</p>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      {answer?.view ? (
        <div className="stack">
          <DecisionFacts view={answer.view} />
          {answer.view.organisation ? (
            <>
              <OrganisationCounts view={answer.view.organisation} />
              <OrganisationReport view={answer.view.organisation} />
            </>
          ) : (
            <>
              <DecisionCounts view={answer.view} />
              <DecisionItems
                view={answer.view}
                filters={false}
                findings={`/cong-bo/xem-truoc/${answer.hash}/kiem-tra`}
              />
            </>
          )}
        </div>
      ) : null}
      <div className="two desk">
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.list}</h2>
          </div>
          {decisions.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <table className="rc">
              <caption className="vh">{words.list}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.number}</th>
                  <th scope="col">{words.columns.title}</th>
                  <th scope="col">{words.columns.signed}</th>
                  <th scope="col">{words.columns.effective}</th>
                  <th scope="col" className="num">
                    {words.columns.items}
                  </th>
                  <th scope="col">{words.columns.status}</th>
                </tr>
              </thead>
              <tbody>
                {decisions.map((each) => (
                  <tr key={each.number}>
                    <td className="nowrap">
                      <Link to={`/cong-bo/${each.slug}`} data-row-link="">
                        {each.number}
                      </Link>
                    </td>
                    <td>{each.title || words.kinds[each.kind]}</td>
                    <td data-l={words.columns.signed} className="nowrap">
                      {formatDate(each.signedOn)}
                    </td>
                    <td data-l={words.columns.effective} className="nowrap">
                      {each.effective ? `${formatTime(each.effective)} ${formatDay(each.effective)}` : ''}
                    </td>
                    <td data-l={words.columns.items} className="num">
                      {each.items}
                    </td>
                    <td data-l={words.columns.status}>
                      <span
                        className={`tag ${each.status === 'applied' ? 'ok' : each.status === 'withdrawn' ? '' : 'action'}`}
                      >
                        {words.status[each.status]}
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        {writes ? (
          <section className="card">
            <h2>{words.upload}</h2>
            <Form method="post" encType="multipart/form-data">
              <div className="field">
                <label htmlFor="tep">{words.file}</label>
                <p className="hint" id="tep-goi-y">
                  {words.fileHint}
                </p>
                <FilePicker id="tep" name="tep" accept=".json,application/json" describedBy="tep-goi-y" />
              </div>
              <div className="act">
                <button className="btn" data-primary="">
                  {words.check} <kbd aria-hidden="true">Ctrl ↵</kbd>
                </button>
              </div>
            </Form>
          </section>
        ) : null}
      </div>
    </>
  );
}
