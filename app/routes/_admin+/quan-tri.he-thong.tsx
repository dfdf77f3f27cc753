import type { LoaderFunctionArgs } from '@remix-run/node';
import { Check as Tick, OctagonAlert } from 'lucide-react';
import { AdminTabs, WhereChanged } from '#app/components/office/admin-tabs.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { formatBytes } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { systemState, type Check } from '#app/server/office/system-state.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/he-thong');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.system.title),
    state: await systemState(context),
  };
};

const CheckRow = ({ check }: { readonly check: Check }) => {
  const { system: words } = useOfficeText().admin;
  const found = check.name === 'calendars' ? (check.ok ? words.complete : words.missing(check.found)) : check.found;
  const wanted =
    check.name === 'node' || check.name === 'sqlite'
      ? words.atLeast(check.wanted)
      : check.name === 'calendars'
        ? words.complete
        : check.wanted || words.more;
  return (
    <tr>
      <th scope="row">{words.checks[check.name]}</th>
      <td data-l={words.found}>{found}</td>
      <td data-l={words.wanted}>{wanted}</td>
      <td data-l={words.state}>
        <Tag tone={check.ok ? 'ok' : 'danger'} icon={check.ok ? Tick : OctagonAlert}>
          {check.ok ? words.good : words.bad}
        </Tag>
      </td>
    </tr>
  );
};

export default function System() {
  const { state } = useLoaded<typeof loader>();
  const { admin } = useOfficeText();
  const words = admin.system;
  const { counts } = words;
  const number = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.');
  const sizes = [
    [counts.dossiers, number(state.totals.dossiers)],
    [counts.open, number(state.totals.open)],
    [counts.events, number(state.totals.events)],
    [counts.drafts, number(state.totals.drafts)],
    [counts.releases, number(state.totals.releases)],
    [counts.files, number(state.totals.files)],
    [counts.fileBytes, formatBytes(state.totals.fileBytes)],
    [counts.database, formatBytes(state.databaseBytes)],
    [counts.waiting, number(state.totals.outboxWaiting)],
    [counts.uptime, words.hours(Math.floor(state.uptimeSeconds / 3600), Math.floor((state.uptimeSeconds % 3600) / 60))],
    [counts.memory, formatBytes(state.memoryBytes)],
  ] as const;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.text}</span>
      </div>
      <AdminTabs />
      <div className="stack">
        <section className="card flush">
          <table className="rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.check}</th>
                <th scope="col">{words.found}</th>
                <th scope="col">{words.wanted}</th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {state.checks.map((check) => (
                <CheckRow key={check.name} check={check} />
              ))}
            </tbody>
          </table>
        </section>
        <section className="card">
          <h2>{words.sizes}</h2>
          <dl className="ofacts osizes">
            {sizes.map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd className="num">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <WhereChanged text={`${admin.changes.system} ${words.cli}`} />
    </>
  );
}
