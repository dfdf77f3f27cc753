import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heirsOf, planReorganisation, type ReorganisationPlan } from '#engine/catalogue/index.ts';
import type { Decision, OrganisationChange } from '#engine/definition/index.ts';
import type { Assignment, ReorganisationWrite, Unit } from '#engine/store/index.ts';

const CODES = ['A', 'B', 'C', 'D', 'E', 'F'];

const unit = (code: string, name = code): Unit => ({
  code,
  name,
  level: 'commune',
  kind: 'commune',
  identCode: `000.${code}`,
  counter: true,
  calendar: 'vn',
  validFrom: '2020-01-01',
});

const rows = CODES.map((code) => unit(code));
const assignments: readonly Assignment[] = CODES.flatMap((code) =>
  (['clerk', 'leader'] as const).map((role) => ({ person: `${code}-${role}`, unit: code, role, from: '2020-01-01' })),
);

/** Every unit is merged, abolished, renamed or left, by a random choice of its target. */
const organisation = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 6 }).map((picks) => {
  const targets = new Map<string, string[]>();
  CODES.forEach((code, place) => {
    const pick = picks[place] ?? 9;
    // 0–5: into the unit of that place; 6, 7: into a new one; the rest stay.
    const target = pick < 6 ? CODES[pick] : pick < 8 ? `N${String(pick)}` : undefined;
    if (target !== undefined) targets.set(target, [...(targets.get(target) ?? []), code]);
  });
  const changes = [...targets].map(([code, from]): OrganisationChange['changes'][number] => {
    const { validFrom: _, ...into } = unit(code, `${code} mới`);
    return { kind: 'merge', from, into: [{ ...into, identCode: `001.${code}` }] };
  });
  return { changes };
});

const decisionOf = (organisation: OrganisationChange, day: string): Decision => ({
  format: 'motcua/decision@1',
  number: '1/NQ',
  kind: 'reorganisation',
  signedOn: '2021-01-01',
  effectiveFrom: day,
  items: [],
  organisation,
});

const plan = (
  given: OrganisationChange,
  day: string,
  from: { readonly rows: readonly Unit[]; readonly assignments: readonly Assignment[] },
  before?: ReorganisationWrite,
): ReorganisationPlan =>
  planReorganisation({
    decision: decisionOf(given, day),
    day,
    ...from,
    people: new Map(),
    calendars: ['vn'],
    ...(before ? { before } : {}),
  });

const same = (left: Assignment, right: Assignment): boolean =>
  left.person === right.person && left.unit === right.unit && left.role === right.role && left.from === right.from;

const written = (
  from: { readonly rows: readonly Unit[]; readonly assignments: readonly Assignment[] },
  { day, closed, opened, ended, begun }: ReorganisationWrite,
) => ({
  rows: [
    ...from.rows.map((row) =>
      closed.some((each) => each.code === row.code && each.validFrom === row.validFrom)
        ? { ...row, validTo: day }
        : row,
    ),
    ...opened,
  ],
  assignments: [
    ...from.assignments.map((each) => (ended.some((one) => same(one, each)) ? { ...each, to: day } : each)),
    ...begun,
  ],
});

const on = (all: readonly Unit[], day: string): readonly string[] =>
  all
    .filter(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || validTo > day))
    .map(({ code, name }) => `${code} ${name}`)
    .sort();

const held = (all: readonly Assignment[], day: string): readonly string[] =>
  all
    .filter(({ from, to }) => from <= day && (to === undefined || to > day))
    .map(({ person, unit: at, role }) => `${person} ${at} ${role}`)
    .sort();

describe('any reorganisation that is not refused', () => {
  it('leaves no two rows of a code that overlap, and everybody one place at a unit that exists', () => {
    fc.assert(
      fc.property(organisation, (given) => {
        const { write, problems } = plan(given, '2021-07-01', { rows, assignments });
        fc.pre(problems.length === 0 && given.changes.length > 0);
        const after = written({ rows, assignments }, write);
        const units = on(after.rows, '2021-07-01').map((each) => each.split(' ')[0] ?? '');
        expect(new Set(units).size).toBe(units.length);
        const people = held(after.assignments, '2021-07-01');
        expect(people.map((each) => each.split(' ')[0])).toEqual(
          [...new Set(assignments.map(({ person }) => person))].sort(),
        );
        for (const each of people) expect(units).toContain(each.split(' ')[1]);
        for (const [, heir] of heirsOf(given)) expect(units).toContain(heir());
        // The day before, nothing has changed.
        expect(on(after.rows, '2021-06-30')).toEqual(on(rows, '2021-06-30'));
        expect(held(after.assignments, '2021-06-30')).toEqual(held(assignments, '2021-06-30'));
      }),
    );
  });

  it('is undone by rolling back: the same units and the same places, from the later day on', () => {
    fc.assert(
      fc.property(organisation, (given) => {
        const first = plan(given, '2021-07-01', { rows, assignments });
        fc.pre(first.problems.length === 0 && given.changes.length > 0);
        const after = written({ rows, assignments }, first.write);
        const back = plan({ changes: [], rollsBack: '1/NQ' }, '2021-08-01', after, first.write);
        expect(back.problems).toEqual([]);
        const again = written(after, back.write);
        expect(on(again.rows, '2021-08-01')).toEqual(on(rows, '2021-06-30'));
        expect(held(again.assignments, '2021-08-01')).toEqual(held(assignments, '2021-06-30'));
        expect(on(again.rows, '2021-07-15')).toEqual(on(after.rows, '2021-07-15'));
      }),
    );
  });
});
