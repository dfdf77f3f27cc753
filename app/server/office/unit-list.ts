import type { AppLoadContext } from '@remix-run/node';
import { unitsOn } from '#engine/catalogue/index.ts';
import type { LocalDate } from '#engine/clock/index.ts';
import { fold } from '#engine/definition/index.ts';
import type { Unit } from '#engine/store/index.ts';
import { unitTree } from './unit-tree.ts';

const rootless = ({ parent: _parent, ...unit }: Unit): Unit => unit;

/** The units of a day as a tree; what a search finds (marks or not) stands flat, without its parents. */
export const unitList = async (context: AppLoadContext, text: string, day: LocalDate) => {
  const { overview } = context.service.store;
  const units = [...unitsOn(await overview.unitRows(), day).values()];
  const people = new Map((await overview.staffCounts(day)).map((row) => [row.unit, row.people]));
  const wanted = fold(text);
  if (wanted === '') return { count: units.length, searched: false, tree: unitTree(units, people) };
  const found = units.filter((unit) => fold(`${unit.name} ${unit.code} ${unit.identCode}`).includes(wanted));
  return { count: found.length, searched: true, tree: unitTree(found.map(rootless), people) };
};
