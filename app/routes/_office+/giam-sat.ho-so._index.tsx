import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { Breadcrumb } from '#app/components/breadcrumb.tsx';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Field } from '#app/components/field.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { DossierCode } from '#app/components/staff/dossier-code.tsx';
import { TimeState } from '#app/components/staff/time-state.tsx';
import { formatDay, formatTime, weekday } from '#app/i18n/format.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useOfficeText } from '#app/i18n/use-office-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { unitName, unitNames } from '#app/server/office/unit-names.ts';
import { watchBoard } from '#app/server/office/watch-board.ts';
import { PAGE, watchList } from '#app/server/office/watch-list.ts';
import { OPEN_TIMES, readWatchFilter, STANDING, watchQuery } from '#app/server/office/watch-query.ts';
import { useLoaded } from '#app/use-loaded.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/giam-sat/ho-so');
  const filter = readWatchFilter(new URL(request.url).searchParams);
  const units = await unitNames(context);
  const [{ rows, total, pages }, board] = await Promise.all([
    watchList(context, actor, filter),
    watchBoard(context, actor, units),
  ]);
  const names = (list: readonly { readonly key: string; readonly name: string }[]) =>
    list.map(({ key, name }) => ({ key, name })).sort((left, right) => left.name.localeCompare(right.name, 'vi'));
  return {
    title: textsFor(locale).common.titled(officeTextsFor(locale).watch.list.title),
    filter,
    total,
    pages,
    rows: rows.map((row) => ({ ...row, unitName: unitName(units, row.decidingUnit) })),
    units: names(board.units),
    procedures: names(board.procedures),
    pageSize: PAGE,
  };
};

type Data = ReturnType<typeof useLoaded<typeof loader>>;
type Row = Data['rows'][number];

const Filter = ({ data }: { readonly data: Data }) => {
  const { watch: words } = useOfficeText();
  const { filter } = data;
  const choices = [
    {
      id: 'don-vi',
      label: words.list.unit,
      any: words.list.anyUnit,
      value: filter.unit ?? '',
      options: data.units.map((unit) => [unit.key, unit.name] as const),
    },
    {
      id: 'thu-tuc',
      label: words.list.procedure,
      any: words.list.anyProcedure,
      value: filter.procedure ?? '',
      options: data.procedures.map((each) => [each.key, each.name] as const),
    },
    {
      id: 'tinh-trang',
      label: words.list.time,
      any: words.list.anyTime,
      value: filter.time === 'open' ? '' : filter.time,
      options: [...OPEN_TIMES, 'closed' as const].map((time) => [time, words.times[time]] as const),
    },
    {
      id: 'dung',
      label: words.list.waits,
      any: words.list.anyWaits,
      value: filter.waits ?? '',
      options: STANDING.map((waits) => [waits, words.waits[waits]] as const),
    },
    {
      id: 'sap',
      label: words.list.order,
      any: words.list.orders.oldest,
      value: filter.order === 'due' ? 'due' : '',
      options: [['due', words.list.orders.due] as const],
    },
  ];
  return (
    <Form className="card ofilter" method="get" action="/giam-sat/ho-so" key={watchQuery(filter)}>
      {choices.map((choice) => (
        <Field key={choice.id} id={choice.id} label={choice.label}>
          <select id={choice.id} name={choice.id} defaultValue={choice.value}>
            <option value="">{choice.any}</option>
            {choice.options.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </Field>
      ))}
      <span className="ogo">
        <button className="btn second">{words.list.show}</button>
        {watchQuery(filter) === '' ? null : <Link to="/giam-sat/ho-so">{words.list.clear}</Link>}
      </span>
    </Form>
  );
};

const Line = ({ row }: { readonly row: Row }) => {
  const { watch: words } = useOfficeText();
  const { common } = useText();
  const { columns } = words.list;
  return (
    <tr>
      <td>
        <DossierCode code={row.code} to={`/cong-viec/${row.id}`} />
      </td>
      <td className="oname">{row.procedureName}</td>
      <td data-l={columns.applicant}>{row.applicant}</td>
      <td data-l={columns.at}>
        {row.step ?? common.status[row.status]}
        {row.step ? <span className={row.holder ? 's' : 's free'}>{row.holder ?? words.list.nobody}</span> : null}
        {row.waits === 'nothing' || row.waits === 'nobody' ? null : (
          <span className="s free">{words.waits[row.waits]}</span>
        )}
        {row.stepSince ? (
          <span className="s num">{words.list.since(`${formatTime(row.stepSince)} ${formatDay(row.stepSince)}`)}</span>
        ) : null}
      </td>
      <td data-l={columns.unit}>{row.unitName}</td>
      <td data-l={columns.submitted} className="num">
        {formatDay(row.submittedAt)}
      </td>
      <td data-l={columns.due}>
        <TimeState time={row.left} />
        {row.promisedDue ? (
          <span className="s num">
            {common.weekdaysShort[weekday(localDate(row.promisedDue))]}, {formatDay(row.promisedDue)}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

export default function WatchedDossiers() {
  const data = useLoaded<typeof loader>();
  const { watch: words } = useOfficeText();
  const { columns } = words.list;
  const { filter } = data;
  const first = (filter.page - 1) * data.pageSize + 1;
  return (
    <>
      <Breadcrumb items={[{ to: '/giam-sat', label: words.title }, { label: words.list.title }]} />
      <div className="ptitle">
        <h1>{filter.waits ? words.waits[filter.waits] : words.times[filter.time]}</h1>
        <span className="muted">
          {filter.order === 'due' ? words.list.foundDue(data.total) : words.list.found(data.total)}
        </span>
        <span className="sp">
          <a className="btn second s" href={`/giam-sat/ho-so/csv${watchQuery(filter)}`} download>
            {words.list.csv}
          </a>
        </span>
      </div>
      <Filter data={data} />
      {data.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.list.empty}>
            <p>
              <Link to="/giam-sat">{words.title}</Link>
            </p>
          </EmptyState>
        </div>
      ) : (
        <section className="card flush">
          <table className="rc owlist">
            <caption className="vh">{words.list.caption}</caption>
            <thead>
              <tr>
                <th scope="col" className="c-code">
                  {columns.code}
                </th>
                <th scope="col">{columns.procedure}</th>
                <th scope="col">{columns.applicant}</th>
                <th scope="col">{columns.at}</th>
                <th scope="col">{columns.unit}</th>
                <th scope="col">{columns.submitted}</th>
                <th scope="col">{columns.due}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <Line key={row.id} row={row} />
              ))}
            </tbody>
          </table>
          <div className="pager">
            <span>{words.list.shown(first, first + data.rows.length - 1, data.total)}</span>
            <Pagination page={filter.page} pages={data.pages} />
          </div>
        </section>
      )}
    </>
  );
}
