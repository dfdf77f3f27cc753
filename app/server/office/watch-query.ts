import type { WatchTime, WatchWaits } from '#engine/store/index.ts';

export const OPEN_TIMES = ['late', 'soon', 'in-time', 'paused', 'none'] as const satisfies readonly WatchTime[];
export const TIMES: readonly WatchTime[] = [...OPEN_TIMES, 'closed'];
/** Waiting that should be seen, worst first. */
export const STANDING = [
  'incident',
  'message',
  'no-task',
  'opinion',
  'nobody',
  'arrival',
  'acceptance',
  'signal',
  'idle',
] as const satisfies readonly WatchWaits[];

export interface WatchFilter {
  readonly unit?: string;
  readonly procedure?: string;
  /** `open`: all but what waits for hand-out. */
  readonly time: WatchTime | 'open';
  readonly waits?: WatchWaits;
  readonly order: 'oldest' | 'due';
  readonly page: number;
}

/** Reads `?don-vi=&thu-tuc=&tinh-trang=&dung=&sap=&trang=`. */
export const readWatchFilter = (search: URLSearchParams): WatchFilter => {
  const get = (name: string): string => search.get(name)?.trim().slice(0, 100) ?? '';
  const waits = STANDING.find((each) => each === get('dung'));
  const page = Number(get('trang') || 1);
  return {
    ...(get('don-vi') ? { unit: get('don-vi') } : {}),
    ...(get('thu-tuc') ? { procedure: get('thu-tuc') } : {}),
    time: TIMES.find((each) => each === get('tinh-trang')) ?? 'open',
    ...(waits ? { waits } : {}),
    order: get('sap') === 'due' ? 'due' : 'oldest',
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 1,
  };
};

/** The same conditions as an address, without the page. */
export const watchQuery = (filter: Partial<Omit<WatchFilter, 'page'>>): string => {
  const search = new URLSearchParams();
  if (filter.unit) search.set('don-vi', filter.unit);
  if (filter.procedure) search.set('thu-tuc', filter.procedure);
  if (filter.time && filter.time !== 'open') search.set('tinh-trang', filter.time);
  if (filter.waits) search.set('dung', filter.waits);
  if (filter.order === 'due') search.set('sap', 'due');
  const query = search.toString();
  return query === '' ? '' : `?${query}`;
};
