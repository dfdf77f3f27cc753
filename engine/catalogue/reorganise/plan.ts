import type { LocalDate } from '#engine/clock/index.ts';
import type { OrganisationChange } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { Assignment, ReorganisationWrite, Unit } from '#engine/store/port.ts';
import { heirsOf, type Heirs } from './heirs.ts';
import { say } from './messages.ts';
import type { ReorganisationInput, ReorganisationPlan } from './model.ts';
import { unitsOn } from './validity.ts';

/**
 * What a reorganisation writes: units that end and begin on its day, and everybody's place. Pure.
 * A unit's rows never overlap, and what another reorganisation has begun since is not undone silently.
 * O(units + assignments).
 */
export const planReorganisation = (input: ReorganisationInput): ReorganisationPlan => {
  const { decision, day, before } = input;
  const organisation = decision.organisation ?? { changes: [] };
  if (organisation.rollsBack !== undefined) {
    if (!before) return { write: nothing(day), problems: [say.nothingToRollBack(organisation.rollsBack)] };
    if (before.day >= day) return { write: nothing(day), problems: [say.rollBackBefore(organisation.rollsBack)] };
    return backTo(input, before);
  }
  const rows = unitsOn(input.rows, day);
  const opened = openedUnits(organisation, day);
  const leaving = new Set(organisation.changes.flatMap(({ from }) => from));
  const closed = [...rows.values()].filter(({ code }) => leaving.has(code));
  const after = new Map([...rows].filter(([code]) => !leaving.has(code)));
  for (const unit of opened) after.set(unit.code, unit);
  const heirs = heirsOf(organisation);
  const moved = movePeople(input, organisation, heirs, day);
  return {
    write: { day, closed, opened, ...moved.places },
    problems: [
      ...checkChanges(organisation, rows, leaving),
      ...checkAfter(organisation, opened, after, input.calendars),
      ...laterRows(input.rows, [...leaving, ...opened.map(({ code }) => code)], day),
      ...moved.problems,
      ...heirsStand(organisation, after),
    ],
  };
};

const nothing = (day: LocalDate): ReorganisationWrite => ({ day, closed: [], opened: [], ended: [], begun: [] });

const openedUnits = (organisation: OrganisationChange, day: LocalDate): readonly Unit[] =>
  organisation.changes.flatMap(({ into }) => into.map((unit) => ({ ...unit, validFrom: day })));

const repeated = <Value>(values: readonly Value[]): ReadonlySet<Value> =>
  new Set(values.filter((value, place) => values.indexOf(value) !== place));

const checkChanges = (
  { changes }: OrganisationChange,
  rows: ReadonlyMap<string, Unit>,
  leaving: ReadonlySet<string>,
): readonly Problem[] => {
  const twiceFrom = repeated(changes.flatMap(({ from }) => from));
  const twiceInto = repeated(changes.flatMap(({ into }) => into.map(({ code }) => code)));
  return changes.flatMap(({ from, into }, index) => {
    const path = `/organisation/changes/${index}`;
    return [
      ...from.flatMap((code, place) => {
        const at = `${path}/from/${place}`;
        if (!rows.has(code)) return [say.unknownUnit(at, code)];
        return twiceFrom.has(code) ? [say.unitTwice(at, code)] : [];
      }),
      ...into.flatMap(({ code }, place) => {
        const at = `${path}/into/${place}/code`;
        if (twiceInto.has(code)) return [say.unitTwice(at, code)];
        const standing = rows.get(code);
        return standing && !leaving.has(code) ? [say.codeTaken(at, code, standing.name)] : [];
      }),
    ];
  });
};

const checkAfter = (
  { changes }: OrganisationChange,
  opened: readonly Unit[],
  after: ReadonlyMap<string, Unit>,
  calendars: readonly string[],
): readonly Problem[] => {
  const found: Problem[] = [];
  const idents = repeated([...after.values()].map(({ identCode }) => identCode));
  changes.forEach(({ into }, index) => {
    into.forEach(({ code, parent, calendar, identCode }, place) => {
      const path = `/organisation/changes/${index}/into/${place}`;
      if (parent !== undefined && (parent === code || !after.has(parent)))
        found.push(say.noParent(`${path}/parent`, code, parent));
      if (!calendars.includes(calendar)) found.push(say.noCalendar(`${path}/calendar`, calendar));
      if (idents.has(identCode)) found.push(say.identTaken(`${path}/identCode`, identCode));
    });
  });
  const opening = new Set(opened.map(({ code }) => code));
  for (const { code, name, parent } of after.values())
    if (parent !== undefined && !after.has(parent) && !opening.has(code)) found.push(say.orphan(code, name, parent));
  return found;
};

/** Another reorganisation has already written something for a later day. */
const laterRows = (rows: readonly Unit[], codes: readonly string[], day: LocalDate): readonly Problem[] => {
  const touched = new Set(codes);
  const later = rows.filter(
    ({ code, validFrom, validTo }) =>
      touched.has(code) && (validFrom >= day || (validTo !== undefined && validTo > day)),
  );
  return later.map(({ code, validFrom, validTo }) =>
    say.laterRow(code, validFrom >= day ? validFrom : (validTo ?? day)),
  );
};

const heirsStand = ({ changes, transfers, staff }: OrganisationChange, after: ReadonlyMap<string, Unit>) => {
  const stands = (path: string, code: string | undefined) =>
    code === undefined || after.has(code) ? [] : [say.heirUnknown(path, code)];
  return [
    ...changes.flatMap(({ heir, matters }, index) => [
      ...stands(`/organisation/changes/${index}/heir`, heir),
      ...(matters ?? []).flatMap((each, place) =>
        stands(`/organisation/changes/${index}/matters/${place}/heir`, each.heir),
      ),
    ]),
    ...(transfers ?? []).flatMap(({ to }, index) => stands(`/organisation/transfers/${index}/to/unit`, to.unit)),
    ...(staff ?? []).flatMap(({ to }, index) => stands(`/organisation/staff/${index}/to`, to)),
  ];
};

/** Roles follow the unit to its heir, unless `staff` sends the person elsewhere. What ends later ends then. */
const movePeople = (
  { assignments, people }: ReorganisationInput,
  organisation: OrganisationChange,
  heirs: Heirs,
  day: LocalDate,
): {
  readonly places: Pick<ReorganisationWrite, 'ended' | 'begun'>;
  readonly problems: readonly Problem[];
} => {
  const problems: Problem[] = [];
  const sent = new Map<string, string>();
  organisation.staff?.forEach(({ login, to }, index) => {
    const person = people.get(login);
    if (person === undefined) problems.push(say.noPerson(`/organisation/staff/${index}/login`, login));
    else sent.set(person, to);
  });
  const ended: Assignment[] = [];
  const begun = new Map<string, Assignment>();
  const nameOf = ({ person, unit, role }: Assignment) => `${person} ${unit} ${role}`;
  const standing = assignments.filter(({ from }) => from <= day);
  const held = new Set(standing.filter(({ reserve }) => !reserve).map(nameOf));
  const named = new Set(standing.map(nameOf));
  // Who holds a role goes before who is only a reserve for it.
  for (const each of [...assignments].sort((a, b) => Number(a.reserve ?? false) - Number(b.reserve ?? false))) {
    const heir = heirs.get(each.unit)?.();
    const unit = (heir === undefined ? undefined : sent.get(each.person)) ?? heir ?? each.unit;
    if (unit === each.unit) continue;
    ended.push(each);
    const next: Assignment = { ...each, unit, from: each.from > day ? each.from : day };
    // Somebody who held the role at two units that become one holds it once.
    const stands = (next.reserve ? named : held).has(nameOf(next));
    const there = stands && (heirs.get(next.unit)?.() ?? next.unit) === next.unit;
    if (!there && !(next.reserve && begun.has(nameOf(next)))) begun.set(nameOf(next), next);
  }
  return { places: { ended, begun: [...begun.values()] }, problems };
};

/** Everything that a reorganisation wrote, the other way round, from a later day on. What it ended begins again. */
const backTo = ({ rows, assignments, day }: ReorganisationInput, before: ReorganisationWrite): ReorganisationPlan => {
  const codes = [...before.closed, ...before.opened].map(({ code }) => code);
  const now = unitsOn(rows, day);
  const touched = before.opened.filter(({ code, validFrom }) => now.get(code)?.validFrom !== validFrom);
  const moved = before.begun.filter((begun) => !assignments.some((each) => same(each, begun)));
  const restart = (each: Assignment): Assignment => ({ ...each, from: each.from > day ? each.from : day });
  return {
    write: {
      day,
      closed: before.opened,
      opened: before.closed.map((unit) => ({ ...unit, validFrom: day })),
      ended: before.begun.filter((begun) => !moved.includes(begun)),
      begun: before.ended.filter(({ to }) => to === undefined || to > day).map(restart),
    },
    problems: [...touched.map(({ code }) => say.changedSince(code)), ...laterRows(rows, codes, day)],
  };
};

const same = (left: Assignment, right: Assignment): boolean =>
  left.person === right.person && left.unit === right.unit && left.role === right.role && left.from === right.from;
