import { localDate, type Instant } from '#engine/clock/index.ts';
import { csvOf } from '../staff/csv.ts';

/** A table as a file to keep: named after what it is and its day, never shown in the browser. */
export const csvResponse = (name: string, now: Instant, rows: readonly (readonly string[])[]): Response =>
  new Response(csvOf(rows), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}-${localDate(now)}.csv"`,
    },
  });
