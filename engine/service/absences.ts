import { randomUUID } from 'node:crypto';
import { isLocalDate, localDate, type ClockPort, type LocalDate } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Absence, Store } from '#engine/store/index.ts';
import { say } from './messages.ts';

/** Who is away when, and who does their work meanwhile. Ends by its last day, without a job. */
export interface AbsenceService {
  /** By the person themself, or by who leads the unit. Both must work there today. */
  add(
    given: {
      readonly person: string;
      readonly substitute: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly reason: string;
    },
    by: Actor,
  ): Promise<Result<Absence>>;
  end(id: string, by: Actor): Promise<Result<void>>;
  ofUnit(unit: string): Promise<readonly Absence[]>;
}

const WORKERS = ['clerk', 'officer', 'head', 'leader'];
const leads = (actor: Actor): boolean => actor.roles.includes('head') || actor.roles.includes('leader');

export const absenceService = (store: Store, clock: ClockPort): AbsenceService => {
  /** Reserves are of the unit too: they are whom it named to stand in. */
  const nameHere = async (person: string, unit: string): Promise<string | undefined> => {
    const today = localDate(clock.now());
    const there = await store.overview.peopleOf(unit);
    return there.find(
      (one) =>
        one.person === person &&
        WORKERS.includes(one.role) &&
        one.from <= today &&
        (one.to === undefined || one.to > today),
    )?.name;
  };
  return {
    add: async ({ person, substitute, from, to, reason }, by) => {
      const now = clock.now();
      const { unit } = by;
      if (by.kind !== 'staff' || unit === undefined || (by.id !== person && !leads(by))) return fail(say.absenceWho());
      if (!isLocalDate(from) || !isLocalDate(to) || from > to || to < localDate(now)) return fail(say.absenceDays());
      const [personName, substituteName] = await Promise.all([nameHere(person, unit), nameHere(substitute, unit)]);
      if (personName === undefined || substituteName === undefined || person === substitute)
        return fail(say.absenceSubstitute());
      const id = randomUUID();
      const absence: Absence = {
        id,
        person,
        personName,
        unit,
        substitute,
        substituteName,
        from,
        to,
        reason,
        madeBy: by.id,
        madeAt: now,
      };
      const added = await store.absences.add(absence);
      return added.ok ? ok(absence) : added;
    },
    end: async (id, by) => {
      const found = (await store.absences.ofUnit(by.unit ?? '')).find((each) => each.id === id);
      if (!found || (found.person !== by.id && !leads(by))) return fail(say.absenceWho());
      await store.absences.end(id, clock.now());
      return ok(undefined);
    },
    ofUnit: (unit) => store.absences.ofUnit(unit),
  };
};
