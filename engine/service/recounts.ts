import { createHash, randomUUID } from 'node:crypto';
import {
  announced,
  changedDays,
  compileCalendar,
  isLocalDate,
  isWorkingDay,
  localDate,
  type Announcement,
  type CalendarDefinition,
  type ClockPort,
  type Instant,
  type LocalDate,
} from '#engine/clock/index.ts';
import { clockStartedAt, competentUnit, type Actor, type DossierState } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { SYSTEM } from './conversion/subject.ts';
import { say } from './messages.ts';
import type { DossierService, UnitService } from './types.ts';
import type { Organisation } from './units.ts';

/** A dossier whose date of the law runs over an announced day. */
export interface RecountedDossier {
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: string;
  readonly before: Instant;
  readonly after: Instant;
  /** As printed on the receipt; kept. */
  readonly promised?: Instant;
  /** What was promised now falls on a day off: settle earlier, or apologise in time. */
  readonly promisedOnDayOff: boolean;
}

/** One announcement, what it touched, and whether that is done. */
export interface Recount {
  readonly id: string;
  readonly calendar: string;
  readonly announcement: Announcement;
  readonly by: string;
  readonly at: Instant;
  readonly done: boolean;
  /** Open dossiers looked at. */
  readonly examined: number;
  readonly touched: readonly RecountedDossier[];
}

export interface RecountService {
  /** Changes the calendar and counts anew what runs over the changed days, nothing else. By the control office. */
  announce(calendar: string, announcement: Announcement, by: Actor): Promise<Result<Recount>>;
  /** Newest first. */
  all(): Promise<readonly Recount[]>;
  /** Goes on with what a process that was stopped had begun. */
  work(): Promise<void>;
}

const KEPT = 'recounts';
const BATCH = 100;
/** Announcements kept for the list. */
const LISTED = 50;

export const recountService = (
  store: Store,
  clock: ClockPort,
  units: Organisation & Pick<UnitService, 'putCalendar'>,
  dossiers: Pick<DossierService, 'executeAll'>,
): RecountService => {
  const all = async (): Promise<readonly Recount[]> =>
    ((await store.settings.get(KEPT)) as readonly Recount[] | undefined) ?? [];

  const keep = async (recount: Recount): Promise<void> => {
    const others = (await all()).filter(({ id }) => id !== recount.id);
    const list = [recount, ...others].sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, LISTED);
    await store.settings.put(KEPT, list);
  };

  /** Its time runs over one of the days: counted after the day it began, up to the date of the law. */
  const runsOver = (state: DossierState, { announcement }: Recount): boolean => {
    const { legal } = state;
    const begun = clockStartedAt(state);
    if (begun === undefined || legal?.due === undefined) return false;
    const last = announcement.kind === 'closure' ? announcement.to : announcement.day;
    return localDate(begun) <= last && announcement.day <= localDate(legal.due);
  };

  const countAnew = async (recount: Recount, states: readonly DossierState[]): Promise<readonly RecountedDossier[]> => {
    const { name, source } = recount.announcement;
    const reason = source === '' ? name.vi : `${name.vi}, ${source}`;
    const results = await dossiers.executeAll(
      states.map(({ id }) => ({
        dossier: id,
        command: { type: 'recount', reason },
        actor: SYSTEM,
        key: `recount:${recount.id}:${createHash('sha256').update(id).digest('hex').slice(0, 16)}`,
      })),
    );
    return states.flatMap((before, place) => {
      const result = results[place];
      const due = result?.ok ? result.value.legal?.due : undefined;
      if (!result?.ok || due === undefined || due === before.legal?.due) return [];
      const promised = result.value.promised?.due;
      const calendar = units.calendarOf(competentUnit(before));
      return [
        {
          dossier: before.id,
          code: before.code,
          procedure: before.procedure,
          unit: before.receivingUnit,
          before: before.legal?.due ?? due,
          after: due,
          ...(promised === undefined ? {} : { promised }),
          promisedOnDayOff:
            promised !== undefined && calendar !== undefined && !isWorkingDay(calendar, localDate(promised)),
        },
      ];
    });
  };

  const run = async (begun: Recount): Promise<Recount> => {
    let examined = 0;
    const touched: RecountedDossier[] = [...begun.touched];
    const known = new Set(touched.map(({ dossier }) => dossier));
    for (const release of await store.dossiers.openReleases()) {
      let after: string | undefined;
      for (;;) {
        const ids = await store.dossiers.openOfRelease(release, after, BATCH);
        after = ids.at(-1);
        if (after === undefined) break;
        examined += ids.length;
        const states = await Promise.all(ids.map((id) => store.dossiers.load(id)));
        const over = states.filter((state) => state !== undefined && runsOver(state, begun) && !known.has(state.id));
        touched.push(...(await countAnew(begun, over as readonly DossierState[])));
        if (over.length > 0) await keep({ ...begun, examined, touched });
      }
    }
    const done: Recount = { ...begun, done: true, examined, touched };
    await keep(done);
    return done;
  };

  const check = async (name: string, given: Announcement): Promise<Result<CalendarDefinition>> => {
    const definition = (await store.settings.get(`calendar.${name}`)) as CalendarDefinition | undefined;
    if (!definition) return fail(say.noCalendar(name));
    const last: LocalDate = given.kind === 'closure' ? given.to : given.day;
    if (!isLocalDate(given.day) || !isLocalDate(last) || last < given.day || given.name.vi.trim() === '')
      return fail(say.announcementDays());
    const next = announced(definition, given);
    const unit = given.kind === 'closure' && given.unit !== undefined ? { unit: given.unit } : {};
    const [before, after] = [compileCalendar(definition, unit), compileCalendar(next, unit)];
    if (!before.ok) return before;
    if (!after.ok) return after;
    return changedDays(before.value, after.value, given.day, last).length === 0
      ? fail(say.announcementSame())
      : ok(next);
  };

  return {
    announce: async (calendar, announcement, by) => {
      if (by.kind !== 'staff' || !by.roles.some((role) => role === 'office' || role === 'admin'))
        return fail(say.announcementWho());
      const next = await check(calendar, announcement);
      if (!next.ok) return next;
      // Written down first: whoever is stopped in between finds what was begun, and the keys make it happen once.
      const begun: Recount = {
        id: randomUUID(),
        calendar,
        announcement,
        by: by.name,
        at: clock.now(),
        done: false,
        examined: 0,
        touched: [],
      };
      await keep(begun);
      const kept = await units.putCalendar(next.value);
      if (!kept.ok) return kept;
      await units.refresh();
      return ok(await run(begun));
    },
    all,
    work: async () => {
      for (const begun of (await all()).filter(({ done }) => !done)) await run(begun);
    },
  };
};
