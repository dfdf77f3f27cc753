import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { counterPlaces } from '#app/server/views/counters.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/bo-phan-mot-cua');
  const { common, citizen } = textsFor(locale);
  const text = new URL(request.url).searchParams.get('tim')?.trim().slice(0, 100) ?? '';
  return { title: common.titled(citizen.places.title), text, ...(await counterPlaces(context, text)) };
};

type Places = ReturnType<typeof useLoaded<typeof loader>>['main'];

const List = ({ places }: { readonly places: Places }) => (
  <ul className="rowlist">
    {places.map((place) => (
      <li key={place.code}>
        <Link className="t" to={`/bo-phan-mot-cua/${place.code}`}>
          {place.name}
        </Link>
      </li>
    ))}
  </ul>
);

export default function Places() {
  const { text, count, searched, main, groups } = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.places;
  return (
    <div className="wrap narrow flow">
      <Breadcrumb items={[{ to: '/', label: common.errors.toHome }, { label: words.title }]} />
      <h1>{words.title}</h1>
      <p className="lead">{words.lead}</p>
      <Form method="get" role="search">
        <Field id="tim" name="tim" label={words.search} defaultValue={text} key={text} maxLength={100} />
        <div className="acts">
          <button className="btn">{words.find}</button>
        </div>
      </Form>
      {count === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneText}</p>
          <Link to="/bo-phan-mot-cua">{words.all}</Link>
        </EmptyState>
      ) : null}
      {main.length > 0 ? <List places={main} /> : null}
      {groups.map((group) => (
        <details key={group.code} open={searched ? true : undefined} className="more">
          <summary>
            {group.name} <span className="muted">{words.count(group.places.length)}</span>
          </summary>
          <List places={group.places} />
        </details>
      ))}
    </div>
  );
}
