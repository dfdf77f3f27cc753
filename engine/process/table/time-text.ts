import { MINUTES_OF_WORKING_DAY, workingMinutes } from '../duration.ts';

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(ngày làm việc|ngày|working days?|days?)$/, MINUTES_OF_WORKING_DAY],
  [/^(giờ làm việc|giờ|hours?)$/, 60],
  [/^(phút|minutes?)$/, 1],
];

/** Working minutes of a table's time: `PT4H`, `0,5 ngày`, `4 giờ`, `30 phút`. undefined: cannot be read. */
export const minutesOfText = (text: string): number | undefined => {
  const iso = workingMinutes(text);
  if (iso !== undefined) return iso;
  const match = /^(\d+(?:[.,]\d+)?)\s*(\D+)$/.exec(text.trim().normalize('NFC').toLowerCase());
  const unit = UNITS.find(([pattern]) => pattern.test((match?.[2] ?? '').trim()))?.[1];
  const minutes = unit === undefined ? Number.NaN : Number((match?.[1] ?? '').replace(',', '.')) * unit;
  return Number.isInteger(minutes) ? minutes : undefined;
};
