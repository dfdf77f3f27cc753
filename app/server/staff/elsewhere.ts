import type { AppLoadContext } from '@remix-run/node';
import { fold } from '#engine/definition/index.ts';

const MOST = 30;

/** Procedures by name or code, whoever takes them in. */
export const proceduresFound = async (context: AppLoadContext, text: string) => {
  const page = await context.service.catalogue.search({ ...(text ? { text } : {}), limit: MOST, offset: 0 });
  return { total: page.total, rows: page.entries.map(({ code, name, field }) => ({ code, name, field })) };
};

/** Units for which the counter may take the procedure in, by name. */
export const unitsFound = async (context: AppLoadContext, procedure: string, counter: string, text: string) => {
  const found = await context.service.catalogue.inForce(procedure);
  if (!found) return undefined;
  const { release } = found.release;
  const all = await context.service.reception.competentUnits(release, counter);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const fitting = all.filter(({ name }) => words.every((word) => fold(name).includes(word)));
  const names = new Map((await context.service.units.all()).map((unit) => [unit.code, unit.name]));
  return {
    name: release.procedure.name.vi,
    total: all.length,
    rows: fitting.slice(0, MOST).map((unit) => ({
      code: unit.code,
      name: unit.name,
      parent: unit.parent === undefined ? '' : (names.get(unit.parent) ?? ''),
    })),
  };
};
