import { inEffect, isOn, isTakenInBy, matterOf, routesOf, unitsOn, type Routes } from '#engine/catalogue/index.ts';
import {
  compileCalendar,
  localDate,
  type CalendarDefinition,
  type ClockPort,
  type Instant,
  type LocalDate,
  type WorkingCalendar,
} from '#engine/clock/index.ts';
import type { Level, OneStopRules, Release } from '#engine/definition/index.ts';
import type { UnitDirectory } from '#engine/dossier/index.ts';
import { ok, type Result } from '#engine/result/index.ts';
import type { AppliedReorganisation, MovedKey, Store, Unit } from '#engine/store/index.ts';
import { Lru } from './lru.ts';
import { oneStopService } from './one-stop.ts';
import type { UnitService } from './types.ts';

const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune'];
const PREFIX = 'calendar.';
const NAMES = 'calendars';
const KEPT = 5000;
const NEVER: Instant = '9999-12-31T00:00:00.000Z';

/** Units and calendars as they are today, kept in memory until the store says that something changed. */
export interface Organisation extends UnitService {
  /** Called before an answer is given; cheap while nothing changed. */
  refresh(): Promise<void>;
  /** Both from memory: as of the last refresh. */
  unit(code: string): Unit | undefined;
  calendarOf(unit: string): WorkingCalendar | undefined;
  /** Units as a release means them: a code it names is followed through the reorganisations since it took effect. */
  directoryFor(release: Release): Promise<UnitDirectory>;
  takesIn(release: Release, unit: Unit): Promise<boolean>;
  /** Who carries on, for a procedure, what somebody chose at an instant; the same unit where nothing happened to it. */
  followed(code: string, since: Instant, procedure: string): Promise<string>;
  /** What is allowed and how it is judged, by day. */
  oneStop(): Promise<OneStopRules>;
  /** For the catalogue's filter by unit. */
  movedKeys(asOf: Instant): readonly MovedKey[];
}

export const organisation = async (store: Store, clock: ClockPort): Promise<Organisation> => {
  let units: ReadonlyMap<string, Unit> = new Map();
  let definitions: ReadonlyMap<string, CalendarDefinition> = new Map();
  const calendars = new Map<string, WorkingCalendar>();
  /** Every row a code ever had: it may have been another unit's. */
  let rows: ReadonlyMap<string, readonly Unit[]> = new Map();
  let applied: readonly AppliedReorganisation[] = [];
  let reorganised = false;
  let routes: Routes = routesOf([], localDate(clock.now()), units);
  let loaded: { readonly version: number; readonly day: LocalDate } | undefined;

  const refresh = async (): Promise<void> => {
    const version = await store.catalogueVersion();
    const day = localDate(clock.now());
    if (loaded?.version === version && loaded.day === day) return;
    const names = (await store.settings.get(NAMES)) as readonly string[] | undefined;
    const found = new Map<string, CalendarDefinition>();
    for (const name of names ?? []) {
      const definition = await store.settings.get(PREFIX + name);
      if (definition !== undefined) found.set(name, definition as CalendarDefinition);
    }
    const all = await store.overview.unitRows();
    const byCode = new Map<string, Unit[]>();
    for (const unit of all) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit]);
    rows = byCode;
    units = unitsOn(all, day);
    definitions = found;
    applied = await store.reorganisations.applied();
    reorganised = inEffect(applied, day).length > 0;
    routes = routesOf(applied, day, units);
    calendars.clear();
    loaded = { version, day };
  };

  const calendarOf = (code: string): WorkingCalendar | undefined => {
    const name = units.get(code)?.calendar ?? [...definitions.keys()][0];
    const definition = name === undefined ? undefined : definitions.get(name);
    if (!definition || name === undefined) return undefined;
    // Closures differ by unit; where there are none, all units share one compiled calendar.
    const own = (definition.closures ?? []).some((closure) => closure.unit === code);
    const key = own ? `${name} ${code}` : name;
    const kept = calendars.get(key);
    if (kept) return kept;
    const compiled = compileCalendar(definition, own ? { unit: code } : {});
    if (!compiled.ok) return undefined;
    calendars.set(key, compiled.value);
    return compiled.value;
  };

  const sinceOf = releaseDates(store);

  const directory = (named: (code: string) => string | undefined): UnitDirectory => ({
    resolve: (rule, receivingUnit) => {
      if (rule === 'receiving') return units.has(receivingUnit) ? receivingUnit : undefined;
      if (rule !== 'parent') return named(rule.replace(/^unit:/, ''));
      const code = units.get(receivingUnit)?.parent;
      return code !== undefined && units.has(code) ? code : undefined;
    },
    level: (code) => units.get(code)?.level,
  });
  const plain = directory((code) => (units.has(code) ? code : undefined));

  const directoryFor = async (release: Release): Promise<UnitDirectory> => {
    if (!reorganised) return plain;
    const since = await sinceOf(release);
    const matter = matterOf(release.procedure);
    return directory((code) => routes.named(code, since, matter));
  };

  const placesOf = async (release: Release, read: Routes = routes) =>
    applied.length > 0
      ? read.receiving(release.procedure, await sinceOf(release))
      : release.procedure.authority.receiving;

  await refresh();
  return {
    refresh,
    unit: (code) => units.get(code),
    calendarOf,
    oneStop: oneStopService(store).rules,
    directoryFor,
    takesIn: async (release, unit) => isTakenInBy(await placesOf(release), unit),
    followed: async (code, since, procedure) => {
      await refresh();
      if (!reorganised) return code;
      const field = (await store.catalogue.history(procedure)).at(-1)?.field ?? '';
      return routes.named(code, since, { procedure, field }) ?? code;
    },
    movedKeys: (asOf) => (applied.length === 0 ? [] : routesOf(applied, localDate(asOf), units).moved),
    all: async () => {
      await refresh();
      return [...units.values()];
    },
    on: (code, day) => rows.get(code)?.find((unit) => isOn(unit, day)),
    byCode: async (code) => {
      await refresh();
      return units.get(code);
    },
    receiving: async (release, day = localDate(clock.now())) => {
      await refresh();
      const isToday = loaded?.day === day;
      const then = isToday ? units : unitsOn([...rows.values()].flat(), day);
      const read = isToday ? routes : routesOf(applied, day, then);
      const places = await placesOf(release, read);
      return [...then.values()].filter((unit) => isTakenInBy(places, unit));
    },
    calendar: async (code) => {
      await refresh();
      const calendar = calendarOf(code);
      if (!calendar) throw new Error(`no working calendar for unit ${code}`);
      return calendar;
    },
    putCalendar: async (definition): Promise<Result<void>> => {
      const compiled = compileCalendar(definition);
      if (!compiled.ok) return compiled;
      const names = ((await store.settings.get(NAMES)) as readonly string[] | undefined) ?? [];
      if (!names.includes(definition.name)) await store.settings.put(NAMES, [...names, definition.name]);
      await store.settings.put(PREFIX + definition.name, definition);
      return ok(undefined);
    },
    levels: () => LEVELS,
  };
};

/** What release caches ask the store once: since when a release is in force, for how its words for units are read. */
const releaseDates = (store: Store) => {
  const known = new Lru<string, Instant>(KEPT);
  return async ({ hash, code }: Release): Promise<Instant> => {
    const kept = known.get(hash);
    if (kept !== undefined) return kept;
    const rows = await store.catalogue.history(code);
    // One that is not in force anywhere (a draft being tried) speaks of units as they are now.
    const since = rows.find((row) => row.hash === hash)?.effectiveFrom ?? NEVER;
    known.set(hash, since);
    return since;
  };
};
