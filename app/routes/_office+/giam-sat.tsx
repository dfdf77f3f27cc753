import type { LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import type { TimeLeft } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { CounterTable } from '#app/components/staff/counter-table.tsx';
import { TimeShape } from '#app/components/staff/time-state.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { watched } from '#app/server/staff/watch.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const STATES: readonly TimeLeft['state'][] = ['in-time', 'soon', 'late', 'paused', 'none'];
const SHOWN = 100;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/giam-sat');
  const search = new URL(request.url).searchParams;
  const { rows, units } = await watched(context, actor);
  const unit = search.get('don-vi') ?? '';
  const state = STATES.find((each) => each === search.get('han'));
  const listed = unit || state ? rows.filter((row) => (unit === '' || row.receivingUnit === unit) && (state === undefined || row.time.state === state)) : [];
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).office.watch.title),
    now: context.clock.now(),
    open: rows.length,
    sums: Object.fromEntries(STATES.map((each) => [each, rows.filter((row) => row.time.state === each).length])) as Record<TimeLeft['state'], number>,
    units,
    unit,
    state: state ?? '',
    unitName: units.find((each) => each.code === unit)?.name ?? '',
    listed: listed.slice(0, SHOWN),
    listedTotal: listed.length,
  };
};

export default function Watch() {
  const data = usePageData<typeof loader>();
  const { office, counter } = useStaffText();
  const words = office.watch;
  const link = (unit: string, state: string): string => `?${new URLSearchParams({ ...(unit ? { 'don-vi': unit } : {}), ...(state ? { han: state } : {}) }).toString()}#danh-sach`;
  const columns = [
    { state: 'in-time', label: words.columns.inTime },
    { state: 'soon', label: words.columns.soon },
    { state: 'late', label: words.columns.late },
    { state: 'paused', label: words.columns.paused },
  ] as const;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">
          {words.text} {formatTime(data.now)}, {formatDay(data.now)}
        </span>
      </div>
      <section className="card figs">
        <div>
          <p className="v">{data.open}</p>
          <span className="k">{words.open}</span>
        </div>
        {(['late', 'soon', 'paused'] as const).map((state) => (
          <div key={state}>
            <p className="v">
              <Link to={link('', state)} preventScrollReset>
                {data.sums[state]}
              </Link>
            </p>
            <span className="k">{words[state]}</span>
          </div>
        ))}
      </section>
      {data.units.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <section className="card flush">
          <table className="rc">
            <caption className="vh">{words.title}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.unit}</th>
                <th scope="col" className="num">
                  {words.columns.open}
                </th>
                {columns.map((column) => (
                  <th key={column.state} scope="col" className="num">
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.units.map((unit) => (
                <tr key={unit.code}>
                  <td>{unit.name}</td>
                  <td className="num" data-l={words.columns.open}>
                    <Link to={link(unit.code, '')} preventScrollReset>
                      {unit.open}
                    </Link>
                  </td>
                  {columns.map((column) => (
                    <td key={column.state} className="num" data-l={column.label}>
                      {unit.states[column.state] === 0 ? (
                        <span className="dash">0</span>
                      ) : (
                        <Link to={link(unit.code, column.state)} className={`st ${column.state}`} preventScrollReset>
                          <TimeShape state={column.state} />
                          {unit.states[column.state]}
                        </Link>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {data.unit || data.state ? (
        <section className="card flush" id="danh-sach">
          <div className="cardtitle">
            <h2>{data.unitName ? words.list(data.unitName) : words.all}</h2>
          </div>
          {data.listed.length === 0 ? <EmptyState title={words.empty} /> : <CounterTable rows={data.listed} columns={['accepted', 'due', 'status']} caption={words.list(data.unitName)} to={(row) => `/cong-viec/${row.id}`} />}
          <div className="pager">{counter.lists.shown(data.listed.length, data.listedTotal)}</div>
        </section>
      ) : null}
    </>
  );
}
