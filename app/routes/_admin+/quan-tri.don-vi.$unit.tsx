import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { WhereChanged } from '#app/components/office/admin-tabs.tsx';
import { UnitPeople, useSpan } from '#app/components/office/unit-people.tsx';
import { GiveRole, RoleChanges, RolesDone } from '#app/components/office/unit-roles.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer } from '#app/components/staff/use-page-data.ts';
import { Tag } from '#app/components/state-badge.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { askedDay } from '#app/server/day.ts';
import { unitDetail } from '#app/server/office/unit-detail.ts';
import { changeRoles, roleChanges, ROLES } from '#app/server/office/unit-roles.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/don-vi/:unit');
  const now = context.clock.now();
  const { day, bad } = askedDay(new URL(request.url).searchParams.get('ngay'), now);
  const shown = day ?? localDate(now);
  const unit = await unitDetail(context, params['unit'] ?? '', shown);
  if (!unit) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(unit.name),
    unit,
    day: day ?? '',
    shown,
    bad,
    today: localDate(now),
    roles: ROLES,
    changes: await roleChanges(context, unit.code),
  };
};

/** Roles at the unit. The answer carries a new password, so it is never an address. */
export const action = async ({ request, context, params }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/quan-tri/don-vi/:unit');
  return changeRoles(context, actor, params['unit'] ?? '', await request.formData());
};

type Data = ReturnType<typeof useLoaded<typeof loader>>;

const Validity = ({ unit }: { readonly unit: Data['unit'] }) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  const span = useSpan();
  const { columns } = admin.units;
  const words = admin.unit;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.validity}</h2>
        <span className="muted">{words.validityText}</span>
      </div>
      <table className="rc">
        <caption className="vh">{words.validity}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.validity}</th>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.level}</th>
            <th scope="col">{columns.parent}</th>
            <th scope="col">{columns.ident}</th>
            <th scope="col">{columns.counter}</th>
            <th scope="col">{columns.calendar}</th>
          </tr>
        </thead>
        <tbody>
          {unit.rows.map((row) => (
            <tr key={row.from} className={row.holds ? 'ohere' : undefined}>
              <td className="num" data-l={columns.validity}>
                {span(row.from, row.to)}
              </td>
              <td data-l={columns.name}>{row.name}</td>
              <td data-l={columns.level}>{common.levels[row.level]}</td>
              <td data-l={columns.parent}>
                {row.parent ? <Link to={`/quan-tri/don-vi/${row.parent}`}>{row.parentName}</Link> : common.none}
              </td>
              <td className="num" data-l={columns.ident}>
                {row.identCode}
              </td>
              <td data-l={columns.counter}>{row.counter ? words.yes : words.no}</td>
              <td data-l={columns.calendar}>
                <Link to={`/quan-tri/lich?ten=${encodeURIComponent(row.calendar)}`}>{row.calendar}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export default function UnitPage() {
  const { unit, day, shown, bad, today, roles, changes } = useLoaded<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { admin } = useOfficeText();
  const words = admin.unit;
  const query = day ? `?ngay=${day}` : '';
  const given = answer?.typed['viec']?.[0] === 'giao';
  const contact = [unit.address, unit.phone].filter(Boolean).join(', ');
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/quan-tri', label: admin.title },
          { to: `/quan-tri/don-vi${query}`, label: admin.tabs.units },
          { label: unit.name },
        ]}
      />
      <div className="ptitle">
        <h1>{unit.name}</h1>
        <span className="muted num">{unit.code}</span>
        {unit.exists ? <Tag tone="ok">{words.current}</Tag> : <Tag tone="warn">{words.notThen}</Tag>}
      </div>
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {answer?.done ? <RolesDone done={answer.done} /> : null}
      {bad ? (
        <Notice kind="danger" live>
          <p>{admin.badDay}</p>
        </Notice>
      ) : null}
      <Form className="card ofilter" method="get" key={shown}>
        <Field
          id="ngay"
          name="ngay"
          label={admin.asOf}
          hint={admin.asOfHint}
          inputMode="numeric"
          defaultValue={formatDate(shown)}
        />
        <span className="ogo">
          <button className="btn second">{admin.show}</button>
          {day ? <Link to={`/quan-tri/don-vi/${unit.code}`}>{admin.clear}</Link> : null}
        </span>
      </Form>
      <div className="stack">
        <Validity unit={unit} />
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.people}</h2>
            <span className="muted">{words.peopleOn(formatDate(shown))}</span>
          </div>
          {unit.people.length === 0 ? (
            <p className="pad muted">{words.nobody}</p>
          ) : (
            <UnitPeople people={unit.people} caption={words.people} today={today} />
          )}
          {unit.others.length > 0 ? (
            <details className="more pad">
              <summary>{words.past(unit.others.length)}</summary>
              <UnitPeople people={unit.others} caption={words.past(unit.others.length)} today={today} />
            </details>
          ) : null}
        </section>
        <GiveRole
          key={answer?.done ? changes[0]?.id : 'giao'}
          base={{
            key: '',
            seq: 0,
            ...(given ? { typed: answer.typed, problems: answer.problems } : { typed: {}, problems: [] }),
          }}
          roles={roles}
          today={today}
        />
        <RoleChanges changes={changes} />
        {contact ? (
          <section className="card">
            <h2>{words.contact}</h2>
            <p>{contact}</p>
          </section>
        ) : null}
        {unit.children.length > 0 ? (
          <section className="card">
            <h2>{words.children}</h2>
            <ul className="ocolumns">
              {unit.children.map((child) => (
                <li key={child.code}>
                  <Link to={`/quan-tri/don-vi/${child.code}${query}`}>{child.name}</Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
      <WhereChanged text={admin.changes.units} />
    </>
  );
}
