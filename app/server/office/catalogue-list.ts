import type { AppLoadContext } from '@remix-run/node';
import { localDate, startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { Level } from '#engine/definition/browser.ts';
import { sortKey, type CatalogueEntry } from '#engine/store/index.ts';
import { askedDay, askedKnown, lastDay } from '../day.ts';
import { SORTS, type Sort } from './sorts.ts';

export const OFFICE_LEVELS: readonly Level[] = ['province', 'district', 'commune'];

export const PAGE = 50;
/** A catalogue is bounded (some thousand procedures): other orders than the store's are made in memory. */
const EVERYTHING = 20_000;

export interface OfficeFilter {
  readonly text: string;
  readonly field?: string;
  readonly level?: Level;
  readonly day?: LocalDate;
  readonly known?: Instant;
  readonly badDay: boolean;
  readonly badKnown: boolean;
  /** Absent: best match first while searching, else by name. */
  readonly sort?: Sort;
  readonly page: number;
}

/** Reads `?tim=&linh-vuc=&cap=&ngay=&biet=&sap=&trang=`; what makes no sense is left out. */
export const readOfficeFilter = (search: URLSearchParams, now: Instant): OfficeFilter => {
  const get = (name: string): string => search.get(name)?.trim().slice(0, 200) ?? '';
  const field = get('linh-vuc');
  const level = OFFICE_LEVELS.find((each) => each === get('cap'));
  const sort = SORTS.find((each) => each === get('sap'));
  const { day, bad: badDay } = askedDay(search.get('ngay'), now);
  const { known, bad: badKnown } = askedKnown(search.get('biet'), now);
  const page = Number(get('trang') || 1);
  return {
    text: get('tim'),
    ...(field ? { field } : {}),
    ...(level ? { level } : {}),
    ...(day ? { day } : {}),
    ...(known ? { known } : {}),
    ...(sort ? { sort } : {}),
    badDay,
    badKnown,
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
};

export interface CatalogueRow {
  readonly code: string;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly number: number;
  readonly hash: string;
  readonly from: LocalDate;
  /** Last day; empty: open. */
  readonly to: string;
  readonly recordedAt: Instant;
  readonly decision: string;
}

const toRow = (entry: CatalogueEntry): CatalogueRow => ({
  code: entry.code,
  name: entry.name,
  field: entry.field,
  levels: entry.levels,
  number: entry.number,
  hash: entry.hash,
  from: localDate(entry.effectiveFrom),
  to: entry.effectiveTo ? lastDay(entry.effectiveTo) : '',
  recordedAt: entry.recordedAt,
  decision: entry.decision,
});

const keys: Readonly<Record<Sort, (entry: CatalogueEntry) => string>> = {
  ten: (entry) => sortKey(entry.name),
  ma: (entry) => entry.code,
  'linh-vuc': (entry) => `${sortKey(entry.field)} ${sortKey(entry.name)}`,
  tu: (entry) => entry.effectiveFrom,
  theo: (entry) => `${entry.decision} ${entry.code}`,
};

const sorted = (entries: readonly CatalogueEntry[], sort: Sort): readonly CatalogueEntry[] => {
  const keyed = entries.map((entry) => ({ entry, key: keys[sort](entry) }));
  const side = sort === 'tu' ? -1 : 1;
  return keyed
    .sort((left, right) =>
      left.key < right.key ? -side : left.key > right.key ? side : left.entry.code < right.entry.code ? -1 : 1,
    )
    .map(({ entry }) => entry);
};

/**
 * The catalogue as of a day and as known at an instant: one page, or (`whole`) every row for the CSV, the
 * same rows in the same order.
 */
export const catalogueList = async (context: AppLoadContext, filter: OfficeFilter, whole = false) => {
  const { catalogue } = context.service;
  const base = {
    ...(filter.text ? { text: filter.text } : {}),
    ...(filter.day ? { asOf: startOfDay(filter.day) } : {}),
    ...(filter.known ? { knownAt: filter.known } : {}),
  };
  const narrowed = {
    ...base,
    ...(filter.field ? { field: filter.field } : {}),
    ...(filter.level ? { level: filter.level } : {}),
  };
  const storeOrder = filter.sort === undefined || (filter.sort === 'ten' && filter.text === '');
  const offset = (filter.page - 1) * PAGE;
  const found = await catalogue.search({
    ...narrowed,
    ...(storeOrder && !whole ? { limit: PAGE, offset } : { limit: EVERYTHING, offset: 0 }),
  });
  const ordered = storeOrder ? found.entries : sorted(found.entries, filter.sort ?? 'ten');
  const shown = storeOrder || whole ? ordered : ordered.slice(offset, offset + PAGE);
  return {
    total: found.total,
    pages: Math.max(1, Math.ceil(found.total / PAGE)),
    rows: shown.map(toRow),
    fields: found.fields,
    levels: whole
      ? []
      : await Promise.all(
          OFFICE_LEVELS.map(async (level) => ({
            level,
            count: (
              await catalogue.search({ ...base, ...(filter.field ? { field: filter.field } : {}), level, limit: 1 })
            ).total,
          })),
        ),
  };
};
