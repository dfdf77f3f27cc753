import type { Limit } from '#engine/definition/index.ts';
import { foldTidy, readNumber, tidy } from './numbers.ts';

export type Duration = Extract<Limit, { readonly unit: string }>;

/** One time limit read from words; `when` is the case it holds for, in the words' own terms. */
export interface LimitReading {
  readonly limit: Limit;
  readonly when?: string;
  readonly extension?: Duration;
}

export type LimitText =
  | { readonly kind: 'read'; readonly rows: readonly LimitReading[]; readonly rest?: string }
  /** Nothing there, or an empty cell. */
  | { readonly kind: 'silent' }
  /** A number without its unit, a range, an unknown unit, two limits without their cases. */
  | { readonly kind: 'not-determined' };

const UNIT = '(ngày\\s+làm\\s+việc|ngày|giờ\\s+làm\\s+việc|giờ|tháng)';
const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?)';
/** `05 ngày làm việc`, `năm (05) ngày`, `05 (năm) ngày làm việc`. */
const DURATION = new RegExp(
  `(?<![\\d/.,+–-])(?<!\\d\\s?[–-]\\s?)${NUMBER}\\s*(?:\\)|\\([^()\\d]{1,20}\\))?\\s*${UNIT}(?![a-zà-ỹ])`,
  'giu',
);
const RANGE = /\d\s*(?:[–-]|đến|tới|hoặc)\s*\d+(?:[.,]\d+)?\s*(?:ngày|giờ|tháng)/iu;
const SUM = /\d\s*\+\s*\d/u;

const unitOf = (words: string): Duration['unit'] | undefined => {
  const unit = tidy(words).toLowerCase();
  if (unit === 'ngày làm việc') return 'working-day';
  if (unit === 'ngày') return 'day';
  if (unit === 'giờ làm việc') return 'working-hour';
  return unit === 'tháng' ? 'month' : undefined;
};

const CUT_OFF = /sau\s+(\d{1,2})\s*(?:giờ|h|:)\s*(\d{2})?/iu;

const cutOffOf = (clause: string): Duration['cutOff'] => {
  const [, hour, minute] = CUT_OFF.exec(clause) ?? [];
  if (hour === undefined || Number(hour) > 23) return undefined;
  if (!/tiếp theo|hôm sau|ngày sau|kế tiếp/iu.test(clause)) return undefined;
  return { at: `${hour.padStart(2, '0')}:${minute ?? '00'}`, effect: 'next-working-day' };
};

const SAME_DAY =
  /(?:^|[\s(,:;-])(?:giải quyết\s+)?(?:ngay\s+)?trong\s+(?:ngày(?:\s+làm\s+việc)?(?!\s*làm)(?!\s+tiếp\s+theo)|buổi làm việc)|^ngay\s+sau\s+khi\s+(?:tiếp\s+)?nhận|^ngay\s+khi\s+(?:tiếp\s+)?nhận|^giải quyết ngay/iu;
const NONE =
  /^(?:không quy định|không có quy định|pháp luật không quy định|không quy định thời hạn)(?: thời hạn(?: giải quyết)?)?\.?$/iu;
const SCHEDULED = /^(?:theo|thực hiện theo|căn cứ)\s+(?:hướng dẫn|kế hoạch|lịch|thông báo|thời gian|đợt)/iu;
const SILENT = /^(?:-|–|không có thông tin|theo quy định(?: của pháp luật)?|chưa có quy định.*|\.*)$/iu;
const EXTENSION = /(?:kéo dài|gia hạn)\s+thêm|thêm\s+(?:không quá|tối đa)?/iu;
const PROLONGED = /kéo dài|gia hạn/iu;

interface Found {
  readonly value: number;
  readonly unit?: Duration['unit'];
}

/** Hours of the clock are no durations: `sau 15 giờ`, `trước 10 giờ`, `lúc 9 giờ`. */
const CLOCK_HOUR = /(?:sau|trước|lúc|từ)\s+\d{1,2}\s*(?:giờ|h)(?!\s+làm)(?:\s*\d{2}(?:\s*phút)?)?/giu;

const durationsIn = (clause: string): readonly Found[] =>
  [...clause.replace(CLOCK_HOUR, '').matchAll(DURATION)].flatMap(([, number, words]) => {
    const value = readNumber(number ?? '');
    if (value === undefined) return [];
    const unit = unitOf(words ?? '');
    return [{ value, ...(unit ? { unit } : {}) }];
  });

/** `Trường hợp cần xác minh: …`, `đối với hồ sơ …, thời hạn là …` → the case's own words. */
const caseOf = (clause: string): string | undefined => {
  const words = tidy(clause.replace(/^[-+*•\s]+/u, ''));
  const [, colon] = /^([^:;]{3,160}):/u.exec(words) ?? [];
  const [, named] =
    /^((?:trường hợp|đối với|nếu)\s[^:;]{2,160}?)(?:\s*[,:]|\s+(?:thì|là|thời hạn|không quá|tối đa)\s)/iu.exec(words) ??
    [];
  const found = named ?? colon;
  if (found === undefined || /^(?:thời hạn|thời gian)(?:\s+giải quyết)?$/iu.test(found)) return undefined;
  return found.replace(/^(?:trường hợp|đối với)\s+/iu, '');
};

const clausesOf = (text: string): readonly string[] =>
  text
    .split(/[;\n]|\.(?=\s|$)|(?:,\s*|\s)(?=trường hợp\s)/iu)
    .map(tidy)
    .filter((clause) => clause !== '');

/** The clauses that speak of the paper or the act before, not of the authority's own time. */
const ASIDE = /hiệu lực|kể từ ngày (?:sinh|chết|xảy ra)|trước khi hết hạn|niêm yết|lưu trữ/iu;

/**
 * Reads a cell "Thời hạn giải quyết" (NĐ 63/2010 Điều 8 khoản 2 điểm đ). Total. What is not certain is
 * `not-determined`: a number without a unit, a range, `giờ` that may be of the clock or of work, two limits in one
 * clause.
 */
export const readLimitText = (given: string): LimitText => {
  const text = tidy(given.replaceAll('\n', ' ; ')).replace(/\s*;\s*(?=;)/g, '');
  if (text === '' || SILENT.test(text)) return { kind: 'silent' };
  if (NONE.test(text)) return { kind: 'read', rows: [{ limit: { kind: 'none' } }] };
  if (RANGE.test(text) || SUM.test(text)) return { kind: 'not-determined' };
  const rows: LimitReading[] = [];
  const left: string[] = [];
  for (const clause of clausesOf(text)) {
    const found = durationsIn(clause);
    const [first] = found;
    const previous = rows.at(-1);
    if (first === undefined) {
      const cutOff = cutOffOf(clause);
      const whole = previous?.limit;
      if (SAME_DAY.test(clause)) {
        const when = caseOf(clause);
        const at = cutOff ?? cutOffOf(text);
        rows.push({
          limit: { kind: 'duration', value: 0, unit: 'working-day', ...(at ? { cutOff: at } : {}) },
          ...(when ? { when } : {}),
        });
      } else if (cutOff && whole && 'unit' in whole && whole.value === 0 && previous) {
        rows[rows.length - 1] = { ...previous, limit: { ...whole, cutOff } };
      } else left.push(clause);
      continue;
    }
    if (ASIDE.test(clause) && rows.length > 0) {
      left.push(clause);
      continue;
    }
    const { unit, value } = first;
    if (found.length > 1 || unit === undefined) return { kind: 'not-determined' };
    const limit: Duration = { kind: 'duration', value, unit };
    if (previous && EXTENSION.test(clause)) {
      rows[rows.length - 1] = { ...previous, extension: limit };
      continue;
    }
    // "có thể kéo dài nhưng không quá 08 ngày": the whole or the addition? The words do not say.
    if (previous && PROLONGED.test(clause)) return { kind: 'not-determined' };
    const when = caseOf(clause);
    if (previous && when === undefined) return { kind: 'not-determined' };
    rows.push({ limit, ...(when ? { when } : {}) });
  }
  if (rows.length > 0) return { kind: 'read', rows, ...(left.length > 0 ? { rest: left.join('; ') } : {}) };
  if (SCHEDULED.test(text)) return { kind: 'read', rows: [{ limit: { kind: 'scheduled', text: { vi: text } } }] };
  return /\d/.test(foldTidy(text)) ? { kind: 'not-determined' } : { kind: 'silent' };
};
