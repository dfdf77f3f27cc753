import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Choice, Line, type CommandBase } from '#app/components/staff/command-form.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { distributes } from '#app/server/staff/tasks.ts';
import { typedMoment } from '#app/server/staff/typed-moment.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const KINDS = ['power', 'system', 'lockdown', 'disaster', 'other'] as const;
const FIELDS = ['loai', 'tu', 'gio-tu', 'den', 'gio-den', 'can-cu', 'so'] as const;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec/su-co');
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).work.incident.title),
    rows: await context.service.incidents.ofUnit(actor.unit ?? ''),
    leads: distributes(actor),
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/su-co');
  const data = await request.formData();
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const typed = Object.fromEntries(FIELDS.map((name) => [name, [text(name)]]));
  const { incidents } = context.service;
  if (text('viec') === 'het') {
    const ended = await incidents.end(text('su-co'), context.clock.now(), actor);
    return ended.ok ? redirect('/cong-viec/su-co?xong=ended') : { problems: ended.problems, typed };
  }
  const openEnd = text('den') === '' && text('gio-den') === '';
  const added = await incidents.add(
    {
      unit: actor.unit ?? '',
      kind: KINDS.find((kind) => kind === text('loai')) ?? 'other',
      // What cannot be read as a time is refused by the service as a time that is not right.
      from: typedMoment(text('tu'), text('gio-tu')) ?? '9999',
      ...(openEnd ? {} : { to: typedMoment(text('den'), text('gio-den')) ?? '9999' }),
      ground: text('can-cu').slice(0, 2000),
      decision: text('so').slice(0, 200),
    },
    actor,
  );
  return added.ok ? redirect('/cong-viec/su-co?xong=added') : { problems: added.problems, typed };
};

const moment = (instant: string): string => `${formatTime(instant)} ${formatDay(instant)}`;

export default function Incidents() {
  const { rows, leads, done } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { absence, incident: words } = useStaffText().work;
  const base: CommandBase = { key: '', seq: 0, typed: answer?.typed ?? {}, problems: answer?.problems ?? [] };
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-viec', label: absence.back }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {!answer && (done === 'added' || done === 'ended') ? (
        <Notice kind="ok" live>
          <p>{words[done]}</p>
        </Notice>
      ) : null}
      {leads ? (
        <Form method="post" className="card slim" noValidate>
          <p>{words.text}</p>
          <Choice
            base={base}
            name="loai"
            label={words.kind}
            options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <Line base={base} name="tu" label={words.fromDay} />
          <Line base={base} name="gio-tu" label={words.fromTime} />
          <Line base={base} name="den" label={words.toDay} />
          <Line base={base} name="gio-den" label={words.toTime} />
          <Line base={base} name="can-cu" label={words.ground} long />
          <Line base={base} name="so" label={words.decision} />
          <div className="act">
            <button className="btn" name="viec" value="ghi">
              {words.add}
            </button>
          </div>
        </Form>
      ) : (
        <p className="muted">{words.text}</p>
      )}
      <h2 className="after">{words.list}</h2>
      {rows.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <div className="tasks">
          <table className="list rc">
            <caption className="vh">{words.list}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.kind}</th>
                <th scope="col">{words.columns.from}</th>
                <th scope="col">{words.columns.to}</th>
                <th scope="col">{words.columns.ground}</th>
                <th scope="col">{words.columns.by}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{words.kinds[row.kind]}</td>
                  <td data-l={words.columns.from} className="num">
                    {moment(row.from)}
                  </td>
                  <td data-l={words.columns.to} className="num">
                    {row.to === undefined ? words.going : moment(row.to)}
                    {row.to === undefined && leads ? (
                      <Form method="post">
                        <input type="hidden" name="su-co" value={row.id} />
                        <button className="btn quiet s" name="viec" value="het">
                          {words.end}
                        </button>
                      </Form>
                    ) : null}
                  </td>
                  <td data-l={words.columns.ground}>
                    {row.ground}
                    {row.decision === '' ? null : <span className="s">{row.decision}</span>}
                  </td>
                  <td data-l={words.columns.by}>{row.madeBy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
