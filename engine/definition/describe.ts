import { unreachable, type Localized } from '#engine/result/index.ts';
import type { Channel, Fee, Level, Limit, Paper, Procedure } from './schema/procedure.ts';

/** Vietnamese notation: 1.000.000 and 0,5. */
export const vietnameseNumber = (value: number): string => {
  const [whole = '0', decimals] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return decimals ? `${grouped},${decimals}` : grouped;
};

const plural = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

type Duration = Extract<Limit, { readonly unit: string }>;

const isDuration = (limit: Limit): limit is Duration => 'unit' in limit;

const cutOffText = (cutOff: NonNullable<Duration['cutOff']>): Localized => {
  switch (cutOff.effect) {
    case 'next-working-day':
      return {
        vi: `; nhận sau ${cutOff.at} thì trả kết quả trong ngày làm việc tiếp theo`,
        en: `; if received after ${cutOff.at}, on the next working day`,
      };
    case 'start-next-day':
      return {
        vi: `; nhận sau ${cutOff.at} thì tính từ ngày làm việc tiếp theo`,
        en: `; if received after ${cutOff.at}, counted from the next working day`,
      };
    case 'forward-next-day':
      return {
        vi: `; nhận sau ${cutOff.at} thì chuyển hồ sơ vào ngày làm việc tiếp theo`,
        en: `; if received after ${cutOff.at}, forwarded on the next working day`,
      };
    default:
      return unreachable(cutOff.effect);
  }
};

const durationText = ({ value, unit }: Pick<Duration, 'value' | 'unit'>): Localized => {
  const written = vietnameseNumber(value);
  switch (unit) {
    case 'working-day':
      return value === 0
        ? { vi: 'Ngay trong ngày làm việc', en: 'The same working day' }
        : { vi: `${written} ngày làm việc`, en: plural(value, 'working day') };
    case 'day':
      return value === 0
        ? { vi: 'Ngay trong ngày', en: 'The same day' }
        : { vi: `${written} ngày`, en: plural(value, 'day') };
    case 'working-hour':
      return { vi: `${written} giờ làm việc`, en: plural(value, 'working hour') };
    case 'month':
      return { vi: `${written} tháng`, en: plural(value, 'month') };
    default:
      return unreachable(unit);
  }
};

const join = (parts: readonly Localized[], between: string): Localized => ({
  vi: parts.map(({ vi }) => vi).join(between),
  en: parts.map(({ vi, en }) => en ?? vi).join(between),
});

/** A time limit in the words of a procedure's page: "5 ngày làm việc", "Ngay trong ngày làm việc; nhận sau 15:00 thì …". */
export const describeLimit = (limit: Limit): Localized => {
  if (isDuration(limit)) {
    const cutOff = limit.cutOff ? cutOffText(limit.cutOff) : { vi: '', en: '' };
    return join([durationText(limit), cutOff], '');
  }
  switch (limit.kind) {
    case 'none':
      return { vi: 'Không quy định', en: 'None set by law' };
    case 'scheduled':
      return limit.text;
    case 'by-outcome':
      return join(
        limit.outcomes.map(({ outcome, limit: inner }) => join([outcome, describeLimit(inner)], ': ')),
        '; ',
      );
    case 'phases':
      return join(
        limit.phases.map(({ agency, limit: inner }) => {
          const time = describeLimit(inner);
          return { vi: `${time.vi} (${agency.vi})`, en: `${time.en ?? time.vi} (${agency.en ?? agency.vi})` };
        }),
        ' + ',
      );
    default:
      return unreachable(limit);
  }
};

/** Whole đồng: "8.000 đồng". */
export const describeMoney = (amount: number): Localized => ({
  vi: `${vietnameseNumber(amount)} đồng`,
  en: `${amount.toLocaleString('en-US')} VND`,
});

/** What is to be paid, in one phrase: "8.000 đồng/bản", "Không thu", "Theo biểu mức thu …". */
export const describeFee = (fee: Fee): Localized => {
  const { amount, unit, schedule } = fee;
  const fixed =
    typeof amount === 'number'
      ? amount
      : typeof amount === 'string' && /^\d+$/.test(amount.trim())
        ? Number(amount)
        : undefined;
  if (fixed === 0) return { vi: 'Không thu', en: 'Free of charge' };
  if (fixed !== undefined) {
    const money = describeMoney(fixed);
    return unit ? { vi: `${money.vi}/${unit.vi}`, en: `${money.en ?? money.vi} per ${unit.en ?? unit.vi}` } : money;
  }
  const source = schedule ? { vi: ` (${schedule})`, en: ` (${schedule})` } : { vi: '', en: '' };
  return typeof amount === 'string'
    ? join([{ vi: 'Tính theo thông tin kê khai', en: 'Computed from what is declared' }, source], '')
    : join([{ vi: 'Theo biểu mức thu', en: 'By schedule' }, source], '');
};

/** "1 bản chính, 2 bản sao"; empty where no number is set. */
export const describeCopies = ({
  originals,
  copies,
  certifiedCopies,
}: Pick<Paper, 'originals' | 'copies' | 'certifiedCopies'>): Localized => {
  const parts: Localized[] = [];
  if (originals) parts.push({ vi: `${originals} bản chính`, en: plural(originals, 'original') });
  if (copies) parts.push({ vi: `${copies} bản sao`, en: copies === 1 ? '1 copy' : `${copies} copies` });
  if (certifiedCopies)
    parts.push({
      vi: `${certifiedCopies} bản sao chứng thực`,
      en: certifiedCopies === 1 ? '1 certified copy' : `${certifiedCopies} certified copies`,
    });
  return join(parts, ', ');
};

export const channelName = (channel: Channel): Localized => {
  switch (channel) {
    case 'counter':
      return { vi: 'trực tiếp', en: 'at the counter' };
    case 'online':
      return { vi: 'trực tuyến', en: 'on line' };
    case 'post':
      return { vi: 'qua bưu chính công ích', en: 'by post' };
    default:
      return unreachable(channel);
  }
};

export const levelName = (level: Level): Localized => {
  switch (level) {
    case 'ministry':
      return { vi: 'cấp bộ', en: 'ministry' };
    case 'province':
      return { vi: 'cấp tỉnh', en: 'province' };
    case 'district':
      return { vi: 'cấp huyện', en: 'district' };
    case 'commune':
      return { vi: 'cấp xã', en: 'commune' };
    default:
      return unreachable(level);
  }
};

/** Đối tượng thực hiện, as the national database words them. */
export const applicantName = (applicant: Procedure['applicants'][number]): Localized => {
  switch (applicant) {
    case 'citizen':
      return { vi: 'công dân Việt Nam', en: 'Vietnamese citizens' };
    case 'overseas-vietnamese':
      return { vi: 'người Việt Nam định cư ở nước ngoài', en: 'Vietnamese residing abroad' };
    case 'foreigner':
      return { vi: 'người nước ngoài', en: 'foreigners' };
    case 'business':
      return { vi: 'doanh nghiệp', en: 'businesses' };
    case 'foreign-business':
      return { vi: 'doanh nghiệp có vốn đầu tư nước ngoài', en: 'foreign-invested businesses' };
    case 'cooperative':
      return { vi: 'hợp tác xã', en: 'cooperatives' };
    case 'household-business':
      return { vi: 'hộ kinh doanh', en: 'household businesses' };
    case 'organisation':
      return { vi: 'tổ chức', en: 'organisations' };
    case 'foreign-organisation':
      return { vi: 'tổ chức nước ngoài', en: 'foreign organisations' };
    case 'state-agency':
      return { vi: 'cơ quan nhà nước', en: 'state agencies' };
    default:
      return unreachable(applicant);
  }
};

/** "cấp xã, cấp huyện" from names. */
export const listText = (items: readonly Localized[]): Localized => join(items, ', ');

/** Working minutes of a step: "4 giờ làm việc", "1,5 ngày làm việc" (480 minutes a day), "30 phút làm việc". */
export const describeMinutes = (minutes: number): Localized => {
  if (minutes >= 480 && minutes % 240 === 0) return durationText({ value: minutes / 480, unit: 'working-day' });
  if (minutes % 60 === 0) return durationText({ value: minutes / 60, unit: 'working-hour' });
  return { vi: `${vietnameseNumber(minutes)} phút làm việc`, en: plural(minutes, 'working minute') };
};
