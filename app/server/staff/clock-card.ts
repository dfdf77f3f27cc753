import type { AppLoadContext } from '@remix-run/node';
import { localDate, workingMinutesBetween, type Deadline, type TimeLeft } from '#engine/clock/index.ts';
import { clockStartedAt, competentUnit, measuredMinutes, type DossierState } from '#engine/dossier/index.ts';
import type { IncidentOnDossier } from '#engine/service/index.ts';
import { calendarWeeks, type CalendarDay } from '#app/components/staff/calendar-days.ts';

export interface ClockBar {
  readonly deadline: Deadline;
  /** 0 to 100: working time used of the time given. */
  readonly used: number;
}

export interface ClockCard {
  readonly time: TimeLeft;
  readonly promised?: ClockBar;
  readonly legal?: ClockBar;
  readonly same: boolean;
  /** Working minutes since acceptance, without waiting for the applicant. */
  readonly measured: number;
  /** What kept its units from working while its time ran; moves no date. */
  readonly incidents: readonly {
    readonly id: string;
    readonly kind: IncidentOnDossier['kind'];
    readonly from: string;
    readonly to: string;
    readonly ground: string;
    readonly decision: string;
    readonly minutes: number;
  }[];
  readonly weeks: readonly (readonly CalendarDay[])[];
}

/** Both due dates with how much is used, the measured time, and the calendar of the days counted. */
export const clockCard = async (context: AppLoadContext, state: DossierState): Promise<ClockCard> => {
  const { service } = context;
  const calendar = await service.units.calendar(competentUnit(state));
  const now = service.clock.now();
  const begun = clockStartedAt(state);
  const end = state.finishedAt ?? now;
  const bar = (deadline: Deadline | undefined): ClockBar | undefined => {
    if (!deadline || begun === undefined) return undefined;
    const total = deadline.due ? workingMinutesBetween(calendar, begun, deadline.due) : 0;
    const used = total > 0 ? Math.round((100 * workingMinutesBetween(calendar, begun, end)) / total) : 0;
    return { deadline, used: Math.max(0, Math.min(100, used)) };
  };
  const promised = bar(state.promised);
  const legal = bar(state.legal);
  const due = state.promised?.due;
  return {
    time: service.dossiers.timeLeft(state),
    ...(promised ? { promised } : {}),
    ...(legal ? { legal } : {}),
    same: state.promised?.due === state.legal?.due,
    measured: measuredMinutes(state, calendar, now),
    incidents: (await service.incidents.onDossier(state)).map(
      ({ id, kind, from, to = '', ground, decision, minutes }) => ({ id, kind, from, to, ground, decision, minutes }),
    ),
    weeks: state.promised ? calendarWeeks(state.promised, due ? localDate(due) : undefined, localDate(now)) : [],
  };
};
