import type { AppLoadContext } from '@remix-run/node';
import type { Unit } from '#engine/store/index.ts';

/** The last name each unit had, past units included: dossiers outlive the units that took them in. */
export type UnitNames = ReadonlyMap<string, Unit>;

export const unitNames = async (context: AppLoadContext): Promise<UnitNames> =>
  new Map((await context.service.store.overview.unitRows()).map((unit) => [unit.code, unit]));

export const unitName = (names: UnitNames, code: string): string => names.get(code)?.name ?? code;
