import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { useText } from '#app/i18n/use-text.ts';
import type { CalendarDay } from './calendar-days.ts';

const dayNumber = (day: CalendarDay, first: boolean): string => {
  const [, month = '', date = ''] = day.date.split('-');
  return first || date === '01' ? `${date}/${month}` : String(Number(date));
};

/** The days counted, as a calendar: hatched holidays, blue pauses, outlined today and due. */
export const DayCalendar = ({ weeks }: { readonly weeks: readonly (readonly CalendarDay[])[] }) => {
  const { agency } = useStaffText();
  const { common } = useText();
  const words = agency.dossier.calendar;
  if (weeks.length === 0) return null;
  const wordOf = (day: CalendarDay): string => {
    if (day.kind === 'counted') return day.count === undefined ? '' : String(day.count);
    if (day.kind === 'start') return words.start;
    if (day.kind === 'holiday') return words.holiday;
    return day.kind === 'paused' ? words.paused : '';
  };
  return (
    <table className="cal" aria-label={agency.dossier.calendarLabel}>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 0].map((day) => (
            <th key={day} scope="col" abbr={common.weekdays[day]}>
              {common.weekdaysShort[day]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, row) => (
          <tr key={week[0]?.date}>
            {week.map((day, column) => (
              <td key={day.date} className={`${day.kind}${day.today ? ' today' : ''}${day.due ? ' due' : ''}`}>
                <i>{dayNumber(day, row === 0 && column === 0)}</i>
                <b>{wordOf(day)}</b>
                {day.today ? <span className="vh">{words.today}</span> : null}
                {day.due ? <span className="vh">{words.due}</span> : null}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
