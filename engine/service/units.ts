import {
  compileCalendar,
  localDate,
  type CalendarDefinition,
  type ClockPort,
  type LocalDate,
  type WorkingCalendar,
} from '#engine/clock/index.ts';
import type { Level, Release } from '#engine/definition/index.ts';
import type { UnitDirectory } from '#engine/dossier/index.ts';
import { ok, type Result } from '#engine/result/index.ts';
import type { Store, Unit } from '#engine/store/index.ts';
import type { UnitService } from './types.ts';

const LEVELS: readonly Level[] = ['ministry', 'province', 'district', 'commune'];
const PREFIX = 'calendar.';
const NAMES = 'calendars';

/** Units and calendars as they are today, kept in memory until the store says that something changed. */
export interface Organisation extends UnitService {
  /** Called before an answer is given; cheap while nothing changed. */
  refresh(): Promise<void>;
  /** Both from memory: as of the last refresh. */
  unit(code: string): Unit | undefined;
  calendarOf(unit: string): WorkingCalendar | undefined;
  readonly directory: UnitDirectory;
}

export const organisation = async (store: Store, clock: ClockPort): Promise<Organisation> => {
  let units: ReadonlyMap<string, Unit> = new Map();
  let definitions: ReadonlyMap<string, CalendarDefinition> = new Map();
  const calendars = new Map<string, WorkingCalendar>();
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
    units = new Map((await store.units.all(day)).map((unit) => [unit.code, unit]));
    definitions = found;
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

  await refresh();
  return {
    refresh,
    unit: (code) => units.get(code),
    calendarOf,
    directory: {
      resolve: (rule, receivingUnit) => {
        if (rule === 'receiving') return units.has(receivingUnit) ? receivingUnit : undefined;
        const code = rule === 'parent' ? units.get(receivingUnit)?.parent : rule.replace(/^unit:/, '');
        return code !== undefined && units.has(code) ? code : undefined;
      },
      level: (code) => units.get(code)?.level,
    },
    all: async () => {
      await refresh();
      return [...units.values()];
    },
    byCode: async (code) => {
      await refresh();
      return units.get(code);
    },
    receiving: async (release) => {
      await refresh();
      return [...units.values()].filter((unit) => takesIn(release, unit));
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

/** A named unit takes it in as named; a level means every unit of it with a one-stop counter (NĐ 61/2018 Điều 7). */
export const takesIn = (release: Release, unit: Unit): boolean =>
  release.procedure.authority.receiving.some((place) =>
    place.unit !== undefined ? place.unit === unit.code : place.level === unit.level && unit.counter,
  );
