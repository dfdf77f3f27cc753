import type { Procedure } from '#engine/definition/index.ts';
import type { RoleHolder, VerifyUnit } from './subject.ts';

/** Units whose counters take the procedure in. */
export const receivingUnits = ({ authority }: Procedure, units: readonly VerifyUnit[]): readonly VerifyUnit[] =>
  units.filter(({ code, level, counter }) =>
    authority.receiving.some((place) =>
      place.unit === undefined ? counter && place.level === level : place.unit === code,
    ),
  );

/** A unit rule seen from one receiving unit; FEEL rules are decided per dossier and are not looked at. */
export const placeOf = (rule: string, from: VerifyUnit, procedure: Procedure): string | undefined => {
  if (rule === 'receiving') return from.code;
  if (rule === 'parent') return from.parent;
  if (rule === 'deciding') return placeOf(procedure.authority.deciding.unit, from, procedure);
  return /^unit:(.+)$/.exec(rule)?.[1];
};

type Holders = ReadonlyMap<string, ReadonlySet<string | undefined>>;
const known = new WeakMap<readonly RoleHolder[], Holders>();
const nobody: ReadonlySet<string | undefined> = new Set();

/** A decision's hundreds of releases are looked at with one list of people: it is put in order once. */
const orderOf = (people: readonly RoleHolder[]): Holders => {
  const before = known.get(people);
  if (before) return before;
  const made = new Map<string, Set<string | undefined>>();
  for (const { unit, role, person } of people) {
    const post = `${unit} ${role}`;
    const held = made.get(post) ?? new Set();
    made.set(post, held.add(person));
  }
  known.set(people, made);
  return made;
};

/** Who holds the role at the unit; `undefined` among them: somebody of whom it is not known who. */
export const holdersOf = (people: readonly RoleHolder[], unit: string, role: string): ReadonlySet<string | undefined> =>
  orderOf(people).get(`${unit} ${role}`) ?? nobody;

/** Whether anybody holds anything at the unit. */
export const isStaffed = (people: readonly RoleHolder[], unit: string): boolean =>
  people.some((holder) => holder.unit === unit);
