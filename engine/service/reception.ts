import { localDate, type ClockPort, type LocalDate } from '#engine/clock/index.ts';
import {
  conform,
  receptionOn,
  receptionRulesSchema,
  type ReceptionOnDay,
  type ReceptionRules,
  type Release,
} from '#engine/definition/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Store, Unit } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { Organisation } from './units.ts';

const SETTING = 'reception.rules';
const NONE: ReceptionRules = { format: 'motcua/reception@1', kiosk: [], nonTerritorial: [] };

/** Ways of handing in that the law brought on a day: data (`motcua/reception@1`), asked by day. */
export interface ReceptionService {
  put(json: unknown): Promise<Result<void>>;
  on(day: LocalDate): Promise<ReceptionOnDay>;
  today(): Promise<ReceptionOnDay>;
  /** Units for which this counter may take in the procedure today (phi địa giới hành chính), itself left out. */
  competentUnits(release: Release, receiving: string): Promise<readonly Unit[]>;
  /** Fails with why `receiving` may not take it in for `competent`. */
  mayTakeInFor(release: Release, receiving: Unit, competent: Unit, day: LocalDate): Promise<Result<void>>;
  /** Code of the unit whose dossier it will be: the counter's own, or that for which it may take in. */
  homeOf(release: Release, receiving: Unit, competent: string | undefined, day: LocalDate): Promise<Result<string>>;
}

export const receptionService = (store: Store, clock: ClockPort, units: Organisation): ReceptionService => {
  const rules = async (): Promise<ReceptionRules> =>
    ((await store.settings.get(SETTING)) as ReceptionRules | undefined) ?? NONE;
  const on = async (day: LocalDate): Promise<ReceptionOnDay> => receptionOn(await rules(), day);

  const mayTakeInFor: ReceptionService['mayTakeInFor'] = async (release, receiving, competent, day) => {
    const { nonTerritorial: rule } = await on(day);
    if (!rule) return fail(say.nonTerritorialNotYet());
    const fits =
      rule.receiving.includes(receiving.kind) &&
      rule.competent.includes(competent.kind) &&
      (rule.procedures === undefined || rule.procedures.includes(release.code)) &&
      receiving.code !== competent.code &&
      (await units.takesIn(release, competent));
    return fits ? ok(undefined) : fail(say.nonTerritorialUnit(competent.name));
  };

  return {
    put: async (json) => {
      const read = conform<ReceptionRules>(receptionRulesSchema, json);
      if (!read.ok) return read;
      await store.settings.put(SETTING, read.value);
      return ok(undefined);
    },
    on,
    today: () => on(localDate(clock.now())),
    mayTakeInFor,
    homeOf: async (release, receiving, competent, day) => {
      if (competent === undefined || competent === receiving.code)
        return (await units.takesIn(release, receiving)) ? ok(receiving.code) : fail(say.wrongUnit(receiving.code));
      const other = units.unit(competent);
      if (!other) return fail(say.wrongUnit(competent));
      const may = await mayTakeInFor(release, receiving, other, day);
      return may.ok ? ok(other.code) : may;
    },
    competentUnits: async (release, receiving) => {
      await units.refresh();
      const counter = units.unit(receiving);
      const day = localDate(clock.now());
      const { nonTerritorial: rule } = await on(day);
      if (!counter || !rule) return [];
      const all = (await units.all()).filter(({ kind }) => rule.competent.includes(kind));
      const may = await Promise.all(all.map((unit) => mayTakeInFor(release, counter, unit, day)));
      return all.filter((_, place) => may[place]?.ok === true);
    },
  };
};
