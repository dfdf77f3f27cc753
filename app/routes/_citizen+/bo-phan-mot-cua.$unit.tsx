import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { DataTable } from '#app/components/data-table.tsx';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorize } from '#app/server/access/index.ts';
import { counterPlace } from '#app/server/views/counters.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { locale } = await authorize({ request, context }, '/bo-phan-mot-cua/:unit');
  const place = await counterPlace(context, params['unit'] ?? '');
  if (!place) throw new Response(null, { status: 404, statusText: 'Not Found' });
  return { title: textsFor(locale).common.titled(place.name), place };
};

export default function Place() {
  const { place } = useLoaded<typeof loader>();
  const { common, citizen } = useText();
  const words = citizen.places;
  return (
    <div className="wrap narrow flow">
      <Breadcrumb
        items={[
          { to: '/', label: common.errors.toHome },
          { to: '/bo-phan-mot-cua', label: words.title },
          { label: place.name },
        ]}
      />
      <h1>{words.of(place.name)}</h1>
      {place.parent ? <p className="muted">{place.parent}</p> : null}
      <dl className="facts">
        <div>
          <dt>{words.address}</dt>
          <dd>{place.address || words.unknown}</dd>
        </div>
        <div>
          <dt>{words.phone}</dt>
          <dd>
            {place.phone ? <a href={`tel:${place.phone.replace(/[^+\d]/g, '')}`}>{place.phone}</a> : words.unknown}
          </dd>
        </div>
        <div>
          <dt>{words.hours}</dt>
          <dd>
            {place.hours.map((rule) => (
              <span className="line" key={rule.weekdays.join()}>
                {rule.weekdays.map((day) => common.weekdays[WEEKDAYS.indexOf(day)]).join(', ')}:{' '}
                <span className="num">{rule.sessions.join(', ')}</span>
                {rule.receptionOnly ? ` (${words.receptionOnly})` : ''}
              </span>
            ))}
          </dd>
        </div>
      </dl>
      <h2>{words.people}</h2>
      {place.people.length === 0 ? (
        <p className="muted">{words.nobody}</p>
      ) : (
        <DataTable
          caption={words.people}
          rows={place.people}
          keyOf={(row) => row.person}
          columns={[
            { id: 'name', label: words.columns.name, cell: (row) => row.name },
            {
              id: 'title',
              label: words.columns.title,
              cell: (row) => `${row.title}${row.reserve ? ` (${words.reserve})` : ''}`,
            },
            { id: 'phone', label: words.columns.phone, cell: (row) => row.phone || place.phone || words.unknown },
          ]}
        />
      )}
      <p className="acts after">
        <Link className="btn second" to={`/thu-tuc?don-vi=${place.code}`}>
          {words.procedures}
        </Link>
        <Link className="btn second" to={`/lay-so/${place.code}`}>
          {words.ticket}
        </Link>
      </p>
    </div>
  );
}
