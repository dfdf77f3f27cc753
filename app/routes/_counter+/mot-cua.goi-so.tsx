import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { callNumber, kindOf, queueKinds, ticketsToday } from '#app/server/staff/queue.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/goi-so');
  const search = new URL(request.url).searchParams;
  const tickets = await ticketsToday(context, actor.unit ?? '');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).queue.desk.title),
    unit: actor.unit ?? '',
    desk: search.get('quay')?.slice(0, 10) ?? '',
    service: (await kindOf(context, search.get('loai') ?? '')) ?? '',
    kinds: await queueKinds(context, locale),
    mine: tickets.find(({ state, clerk }) => state === 'called' && clerk === actor.id) ?? null,
    tickets,
    none: search.has('het'),
    askDesk: search.has('hoi-quay'),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/goi-so');
  const data = await request.formData();
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const desk = text('quay').slice(0, 10);
  if (desk === '') return { deskMissing: true };
  const work = text('viec');
  const called = await callNumber(context, {
    unit: actor.unit ?? '',
    clerk: actor.id,
    desk,
    work,
    service: text('loai'),
    number: Number(text('so')),
  });
  const none = work === 'tiep' && !called ? '&het' : '';
  const service = await kindOf(context, text('loai'));
  return redirect(`/mot-cua/goi-so?quay=${encodeURIComponent(desk)}${service ? `&loai=${service}` : ''}${none}`);
};

export default function CallNumbers() {
  const { unit, desk, service, kinds, mine, tickets, none, askDesk } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { queue } = useStaffText();
  const words = queue.desk;
  const nameOf = (id: string): string => kinds.find((each) => each.id === id)?.name ?? (id || words.any);
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="sp">
          <Link to={`/lay-so/${unit}`}>{words.kiosk}</Link> <Link to={`/man-hinh/${unit}`}>{words.display}</Link>
        </span>
      </div>
      {answer?.deskMissing ? (
        <Notice kind="danger" live>
          <p>{words.deskMissing}</p>
        </Notice>
      ) : null}
      {askDesk && !answer ? (
        <Notice kind="info" live>
          <p>{words.deskMissing}</p>
        </Notice>
      ) : null}
      {none ? (
        <Notice kind="ok" live>
          <p>{words.none}</p>
        </Notice>
      ) : null}
      <div className="stack">
        <section className="card">
          <h2 role="status">{mine ? words.serving(mine.number) : words.nobody}</h2>
          <Form method="post" id="goi" className="stack">
            <div className="fgrid">
              <div className="field c3">
                <label htmlFor="quay">{words.number}</label>
                <input id="quay" name="quay" type="text" defaultValue={desk} maxLength={10} autoComplete="off" />
              </div>
              <div className="field c5">
                <label htmlFor="loai">{words.service}</label>
                <select id="loai" name="loai" defaultValue={service}>
                  <option value="">{words.any}</option>
                  {kinds.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            <div className="acts">
              <button className="btn" name="viec" value="tiep" data-primary="">
                {words.next} <kbd aria-hidden="true">Ctrl ↵</kbd>
              </button>
              {mine ? (
                <>
                  <input type="hidden" name="so" value={mine.number} />
                  <button className="btn second" name="viec" value="goi-lai">
                    {words.again}
                  </button>
                  <button className="btn second" name="viec" value="bo-qua">
                    {words.skip}
                  </button>
                  <Link className="btn second" to="/mot-cua/tiep-nhan" data-key="alt+n">
                    {words.start}
                  </Link>
                </>
              ) : null}
            </div>
          </Form>
        </section>
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.list}</h2>
          </div>
          {tickets.length === 0 ? (
            <EmptyState title={words.empty} />
          ) : (
            <table className="list rc">
              <caption className="vh">{words.list}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.columns.number}</th>
                  <th scope="col">{words.columns.service}</th>
                  <th scope="col">{words.columns.taken}</th>
                  <th scope="col">{words.columns.state}</th>
                </tr>
              </thead>
              <tbody>
                {tickets.map((ticket) => (
                  <tr key={ticket.number}>
                    <td>
                      <b>{ticket.number}</b>
                    </td>
                    <td data-l={words.columns.service}>{nameOf(ticket.service)}</td>
                    <td data-l={words.columns.taken}>{formatTime(ticket.takenAt)}</td>
                    <td data-l={words.columns.state}>
                      {words.states[ticket.state]}
                      {ticket.desk ? `, ${words.atDesk(ticket.desk)}` : ''}{' '}
                      {ticket.state === 'skipped' && desk !== '' ? (
                        <Form method="post">
                          <input type="hidden" name="quay" value={desk} />
                          <input type="hidden" name="loai" value={service} />
                          <input type="hidden" name="so" value={ticket.number} />
                          <button
                            className="btn second s"
                            name="viec"
                            value="goi-lai"
                            aria-label={words.againOne(ticket.number)}
                          >
                            {words.again}
                          </button>
                        </Form>
                      ) : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
    </>
  );
}
