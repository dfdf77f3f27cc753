import { localDate } from '#engine/clock/index.ts';
import { formatDay, formatTime, weekday } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import type { ClockBar, ClockCard } from '#app/server/staff/clock-card.ts';
import { DayCalendar } from './day-calendar.tsx';
import { Ledger } from './ledger.tsx';

const Bar = ({
  label,
  bar,
  dim = false,
}: {
  readonly label: string;
  readonly bar: ClockBar;
  readonly dim?: boolean;
}) => {
  const { dossier: words } = useStaffText().agency;
  const { common } = useText();
  const pick = usePick();
  const { due } = bar.deadline;
  return (
    <div className="clk">
      <div className="top">
        <b>{label}</b>
        {due ? <span className="num">{bar.used}%</span> : null}
      </div>
      {due ? (
        <svg className="clkbar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="8" rx="1" fill="#ece8de" />
          <rect width={bar.used} height="8" rx="1" fill={dim ? '#5d7fa6' : '#0b57a4'} />
        </svg>
      ) : null}
      <p>
        {due
          ? `${words.until(formatTime(due), formatDay(due))}, ${common.weekdays[weekday(localDate(due))] ?? ''}. `
          : ''}
        {pick(bar.deadline.summary)}
      </p>
    </div>
  );
};

const moment = (instant: string): string => `${formatTime(instant)} ${formatDay(instant)}`;

/** Incidents of the unit that lay upon this dossier: they explain, they do not prolong. */
const Incidents = ({ clock }: { readonly clock: ClockCard }) => {
  const { incident: words } = useStaffText().work;
  if (clock.incidents.length === 0) return null;
  return (
    <div id="su-co">
      <h3>{words.onDossier}</h3>
      <ul className="small">
        {clock.incidents.map(({ id, kind, from, to, ground, decision, minutes }) => (
          <li key={id}>
            <b>{words.kinds[kind]}</b>, {moment(from)} – {to === '' ? words.going : moment(to)}: {ground}
            {decision === '' ? '' : ` (${decision})`}.{' '}
            {words.lost(String(Math.round(minutes / 6) / 10).replace('.', ','))}.
          </li>
        ))}
      </ul>
      <p className="small muted">{words.counted}</p>
    </div>
  );
};

/** Both due dates, the calendar of the days counted, and how the promised date comes about. */
export const ClockView = ({ clock }: { readonly clock: ClockCard }) => {
  const { dossier: words } = useStaffText().agency;
  return (
    <section className="card" id="thoi-han" tabIndex={-1} data-focus-key="t">
      <h2>{words.clock}</h2>
      {clock.promised ? (
        <>
          <div className="clocks">
            <Bar label={words.promised} bar={clock.promised} />
            {clock.legal && !clock.same ? <Bar label={words.legal} bar={clock.legal} dim /> : null}
          </div>
          {clock.same ? <p className="small muted">{words.sameAsLegal}</p> : null}
          <DayCalendar weeks={clock.weeks} />
          <Ledger deadline={clock.promised.deadline} />
          <Incidents clock={clock} />
        </>
      ) : (
        <p className="muted">{words.noClock}</p>
      )}
    </section>
  );
};
