import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ConversionTable } from '#app/components/staff/conversion-table.tsx';
import { JobButton } from '#app/components/staff/job-button.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { previewView, workView, type PreviewView, type WorkView } from '#app/server/staff/conversion-view.ts';
import { numberToSlug, slugToNumber } from '#app/server/staff/decision-number.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

/** How often a page looks again while dossiers are being looked at or converted. */
const EVERY_MS = 1000;

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-bo/:number/ho-so');
  const number = slugToNumber(params['number'] ?? '');
  const record = await context.service.store.catalogue.decision(number);
  if (!record) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const search = new URL(request.url).searchParams;
  const { conversions } = context.service;
  const progress = await conversions.progress(number);
  const common = {
    title: textsFor(locale).common.titled(`${staffTextsFor(locale).conversion.title}, ${number}`),
    number,
    slug: numberToSlug(number),
    writes: may(actor, '/cong-bo/:number/ho-so', 'write'),
    done: search.get('xong') ?? '',
  };
  const work = progress ? await workView(context, record, progress, search, locale) : undefined;
  if (work?.begun) return { ...common, work, preview: null };
  const run = await conversions.dryRunUnderWay(record.contentHash, { decision: record.decision, releases: [] });
  return { ...common, work: work ?? null, preview: await previewView(context, record, run, search, locale) };
};

export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-bo/:number/ho-so');
  const number = slugToNumber(params['number'] ?? '');
  const { conversions } = context.service;
  const form = await request.formData();
  const work = String(form.get('viec') ?? '');
  const here = `/cong-bo/${numberToSlug(number)}/ho-so`;
  if (work === 'tinh-lai') {
    const record = await context.service.store.catalogue.decision(number);
    if (record) await conversions.dryRunUnderWay(record.contentHash, { decision: record.decision, releases: [] }, true);
    return redirect(here);
  }
  const done =
    work === 'dung'
      ? await conversions.stop(number, actor)
      : work === 'tiep-tuc'
        ? await conversions.resume(number, actor)
        : work === 'tra-ve'
          ? await conversions.revert(number, actor, String(form.get('ly-do') ?? '').slice(0, 2000))
          : undefined;
  if (!done) throw new Response(null, { status: 400, statusText: 'Bad Request' });
  return done.ok ? redirect(`${here}?xong=${work}`) : { problems: done.problems };
};

const Preview = ({ preview }: { readonly preview: PreviewView }) => {
  const { conversion: words } = useStaffText();
  return (
    <>
      <section className="card">
        <div className="cardtitle">
          <h2>{words.preview}</h2>
          <span className="muted sp">{words.counted(formatTime(preview.at), formatDay(preview.at))}</span>
        </div>
        {preview.finished ? null : (
          <>
            <progress max={Math.max(1, preview.total)} value={preview.done} aria-label={words.preview} />
            <p role="status">{words.looking(preview.done, preview.total)}</p>
          </>
        )}
        {preview.counts.map(({ kind, count }) => (
          <p key={kind} className="feeline">
            <span>
              {words.outcomes[kind]} <small className="muted">({words.outcomeTexts[kind]})</small>
            </span>
            <b>{count}</b>
          </p>
        ))}
        <JobButton value="tinh-lai" label={words.again} second />
      </section>
      {preview.done === 0 && preview.finished ? (
        <div className="card">
          <EmptyState title={words.none} />
        </div>
      ) : (
        <ConversionTable view={preview} />
      )}
    </>
  );
};

const Job = ({ work, writes }: { readonly work: WorkView; readonly writes: boolean }) => {
  const { conversion } = useStaffText();
  const words = conversion.job;
  const { job } = work;
  return (
    <section className="card">
      <div className="cardtitle">
        <h2>{words.title}</h2>
        <span className="tag action sp">{work.begun ? words.states[job.state] : ''}</span>
      </div>
      {work.begun ? (
        <>
          {work.counts
            .filter(({ count }) => count > 0)
            .map(({ kind, count }) => (
              <p key={kind} className="feeline">
                <span>{conversion.states[kind]}</span>
                <b>{count}</b>
              </p>
            ))}
          {job.by ? <p className="small muted">{words.by(job.by, formatTime(job.at), formatDay(job.at))}</p> : null}
          {job.reason ? <p className="small">{words.reasonWas(job.reason)}</p> : null}
        </>
      ) : (
        <p>{words.starts(formatTime(job.due), formatDay(job.due))}</p>
      )}
      {writes && job.state === 'running' ? <JobButton value="dung" label={words.stop} second /> : null}
      {writes && job.state === 'stopped' ? <JobButton value="tiep-tuc" label={words.resume} /> : null}
      {writes && work.begun && ['running', 'stopped', 'done'].includes(job.state) ? (
        <details className="more">
          <summary>{words.revert}</summary>
          <Form method="post">
            <p className="small muted">{words.revertText}</p>
            <div className="field">
              <label htmlFor="ly-do">{words.reason}</label>
              <textarea id="ly-do" name="ly-do" rows={3} maxLength={2000} />
            </div>
            <button className="btn danger" name="viec" value="tra-ve">
              {words.revert}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  );
};

export default function RunningDossiersOfDecision() {
  const data = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { office, conversion: words } = useStaffText();
  const { revalidate } = useRevalidator();
  const { work, preview, done } = data;
  const moving =
    (preview !== null && !preview.finished) ||
    (work?.begun === true && (work.job.state === 'running' || work.job.state === 'reverting'));
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => void revalidate(), EVERY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [moving, revalidate]);
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/cong-bo', label: office.decisions.title },
          { to: `/cong-bo/${data.slug}`, label: data.number },
          { label: words.title },
        ]}
      />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.lead}</span>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {!answer && done in words.done ? (
        <Notice kind="ok" live>
          <p>{words.done[done as keyof typeof words.done]}</p>
        </Notice>
      ) : null}
      <div className="stack">
        {work ? <Job work={work} writes={data.writes} /> : null}
        {preview ? <Preview preview={preview} /> : null}
        {work?.begun ? <ConversionTable view={work} /> : null}
      </div>
    </>
  );
}
