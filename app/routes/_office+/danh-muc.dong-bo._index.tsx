import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { FilePicker } from '#app/components/file-picker.tsx';
import { Notice } from '#app/components/notice.tsx';
import { ProblemItems } from '#app/components/staff/problem-list.tsx';
import { Tag } from '#app/components/state-badge.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor, may } from '#app/server/access/index.ts';
import { postedNational } from '#app/server/office/layers/posted.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/danh-muc/dong-bo');
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).layers.list.title),
    writes: may(actor, '/danh-muc/dong-bo', 'write'),
    rows: await context.service.layers.ahead(),
  };
};

export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/danh-muc/dong-bo');
  const json = await postedNational(request);
  const synced = json.ok ? await context.service.layers.sync(json.value, { by: actor }) : json;
  return synced.ok ? { problems: [], synced: synced.value } : { problems: synced.problems, synced: [] };
};

type Data = ReturnType<typeof usePageData<typeof loader>>;

const Rows = ({ rows }: { readonly rows: Data['rows'] }) => {
  const { list: words } = useOfficeText().layers;
  const { columns } = words;
  return (
    <table className="rc">
      <caption className="vh">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.release}</th>
          <th scope="col">{columns.national}</th>
          <th scope="col">{columns.changes}</th>
          <th scope="col">{columns.conflicts}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.code}>
            <td>
              <Link to={`/danh-muc/${row.code}/ba-tang`}>{row.name}</Link>
              <small className="osub num">{row.code}</small>
            </td>
            <td data-l={columns.release}>{words.release(row.release)}</td>
            <td data-l={columns.national}>
              {words.national(row.national.number, formatDay(row.national.syncedAt))}
              {row.based ? null : <small className="osub">{words.notBased}</small>}
            </td>
            <td data-l={columns.changes}>{words.changes(row.changes)}</td>
            <td data-l={columns.conflicts}>
              <Tag tone={row.conflicts > 0 ? 'warn' : 'ok'}>{words.conflicts(row.conflicts)}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Sync = () => {
  const { list: words } = useOfficeText().layers;
  return (
    <section className="card">
      <h2>{words.sync}</h2>
      <p className="small muted">{words.syncText}</p>
      <Form method="post" encType="multipart/form-data" className="stack">
        <div className="field">
          <label htmlFor="tep">{words.file}</label>
          <p className="hint" id="tep-goi-y">
            {words.fileHint}
          </p>
          <FilePicker id="tep" name="tep" accept=".json" describedBy="tep-goi-y" />
        </div>
        <div className="act">
          <button className="btn">{words.do}</button>
        </div>
      </Form>
    </section>
  );
};

export default function NationalContent() {
  const { rows, writes } = usePageData<typeof loader>();
  const answer = usePageAnswer<typeof action>();
  const { catalogue, layers } = useOfficeText();
  const { list: words } = layers;
  return (
    <>
      <Breadcrumb items={[{ to: '/danh-muc', label: catalogue.title }, { label: words.title }]} />
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">
          {rows.length} {words.lead}
        </span>
      </div>
      {answer && answer.problems.length > 0 ? (
        <section className="summary" role="alert" tabIndex={-1}>
          <h2>{words.refused}</h2>
          <ProblemItems problems={answer.problems} />
        </section>
      ) : null}
      {answer && answer.synced.length > 0 ? (
        <Notice kind="ok" live>
          <p>{words.done(answer.synced.length)}</p>
          <ul>
            {answer.synced.slice(0, 20).map((each) => (
              <li key={each.code}>
                {each.name} <span className="num">{each.code}</span>: {words.statuses[each.status]}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <div className={writes ? 'two desk' : 'stack'}>
        <section className="card flush">
          {rows.length === 0 ? (
            <EmptyState title={words.none}>
              <p>{writes ? words.noneText : words.noneReader}</p>
              <p>
                <Link to="/danh-muc">{catalogue.title}</Link>
              </p>
            </EmptyState>
          ) : (
            <Rows rows={rows} />
          )}
        </section>
        {writes ? (
          <aside className="stack">
            <Sync />
          </aside>
        ) : null}
      </div>
    </>
  );
}
