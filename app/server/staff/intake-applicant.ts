import type { AppLoadContext } from '@remix-run/node';
import type { Applicant } from '#engine/dossier/index.ts';
import type { Draft } from '#engine/store/index.ts';

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

/** What an account or an earlier dossier at this counter knows of that number; what was typed stays. */
export const lookedUp = async (
  context: AppLoadContext,
  unit: string,
  given: IntakePerson,
): Promise<IntakePerson | undefined> => {
  if (given.idNumber === '') return undefined;
  const { store } = context.service;
  const account = await store.people.byIdNumber(given.idNumber);
  const { rows } = await store.dossiers.list({
    receivingUnit: unit,
    text: account?.name ?? given.idNumber,
    limit: 20,
    offset: 0,
  });
  const states = await Promise.all(rows.map((row) => context.service.dossiers.byId(row.id)));
  const earlier = states.find((state) => state?.applicant.idNumber === given.idNumber)?.applicant;
  if (!account && !earlier) return undefined;
  const first = (...values: readonly (string | undefined)[]): string =>
    values.find((value) => value !== undefined && value !== '') ?? '';
  return {
    ...given,
    kind: earlier?.kind ?? given.kind,
    name: first(given.name, account?.name, earlier?.name),
    phone: first(given.phone, account?.phone, earlier?.phone),
    email: first(given.email, account?.email, earlier?.email),
    address: first(given.address, earlier?.address),
  };
};

export const applicantOf = async (context: AppLoadContext, person: IntakePerson): Promise<Applicant> => {
  const account = person.idNumber === '' ? undefined : await context.service.store.people.byIdNumber(person.idNumber);
  const part = <Key extends string>(key: Key, value: string) =>
    (value === '' ? {} : { [key]: value }) as { readonly [K in Key]?: string };
  return {
    kind: person.kind,
    name: person.name,
    ...part('idNumber', person.idNumber),
    ...part('phone', person.phone),
    ...part('email', person.email),
    ...part('address', person.address),
    ...(account?.kind === 'citizen' ? { account: account.id } : {}),
  };
};
