import type { Deadline, DerivationLine, Instant, LocalDate } from '#engine/clock/index.ts';
import { localDate, localTime } from '#engine/clock/index.ts';
import type { Limit } from '#engine/definition/index.ts';
import { unreachable } from '#engine/result/index.ts';

/** `13/05/2021`. */
export const printedDate = (date: LocalDate): string => date.split('-').reverse().join('/');

/** `17 giờ 00 phút, ngày 13/05/2021`, as the forms of TT 01/2018 write a moment. */
export const printedMoment = (instant: Instant): string => {
  const [hour, minute] = localTime(instant).split(':');
  return `${hour} giờ ${minute} phút, ngày ${printedDate(localDate(instant))}`;
};

/** `Bắc Giang, ngày 06 tháng 5 năm 2021`: months under 3 get a zero, so that nobody adds a digit (NĐ 30/2020, phụ lục I). */
export const placeAndDate = (place: string, date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  const monthWord = Number(month) < 3 ? month : String(Number(month));
  return `${place}, ngày ${day} tháng ${monthWord} năm ${year}`;
};

/** `1.234.567 đ`. */
export const printedMoney = (amount: number): string => `${amount.toLocaleString('vi-VN')} đ`;

/** `05`, `12`, `0,5`: small whole numbers get a leading zero on the forms. */
export const printedCount = (value: number): string =>
  Number.isInteger(value) && value < 10 ? `0${String(value)}` : value.toLocaleString('vi-VN');

const unitWord = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  'working-hour': 'giờ làm việc',
  month: 'tháng',
} as const;

/** "05 ngày làm việc", "Trong ngày làm việc", "10 ngày làm việc nếu cấp; 03 ngày làm việc nếu từ chối". */
export const printedLimit = (limit: Limit): string => {
  switch (limit.kind) {
    case undefined:
    case 'duration':
      return limit.value === 0 ? 'trong ngày làm việc' : `${printedCount(limit.value)} ${unitWord[limit.unit]}`;
    case 'none':
      return 'không quy định';
    case 'scheduled':
      return limit.text.vi;
    case 'by-outcome':
      return limit.outcomes.map((each) => `${printedLimit(each.limit)} (${each.outcome.vi})`).join('; ');
    case 'phases':
      return limit.phases.map((each) => `${printedLimit(each.limit)} tại ${each.agency.vi}`).join('; ');
    default:
      return unreachable(limit);
  }
};

const span = (line: DerivationLine): string =>
  line.from === line.to ? printedDate(line.from) : `${printedDate(line.from).slice(0, 5)}–${printedDate(line.to)}`;

const countWord = (line: DerivationLine): string => {
  if (line.kind === 'skipped' || line.kind === 'paused') return 'không tính';
  return line.count > 0 ? String(line.total) : '';
};

/** The due date's derivation, a line each: days, why, how far the count is. */
export const printedDerivation = (
  deadline: Deadline | undefined,
): readonly { days: string; reason: string; count: string }[] =>
  (deadline?.lines ?? []).map((line) => ({ days: span(line), reason: line.reason.vi, count: countWord(line) }));
