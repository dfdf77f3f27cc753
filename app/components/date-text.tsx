import type { Instant, LocalDate } from '#engine/clock/index.ts';
import { formatDate, formatDay, formatTime } from '#app/i18n/format.ts';

/** `dd/MM/yyyy` of a calendar day. */
export const DateText = ({ date }: { readonly date: LocalDate }) => <time dateTime={date}>{formatDate(date)}</time>;

/** `HH:mm dd/MM/yyyy` of an instant; `day` leaves the time away. */
export const InstantText = ({ at, day = false }: { readonly at: Instant; readonly day?: boolean }) => (
  <time dateTime={at}>{day ? formatDay(at) : `${formatTime(at)} ${formatDay(at)}`}</time>
);
