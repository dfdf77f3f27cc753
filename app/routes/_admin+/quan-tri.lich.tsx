import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { AnnounceForm, Announced } from '#app/components/office/announcements.tsx';
import { AdminTabs, WhereChanged } from '#app/components/office/admin-tabs.tsx';
import { ProblemSummary } from '#app/components/staff/problem-list.tsx';
import { usePageAnswer } from '#app/components/staff/use-page-data.ts';
import { formatDate, weekday } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { announcePosted, recountsOf } from '#app/server/office/announce.ts';
import { calendarNames, calendarYear, type YearDay, type YearMonth } from '#app/server/office/calendar-year.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const WEEKDAYS: Readonly<Record<string, number>> = { sun: 0, mon: 1, tue: 2, wed: 3, thu: 4, fri: 5, sat: 6 };

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/lich');
  const search = new URL(request.url).searchParams;
  const names = await calendarNames(context);
  const wanted = search.get('ten') ?? names[0] ?? '';
  const today = localDate(context.clock.now());
  const asked = Number(search.get('nam') ?? '');
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(today.slice(0, 4));
  const calendar = await calendarYear(context, wanted, year, locale);
  if (!calendar && names.length > 0) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.calendar.title),
    names,
    calendar: calendar ?? null,
    today,
    recounts: calendar ? await recountsOf(context, calendar.name) : [],
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/quan-tri/lich');
  const data = await request.formData();
  const told = await announcePosted(context, actor, data);
  if (!told.ok) return { problems: told.problems, typed: told.typed };
  const { calendar, announcement } = told.value;
  return redirect(`/quan-tri/lich?ten=${encodeURIComponent(calendar)}&nam=${announcement.day.slice(0, 4)}#da-cong-bo`);
};

type Calendar = NonNullable<ReturnType<typeof useLoaded<typeof loader>>['calendar']>;

const Day = ({ day, today }: { readonly day: YearDay | null; readonly today: string }) => {
  const { admin } = useOfficeText();
  if (!day) return <td className="none" />;
  const said = admin.calendar.day(formatDate(day.date), admin.calendar.kinds[day.kind], day.name);
  return (
    <td className={`${day.kind}${day.date === today ? ' today' : ''}`} title={said}>
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      <span className="vh">{said}</span>
    </td>
  );
};

const Month = ({ month, today }: { readonly month: YearMonth; readonly today: string }) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  return (
    <table className="omonth">
      <caption>
        {admin.calendar.month(month.month)} <small>{admin.calendar.workingDays(month.working)}</small>
      </caption>
      <thead>
        <tr>
          {WEEK.map((day) => (
            <th key={day} scope="col" abbr={common.weekdays[day]}>
              {common.weekdaysShort[day]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week, index) => (
          <tr key={index}>
            {week.map((day, place) => (
              <Day key={place} day={day} today={today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Hours = ({ calendar }: { readonly calendar: Calendar }) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  return (
    <section className="card">
      <div className="cardtitle">
        <h2>{admin.calendar.hours}</h2>
        {calendar.hoursFrom ? (
          <span className="muted">{admin.calendar.from(formatDate(calendar.hoursFrom))}</span>
        ) : null}
      </div>
      <ul className="ohours">
        {calendar.hours.map((rule) => (
          <li key={rule.weekdays.join()}>
            <b>{rule.weekdays.map((day) => common.weekdays[WEEKDAYS[day] ?? 0]).join(', ')}</b>:{' '}
            <span className="num">{rule.sessions.join(', ')}</span>
            {rule.receptionOnly ? ` (${admin.calendar.receptionOnly})` : ''}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Special = ({ calendar }: { readonly calendar: Calendar }) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  const { specialColumns: columns } = admin.calendar;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{admin.calendar.special}</h2>
      </div>
      <table className="rc">
        <caption className="vh">{admin.calendar.special}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.date}</th>
            <th scope="col">{columns.weekday}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.name}</th>
          </tr>
        </thead>
        <tbody>
          {calendar.special.map((day) => (
            <tr key={day.date}>
              <td className="num">{formatDate(day.date)}</td>
              <td data-l={columns.weekday}>{common.weekdays[weekday(day.date)]}</td>
              <td data-l={columns.kind}>
                <span className={`okey ${day.kind}`} aria-hidden="true" />
                {admin.calendar.kinds[day.kind]}
              </td>
              <td data-l={columns.name}>{day.name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export default function CalendarPage() {
  const { names, calendar, today, recounts } = useLoaded<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { admin } = useOfficeText();
  const words = admin.calendar;
  const address = (year: number): string =>
    `/quan-tri/lich?ten=${encodeURIComponent(calendar?.name ?? '')}&nam=${year}`;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        {calendar ? (
          <span className="muted">
            {calendar.title}, {words.workingDays(calendar.working)}
          </span>
        ) : null}
      </div>
      <AdminTabs />
      {answer ? <ProblemSummary problems={answer.problems} /> : null}
      {calendar ? (
        <div className="stack">
          <Form className="card ofilter" method="get" key={`${calendar.name} ${calendar.year}`}>
            <Field id="ten" label={words.choose}>
              <select id="ten" name="ten" defaultValue={calendar.name}>
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </Field>
            <Field
              id="nam"
              name="nam"
              label={words.year}
              inputMode="numeric"
              defaultValue={String(calendar.year)}
              maxLength={4}
            />
            <span className="ogo">
              <button className="btn second">{admin.show}</button>
              <Link to={address(calendar.year - 1)}>{words.previous(calendar.year - 1)}</Link>
              <Link to={address(calendar.year + 1)}>{words.previous(calendar.year + 1)}</Link>
            </span>
          </Form>
          <Notice kind={calendar.provisional ? 'warn' : 'info'}>
            <p>
              {calendar.provisional ? words.provisional : words.decreed}{' '}
              {calendar.source ? words.source(calendar.source) : ''}
            </p>
          </Notice>
          <section className="card" aria-label={words.picture(calendar.year)}>
            <div className="cardtitle">
              <h2>{words.picture(calendar.year)}</h2>
              <span className="olegend" aria-hidden="true">
                {(['working', 'make-up', 'holiday', 'weekend', 'closure'] as const).map((kind) => (
                  <span key={kind}>
                    <span className={`okey ${kind}`} /> {words.kinds[kind]}
                  </span>
                ))}
              </span>
            </div>
            <div className="oyear">
              {calendar.months.map((month) => (
                <Month key={month.month} month={month} today={today} />
              ))}
            </div>
          </section>
          <Special calendar={calendar} />
          <Hours calendar={calendar} />
          <AnnounceForm calendar={calendar.name} answer={answer} />
          <div id="da-cong-bo">
            <Announced recounts={recounts} />
          </div>
        </div>
      ) : (
        <div className="card">
          <EmptyState title={words.none} />
        </div>
      )}
      <WhereChanged text={admin.changes.calendars} />
    </>
  );
}
