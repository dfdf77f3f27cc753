import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { AdminTabs, WhereChanged } from '#app/components/office/admin-tabs.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { sharedLists } from '#app/server/office/shared-lists.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/danh-muc-ma');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.shared.title),
    ...(await sharedLists(context, localDate(context.clock.now()), locale)),
  };
};

export default function SharedDefinitionsPage() {
  const { lists, groups } = useLoaded<typeof loader>();
  const { admin } = useOfficeText();
  const words = admin.shared;
  const span = (from: string, to: string): string =>
    from === '' && to === ''
      ? words.always
      : to === ''
        ? admin.unit.from(formatDate(from))
        : admin.unit.fromTo(from === '' ? '…' : formatDate(from), formatDate(to));
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
      </div>
      <AdminTabs />
      {lists.length + groups.length === 0 ? (
        <div className="card">
          <EmptyState title={words.none} />
        </div>
      ) : (
        <div className="stack">
          <section className="card flush">
            <div className="cardtitle">
              <h2>{words.lists}</h2>
              <span className="muted">{words.versions(lists.length)}</span>
            </div>
            <table className="rc">
              <caption className="vh">{words.lists}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.listColumns.name}</th>
                  <th scope="col">{words.listColumns.ref}</th>
                  <th scope="col" className="r">
                    {words.listColumns.entries}
                  </th>
                  <th scope="col">{words.listColumns.validity}</th>
                  <th scope="col">{words.listColumns.source}</th>
                </tr>
              </thead>
              <tbody>
                {lists.map((list) => (
                  <tr key={list.ref}>
                    <th scope="row">
                      <Link to={`/quan-tri/danh-muc-ma/${encodeURIComponent(list.ref)}`}>{list.title}</Link>
                    </th>
                    <td data-l={words.listColumns.ref}>
                      <code>{list.ref}</code>
                    </td>
                    <td className="r" data-l={words.listColumns.entries}>
                      {list.entries}
                    </td>
                    <td data-l={words.listColumns.validity}>
                      {span(list.from, list.to)} {list.inForce ? <Tag tone="ok">{words.inForce}</Tag> : null}
                    </td>
                    <td data-l={words.listColumns.source}>{list.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <section className="card flush">
            <div className="cardtitle">
              <h2>{words.groups}</h2>
              <span className="muted">{words.versions(groups.length)}</span>
            </div>
            <table className="rc">
              <caption className="vh">{words.groups}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.groupColumns.name}</th>
                  <th scope="col">{words.groupColumns.ref}</th>
                  <th scope="col" className="r">
                    {words.groupColumns.questions}
                  </th>
                </tr>
              </thead>
              <tbody>
                {groups.map((group) => (
                  <tr key={group.ref}>
                    <th scope="row">
                      <Link to={`/quan-tri/danh-muc-ma/${encodeURIComponent(group.ref)}`}>{group.title}</Link>
                    </th>
                    <td data-l={words.groupColumns.ref}>
                      <code>{group.ref}</code>
                    </td>
                    <td className="r" data-l={words.groupColumns.questions}>
                      {group.questions}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </div>
      )}
      <WhereChanged text={admin.changes.shared} />
    </>
  );
}
