import type { AppLoadContext } from '@remix-run/node';
import { addWorkingMinutes, nextWorkingInstant, type Instant, type WorkingCalendar } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import type { WatchScope } from '#engine/store/index.ts';

/** The engine's own bound (`timeLeft`): a working day or less is left. */
const SOON_MINUTES = 480;

/** Days in which something happens to every dossier that is worked on. */
const IDLE_DAYS = 14;

/** The last instant from now on that is no more than a working day away: the opening after the last counted minute. */
export const soonUntil = (calendar: WorkingCalendar, now: Instant): Instant =>
  nextWorkingInstant(calendar, addWorkingMinutes(calendar, now, SOON_MINUTES));

/** Control offices see every unit; heads and leaders the one they work at. */
export const watchedUnits = (actor: Actor): readonly string[] | undefined =>
  actor.roles.some((role) => role === 'office' || role === 'office-approver')
    ? undefined
    : actor.unit === undefined
      ? []
      : [actor.unit];

/** What this person may count, and from when a promise is soon due at each receiving unit. */
export const watchScope = async (context: AppLoadContext, actor: Actor): Promise<WatchScope> => {
  const { units } = context.service;
  const now = context.clock.now();
  const all = await units.all();
  const known = new Map<WorkingCalendar, Instant>();
  const bound = (calendar: WorkingCalendar): Instant => {
    const before = known.get(calendar);
    if (before) return before;
    const instant = soonUntil(calendar, now);
    known.set(calendar, instant);
    return instant;
  };
  const soon: Record<string, Instant> = {};
  for (const unit of all) soon[unit.code] = bound(await units.calendar(unit.code));
  const watched = watchedUnits(actor);
  return {
    ...(watched ? { units: watched } : {}),
    now,
    idleSince: new Date(Date.parse(now) - IDLE_DAYS * 86_400_000).toISOString(),
    soon,
    // A unit that no longer exists counts by the calendar all units share.
    soonElse: bound(await units.calendar('')),
  };
};
