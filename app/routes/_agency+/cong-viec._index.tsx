import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { TaskTable } from '#app/components/staff/task-table.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { TASK_VIEWS, type TaskView } from '#app/server/staff/task-views.ts';
import { taskList } from '#app/server/staff/tasks.ts';
import { unitsByCode } from '#app/server/staff/units.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec');
  const search = new URL(request.url).searchParams;
  const view: TaskView = TASK_VIEWS.find((each) => each === search.get('xem')) ?? 'all';
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const procedure = search.get('thu-tuc') ?? '';
  const list = await taskList(context, actor, { view, ...(text ? { text } : {}), ...(procedure ? { procedure } : {}) });
  const used = new Set(list.groups.flatMap((group) => group.rows.map((row) => row.unit)));
  const units = await unitsByCode(context);
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).agency.tasks.title),
    list,
    units: Object.fromEntries([...used].map((code) => [code, units.get(code)?.name ?? code])),
    view,
    text,
    procedure,
    now: context.clock.now(),
  };
};

export default function Tasks() {
  const { list, units, view, text, procedure, now } = usePageData<typeof loader>();
  const words = useStaffText().agency.tasks;
  const filtered = text !== '' || procedure !== '' || view !== 'all';
  const address = (to: TaskView): string => {
    const search = new URLSearchParams({
      ...(to === 'all' ? {} : { xem: to }),
      ...(text ? { tim: text } : {}),
      ...(procedure ? { 'thu-tuc': procedure } : {}),
    });
    return `/cong-viec?${search.toString()}`;
  };
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted">
          {words.open(list.total)} · {words.updated(formatTime(now), formatDay(now))}
        </span>
      </div>
      <nav className="views" aria-label={words.viewsLabel}>
        {TASK_VIEWS.map((each, index) => (
          <Link
            key={each}
            to={address(each)}
            data-key={String(index + 1)}
            aria-current={each === view ? 'page' : undefined}
          >
            {words.views[each]}
            <b>{list.counts[each]}</b>
          </Link>
        ))}
      </nav>
      <Form className="sfilters" method="get">
        {view === 'all' ? null : <input type="hidden" name="xem" value={view} />}
        <select name="thu-tuc" defaultValue={procedure} aria-label={words.procedureLabel} key={procedure}>
          <option value="">{words.procedure}</option>
          {list.procedures.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </select>
        <input
          type="search"
          name="tim"
          defaultValue={text}
          aria-label={words.search}
          placeholder={words.search}
          key={text}
        />
        <button className="btn second s">{words.filter}</button>
        {filtered ? <Link to="/cong-viec">{words.clear}</Link> : null}
        <span className="sp muted">{words.sorted}</span>
      </Form>
      {list.shown === 0 ? (
        <div className="card">
          <EmptyState title={filtered ? words.emptyFilter : words.empty}>
            {filtered ? null : <p>{words.emptyText}</p>}
          </EmptyState>
        </div>
      ) : (
        <TaskTable list={list} units={units} />
      )}
      <Keys
        items={[
          { keys: ['J', 'K'], does: `${words.keys.down}, ${words.keys.up}` },
          { keys: ['Enter'], does: words.keys.open },
          { keys: ['/'], does: words.keys.find },
          { keys: ['1', '6'], range: true, does: words.keys.views },
        ]}
      />
    </>
  );
}
