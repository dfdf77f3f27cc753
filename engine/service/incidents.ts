import { randomUUID } from 'node:crypto';
import { workingMinutesBetween, type ClockPort, type Instant } from '#engine/clock/index.ts';
import { clockStartedAt, competentUnit, type Actor, type DossierState } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Incident, Store } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { Organisation } from './units.ts';

/** An incident as it lies upon one dossier. */
export interface IncidentOnDossier extends Incident {
  /** Working minutes of the dossier's own time that it took. */
  readonly minutes: number;
}

/**
 * Power cuts, lockdowns and the like: one record for a unit and a period. By default such a thing moves no
 * date of the law and shortens no measured time; it explains lateness, so it is shown where it lay.
 */
export interface IncidentService {
  /** By who leads the unit, or the control office; with its ground, and not in the future. */
  add(
    given: Pick<Incident, 'unit' | 'kind' | 'from' | 'to' | 'ground' | 'decision'>,
    by: Actor,
  ): Promise<Result<Incident>>;
  end(id: string, at: Instant, by: Actor): Promise<Result<void>>;
  ofUnit(unit: string): Promise<readonly Incident[]>;
  /** Those that lay upon the units of a dossier while its time ran. */
  onDossier(state: DossierState): Promise<readonly IncidentOnDossier[]>;
}

const mayFor = (actor: Actor, unit: string): boolean =>
  actor.kind === 'staff' &&
  (actor.roles.some((role) => role === 'office' || role === 'admin') ||
    (actor.unit === unit && actor.roles.some((role) => role === 'head' || role === 'leader')));

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
const sooner = (a: Instant, b: Instant): Instant => (a < b ? a : b);

export const incidentService = (store: Store, clock: ClockPort, units: Organisation): IncidentService => ({
  add: async (given, by) => {
    const now = clock.now();
    if (!mayFor(by, given.unit)) return fail(say.incidentWho());
    if (given.from > now || (given.to !== undefined && (given.to <= given.from || given.to > now)))
      return fail(say.incidentTime());
    if (given.ground.trim() === '') return fail(say.incidentGround());
    const { to, ...rest } = given;
    const incident: Incident = {
      ...rest,
      ground: given.ground.trim(),
      id: randomUUID(),
      madeBy: by.name,
      madeAt: now,
      ...(to === undefined ? {} : { to }),
    };
    await store.incidents.add(incident);
    return ok(incident);
  },
  end: async (id, at, by) => {
    const incident = await store.incidents.byId(id);
    if (!incident || !mayFor(by, incident.unit)) return fail(say.incidentWho());
    return at <= clock.now() && (await store.incidents.end(id, at)) ? ok(undefined) : fail(say.incidentTime());
  },
  ofUnit: (unit) => store.incidents.ofUnit(unit),
  onDossier: async (state) => {
    const begun = clockStartedAt(state);
    if (begun === undefined) return [];
    await units.refresh();
    const end = state.finishedAt ?? clock.now();
    const involved = [
      ...new Set([
        state.receivingUnit,
        competentUnit(state),
        state.decidingUnit,
        ...state.tasks.map(({ unit }) => unit),
      ]),
    ];
    const found = await store.incidents.touching(involved, begun, end);
    return found.flatMap((incident) => {
      const calendar = units.calendarOf(incident.unit);
      const from = later(incident.from, begun);
      const to = sooner(incident.to ?? end, end);
      const minutes = calendar && from < to ? Math.round(workingMinutesBetween(calendar, from, to)) : 0;
      return minutes > 0 ? [{ ...incident, minutes }] : [];
    });
  },
});
