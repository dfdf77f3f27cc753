import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { calendarNames } from './calendar-year.ts';

export type CheckName =
  | 'node'
  | 'sqlite'
  | 'journal'
  | 'synchronous'
  | 'foreign-keys'
  | 'trusted-schema'
  | 'cell-size'
  | 'units'
  | 'calendars'
  | 'catalogue'
  | 'dead';

export interface Check {
  readonly name: CheckName;
  readonly ok: boolean;
  /** As found; for `calendars` the names that are missing. */
  readonly found: string;
  /** Empty: the page has its own words (`units`, `calendars`, `catalogue`). */
  readonly wanted: string;
}

const atLeast = (found: string, wanted: readonly number[]): boolean => {
  const parts = found.split('.').map(Number);
  const place = wanted.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return place === -1 || (parts[place] ?? 0) > (wanted[place] ?? 0);
};

/** What `motcua doctor` looks at, as far as a running server may look without stopping its own writes. */
export const systemState = async (context: AppLoadContext) => {
  const { store, catalogue } = context.service;
  const now = context.clock.now();
  const [engine, totals, all, names, inForce] = await Promise.all([
    store.overview.engine(),
    store.overview.totals(),
    store.units.all(localDate(now)),
    calendarNames(context),
    catalogue.search({ limit: 1 }),
  ]);
  const missing = [...new Set(all.map((unit) => unit.calendar))].filter((name) => !names.includes(name));
  const fact = (name: string): string => engine.facts[name] ?? '';
  const exactly = (name: CheckName, setting: string, wanted: string): Check => ({
    name,
    ok: fact(setting) === wanted,
    found: fact(setting),
    wanted,
  });
  const checks: readonly Check[] = [
    { name: 'node', ok: atLeast(process.versions.node, [20, 18]), found: process.versions.node, wanted: '20.18' },
    {
      name: 'sqlite',
      ok: atLeast(engine.version, [3, 51, 3]),
      found: `${engine.name} ${engine.version}`,
      wanted: '3.51.3',
    },
    exactly('journal', 'journal_mode', 'wal'),
    exactly('synchronous', 'synchronous', 'FULL'),
    exactly('foreign-keys', 'foreign_keys', 'ON'),
    exactly('trusted-schema', 'trusted_schema', 'OFF'),
    exactly('cell-size', 'cell_size_check', 'ON'),
    { name: 'units', ok: all.length > 0, found: String(all.length), wanted: '' },
    { name: 'calendars', ok: missing.length === 0, found: missing.join(', '), wanted: '' },
    { name: 'catalogue', ok: inForce.total > 0, found: String(inForce.total), wanted: '' },
    { name: 'dead', ok: totals.outboxDead === 0, found: String(totals.outboxDead), wanted: '0' },
  ];
  return {
    checks,
    totals,
    databaseBytes: engine.bytes,
    memoryBytes: process.memoryUsage.rss(),
    uptimeSeconds: Math.floor(process.uptime()),
  };
};
