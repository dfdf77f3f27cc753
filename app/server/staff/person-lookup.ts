import type { AppLoadContext } from '@remix-run/node';
import type { Instant } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { sameName, type RegisteredPerson } from '#engine/population/index.ts';
import type { Disclosure, Draft } from '#engine/store/index.ts';
import type { IntakePerson } from './intake-applicant.ts';

/** Boxes of section 2 that a look-up fills. */
export type PersonBox = 'name' | 'phone' | 'email' | 'address';

/** Where a box's value came from; gone as soon as something else stands in the box. */
export interface BoxOrigin {
  readonly value: string;
  readonly from: 'population' | 'account' | 'dossier';
  /** Code of the earlier dossier. */
  readonly dossier?: string;
}

/** What was found of the number, kept with the draft as long as the number stays. */
export interface PersonLookup {
  readonly idNumber: string;
  readonly at: Instant;
  readonly known: boolean;
  /** Absent where no population database is declared, or it is no person's number. */
  readonly population?: {
    readonly answer: 'found' | 'not-found' | 'slow' | 'unreachable' | 'unreadable';
    readonly source: string;
    readonly demo: boolean;
    readonly person?: RegisteredPerson;
  };
  readonly boxes: Readonly<Partial<Record<PersonBox, BoxOrigin>>>;
  /** Answers of the form that were filled from the population database: `applicant.birthDate`. */
  readonly answers: readonly string[];
}

export type Noted = Pick<Disclosure, 'what' | 'outcome'>;

/** Writes down that a clerk was shown something of somebody, for an application. */
export const noteDisclosures = async (
  { service, clock }: Pick<AppLoadContext, 'service' | 'clock'>,
  { id, name, unit }: Actor,
  { id: draft, procedure }: Draft,
  subject: string,
  noted: readonly Noted[],
): Promise<void> => {
  const actor = { id, name, ...(unit === undefined ? {} : { unit }) };
  const at = clock.now();
  await service.store.disclosures.add(noted.map((each) => ({ at, actor, subject, draft, procedure, ...each })));
};

/** The newest dossier that this very counter took in of that number. */
const earlierAt = async ({ service }: Pick<AppLoadContext, 'service'>, unit: string, idNumber: string) =>
  (await service.store.dossiers.ofApplicant(idNumber, 20)).find(({ receivingUnit }) => receivingUnit === unit);

const populationOf = async (
  { service }: Pick<AppLoadContext, 'service'>,
  actor: Actor,
  draft: Draft,
  { kind, idNumber }: IntakePerson,
): Promise<PersonLookup['population']> => {
  if (kind !== 'citizen') return undefined;
  const { procedure, id } = draft;
  const said = await service.population.lookUp({ personalNumber: idNumber, actor, procedure, draft: id });
  if (!said) return undefined;
  return {
    answer: said.type === 'unavailable' ? said.reason : said.type,
    source: said.source.name,
    demo: said.source.demo,
    ...(said.type === 'found' ? { person: said.person } : {}),
  };
};

/**
 * What the population database, an account and an earlier dossier of this counter know of that number, in this
 * order. What was typed stays. Each is noted: who was shown what of whom, and for which application.
 */
export const lookedUp = async (
  context: Pick<AppLoadContext, 'service' | 'clock'>,
  actor: Actor,
  draft: Draft,
  given: IntakePerson,
): Promise<IntakePerson> => {
  const { idNumber } = given;
  const population = await populationOf(context, actor, draft, given);
  const registered = population?.person;
  const said = await context.service.store.people.byIdNumber(idNumber);
  // What somebody only said of themself is not told as theirs.
  const account = said?.idVerified ? said : undefined;
  const dossier = await earlierAt(context, actor.unit ?? '', idNumber);
  const earlier = dossier?.applicant;
  const origins: Partial<Record<PersonBox, BoxOrigin>> = {};
  const box = (name: PersonBox, register?: string): string => {
    if (given[name] !== '') return given[name];
    const value = register ?? (name === 'address' ? undefined : account?.[name]) ?? earlier?.[name] ?? '';
    if (value === '') return '';
    if (register !== undefined) origins[name] = { value, from: 'population' };
    else if (name !== 'address' && account?.[name] === value) origins[name] = { value, from: 'account' };
    else if (dossier) origins[name] = { value, from: 'dossier', dossier: dossier.code };
    return value;
  };
  const boxes = {
    name: box('name', registered?.fullName),
    phone: box('phone'),
    email: box('email'),
    address: box('address', registered?.residence?.text),
  };
  await noteDisclosures(context, actor, draft, idNumber, [
    { what: 'earlier', outcome: account !== undefined || earlier !== undefined ? 'found' : 'not-found' },
  ]);
  return {
    ...given,
    ...boxes,
    kind: earlier?.kind ?? given.kind,
    lookup: {
      idNumber,
      at: context.clock.now(),
      known: registered !== undefined || account !== undefined || earlier !== undefined,
      ...(population ? { population } : {}),
      boxes: origins,
      answers: [],
    },
  };
};

/** The boxes without what still is as it was filled in for another number. */
export const withoutBoxes = (person: IntakePerson, { boxes }: PersonLookup): IntakePerson => ({
  ...person,
  ...Object.fromEntries(
    (Object.entries(boxes) as readonly (readonly [PersonBox, BoxOrigin])[])
      .filter(([box, { value }]) => person[box] === value)
      .map(([box]) => [box, '']),
  ),
});

/** The look-up of the number that stands there now; another number's is forgotten. */
export const lookupOf = ({ lookup, idNumber }: IntakePerson): PersonLookup | undefined =>
  lookup !== undefined && lookup.idNumber === idNumber ? lookup : undefined;

/** The name in the register, where another one is typed. */
export const registeredOtherwise = (person: IntakePerson): string | undefined => {
  const registered = lookupOf(person)?.population?.person?.fullName;
  return registered === undefined || person.name === '' || sameName(registered, person.name) ? undefined : registered;
};
