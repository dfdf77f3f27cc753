import { deadline, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { Organisation } from './units.ts';

/** NĐ 63/2010 Điều 24: posted within 5 working days of signing, by the province's calendar. */
export const uploadDue = async (units: Organisation, signedOn: LocalDate): Promise<Instant | undefined> => {
  await units.refresh();
  const province = (await units.all()).find(({ level, parent }) => level === 'province' && parent === undefined);
  const calendar = province && units.calendarOf(province.code);
  const limit = { value: 5, unit: 'working-day' } as const;
  return calendar && deadline(calendar, { from: startOfDay(signedOn), limit }).due;
};
