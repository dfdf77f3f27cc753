import { startOfDay, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { OrganisationChange, Procedure } from '#engine/definition/index.ts';
import type { AppliedReorganisation, MovedKey, Unit } from '#engine/store/port.ts';
import { heirsOf, speaksOf, type Heirs, type Matter } from './heirs.ts';

type Place = Procedure['authority']['receiving'][number];

/** Where a procedure published before a reorganisation goes after it: levels and names are read in the light of its day. */
export interface Routes {
  /** The unit that a release of that time meant by a code, or who carries its work on; undefined where nobody does. */
  named(code: string, since: Instant, matter: Matter): string | undefined;
  /** Whose counters take it in now. */
  receiving(procedure: Procedure, since: Instant): readonly Place[];
  /** For the catalogue's filter by unit: what is sought under another key. */
  readonly moved: readonly MovedKey[];
}

/** In effect on the day and not rolled back by then, in the order in which they took effect. */
export const inEffect = (
  applied: readonly AppliedReorganisation[],
  day: LocalDate,
): readonly AppliedReorganisation[] => {
  const past = applied.filter((each) => each.day <= day);
  const back = new Set(past.flatMap(({ organisation }) => organisation.rollsBack ?? []));
  return past
    .filter(({ decision, organisation }) => !back.has(decision) && organisation.rollsBack === undefined)
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};

export const matterOf = ({ code, field }: Procedure): Matter => ({ procedure: code, field: field.name.vi });

/** O(1) for a procedure where there was no reorganisation since its release. */
export const routesOf = (
  applied: readonly AppliedReorganisation[],
  day: LocalDate,
  units: ReadonlyMap<string, Unit>,
): Routes => {
  const steps = inEffect(applied, day).map(({ day: from, organisation }) => ({
    at: startOfDay(from),
    heirs: heirsOf(organisation),
    transfers: organisation.transfers ?? [],
  }));
  const named: Routes['named'] = (code, since, matter) => {
    const reached = steps.reduce(
      (at, { at: from, heirs }) => (since < from ? (heirs.get(at)?.(matter) ?? at) : at),
      code,
    );
    return units.has(reached) ? reached : undefined;
  };
  return {
    named,
    receiving: (procedure, since) => {
      const matter = matterOf(procedure);
      let places: readonly Place[] = procedure.authority.receiving;
      for (const { at, heirs, transfers } of steps) {
        if (since >= at) continue;
        places = places.map((place) => {
          const transfer = transfers.find((each) => isAt(each.from, place) && speaksOf(each, matter));
          if (transfer) return { ...transfer.to };
          const heir = place.unit === undefined ? undefined : heirs.get(place.unit)?.(matter);
          return heir === undefined ? place : { ...place, unit: heir };
        });
      }
      return places;
    },
    moved: steps.flatMap(({ at, heirs, transfers }) => [...keysOf(transfers, at), ...heirKeys(heirs, at)]),
  };
};

const isAt = (from: { readonly level?: string; readonly unit?: string }, place: Place): boolean =>
  from.unit === undefined ? place.unit === undefined && from.level === place.level : from.unit === place.unit;

const keyOf = ({ level, unit }: { readonly level?: string; readonly unit?: string }): string =>
  unit === undefined ? `level:${level ?? ''}` : `unit:${unit}`;

const keysOf = (transfers: NonNullable<OrganisationChange['transfers']>, before: Instant): readonly MovedKey[] =>
  transfers.map(({ from, to, procedures, fields }) => ({
    from: keyOf(from),
    to: keyOf(to),
    before,
    ...(procedures ? { procedures } : {}),
    ...(fields ? { fields } : {}),
  }));

const heirKeys = (heirs: Heirs, before: Instant): readonly MovedKey[] =>
  [...heirs].flatMap(([code, of]) => (of() === code ? [] : [{ from: `unit:${code}`, to: `unit:${of()}`, before }]));

/** A named unit takes it in as named; a level means every unit of it with a one-stop counter (NĐ 61/2018 Điều 7). */
export const isTakenInBy = (places: readonly Place[], unit: Pick<Unit, 'code' | 'level' | 'counter'>): boolean =>
  places.some((place) =>
    place.unit !== undefined ? place.unit === unit.code : place.level === unit.level && unit.counter,
  );
