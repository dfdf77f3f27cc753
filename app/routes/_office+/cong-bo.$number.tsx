import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import {
  DecisionCounts,
  DecisionFacts,
  DecisionItems,
  DecisionReadiness,
  RunningDossiers,
} from '#app/components/staff/decision-report.tsx';
import { HeadFields } from '#app/components/office/drafts/head-fields.tsx';
import { OrganisationCounts, OrganisationReport } from '#app/components/staff/organisation-report.tsx';
import { TransferCard } from '#app/components/staff/transfer-card.tsx';
import { ProblemItems, ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { decisionOfRollBack } from '#app/server/office/reorganisation.ts';
import { numberToSlug, slugToNumber } from '#app/server/staff/decision-number.ts';
import { decisionView } from '#app/server/staff/decision-view.ts';
import { readDecision } from '#app/server/staff/read-decision.ts';
import { transferView } from '#app/server/staff/transfer-view.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/:number');
  const found = await context.service.catalogue.decision(slugToNumber(params['number'] ?? ''));
  if (!found) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { record, report } = found;
  const search = new URL(request.url).searchParams;
  return {
    title: textsFor(locale).common.titled(record.number),
    slug: numberToSlug(record.number),
    view: await decisionView(context, report, search),
    record: {
      status: record.status,
      author: record.author,
      createdAt: record.createdAt,
      approver: record.approver ?? null,
      approvedAt: record.approvedAt ?? '',
      appliedAt: record.appliedAt ?? '',
      withdrawnAt: record.withdrawnAt ?? '',
      withdrawnReason: record.withdrawnReason ?? '',
      contentHash: record.contentHash,
    },
    isAuthor: record.author.id === actor.id,
    approves: actor.roles.includes('office-approver'),
    handles: actor.roles.includes('office') || actor.roles.includes('office-approver'),
    inForce: report.effectiveFrom <= context.clock.now(),
    transfers: await transferView(context, record.number),
    done: search.get('xong') ?? '',
  };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo/:number');
  const number = slugToNumber(params['number'] ?? '');
  const { catalogue } = context.service;
  const form = await request.formData();
  const work = String(form.get('viec') ?? '');
  const back = (done: string) => redirect(`/cong-bo/${numberToSlug(number)}?xong=${done}`);
  if (work === 'approve') {
    const approved = await catalogue.approve(number, String(form.get('dau') ?? ''), actor);
    return approved.ok ? back('approve') : { problems: approved.problems };
  }
  if (work === 'apply') {
    const applied = await catalogue.apply(number, actor);
    return applied.ok ? back('apply') : { problems: applied.problems };
  }
  if (work === 'withdraw') {
    const withdrawn = await catalogue.withdraw(number, actor, String(form.get('ly-do') ?? '').slice(0, 2000));
    return withdrawn.ok ? back('withdraw') : { problems: withdrawn.problems };
  }
  if (work === 'dung' || work === 'tiep-tuc') {
    const { reorganisations } = context.service;
    const moved = await (work === 'dung' ? reorganisations.stop(number, actor) : reorganisations.resume(number, actor));
    return moved.ok ? redirect(`/cong-bo/${numberToSlug(number)}`) : { problems: moved.problems };
  }
  if (work === 'khoi-phuc') {
    const made = decisionOfRollBack(form, number);
    if (!made.ok) return { problems: made.problems };
    const bytes = new TextEncoder().encode(made.value);
    const read = readDecision(bytes);
    if (!read.ok) return { problems: read.problems };
    return redirect(`/cong-bo/xem-truoc/${await context.service.store.files.put(bytes, `decision:${actor.id}`)}`);
  }
  throw new Response(null, { status: 400, statusText: 'Bad Request' });
};

type Data = Exclude<Awaited<ReturnType<typeof loader>>, Response>;

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.slice(0, 1))
    .join('')
    .toLocaleUpperCase('vi');

/** Two persons, each with their name and what they did. */
const TwoPersons = ({ record }: Data) => {
  const { approval: words } = useStaffText().office;
  return (
    <ul className="steps2">
      <li>
        <span className="av2" aria-hidden="true">
          {initials(record.author.name)}
        </span>
        <div>
          <b>{record.author.name}</b>
          <small>
            {words.author} · {formatTime(record.createdAt)} {formatDay(record.createdAt)}
          </small>
        </div>
        <span className="tag ok">{words.authorState}</span>
      </li>
      <li>
        <span className="av2" aria-hidden="true">
          {record.approver ? initials(record.approver.name) : '?'}
        </span>
        <div>
          <b>{record.approver?.name ?? words.approver}</b>
          <small>
            {words.approver}
            {record.approvedAt ? ` · ${formatTime(record.approvedAt)} ${formatDay(record.approvedAt)}` : ''}
          </small>
        </div>
        <span className={`tag ${record.approver ? 'ok' : ''}`}>{record.approver ? words.approved : words.waiting}</span>
      </li>
    </ul>
  );
};

/** What can be done next, and by whom; otherwise why not. */
const NextStep = (data: Data) => {
  const { approval: words, report } = useStaffText().office;
  const { record, isAuthor, approves, handles, inForce, view } = data;
  if (record.status === 'withdrawn')
    return (
      <>
        <p>
          <b>{words.withdrawn(formatTime(record.withdrawnAt), formatDay(record.withdrawnAt))}</b>
        </p>
        <p className="muted">{record.withdrawnReason}</p>
      </>
    );
  if (record.status === 'applied')
    return (
      <>
        <p>
          <b>
            {inForce ? words.inForce : words.takesEffect(formatTime(view.effectiveFrom), formatDay(view.effectiveFrom))}
          </b>
        </p>
        <p className="small muted">{words.applied(formatTime(record.appliedAt), formatDay(record.appliedAt))}</p>
        {inForce ? <p className="small muted">{words.withdrawLate}</p> : null}
      </>
    );
  if (record.status === 'approved')
    return handles ? (
      <Form method="post" className="act">
        <p className="small muted">{words.applyText}</p>
        <button className="btn" name="viec" value="apply" data-primary="">
          {words.apply} <kbd aria-hidden="true">Ctrl ↵</kbd>
        </button>
      </Form>
    ) : null;
  if (!view.applicable) return <p className="muted">{report.notApplicable}</p>;
  if (isAuthor) return <p className="muted">{words.ownWork}</p>;
  if (!approves) return <p className="muted">{words.notApprover}</p>;
  return (
    <Form method="post" className="act">
      <input type="hidden" name="dau" value={view.contentHash} />
      <button className="btn" name="viec" value="approve" data-primary="">
        {words.approve} <kbd aria-hidden="true">Ctrl ↵</kbd>
      </button>
    </Form>
  );
};

const Withdraw = ({ record, handles, inForce }: Data) => {
  const { approval: words } = useStaffText().office;
  if (!handles || record.status === 'withdrawn' || (record.status === 'applied' && inForce)) return null;
  return (
    <details className="card more">
      <summary>{words.withdraw}</summary>
      <Form method="post">
        <p className="small muted">{words.withdrawText}</p>
        <div className="field">
          <label htmlFor="ly-do">{words.withdrawReason}</label>
          <textarea id="ly-do" name="ly-do" rows={3} maxLength={2000} />
        </div>
        <button className="btn danger" name="viec" value="withdraw">
          {words.withdraw}
        </button>
      </Form>
    </details>
  );
};

/** The way back from a reorganisation in effect: a decision of its own, looked at first. */
const RollBack = ({ record, handles, inForce, view }: Data) => {
  const words = useOfficeText().organisation.rollBack;
  if (!handles || record.status !== 'applied' || !inForce || view.organisation?.rollsBack) return null;
  return (
    <details className="card more">
      <summary>{words.title}</summary>
      <Form method="post" className="stack">
        <p className="small muted">{words.text}</p>
        <HeadFields wholeDay />
        <button className="btn second" name="viec" value="khoi-phuc">
          {words.go}
        </button>
      </Form>
    </details>
  );
};

export default function DecisionPage() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { office } = useStaffText();
  const { annex } = useOfficeText();
  const { view, done } = data;
  const texts = office.approval.done;
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-bo', label: office.decisions.title }, { label: view.number }]} />
      <div className="ptitle">
        <h1>
          {view.number}
          {view.titleText ? `: ${view.titleText}` : ''}
        </h1>
        {view.organisation ? null : (
          <>
            <a className="btn second" href={`/cong-bo/${numberToSlug(view.number)}/phu-luc.xlsx`}>
              {annex.download}
            </a>
            <a className="btn second" href={`/cong-bo/${numberToSlug(view.number)}/phu-luc.pdf`}>
              {annex.print}
            </a>
          </>
        )}
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {!answer && done in texts ? (
        <Notice kind="ok" live>
          <p>{texts[done as keyof typeof texts]}</p>
        </Notice>
      ) : null}
      <div className="stack">
        <DecisionFacts view={view} />
        {view.organisation ? <OrganisationCounts view={view.organisation} /> : <DecisionCounts view={view} />}
        <div className="two desk">
          {view.organisation ? (
            <OrganisationReport view={view.organisation} />
          ) : (
            <DecisionItems
              view={view}
              compare={({ code, from, release }) => `/danh-muc/${code}/khac?tu=${from}&den=${release}`}
            />
          )}
          <aside className="stack">
            <section className="card">
              <div className="cardtitle">
                <h2>{office.approval.title}</h2>
                <span className="muted sp">{office.approval.two}</span>
              </div>
              <TwoPersons {...data} />
              <NextStep {...data} />
            </section>
            {data.record.status === 'draft' ? (
              <section className="card">
                <h2>{office.report.before}</h2>
                <DecisionReadiness view={view} />
                {view.problems.length > 0 ? <ProblemItems problems={view.problems} /> : null}
              </section>
            ) : null}
            {view.organisation ? (
              <>
                {data.transfers ? (
                  <TransferCard
                    transfers={data.transfers}
                    handles={data.handles}
                    list={`/cong-bo/${data.slug}/chuyen-giao`}
                  />
                ) : null}
                <RollBack {...data} />
              </>
            ) : (
              <RunningDossiers view={view} to={`/cong-bo/${data.slug}/ho-so`} />
            )}
            <Withdraw {...data} />
          </aside>
        </div>
      </div>
    </>
  );
}
