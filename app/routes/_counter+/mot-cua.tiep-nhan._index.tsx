import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { begin, groupsHere, samePerson } from '#app/server/staff/begin-intake.ts';
import { personOf } from '#app/server/staff/intake-applicant.ts';
import { servedBy } from '#app/server/staff/queue.ts';
import { draftsOfVisit } from '#app/server/staff/visit.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const MOST = 30;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan');
  const asked = new URL(request.url).searchParams;
  const text = asked.get('tim')?.trim().slice(0, 100) ?? '';
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
  const visit = asked.get('luot') ?? '';
  const [inVisit] = visit === '' ? [] : await draftsOfVisit(context, actor.id, visit);
  const earlier = await samePerson(context, actor, asked.get('nguoi') ?? '');
  const ticket = await servedBy(context, actor.unit ?? '', actor.id);
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).counter.intake.title),
    serving: ticket ? { number: ticket.number, desk: ticket.desk ?? '' } : null,
    visit: inVisit ? { id: visit, draft: inVisit.id, person: personOf(inVisit).name } : null,
    samePerson: earlier ? { id: asked.get('nguoi') ?? '', name: earlier.name } : null,
    groups: inVisit ? [] : await groupsHere(context, actor.unit ?? '', text, locale),
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

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/tiep-nhan');
  const posted = await request.formData();
  const text = (name: string) => String(posted.get(name) ?? '');
  const started = await begin(context, actor, {
    procedure: text('thu-tuc'),
    group: text('nhom'),
    visit: text('luot'),
    person: await samePerson(context, actor, text('nguoi')),
  });
  return started.ok ? redirect(`/mot-cua/tiep-nhan/${started.value.id}`) : { problems: started.problems };
};

export default function ChooseProcedure() {
  const { text, total, found, drafts, groups, visit, serving, samePerson: person } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { counter, queue, reception } = useStaffText();
  const { intake: words, visit: visits } = counter;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        {serving ? <span className="muted">{queue.desk.serves(serving.number, serving.desk)}</span> : null}
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {visit || person ? (
        <Notice kind="info">
          <p>
            {visits.adding(visit?.person ?? person?.name ?? '')}{' '}
            {visit ? <Link to={`/mot-cua/tiep-nhan/${visit.draft}`}>{visits.back}</Link> : null}
          </p>
        </Notice>
      ) : null}
      <div className="two counter">
        <section className="card flush">
          <div className="cardtitle">
            <Form method="get" className="findproc">
              <label htmlFor="tim-thu-tuc">{words.find}</label>
              <p className="hint" id="tim-goi-y">
                {words.findHint}
              </p>
              {visit ? <input type="hidden" name="luot" value={visit.id} /> : null}
              {person ? <input type="hidden" name="nguoi" value={person.id} /> : null}
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
          {groups.length > 0 ? (
            <div className="linkedgroups">
              <h2>{visits.groups}</h2>
              <p className="hint">{visits.groupsText}</p>
              <ul className="choicelist">
                {groups.map((group) => (
                  <li key={group.code}>
                    <div>
                      <span className="t">{group.name}</span>
                      <small>
                        {group.members.join(' · ')} · {visits.group(group.decision, formatDay(group.since))}
                      </small>
                    </div>
                    <Form method="post">
                      <input type="hidden" name="nhom" value={group.code} />
                      {person ? <input type="hidden" name="nguoi" value={person.id} /> : null}
                      <button className="btn second s" data-row-link="" aria-label={`${words.choose}: ${group.name}`}>
                        {words.choose}
                      </button>
                    </Form>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
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
                    {visit ? <input type="hidden" name="luot" value={visit.id} /> : null}
                    {person ? <input type="hidden" name="nguoi" value={person.id} /> : null}
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
