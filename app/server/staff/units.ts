import type { AppLoadContext } from '@remix-run/node';
import type { Unit } from '#engine/store/index.ts';
import type { Visitor } from '../visitor.ts';

export interface UnitChoice {
  readonly code: string;
  readonly name: string;
  readonly current: boolean;
}

/** Units as they are today, by code. */
export const unitsByCode = async (context: AppLoadContext): Promise<ReadonlyMap<string, Unit>> =>
  new Map((await context.service.units.all()).map((unit) => [unit.code, unit]));

/** The units somebody may work at, the one they work at now marked. */
export const unitChoices = async (context: AppLoadContext, visitor: Visitor): Promise<readonly UnitChoice[]> => {
  const units = await unitsByCode(context);
  return visitor.units.map((code) => ({
    code,
    name: units.get(code)?.name ?? code,
    current: code === visitor.actor?.unit,
  }));
};
