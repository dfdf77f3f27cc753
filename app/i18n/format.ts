import { localDate, localTime, type Instant, type LocalDate } from '#engine/clock/index.ts';

/** `2021-07-01` → `01/07/2021`. */
export const formatDate = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day}/${month}/${year}`;
};

/** The Vietnamese day of an instant, `01/07/2021`. */
export const formatDay = (instant: Instant): string => formatDate(localDate(instant));

/** `10:32`. */
export const formatTime = (instant: Instant): string => localTime(instant);

/** 1234567 → `1.234.567 đ`. Written out: no two ICU versions agree on the space and the sign. */
export const formatMoney = (amount: number): string =>
  `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} đ`;

/** Bytes as a person says them: `1,8 MB`, `10 MB`, `640 kB` (1 MB = 1,048,576 bytes, as limits are set). */
export const formatBytes = (bytes: number): string =>
  bytes >= 1_048_576
    ? `${String(Math.round(bytes / 104_857.6) / 10).replace('.', ',')} MB`
    : `${Math.max(1, Math.round(bytes / 1024))} kB`;

/** 0 Sunday … 6 Saturday. */
export const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00.000Z`).getUTCDay();
