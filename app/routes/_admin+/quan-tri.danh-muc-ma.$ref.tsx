import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { ENTRIES_PAGE, sharedDetail } from '#app/server/office/shared-lists.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/danh-muc-ma/:ref');
  const search = new URL(request.url).searchParams;
  const asked = Number(search.get('trang') ?? 1);
  const page = Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const shared = await sharedDetail(context, params['ref'] ?? '', { text, page }, locale);
  if (!shared) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return { title: textsFor(locale).common.titled(shared.title), shared, text, page, pageSize: ENTRIES_PAGE };
};

type Data = ReturnType<typeof useLoaded<typeof loader>>;
type List = Extract<Data['shared'], { readonly kind: 'list' }>;
type Group = Extract<Data['shared'], { readonly kind: 'group' }>;

const Entries = ({
  list,
  text,
  page,
  pageSize,
}: {
  readonly list: List;
  readonly text: string;
  readonly page: number;
  readonly pageSize: number;
}) => {
  const { admin } = useOfficeText();
  const words = admin.shared;
  const first = (page - 1) * pageSize + 1;
  const withParent = list.entries.some((entry) => entry.parent !== '');
  return (
    <>
      <Form className="card ofilter" method="get" key={text}>
        <Field id="tim" label={words.search}>
          <input id="tim" type="search" name="tim" defaultValue={text} maxLength={100} data-focus-key="/" />
        </Field>
        <span className="ogo">
          <button className="btn second">{admin.show}</button>
          {text ? <Link to={`/quan-tri/danh-muc-ma/${encodeURIComponent(list.ref)}`}>{admin.clear}</Link> : null}
        </span>
      </Form>
      {list.entries.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <section className="card flush">
          <table className="rc">
            <caption className="vh">{list.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.entryColumns.code}</th>
                <th scope="col">{words.entryColumns.name}</th>
                {withParent ? <th scope="col">{words.entryColumns.parent}</th> : null}
              </tr>
            </thead>
            <tbody>
              {list.entries.map((entry) => (
                <tr key={entry.code}>
                  <th scope="row" className="num">
                    {entry.code}
                  </th>
                  <td data-l={words.entryColumns.name}>{entry.name}</td>
                  {withParent ? <td data-l={words.entryColumns.parent}>{entry.parent}</td> : null}
                </tr>
              ))}
            </tbody>
          </table>
          <div className="pager">
            <span>{words.shown(first, first + list.entries.length - 1, list.total)}</span>
            <Pagination page={page} pages={list.pages} />
          </div>
        </section>
      )}
    </>
  );
};

const Questions = ({ group }: { readonly group: Group }) => {
  const { admin } = useOfficeText();
  const { questionColumns: columns } = admin.shared;
  return (
    <section className="card flush">
      <table className="rc">
        <caption className="vh">{group.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.label}</th>
            <th scope="col">{columns.id}</th>
            <th scope="col">{columns.type}</th>
          </tr>
        </thead>
        <tbody>
          {group.questions.map((question) => (
            <tr key={question.id}>
              <th scope="row">{question.label}</th>
              <td data-l={columns.id}>
                <code>{question.id}</code>
              </td>
              <td data-l={columns.type}>
                <code>{question.type}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

export default function SharedPage() {
  const { shared, text, page, pageSize } = useLoaded<typeof loader>();
  const { admin } = useOfficeText();
  return (
    <>
      <Breadcrumb
        items={[
          { to: '/quan-tri', label: admin.title },
          { to: '/quan-tri/danh-muc-ma', label: admin.tabs.shared },
          { label: shared.title },
        ]}
      />
      <div className="ptitle">
        <h1>{shared.title}</h1>
        <code className="muted">{shared.ref}</code>
      </div>
      {shared.kind === 'list' && shared.source ? <p className="muted">{shared.source}</p> : null}
      {shared.kind === 'list' ? (
        <Entries list={shared} text={text} page={page} pageSize={pageSize} />
      ) : (
        <Questions group={shared} />
      )}
    </>
  );
}
