import type { GraphNode } from '#engine/process/index.ts';
import type { Procedure } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../messages.ts';
import { elementPath, humanSteps, stepName } from '../steps.ts';
import type { Check, VerifyContext, VerifyUnit } from '../subject.ts';

export const roles: readonly string[] = [
  'clerk',
  'officer',
  'head',
  'leader',
  'office',
  'office-approver',
  'agency-author',
  'admin',
];

/** Every step says which role at which unit does it, and at every unit concerned somebody holds it. */
export const executors: Check = {
  name: 'executors',
  run: ({ release: { procedure }, process: { graph }, context }) => {
    const receiving = context.units ? receivingUnits(procedure, context.units) : undefined;
    return [
      ...(receiving?.length === 0 ? [say.noReceivingUnit()] : []),
      ...namedUnits(procedure, context.units),
      ...(graph
        ? humanSteps(graph).flatMap((node) => [
            ...settingsProblems(node),
            ...peopleProblems(node, procedure, receiving, context),
          ])
        : []),
    ];
  },
};

const settingsProblems = (node: GraphNode): readonly Problem[] => {
  const { role, unit } = node.settings;
  const path = elementPath(node);
  const name = stepName(node);
  const problems: Problem[] = [];
  if (role === undefined) problems.push(say.noExecutor(path, name, 'role'));
  else if (!roles.includes(role)) problems.push(say.unknownRole(path, name, role, roles));
  if (unit === undefined) problems.push(say.noExecutor(path, name, 'unit'));
  return problems;
};

const namedUnits = ({ authority }: Procedure, units: readonly VerifyUnit[] | undefined): readonly Problem[] => {
  if (!units) return [];
  const known = new Set(units.map(({ code }) => code));
  const problems: Problem[] = [];
  const look = (unit: string | undefined, path: string): void => {
    if (unit !== undefined && !known.has(unit)) problems.push(say.unknownUnit(path, unit));
  };
  look(/^unit:(.+)$/.exec(authority.deciding.unit)?.[1], '/procedure/authority/deciding/unit');
  authority.receiving.forEach(({ unit }, index) => look(unit, `/procedure/authority/receiving/${index}/unit`));
  authority.coordinating?.forEach(({ unit }, index) => look(unit, `/procedure/authority/coordinating/${index}/unit`));
  return problems;
};

const receivingUnits = ({ authority }: Procedure, units: readonly VerifyUnit[]): readonly VerifyUnit[] =>
  units.filter(({ code, level, counter }) =>
    authority.receiving.some((place) =>
      place.unit === undefined ? counter && place.level === level : place.unit === code,
    ),
  );

const peopleProblems = (
  node: GraphNode,
  procedure: Procedure,
  receiving: readonly VerifyUnit[] | undefined,
  context: VerifyContext,
): readonly Problem[] => {
  const { role, unit } = node.settings;
  const { units, people } = context;
  if (role === undefined || unit === undefined || !units || !receiving) return [];
  const named = /^unit:(.+)$/.exec(unit)?.[1];
  if (named !== undefined && !units.some(({ code }) => code === named))
    return [say.unknownUnit(elementPath(node), named)];
  if (!people) return [];
  const held = heldBy(people);
  const places = new Set(receiving.flatMap((from) => resolve(unit, from, procedure) ?? []));
  const empty = [...places].filter((code) => !held.has(`${code} ${role}`));
  return empty.length > 0 ? [say.nobody(elementPath(node), stepName(node), role, empty, places.size)] : [];
};

type People = NonNullable<VerifyContext['people']>;
const known = new WeakMap<People, ReadonlySet<string>>();

/** `unit role` of everybody; a decision's hundreds of releases are looked at with one list of people. */
const heldBy = (people: People): ReadonlySet<string> => {
  const before = known.get(people);
  if (before) return before;
  const held = new Set(people.map(({ unit, role }) => `${unit} ${role}`));
  known.set(people, held);
  return held;
};

/** A unit rule seen from one receiving unit; FEEL rules are decided per dossier and are not looked at. */
const resolve = (rule: string, from: VerifyUnit, procedure: Procedure): string | undefined => {
  if (rule === 'receiving') return from.code;
  if (rule === 'parent') return from.parent;
  if (rule === 'deciding') return resolve(procedure.authority.deciding.unit, from, procedure);
  return /^unit:(.+)$/.exec(rule)?.[1];
};
