import type { LocalDate } from '#engine/clock/index.ts';
import type { Unit } from '#engine/store/port.ts';

/** A row holds from its first day up to, and without, the first day on which it no longer does. */
export const isOn = ({ validFrom, validTo }: Pick<Unit, 'validFrom' | 'validTo'>, day: LocalDate): boolean =>
  validFrom <= day && (validTo === undefined || validTo > day);

/** The units of a day by code: a code has at most one row that holds. */
export const unitsOn = (rows: Iterable<Unit>, day: LocalDate): Map<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const unit of rows) if (isOn(unit, day)) units.set(unit.code, unit);
  return units;
};
