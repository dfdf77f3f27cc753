import { redirect, type AppLoadContext, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const MOST = 30;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan');
  const text = new URL(request.url).searchParams.get('tim')?.trim().slice(0, 100) ?? '';
  const { service } = context;
  const page = await service.catalogue.search({
    ...(actor.unit ? { unit: actor.unit } : {}),
    ...(text ? { text } : {}),
    limit: MOST,
    offset: 0,
  });
  const drafts = (await service.drafts.byOwner(actor.id)).filter((draft) => draft.channel !== 'online');
  const named = await Promise.all(
    drafts.map(async (draft) => ({
      id: draft.id,
      updatedAt: draft.updatedAt,
      name: (await service.catalogue.release(draft.releaseHash)).release.procedure.name.vi,
    })),
  );
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).counter.intake.title),
    text,
    total: page.total,
    found: page.entries.map((entry) => ({
      code: entry.code,
      name: entry.name,
      field: entry.field,
      number: entry.number,
      since: entry.effectiveFrom,
    })),
    drafts: named,
  };
};

/** What only the post brings begins as such. */
const firstChannel = async (context: AppLoadContext, procedure: string): Promise<'counter' | 'post'> => {
  const channels = (await context.service.catalogue.inForce(procedure))?.release.release.procedure.channels;
  return channels?.includes('counter') === false && channels.includes('post') ? 'post' : 'counter';
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan');
  const procedure = String((await request.formData()).get('thu-tuc') ?? '');
  const started = await context.service.drafts.start({
    procedure,
    owner: actor.id,
    channel: await firstChannel(context, procedure),
    ...(actor.unit ? { receivingUnit: actor.unit } : {}),
  });
  return started.ok ? redirect(`/mot-cua/tiep-nhan/${started.value.id}`) : { problems: started.problems };
};

export default function ChooseProcedure() {
  const { text, total, found, drafts } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { counter, reception } = useStaffText();
  const words = counter.intake;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      <div className="two counter">
        <section className="card flush">
          <div className="cardtitle">
            <Form method="get" className="findproc">
              <label htmlFor="tim-thu-tuc">{words.find}</label>
              <p className="hint" id="tim-goi-y">
                {words.findHint}
              </p>
              <div className="sfilters">
                <input
                  id="tim-thu-tuc"
                  type="search"
                  name="tim"
                  defaultValue={text}
                  key={text}
                  aria-describedby="tim-goi-y"
                  data-focus-key="alt+1"
                />
                <button className="btn second">{words.findButton}</button>
              </div>
            </Form>
            <span className="muted">{words.found(total)}</span>
            <Link to="/mot-cua/phi-dia-gioi">{reception.elsewhere.link}</Link>
          </div>
          {found.length === 0 ? (
            <EmptyState title={words.notFound} />
          ) : (
            <ul className="choicelist">
              {found.map((entry) => (
                <li key={entry.code}>
                  <div>
                    <span className="t">{entry.name}</span>
                    <small>
                      {entry.code} · {entry.field} · {words.release(entry.number, formatDay(entry.since))}
                    </small>
                  </div>
                  <Form method="post">
                    <input type="hidden" name="thu-tuc" value={entry.code} />
                    <button className="btn second s" data-row-link="" aria-label={`${words.choose}: ${entry.name}`}>
                      {words.choose}
                    </button>
                  </Form>
                </li>
              ))}
            </ul>
          )}
        </section>
        <aside className="card">
          <h2>{words.drafts}</h2>
          {drafts.length === 0 ? <p className="muted">–</p> : null}
          <ul className="filelist">
            {drafts.map((draft) => (
              <li key={draft.id}>
                <Link to={`/mot-cua/tiep-nhan/${draft.id}`}>{draft.name}</Link>
                <span className="small muted">
                  {' '}
                  {words.draftAt(`${formatTime(draft.updatedAt)} ${formatDay(draft.updatedAt)}`)}
                </span>
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  );
}
