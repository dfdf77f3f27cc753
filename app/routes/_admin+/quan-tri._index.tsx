import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { AdminTabs } from '#app/components/office/admin-tabs.tsx';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { calendarNames } from '#app/server/office/calendar-year.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri');
  const { store } = context.service;
  const [units, calendars, shared, totals] = await Promise.all([
    store.units.all(localDate(context.clock.now())),
    calendarNames(context),
    store.releases.shared(),
    store.overview.totals(),
  ]);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.title),
    units: units.length,
    calendars: calendars.length,
    lists: Object.keys(shared.codeLists).length,
    groups: Object.keys(shared.groups).length,
    dead: totals.outboxDead,
    dossiers: totals.dossiers,
  };
};

export default function Administration() {
  const data = useLoaded<typeof loader>();
  const { admin: words } = useOfficeText();
  const cards = [
    ['/quan-tri/don-vi', words.tabs.units, words.cards.units(data.units), words.changes.units],
    ['/quan-tri/lich', words.tabs.calendars, words.cards.calendars(data.calendars), words.changes.calendars],
    ['/quan-tri/danh-muc-ma', words.tabs.shared, words.cards.shared(data.lists, data.groups), words.changes.shared],
    ['/quan-tri/thu', words.tabs.outbox, words.cards.outbox(data.dead), words.outbox.text],
    ['/quan-tri/he-thong', words.tabs.system, words.cards.system(data.dossiers), words.changes.system],
  ] as const;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.lead}</span>
      </div>
      <AdminTabs />
      <div className="ocards">
        {cards.map(([to, label, figure, text]) => (
          <section key={to} className="card">
            <h2>
              <Link to={to}>{label}</Link>
            </h2>
            <p className="ofigure">{figure}</p>
            <p className="muted">{text}</p>
          </section>
        ))}
      </div>
    </>
  );
}
