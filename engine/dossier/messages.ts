import { formatDate, localDate, localTime, type Instant } from '#engine/clock/index.ts';
import type { Localized } from '#engine/result/index.ts';

/** Words of the dossier's dates, Vietnamese and English. */

const text = (vi: string, en: string): Localized => ({ vi, en });

const hoursText = (minutes: number): Localized => {
  const hours = Math.round((minutes / 60) * 10) / 10;
  return text(`${String(hours).replace('.', ',')} giờ làm việc`, `${hours} working hour${hours === 1 ? '' : 's'}`);
};

export const dateReasons = {
  supplement: text('Chờ người nộp bổ sung hồ sơ, không tính vào thời hạn', 'Waiting for the supplement, not counted'),
  reset: text(
    'Nhận đủ bổ sung, tính lại thời hạn từ đầu (NĐ 61/2018/NĐ-CP, Điều 19 khoản 4)',
    'Supplement complete, the time limit begins anew (Decree 61/2018, Article 19.4)',
  ),
  obligation: (minutes: number): Localized => {
    const time = hoursText(minutes);
    return text(
      `Chờ thực hiện nghĩa vụ tài chính, không tính ${time.vi}`,
      `Waiting for the financial obligation, ${time.en ?? time.vi} not counted`,
    );
  },
  recounted: (reason: string): Localized =>
    text(`Tính lại theo lịch làm việc mới: ${reason}`, `Counted anew by the new calendar: ${reason}`),
  due: (due: Instant): Localized => text(`Đến hạn lúc ${localTime(due)}`, `Due at ${localTime(due)}`),
  movedSummary: (due: Instant): Localized =>
    text(
      `Đến hạn ${localTime(due)} ngày ${formatDate(localDate(due))}, đã trừ thời gian chờ thực hiện nghĩa vụ tài chính`,
      `Due ${localTime(due)} on ${formatDate(localDate(due))}, without the time spent waiting for payment`,
    ),
  extended: (reason: string): Localized =>
    text(
      `Xin lỗi và hẹn lại: ${reason} (NĐ 61/2018/NĐ-CP, Điều 19 khoản 9)`,
      `Apology and new date: ${reason} (Decree 61/2018, Article 19.9)`,
    ),
  extendedSummary: (due: Instant): Localized =>
    text(
      `Hẹn lại ${localTime(due)} ngày ${formatDate(localDate(due))}`,
      `New date ${localTime(due)} on ${formatDate(localDate(due))}`,
    ),
} as const;
