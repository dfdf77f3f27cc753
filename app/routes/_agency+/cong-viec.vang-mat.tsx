import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import type { Absence } from '#engine/store/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Choice, Line, type CommandBase } from '#app/components/staff/command-form.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';
import { formatDate } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { colleaguesOf } from '#app/server/staff/colleagues.ts';
import { distributes } from '#app/server/staff/tasks.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const stateOf = ({ from, to, endedAt }: Absence, today: string): 'coming' | 'now' | 'over' | 'ended' => {
  if (endedAt !== undefined) return 'ended';
  if (from > today) return 'coming';
  return to < today ? 'over' : 'now';
};

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec/vang-mat');
  const unit = actor.unit ?? '';
  const today = localDate(context.clock.now());
  const people = await colleaguesOf(context, unit);
  const leads = distributes(actor);
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).work.absence.title),
    people,
    may: leads ? people.filter((person) => !person.reserve) : people.filter((person) => person.id === actor.id),
    rows: (await context.service.absences.ofUnit(unit)).map((absence) => ({
      ...absence,
      state: stateOf(absence, today),
      mayEnd: leads || absence.person === actor.id,
    })),
    done: new URL(request.url).searchParams.get('xong') ?? '',
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec/vang-mat');
  const data = await request.formData();
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const typed = Object.fromEntries(['nguoi', 'thay', 'tu', 'den', 'ly-do'].map((name) => [name, [text(name)]]));
  if (text('viec') === 'ket-thuc') {
    const ended = await context.service.absences.end(text('dot'), actor);
    return ended.ok ? redirect('/cong-viec/vang-mat?xong=ended') : { problems: ended.problems, typed };
  }
  const added = await context.service.absences.add(
    {
      person: text('nguoi'),
      substitute: text('thay'),
      from: readTypedDate(text('tu')) ?? '',
      to: readTypedDate(text('den')) ?? '',
      reason: text('ly-do').slice(0, 300),
    },
    actor,
  );
  return added.ok ? redirect('/cong-viec/vang-mat?xong=added') : { problems: added.problems, typed };
};

export default function Absences() {
  const { people, may, rows, done } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { absence: words } = useStaffText().work;
  const base: CommandBase = { key: '', seq: 0, typed: answer?.typed ?? {}, problems: answer?.problems ?? [] };
  const options = (list: typeof people) =>
    list.map(({ id, name, reserve }) => ({ value: id, label: reserve ? words.reserve(name) : name }));
  return (
    <>
      <Breadcrumb items={[{ to: '/cong-viec', label: words.back }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {!answer && (done === 'added' || done === 'ended') ? (
        <Notice kind="ok" live>
          <p>{words[done]}</p>
        </Notice>
      ) : null}
      <Form method="post" className="card slim" noValidate>
        <p>{words.text}</p>
        <Choice base={base} name="nguoi" label={words.person} options={options(may)} />
        <Choice
          base={base}
          name="thay"
          label={words.substitute}
          options={[
            { value: '', label: words.choose },
            ...options([...people].sort((a, b) => Number(b.reserve) - Number(a.reserve))),
          ]}
        />
        <Line base={base} name="tu" label={words.from} />
        <Line base={base} name="den" label={words.to} />
        <Line base={base} name="ly-do" label={words.reason} />
        <div className="act">
          <button className="btn" name="viec" value="ghi">
            {words.add}
          </button>
        </div>
      </Form>
      <h2 className="after">{words.list}</h2>
      {rows.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <div className="tasks">
          <table className="list rc">
            <caption className="vh">{words.list}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.who}</th>
                <th scope="col">{words.columns.by}</th>
                <th scope="col">{words.columns.days}</th>
                <th scope="col">{words.columns.reason}</th>
                <th scope="col">{words.columns.state}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <td>{row.personName}</td>
                  <td data-l={words.columns.by}>{row.substituteName}</td>
                  <td data-l={words.columns.days} className="num">
                    {formatDate(row.from)} – {formatDate(row.to)}
                  </td>
                  <td data-l={words.columns.reason}>{row.reason}</td>
                  <td data-l={words.columns.state}>
                    {words.states[row.state]}
                    {row.mayEnd && (row.state === 'now' || row.state === 'coming') ? (
                      <Form method="post">
                        <input type="hidden" name="dot" value={row.id} />
                        <button className="btn quiet s" name="viec" value="ket-thuc">
                          {words.end}
                        </button>
                      </Form>
                    ) : null}
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
