import type { AppLoadContext } from '@remix-run/node';
import type { Applicant } from '#engine/dossier/index.ts';
import type { Draft, Person } from '#engine/store/index.ts';
import type { KnownPerson } from '../intake/prefill.ts';
import { lookupOf, type PersonLookup } from './person-lookup.ts';

/** Where a counter draft keeps who came; no question can have this id, and it never reaches a dossier's answers. */
export const PERSON = '_nguoi-nop';

/** Where it keeps which fees were paid at the counter. */
export const FEES_PAID = '_da-thu';

/** Who came to the counter, as typed. */
export interface IntakePerson {
  readonly kind: 'citizen' | 'organisation';
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly otherName: string;
  readonly otherId: string;
  readonly mandate: string;
  /** When the server last put answers into the form by itself: the page then begins anew from them. */
  readonly filledAt: string;
  /** What was found of the number; see `lookupOf`. */
  readonly lookup?: PersonLookup;
}

export const NOBODY: IntakePerson = {
  kind: 'citizen',
  idNumber: '',
  name: '',
  phone: '',
  email: '',
  address: '',
  otherName: '',
  otherId: '',
  mandate: '',
  filledAt: '',
};

export const personOf = (draft: Draft): IntakePerson => {
  const kept = draft.answers[PERSON];
  return typeof kept === 'object' && kept !== null ? { ...NOBODY, ...(kept as Partial<IntakePerson>) } : NOBODY;
};

/** What the form may be filled in with. */
export const knownOf = (person: IntakePerson): KnownPerson => ({
  fullName: person.name,
  personalId: person.idNumber,
  phone: person.phone,
  email: person.email,
  registered: person.kind === 'citizen' ? lookupOf(person)?.population?.person : undefined,
});

export const feesPaidOf = (draft: Draft): readonly string[] => {
  const kept = draft.answers[FEES_PAID];
  return Array.isArray(kept) ? kept.filter((fee) => typeof fee === 'string') : [];
};

/** What the form was answered with, without what the counter keeps beside it. */
export const formAnswers = (answers: Draft['answers']): Draft['answers'] => {
  const { [PERSON]: _person, [FEES_PAID]: _fees, ...rest } = answers;
  return rest;
};

/** The boxes of section 2. */
export const postedPerson = (data: FormData): IntakePerson => {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 300) : '';
  };
  return {
    kind: text('loai') === 'organisation' ? 'organisation' : 'citizen',
    idNumber: text('so-giay-to').replace(/\s/g, ''),
    name: text('ho-ten'),
    phone: text('dien-thoai').replace(/[\s.-]/g, ''),
    email: text('thu-dien-tu'),
    address: text('dia-chi'),
    otherName: text('nguoi-khac'),
    otherId: text('giay-to-nguoi-khac').replace(/\s/g, ''),
    mandate: text('uy-quyen'),
    filledAt: '',
  };
};

/**
 * The account that the dossier will stand in: of who is known to have the number, or says so and gives the telephone
 * by which that account signs in. Anybody may say a number; only its owner reads a code sent to the telephone.
 */
export const accountOf = async (
  { service }: Pick<AppLoadContext, 'service'>,
  { kind, idNumber, phone }: Pick<IntakePerson, 'kind' | 'idNumber' | 'phone'>,
): Promise<Person | undefined> => {
  const account = idNumber === '' || kind !== 'citizen' ? undefined : await service.store.people.byIdNumber(idNumber);
  if (account?.kind !== 'citizen') return undefined;
  return account.idVerified || (account.phone !== undefined && account.phone === phone) ? account : undefined;
};

export const applicantOf = async (context: AppLoadContext, person: IntakePerson): Promise<Applicant> => {
  const account = await accountOf(context, person);
  const part = <Key extends string>(key: Key, value: string) =>
    (value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: string };
  return {
    kind: person.kind,
    name: person.name,
    ...part('idNumber', person.idNumber),
    ...part('phone', person.phone),
    ...part('email', person.email),
    ...part('address', person.address),
    ...(account ? { account: account.id } : {}),
  };
};
