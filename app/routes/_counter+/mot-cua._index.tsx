import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { localDate } from '#engine/clock/index.ts';
import { CounterTable } from '#app/components/staff/counter-table.tsx';
import { NextPersonButton } from '#app/components/staff/next-person-button.tsx';
import { Keys } from '#app/components/staff/keys.tsx';
import { usePageData } from '#app/components/staff/use-page-data.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { nextPerson, ticketsToday } from '#app/server/staff/queue.ts';
import { counterList, registerRows } from '#app/server/staff/counter-lists.ts';

export { pageMeta as meta } from '#app/page-meta.ts';

const FEW = 6;

export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor, locale } = await authorizeActor({ request, context }, '/mot-cua');
  const unit = actor.unit ?? '';
  const today = localDate(context.clock.now());
  const [arriving, online, handOut, supplement, register] = await Promise.all([
    context.service.store.dossiers.list({ awaitedBy: unit, limit: 1, offset: 0 }),
    counterList(context, unit, { status: ['submitted'], limit: FEW }),
    counterList(context, unit, { status: ['finished'], limit: FEW }),
    counterList(context, unit, { status: ['supplement'], limit: 1 }),
    registerRows(context, unit, { from: today, to: today }),
  ]);
  return {
    title: textsFor(locale).common.titled(staffTextsFor(locale).counter.home.title),
    arriving: arriving.total,
    queue: (await ticketsToday(context, unit)).filter(({ state }) => state === 'waiting').length,
    online,
    handOut,
    supplement: supplement.total,
    today: register.filter((row) => row.acceptedAt !== undefined),
    now: context.clock.now(),
  };
};

/** “Người tiếp theo”: calls whoever waits with a number, and goes on to the intake. */
export const action = async ({ request, context }: ActionFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua');
  const next = await nextPerson(context, actor.unit ?? '', actor.id);
  return redirect(next.is === 'desk-unknown' ? '/mot-cua/goi-so?hoi-quay' : '/mot-cua/tiep-nhan');
};

const Figure = ({
  label,
  count,
  to,
  note,
}: {
  readonly label: string;
  readonly count: number;
  readonly to: string;
  readonly note?: string;
}) => (
  <div>
    <p className="v">
      <Link to={to}>{count}</Link>
    </p>
    <span className="k">{label}</span>
    {note ? <small>{note}</small> : null}
  </div>
);

export default function CounterHome() {
  const { arriving, queue: inQueue, online, handOut, supplement, today, now } = usePageData<typeof loader>();
  const { counter, queue, reception } = useStaffText();
  const words = counter.home;
  const oldest = online.rows.at(-1);
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        <span className="muted num">
          {formatTime(now)}, {formatDay(now)}
        </span>
        <span className="sp">
          <Link className="btn second" to="/mot-cua/goi-so">
            {queue.desk.link}
          </Link>
          <NextPersonButton words={words.next} primary />
        </span>
      </div>
      <section className="card figs">
        <Figure
          label={words.online}
          count={online.total}
          to="/mot-cua/truc-tuyen"
          {...(oldest && online.total <= FEW
            ? { note: words.oldest(`${formatTime(oldest.submittedAt)} ${formatDay(oldest.submittedAt)}`) }
            : {})}
        />
        {inQueue > 0 ? <Figure label={queue.desk.waiting} count={inQueue} to="/mot-cua/goi-so" /> : null}
        {arriving > 0 ? <Figure label={reception.arriving.title} count={arriving} to="/mot-cua/chuyen-den" /> : null}
        <Figure label={words.handOut} count={handOut.total} to="/mot-cua/tra-ket-qua" />
        <Figure label={words.supplement} count={supplement} to="/mot-cua/bo-sung" />
        <Figure label={words.today} count={today.length} to="/mot-cua/so-theo-doi" />
      </section>
      <div className="stack">
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.online}</h2>
            {online.total > 0 ? (
              <Link to="/mot-cua/truc-tuyen">{words.all}</Link>
            ) : (
              <span className="muted">{words.none}</span>
            )}
          </div>
          {online.rows.length > 0 ? (
            <CounterTable rows={online.rows} columns={['submitted']} caption={words.online} />
          ) : null}
        </section>
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.handOut}</h2>
            {handOut.total > 0 ? (
              <Link to="/mot-cua/tra-ket-qua">{words.all}</Link>
            ) : (
              <span className="muted">{words.none}</span>
            )}
          </div>
          {handOut.rows.length > 0 ? (
            <CounterTable rows={handOut.rows} columns={['finished', 'due']} caption={words.handOut} />
          ) : null}
        </section>
        <section className="card flush">
          <div className="cardtitle">
            <h2>{words.today}</h2>
            {today.length === 0 ? <span className="muted">{words.none}</span> : null}
          </div>
          {today.length > 0 ? <CounterTable rows={today} columns={['accepted', 'due']} caption={words.today} /> : null}
        </section>
      </div>
      <Keys
        items={[
          { keys: ['Alt N'], does: words.keys.next },
          { keys: ['J', 'K'], does: words.keys.online },
          { keys: ['/'], does: words.keys.register },
        ]}
      />
    </>
  );
}
