import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Notice } from '#app/components/notice.tsx';
import { AdminTabs, WhereChanged } from '#app/components/office/admin-tabs.tsx';
import { formatDate } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { askedDay } from '#app/server/day.ts';
import { unitList } from '#app/server/office/unit-list.ts';
import type { UnitNode } from '#app/server/office/unit-tree.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorizeActor({ request, context }, '/quan-tri/don-vi');
  const search = new URL(request.url).searchParams;
  const now = context.clock.now();
  const { day, bad } = askedDay(search.get('ngay'), now);
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const shown = day ?? localDate(now);
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).admin.units.title),
    text,
    day: day ?? '',
    shown,
    bad,
    ...(await unitList(context, text, shown)),
  };
};

const Node = ({ node, query, open }: { readonly node: UnitNode; readonly query: string; readonly open: boolean }) => {
  const { admin } = useOfficeText();
  const { common } = useText();
  const words = admin.units;
  const facts = [
    node.code,
    common.levels[node.level],
    ...(node.counter ? [words.counter] : []),
    ...(node.people > 0 ? [words.people(node.people)] : []),
  ].join(' · ');
  return (
    <li>
      <span className="ounit">
        <Link to={`/quan-tri/don-vi/${node.code}${query}`}>{node.name}</Link>
        <small>{facts}</small>
      </span>
      {node.children.length > 0 ? (
        <details open={open ? true : undefined}>
          <summary>
            <span className="vh">{words.open(node.name)}: </span>
            {node.children.length}
          </summary>
          <ul>
            {node.children.map((child) => (
              <Node key={child.code} node={child} query={query} open={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
};

export default function Units() {
  const data = useLoaded<typeof loader>();
  const { admin } = useOfficeText();
  const words = admin.units;
  const query = data.day ? `?ngay=${data.day}` : '';
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">{words.found(data.count, formatDate(data.shown))}</span>
      </div>
      <AdminTabs />
      {data.bad ? (
        <Notice kind="danger" live>
          <p>{admin.badDay}</p>
        </Notice>
      ) : null}
      <Form className="card ofilter" method="get" key={`${data.text} ${data.day}`}>
        <Field id="tim" label={words.search}>
          <input id="tim" type="search" name="tim" defaultValue={data.text} maxLength={100} data-focus-key="/" />
        </Field>
        <Field
          id="ngay"
          name="ngay"
          label={admin.asOf}
          hint={admin.asOfHint}
          inputMode="numeric"
          defaultValue={data.day ? formatDate(data.day) : ''}
          placeholder={formatDate(data.shown)}
        />
        <span className="ogo">
          <button className="btn second">{admin.show}</button>
          {data.searched || data.day ? <Link to="/quan-tri/don-vi">{admin.clear}</Link> : null}
        </span>
      </Form>
      {data.count === 0 ? (
        <div className="card">
          <EmptyState title={words.empty}>
            <p>{words.emptyText}</p>
          </EmptyState>
        </div>
      ) : (
        <section className="card" aria-label={words.tree}>
          <ul className="otree">
            {data.tree.map((node) => (
              <Node key={node.code} node={node} query={query} open />
            ))}
          </ul>
        </section>
      )}
      <WhereChanged text={admin.changes.units} />
    </>
  );
}
