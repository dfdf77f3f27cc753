import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form } from '@remix-run/react';
import { addDays, dayInfo, localDate } from '#engine/clock/index.ts';
import type { Role } from '#engine/dossier/index.ts';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDate } from '#app/i18n/format.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const ROLES: readonly Role[] = ['clerk', 'officer', 'head', 'leader', 'office', 'office-approver', 'agency-author', 'admin'];

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri');
  const { service } = context;
  const today = localDate(context.clock.now());
  const units = [...(await service.units.all())].sort((a, b) => a.code.localeCompare(b.code));
  const names = new Map(units.map((unit) => [unit.code, unit.name]));
  const chosen = new URL(request.url).searchParams.get('don-vi') ?? units[0]?.code ?? '';
  const held = await Promise.all(ROLES.map(async (role) => (await service.store.people.withRole(chosen, role, today)).map((person) => ({ person, role }))));
  const people = new Map<string, { readonly name: string; readonly login: string; readonly title: string; readonly roles: readonly Role[] }>();
  for (const { person, role } of held.flat()) {
    const before = people.get(person.id);
    people.set(person.id, { name: person.name, login: person.login ?? '', title: person.title ?? '', roles: [...(before?.roles ?? []), role] });
  }
  const calendar = names.has(chosen) ? await service.units.calendar(chosen) : undefined;
  const monday = addDays(today, -((new Date(`${today}T00:00:00.000Z`).getUTCDay() + 6) % 7));
  const days = calendar
    ? Array.from({ length: 42 }, (_, index) => {
        const date = addDays(monday, index);
        const info = dayInfo(calendar, date);
        return { date, working: info.working, reason: info.name ? pick(info.name, locale) : '', today: date === today };
      })
    : [];
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).admin.title),
    units: units.map((unit) => ({ ...unit, parentName: unit.parent ? (names.get(unit.parent) ?? unit.parent) : '' })),
    chosen,
    chosenName: names.get(chosen) ?? '',
    people: [...people].map(([id, person]) => ({ id, ...person })),
    days,
  };
};

export default function Administration() {
  const data = usePageData<typeof loader>();
  const { admin: words } = useStaffText();
  const { common } = useText();
  const weeks = Array.from({ length: data.days.length / 7 }, (_, index) => data.days.slice(index * 7, index * 7 + 7));
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      <Form method="get" className="sfilters">
        <label htmlFor="don-vi-chon">{words.choose}</label>
        <select id="don-vi-chon" name="don-vi" defaultValue={data.chosen} key={data.chosen}>
          {data.units.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
        </select>
        <button className="btn second s">{words.show}</button>
      </Form>
      <div className="two doss">
        <div className="stack">
          <section className="card flush">
            <div className="cardtitle">
              <h2>{words.people}</h2>
              <span className="muted">{data.chosenName}</span>
            </div>
            {data.people.length === 0 ? (
              <p className="pad muted">{words.nobody}</p>
            ) : (
              <table className="rc">
                <caption className="vh">{words.people}</caption>
                <thead>
                  <tr>
                    <th scope="col">{words.peopleColumns.name}</th>
                    <th scope="col">{words.peopleColumns.login}</th>
                    <th scope="col">{words.peopleColumns.roles}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.people.map((person) => (
                    <tr key={person.id}>
                      <td>
                        {person.name}
                        {person.title ? <span className="s muted small"> · {person.title}</span> : null}
                      </td>
                      <td data-l={words.peopleColumns.login}>{person.login}</td>
                      <td data-l={words.peopleColumns.roles}>{person.roles.map((role) => common.roles[role]).join(', ')}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          <section className="card flush">
            <div className="cardtitle">
              <h2>{words.units}</h2>
            </div>
            <table className="rc">
              <caption className="vh">{words.units}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.unitColumns.code}</th>
                  <th scope="col">{words.unitColumns.name}</th>
                  <th scope="col">{words.unitColumns.level}</th>
                  <th scope="col">{words.unitColumns.counter}</th>
                  <th scope="col">{words.unitColumns.calendar}</th>
                  <th scope="col">{words.unitColumns.from}</th>
                </tr>
              </thead>
              <tbody>
                {data.units.map((unit) => (
                  <tr key={unit.code}>
                    <td className="num">{unit.code}</td>
                    <td>
                      {unit.name}
                      {unit.parentName ? <span className="s muted small"> · {unit.parentName}</span> : null}
                    </td>
                    <td data-l={words.unitColumns.level}>{common.levels[unit.level]}</td>
                    <td data-l={words.unitColumns.counter}>{unit.counter ? words.yes : words.no}</td>
                    <td data-l={words.unitColumns.calendar}>{unit.calendar}</td>
                    <td data-l={words.unitColumns.from} className="num">
                      {formatDate(unit.validFrom)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
        <aside className="card">
          <h2>{words.calendar}</h2>
          <p className="small muted">{words.calendarText(data.chosenName)}</p>
          <table className="cal">
            <caption className="vh">{words.calendar}</caption>
            <thead>
              <tr>
                {[1, 2, 3, 4, 5, 6, 0].map((day) => (
                  <th key={day} scope="col" abbr={common.weekdays[day]}>
                    {common.weekdaysShort[day]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week[0]?.date}>
                  {week.map((day) => (
                    <td key={day.date} className={`${day.working ? 'counted' : day.reason ? 'holiday' : 'off'}${day.today ? ' today' : ''}`} title={day.reason}>
                      <i>{day.date.slice(8) === '01' || day === week[0] ? formatDate(day.date).slice(0, 5) : String(Number(day.date.slice(8)))}</i>
                      <b>{day.working ? '' : words.off}</b>
                      <span className="vh">{day.working ? words.working : day.reason}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </aside>
      </div>
    </>
  );
}
