import type { OrganisationChange, UnitChange } from '#engine/definition/index.ts';

/** Of which procedure somebody asks; its field by name. */
export interface Matter {
  readonly procedure: string;
  readonly field: string;
}

type Which = { readonly procedures?: readonly string[]; readonly fields?: readonly string[] };

/** A list of procedures or fields speaks of those in it; without either, of all. */
export const speaksOf = ({ procedures, fields }: Which, matter: Matter): boolean =>
  (procedures === undefined && fields === undefined) ||
  (procedures?.includes(matter.procedure) ?? false) ||
  (fields?.includes(matter.field) ?? false);

/** Who takes over from the units of a change; undefined for a creation. */
export const mainHeir = ({ heir, into }: UnitChange): string | undefined => heir ?? into[0]?.code;

/** Old code → who carries its work on. A unit that nothing happens to is not in it. */
export type Heirs = ReadonlyMap<string, (matter?: Matter) => string>;

export const heirsOf = (organisation: OrganisationChange): Heirs => {
  const heirs = new Map<string, (matter?: Matter) => string>();
  for (const change of organisation.changes) {
    const main = mainHeir(change);
    if (main === undefined) continue;
    const of = (matter?: Matter): string =>
      (matter && change.matters?.find((each) => speaksOf(each, matter))?.heir) ?? main;
    for (const code of change.from) heirs.set(code, of);
  }
  return heirs;
};
