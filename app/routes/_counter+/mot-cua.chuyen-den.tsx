import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { DossierCode } from '#app/components/staff/dossier-code.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { arrivingRows } from '#app/server/staff/arriving.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua/chuyen-den');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).reception.arriving.title),
    rows: await arrivingRows(context, actor.unit ?? ''),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/chuyen-den');
  const dossier = String((await request.formData()).get('ho-so') ?? '').slice(0, 64);
  const received = await context.service.dossiers.execute({
    dossier,
    command: { type: 'receive-transfer' },
    actor,
    // Received once, however often it is clicked and by whomever.
    key: `arrival:${dossier}`,
  });
  return received.ok ? { problems: [], done: received.value.code } : { problems: received.problems, done: '' };
};

const when = (at: string | undefined): string => (at ? `${formatTime(at)} ${formatDay(at)}` : '–');

export default function Arriving() {
  const { rows } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { reception, counter } = useStaffText();
  const words = reception.arriving;
  const { columns } = counter.lists;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {answer?.done ? (
        <Notice kind="ok" live>
          <p>
            <b className="num">{answer.done}</b> {words.done}
          </p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <div className="tasks">
          <table className="list rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col" className="c-code">
                  {columns.code}
                </th>
                <th scope="col">{columns.procedure}</th>
                <th scope="col" className="c-applicant">
                  {columns.applicant}
                </th>
                <th scope="col">{words.from}</th>
                <th scope="col" className="c-day">
                  {words.sendBy}
                </th>
                <th scope="col">
                  <span className="vh">{words.receive}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>
                    <DossierCode code={row.code} to={`/mot-cua/ho-so/${row.id}`} />
                  </td>
                  <td>{row.procedureName}</td>
                  <td data-l={columns.applicant}>{row.applicant}</td>
                  <td data-l={words.from}>{row.from}</td>
                  <td data-l={words.sendBy} className={row.late ? 'nowrap late' : 'nowrap'}>
                    {when(row.sendBy)}
                  </td>
                  <td>
                    <Form method="post">
                      <input type="hidden" name="ho-so" value={row.id} />
                      <button className="btn second s" aria-label={words.receiveOne(row.code)}>
                        {words.receive}
                      </button>
                    </Form>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
