import { localDate, startOfDay, type LocalDate } from '#engine/clock/index.ts';
import type { Level } from '#engine/definition/browser.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

/** The filters of the catalogue, as they stand in the address. */
export interface CatalogueFilter {
  readonly text: string;
  readonly field?: string;
  readonly level?: Level;
  readonly unit?: string;
  readonly onlineLevel?: string;
  /** Another day than today. */
  readonly day?: LocalDate;
  readonly badDay: boolean;
  readonly page: number;
}

const LEVELS: readonly string[] = ['province', 'district', 'commune'] satisfies readonly Level[];
const isLevel = (text: string): text is Level => LEVELS.includes(text);

/** Reads `?tim=&linh-vuc=&cap=&don-vi=&truc-tuyen=&ngay=&trang=`; what makes no sense is left out. */
export const readFilter = (address: string, now: string): CatalogueFilter => {
  const search = new URL(address).searchParams;
  const get = (name: string): string | undefined => search.get(name)?.trim().slice(0, 200) || undefined;
  const field = get('linh-vuc');
  const level = get('cap');
  const unit = get('don-vi');
  const onlineLevel = get('truc-tuyen');
  const typed = get('ngay');
  const day = typed === undefined ? undefined : readTypedDate(typed);
  const page = Number(get('trang') ?? 1);
  return {
    text: get('tim') ?? '',
    ...(field ? { field } : {}),
    ...(level && isLevel(level) ? { level } : {}),
    ...(unit ? { unit } : {}),
    ...(onlineLevel ? { onlineLevel } : {}),
    ...(day && day !== localDate(now) ? { day } : {}),
    badDay: typed !== undefined && day === undefined,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
};

/** The instant a day's rules are looked at: its beginning. */
export const asOfDay = (day: LocalDate): string => startOfDay(day);
