import type { Localized } from '#engine/result/index.ts';
import { formatDate } from './days.ts';
import { localDate, localTime, type Instant, type LocalDate } from './time.ts';

/** Texts of the clock, Vietnamese and English. Every sentence a person reads about time is made here. */

const text = (vi: string, en: string): Localized => ({ vi, en });

/** Vietnamese writes a decimal comma; at most two decimals. */
const numberVi = (value: number): string => String(Math.round(value * 100) / 100).replace('.', ',');
const numberEn = (value: number): string => String(Math.round(value * 100) / 100);
const plural = (value: number, word: string): string => `${numberEn(value)} ${word}${value === 1 ? '' : 's'}`;

export type LimitUnit = 'working-day' | 'day' | 'working-hour' | 'month';

const UNITS: Readonly<Record<LimitUnit, readonly [vi: string, en: string]>> = {
  'working-day': ['ngày làm việc', 'working day'],
  day: ['ngày', 'day'],
  'working-hour': ['giờ làm việc', 'working hour'],
  month: ['tháng', 'month'],
};

/** "5 ngày làm việc". */
export const amount = (value: number, unit: LimitUnit): Localized =>
  text(`${numberVi(value)} ${UNITS[unit][0]}`, plural(value, UNITS[unit][1]));

/** "17:00 ngày 22/02/2021". */
export const moment = (instant: Instant): Localized =>
  text(
    `${localTime(instant)} ngày ${formatDate(localDate(instant))}`,
    `${localTime(instant)} on ${formatDate(localDate(instant))}`,
  );

export const holidayNames = {
  newYear: text('Tết Dương lịch', 'New Year'),
  tet: (lunarDay: number): Localized =>
    lunarDay >= 1
      ? text(`Tết Nguyên đán (mùng ${lunarDay})`, `Lunar New Year (day ${lunarDay})`)
      : lunarDay === 0
        ? text('Tết Nguyên đán (ngày cuối năm)', 'Lunar New Year’s Eve')
        : text(
            `Tết Nguyên đán (trước giao thừa ${-lunarDay} ngày)`,
            `Lunar New Year (${plural(-lunarDay, 'day')} before the eve)`,
          ),
  hungKings: text('Giỗ Tổ Hùng Vương', 'Hung Kings’ Commemoration'),
  reunification: text('Ngày Chiến thắng 30/4', 'Reunification Day'),
  labour: text('Quốc tế Lao động 1/5', 'Labour Day'),
  nationalDay: text('Quốc khánh', 'National Day'),
  nationalDayNext: text('Quốc khánh (ngày liền kề)', 'National Day (adjacent day)'),
  culture: text('Ngày Văn hóa Việt Nam', 'Vietnamese Culture Day'),
  inLieuOf: (name: Localized): Localized => text(`Nghỉ bù ${name.vi}`, `In lieu of ${name.en ?? name.vi}`),
} as const;

export const dayReasons = {
  weekend: text('Nghỉ cuối tuần', 'Weekend'),
  holiday: (name: Localized): Localized => text(`Nghỉ lễ: ${name.vi}`, `Holiday: ${name.en ?? name.vi}`),
  closure: (reason: Localized): Localized =>
    text(`Cơ quan nghỉ: ${reason.vi}`, `Office closed: ${reason.en ?? reason.vi}`),
  makeUp: (name: Localized): Localized => text(`Ngày làm bù: ${name.vi}`, `Make-up working day: ${name.en ?? name.vi}`),
} as const;

export const lineReasons = {
  notCounted: text(
    'Ngày tiếp nhận, không tính vào thời hạn (Bộ luật Dân sự 2015, Điều 147 khoản 2)',
    'Day of acceptance, not counted (Civil Code 2015, Article 147.2)',
  ),
  startsAt: (from: Instant): Localized => text(`Bắt đầu tính từ ${localTime(from)}`, `Counted from ${localTime(from)}`),
  sameDay: text('Giải quyết ngay trong ngày làm việc', 'Settled within the same working day'),
  startsHere: text('Bắt đầu thời hạn; ngày này không tính', 'The period begins; this day is not counted'),
  cutOff: (at: string): Localized =>
    text(
      `Tiếp nhận sau ${at}: thời hạn bắt đầu từ ngày làm việc tiếp theo`,
      `Accepted after ${at}: the period begins on the next working day`,
    ),
  cutOffResult: (at: string): Localized =>
    text(
      `Tiếp nhận sau ${at}: trả kết quả vào ngày làm việc tiếp theo`,
      `Accepted after ${at}: the result is due on the next working day`,
    ),
  cutOffForward: (at: string): Localized =>
    text(
      `Tiếp nhận sau ${at}: chuyển hồ sơ vào đầu giờ ngày làm việc tiếp theo, thời hạn không đổi`,
      `Accepted after ${at}: handed over at the start of the next working day; the due date stays`,
    ),
  afterHours: text(
    'Tiếp nhận ngoài giờ làm việc: chuyển sang ngày làm việc tiếp theo',
    'Accepted outside working hours: moved to the next working day',
  ),
  movedFrom: (reason: Localized): Localized =>
    text(
      `Ngày cuối cùng là ngày nghỉ (${reason.vi}): chuyển sang ngày làm việc tiếp theo (Bộ luật Dân sự 2015, Điều 148 khoản 5)`,
      `The last day is a day off (${reason.en ?? reason.vi}): moved to the next working day (Civil Code 2015, Article 148.5)`,
    ),
  counted: (value: number, unit: LimitUnit, agency?: Localized): Localized => {
    const of = amount(value, unit);
    return agency ? text(`${of.vi}, ${agency.vi}`, `${of.en ?? of.vi}, ${agency.en ?? agency.vi}`) : of;
  },
  calendarDays: (value: number, agency?: Localized): Localized =>
    text(
      `${numberVi(value)} ngày, kể cả ngày nghỉ${agency ? `, ${agency.vi}` : ''}`,
      `${plural(value, 'day')}, days off included${agency ? `, ${agency.en ?? agency.vi}` : ''}`,
    ),
  yearOff: (days: number): Localized =>
    text(`${days} ngày nghỉ trong khoảng này`, `${plural(days, 'day')} off in this span`),
  due: (due: Instant): Localized => text(`Đến hạn lúc ${localTime(due)}`, `Due at ${localTime(due)}`),
} as const;

export const summaries = {
  none: text('Pháp luật không quy định thời hạn', 'The law sets no time limit'),
  due: (due: Instant, limit: Localized, from: LocalDate): Localized => {
    const at = moment(due);
    return text(
      `Đến hạn ${at.vi}: ${limit.vi} kể từ ngày ${formatDate(from)}`,
      `Due ${at.en ?? at.vi}: ${limit.en ?? limit.vi} from ${formatDate(from)}`,
    );
  },
  phases: (parts: readonly Localized[]): Localized =>
    text(parts.map(({ vi }) => vi).join(' + '), parts.map(({ vi, en }) => en ?? vi).join(' + ')),
  longest: (outcome: Localized, summary: Localized): Localized =>
    text(
      `${summary.vi} (trường hợp dài nhất: ${outcome.vi})`,
      `${summary.en ?? summary.vi} (longest case: ${outcome.en ?? outcome.vi})`,
    ),
  sameDay: text('trong ngày làm việc', 'the same working day'),
  note: (line: Localized, note: Localized): Localized =>
    text(`${line.vi} (${note.vi})`, `${line.en ?? line.vi} (${note.en ?? note.vi})`),
  provisional: text(
    'Dự kiến: lịch nghỉ của năm này chưa được công bố, ngày có thể thay đổi',
    'Provisional: this year’s holidays are not decreed yet, the date may change',
  ),
} as const;

const KINDS: Readonly<
  Record<'start' | 'counted' | 'skipped' | 'cut-off' | 'moved' | 'paused' | 'reset' | 'extended' | 'due', Localized>
> = {
  start: text('Bắt đầu', 'Start'),
  counted: text('Tính', 'Counted'),
  skipped: text('Không tính', 'Not counted'),
  'cut-off': text('Giờ chốt', 'Cut-off'),
  moved: text('Chuyển ngày', 'Moved'),
  paused: text('Tạm dừng', 'Paused'),
  reset: text('Tính lại', 'Restarted'),
  extended: text('Gia hạn', 'Extended'),
  due: text('Đến hạn', 'Due'),
};

export const lineKind = (kind: keyof typeof KINDS): Localized => KINDS[kind];

export const runningTotal = (total: number): Localized => text(`cộng ${numberVi(total)}`, `total ${numberEn(total)}`);

export const timeLeftTexts = {
  none: text('Không quy định thời hạn', 'No time limit'),
  notAccepted: text('Chờ tiếp nhận', 'Waiting to be accepted'),
  closed: text('Đã kết thúc', 'Closed'),
  paused: text('Tạm dừng tính thời hạn', 'Time limit paused'),
  days: (days: number): Localized => text(`Còn ${days} ngày làm việc`, `${plural(days, 'working day')} left`),
  hours: (hours: number): Localized => text(`Còn ${hours} giờ làm việc`, `${plural(hours, 'working hour')} left`),
  minutes: (minutes: number): Localized =>
    text(`Còn ${minutes} phút làm việc`, `${plural(minutes, 'working minute')} left`),
  opensLater: (due: Instant): Localized => {
    const at = moment(due);
    return text(`Đến hạn ${at.vi}`, `Due ${at.en ?? at.vi}`);
  },
  lateDays: (days: number): Localized =>
    text(`Quá hạn ${days} ngày làm việc`, `${plural(days, 'working day')} overdue`),
  lateHours: (hours: number): Localized =>
    text(`Quá hạn ${hours} giờ làm việc`, `${plural(hours, 'working hour')} overdue`),
  lateMinutes: (minutes: number): Localized =>
    text(`Quá hạn ${minutes} phút làm việc`, `${plural(minutes, 'working minute')} overdue`),
  lateSince: (due: Instant): Localized => {
    const at = moment(due);
    return text(`Quá hạn từ ${at.vi}`, `Overdue since ${at.en ?? at.vi}`);
  },
} as const;

export const calendarProblems = {
  yearTwice: (year: number): Localized => text(`Năm ${year} được khai hai lần.`, `The year ${year} is given twice.`),
  noSuchDate: (date: string): Localized =>
    text(`Ngày ${date} không có trong lịch.`, `The date ${date} does not exist.`),
  otherYear: (date: string, year: number): Localized =>
    text(`Ngày ${date} không thuộc năm ${year}.`, `The date ${date} is not in the year ${year}.`),
  dateTwice: (date: string): Localized =>
    text(`Ngày ${date} được khai hai lần trong năm.`, `The date ${date} is given twice in the year.`),
  weekdayTwice: (weekday: string): Localized =>
    text(`Giờ làm việc của thứ "${weekday}" được khai hai lần.`, `The hours of "${weekday}" are given twice.`),
  sessionOrder: ({ from, to }: { readonly from: string; readonly to: string }): Localized =>
    text(
      `Buổi ${from}–${to} kết thúc trước khi bắt đầu hoặc chồng lên buổi trước.`,
      `The session ${from}–${to} ends before it begins or overlaps the one before it.`,
    ),
  closureOrder: (from: string, to: string): Localized =>
    text(
      `Đợt nghỉ từ ${from} đến ${to} có ngày cuối trước ngày đầu.`,
      `The closure from ${from} to ${to} ends before it begins.`,
    ),
  neverWorks: text(
    'Không có ngày làm việc nào trong tuần, nên không tính được thời hạn.',
    'No day of the week is a working day, so no time limit can be counted.',
  ),
} as const;

export const limitProblems = {
  unreadable: (given: string): Localized =>
    text(`Không đọc được thời hạn "${given}".`, `The time limit "${given}" cannot be read.`),
  remedy: text(
    'Hãy viết số và đơn vị, ví dụ "5 working-day", "30 day", "8 working-hour", "2 month", hoặc "none".',
    'Write a number and a unit, such as "5 working-day", "30 day", "8 working-hour", "2 month", or "none".',
  ),
  tooLong: (given: string): Localized =>
    text(`Thời hạn "${given}" vượt quá 10.000.`, `The time limit "${given}" is over 10,000.`),
} as const;
