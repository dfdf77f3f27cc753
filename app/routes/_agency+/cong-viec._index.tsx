import { randomUUID } from 'node:crypto';
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { EmptyState } from '#app/components/empty-state.tsx';
import { Notice } from '#app/components/notice.tsx';
import { Pagination } from '#app/components/pagination.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { SavedFilters, SeveralBar, SeveralDone } from '#app/components/staff/work/index.ts';
import { TaskTable } from '#app/components/staff/task-table.tsx';
import { usePageAnswer, usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { TASK_VIEWS, type TaskView } from '#app/server/staff/task-views.ts';
import { atWork } from '#app/server/staff/colleagues.ts';
import { dropFilter, savedFilters, saveFilter } from '#app/server/staff/saved-filters.ts';
import { onSeveral } from '#app/server/staff/several.ts';
import { distributes, taskList } from '#app/server/staff/tasks.ts';
import { unitsByCode } from '#app/server/staff/units.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/cong-viec');
  const search = new URL(request.url).searchParams;
  const view: TaskView = TASK_VIEWS.find((each) => each === search.get('xem')) ?? 'all';
  const text = search.get('tim')?.trim().slice(0, 100) ?? '';
  const procedure = search.get('thu-tuc') ?? '';
  const whole = search.get('don-vi') === '1' && distributes(actor);
  const page = Number(search.get('trang')) || 1;
  const list = await taskList(context, actor, {
    view,
    whole,
    page,
    ...(text ? { text } : {}),
    ...(procedure ? { procedure } : {}),
  });
  const away = actor.standsFor?.length
    ? await context.service.store.absences.standingFor(actor.id, actor.unit ?? '', localDate(context.clock.now()))
    : [];
  const used = new Set(list.groups.flatMap((group) => group.rows.map((row) => row.unit)));
  const units = await unitsByCode(context);
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).agency.tasks.title),
    list,
    units: Object.fromEntries([...used].map((code) => [code, units.get(code)?.name ?? code])),
    view,
    text,
    procedure,
    whole,
    distributes: distributes(actor),
    people: distributes(actor) ? await atWork(context, actor.unit ?? '') : [],
    saved: await savedFilters(context, actor.id),
    reminders: (await context.service.reminders.standing(actor.id)).length,
    standsFor: away.map((absence) => absence.personName).join(', '),
    key: randomUUID(),
    now: context.clock.now(),
  };
};

/** Distributes chosen tasks, or keeps and drops a filter. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/cong-viec');
  const data = await request.formData();
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const search = new URLSearchParams(text('loc'));
  const back = (): Response => redirect(`/cong-viec?${search.toString()}`);
  switch (text('viec')) {
    case 'luu-bo-loc':
      if (text('ten') !== '') await saveFilter(context, actor.id, text('ten').slice(0, 60), search);
      return back();
    case 'xoa-bo-loc':
      await dropFilter(context, actor.id, text('ten'));
      return back();
    case 'giao': {
      const [id = '', name = ''] = text('cho').split('|');
      const tasks = data.getAll('chon').filter((value) => typeof value === 'string');
      return onSeveral(context, actor, { key: text('key'), tasks }, (task) => ({
        type: 'assign',
        task,
        to: { id, name },
      }));
    }
    default:
      throw new Response(null, { status: 400, statusText: 'Bad Request' });
  }
};

export default function Tasks() {
  const page = usePageData<typeof loader>();
  const { list, units, view, text, procedure, now, whole } = page;
  const answer = usePageAnswer<typeof action>();
  const { agency, work } = useStaffText();
  const words = agency.tasks;
  const filters = new URLSearchParams({
    ...(view === 'all' ? {} : { xem: view }),
    ...(text ? { tim: text } : {}),
    ...(procedure ? { 'thu-tuc': procedure } : {}),
    ...(whole ? { 'don-vi': '1' } : {}),
  });
  const filtered = text !== '' || procedure !== '' || view !== 'all';
  const address = (to: TaskView): string => {
    const search = new URLSearchParams({
      ...(to === 'all' ? {} : { xem: to }),
      ...(text ? { tim: text } : {}),
      ...(procedure ? { 'thu-tuc': procedure } : {}),
      ...(whole ? { 'don-vi': '1' } : {}),
    });
    return `/cong-viec?${search.toString()}`;
  };
  return (
    <>
      <div className="ptitle">
        <h1>{whole ? work.wholeTitle : words.title}</h1>
        <span className="muted">
          {words.open(list.total)} · {words.updated(formatTime(now), formatDay(now))}
        </span>
        {page.distributes ? (
          <Link to={whole ? '/cong-viec' : '/cong-viec?don-vi=1'}>{whole ? work.wholeOff : work.whole}</Link>
        ) : null}
        <Link to="/cong-viec/vang-mat">{work.away}</Link>
        <Link to="/cong-viec/su-co">{work.incident.link}</Link>
      </div>
      {page.reminders > 0 ? (
        <Notice kind="warn">
          <p>
            <Link to="/cong-viec/nhac-viec">{work.reminders.notice(page.reminders)}</Link>
          </p>
        </Notice>
      ) : null}
      {page.standsFor ? (
        <Notice kind="info">
          <p>{work.standsFor(page.standsFor)}</p>
        </Notice>
      ) : null}
      {answer ? <SeveralDone answer={answer} /> : null}
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
        {whole ? <input type="hidden" name="don-vi" value="1" /> : null}
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
      <SavedFilters saved={page.saved} query={filters.toString()} />
      {list.shown === 0 ? (
        <div className="card">
          <EmptyState title={filtered ? words.emptyFilter : words.empty}>
            {filtered ? null : <p>{words.emptyText}</p>}
          </EmptyState>
        </div>
      ) : (
        <>
          {page.distributes ? <SeveralBar people={page.people} formKey={page.key} query={filters.toString()} /> : null}
          <TaskTable list={list} units={units} {...(page.distributes ? { chooseFor: 'nhieu-viec' } : {})} />
          <Pagination page={list.page} pages={list.pages} />
        </>
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
