import type { Unit } from '#engine/store/index.ts';

export interface UnitNode {
  readonly code: string;
  readonly name: string;
  readonly level: Unit['level'];
  readonly counter: boolean;
  readonly people: number;
  readonly children: readonly UnitNode[];
}

/** Units under their parents, in the order of their names. One whose parent does not hold on the day stands at the top. */
export const unitTree = (units: readonly Unit[], people: ReadonlyMap<string, number>): readonly UnitNode[] => {
  const codes = new Set(units.map((unit) => unit.code));
  const below = new Map<string, Unit[]>();
  for (const unit of units) {
    const parent = unit.parent !== undefined && codes.has(unit.parent) ? unit.parent : '';
    const list = below.get(parent);
    if (list) list.push(unit);
    else below.set(parent, [unit]);
  }
  const build = (parent: string, above: ReadonlySet<string>): readonly UnitNode[] =>
    (below.get(parent) ?? [])
      // A circle of parents is the data's mistake; it must not hang the page.
      .filter((unit) => !above.has(unit.code))
      .sort((left, right) => left.name.localeCompare(right.name, 'vi'))
      .map((unit) => ({
        code: unit.code,
        name: unit.name,
        level: unit.level,
        counter: unit.counter,
        people: people.get(unit.code) ?? 0,
        children: build(unit.code, new Set([...above, unit.code])),
      }));
  return build('', new Set());
};
