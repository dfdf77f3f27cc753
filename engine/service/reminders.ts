import {
  addWorkingMinutes,
  localDate,
  moment,
  workingMinutesBetween,
  type ClockPort,
  type Instant,
  type WorkingCalendar,
} from '#engine/clock/index.ts';
import { oneStopOn, type Role } from '#engine/dossier/index.ts';
import type { Reminder, StandingReminder, Store, TaskDue } from '#engine/store/index.ts';
import { noticeTexts } from './messages.ts';
import type { Organisation } from './units.ts';

/** Tells people of steps that are about to be late, while there is still time to do them. */
export interface ReminderService {
  /** One round: at most once a minute, and nothing that was told before. Answers how many people were told. */
  work(): Promise<number>;
  standing(account: string): Promise<readonly StandingReminder[]>;
}

const MINUTE = 60_000;
const BATCH = 5000;
const SHOWN = 100;
/** Of one task nobody has taken; more would be noise. */
const TOLD_AT_MOST = 20;

export const reminderService = (store: Store, clock: ClockPort, units: Organisation): ReminderService => {
  let last: Instant | undefined;

  /** Who has the task and who stands in for them today; a free one: who may take it, and who distributes. */
  const toldOf = async ({ assignee, unit, role }: TaskDue, day: string): Promise<readonly string[]> => {
    if (assignee !== undefined) {
      const away = (await store.absences.ofUnit(unit)).filter(
        ({ person, from, to, endedAt }) => person === assignee && from <= day && to >= day && endedAt === undefined,
      );
      return [assignee, ...away.map(({ substitute }) => substitute)];
    }
    const roles: readonly Role[] = role === 'head' ? [role] : [role, 'head'];
    const found = await Promise.all(roles.map((each) => store.people.withRole(unit, each, day)));
    return [...new Set(found.flat().map(({ id }) => id))].slice(0, TOLD_AT_MOST);
  };

  const remind = async (tasks: readonly TaskDue[], now: Instant): Promise<number> => {
    const day = localDate(now);
    const reminders: Reminder[] = [];
    for (const task of tasks)
      for (const account of await toldOf(task, day))
        reminders.push({
          task: task.task,
          due: task.due,
          account,
          dossier: task.dossier,
          at: now,
          text: noticeTexts.stepDue(task.step, task.code, moment(task.due).vi, task.assignee === undefined),
        });
    if (reminders.length > 0) await store.reminders.give(reminders);
    return reminders.length;
  };

  /** A step of half an hour is not reminded of when it is handed over: not before half of its time is gone. */
  const ripe = (calendar: WorkingCalendar, { openedAt, due }: TaskDue, now: Instant): boolean =>
    2 * workingMinutesBetween(calendar, now, due) <= workingMinutesBetween(calendar, openedAt, due);

  return {
    work: async () => {
      const now = clock.now();
      if (last !== undefined && now >= last && Date.parse(now) - Date.parse(last) < MINUTE) return 0;
      last = now;
      const minutes = oneStopOn(await units.oneStop(), localDate(now)).reminder?.workingMinutes;
      if (minutes === undefined) return 0;
      const byUntil = new Map<Instant, { readonly calendar: WorkingCalendar; readonly codes: string[] }>();
      for (const { code } of await units.all()) {
        const calendar = units.calendarOf(code);
        if (!calendar) continue;
        const until = addWorkingMinutes(calendar, now, minutes);
        const group = byUntil.get(until) ?? { calendar, codes: [] };
        group.codes.push(code);
        byUntil.set(until, group);
      }
      let told = 0;
      for (const [until, { calendar, codes }] of byUntil)
        told += await remind(
          (await store.reminders.due(codes, now, until, BATCH)).filter((task) => ripe(calendar, task, now)),
          now,
        );
      return told;
    },
    standing: (account) => store.reminders.standing(account, SHOWN),
  };
};
