import type { ChoiceQuestion, LeafQuestion, SimpleQuestion } from '#engine/definition/index.ts';
import { partLabels as labels } from './labels.ts';

/** The known parts of `person`, `organisation` and `address`, each an ordinary question of its own. */
type Composite = 'person' | 'organisation' | 'address';

type Part = Omit<SimpleQuestion, 'id'> | Omit<ChoiceQuestion, 'id'>;

const SEX = [
  { value: 'male', label: labels.male },
  { value: 'female', label: labels.female },
  { value: 'other', label: labels.other },
];

const PERSON: Readonly<Record<string, Part>> = {
  fullName: { type: 'text', label: labels.fullName, minLength: 2, maxLength: 100, autocomplete: 'name' },
  birthDate: { type: 'date', label: labels.birthDate, partial: true, latest: 'today', autocomplete: 'bday' },
  sex: { type: 'choice', label: labels.sex, options: SEX, autocomplete: 'sex' },
  ethnicity: { type: 'text', label: labels.ethnicity, maxLength: 50 },
  nationality: { type: 'text', label: labels.nationality, maxLength: 100 },
  personalId: { type: 'personal-id', label: labels.personalId, hint: labels.personalIdHint },
  passport: {
    type: 'text',
    label: labels.passport,
    maxLength: 20,
    pattern: '^[A-Za-z0-9]{5,20}$',
    patternText: labels.passportForm,
  },
  idIssuedOn: { type: 'date', label: labels.idIssuedOn, latest: 'today' },
  idIssuedBy: { type: 'text', label: labels.idIssuedBy, maxLength: 200 },
  birthPlace: { type: 'text', label: labels.birthPlace, maxLength: 300 },
  hometown: { type: 'text', label: labels.hometown, maxLength: 300 },
  occupation: { type: 'text', label: labels.occupation, maxLength: 200 },
  phone: { type: 'phone', label: labels.phone, autocomplete: 'tel' },
  email: { type: 'e-mail', label: labels.email, autocomplete: 'email' },
  address: { type: 'address', label: labels.address },
  permanentAddress: { type: 'address', label: labels.permanentAddress },
  temporaryAddress: { type: 'address', label: labels.temporaryAddress },
};

const ORGANISATION: Readonly<Record<string, Part>> = {
  name: { type: 'text', label: labels.organisationName, minLength: 2, maxLength: 300, autocomplete: 'organization' },
  foreignName: { type: 'text', label: labels.foreignName, maxLength: 300 },
  shortName: { type: 'text', label: labels.shortName, maxLength: 100 },
  taxCode: {
    type: 'text',
    label: labels.taxCode,
    pattern: '^[0-9]{10}(-[0-9]{3})?$',
    patternText: labels.taxCodeForm,
    maxLength: 14,
  },
  decisionNumber: { type: 'text', label: labels.decisionNumber, maxLength: 100 },
  representative: { type: 'text', label: labels.representative, minLength: 2, maxLength: 100 },
  representativeTitle: {
    type: 'text',
    label: labels.representativeTitle,
    maxLength: 100,
    autocomplete: 'organization-title',
  },
  representativeId: { type: 'personal-id', label: labels.representativeId, hint: labels.personalIdHint },
  phone: { type: 'phone', label: labels.phone, autocomplete: 'tel' },
  email: { type: 'e-mail', label: labels.email, autocomplete: 'email' },
  address: { type: 'address', label: labels.headOffice },
};

const ADDRESS: Readonly<Record<string, Part>> = {
  province: {
    type: 'text',
    label: labels.province,
    pattern: '^[0-9]{2}$',
    patternText: labels.chooseFromList,
    maxLength: 2,
    autocomplete: 'address-level1',
  },
  district: {
    type: 'text',
    label: labels.district,
    pattern: '^[0-9]{3}$',
    patternText: labels.chooseFromList,
    maxLength: 3,
    autocomplete: 'address-level2',
  },
  commune: {
    type: 'text',
    label: labels.commune,
    pattern: '^[0-9]{5}$',
    patternText: labels.chooseFromList,
    maxLength: 5,
    autocomplete: 'address-level3',
  },
  detail: { type: 'text', label: labels.detail, maxLength: 200, autocomplete: 'street-address' },
};

const KNOWN: Readonly<Record<Composite, Readonly<Record<string, Part>>>> = {
  person: PERSON,
  organisation: ORGANISATION,
  address: ADDRESS,
};

const USUAL: Readonly<Record<Composite, readonly string[]>> = {
  person: ['fullName', 'birthDate', 'sex', 'personalId', 'phone', 'email', 'address'],
  organisation: ['name', 'taxCode', 'representative', 'phone', 'email', 'address'],
  address: ['province', 'district', 'commune', 'detail'],
};

const NEEDED: Readonly<Record<Composite, readonly string[]>> = {
  person: ['fullName'],
  organisation: ['name'],
  address: ['province', 'commune'],
};

export const isComposite = (type: string): type is Composite => Object.hasOwn(KNOWN, type);

export const knownParts = (type: Composite): readonly string[] => Object.keys(KNOWN[type]);

/** The questions of a composite question: the parts it names, or the usual ones, in the order named. */
export const partQuestions = (question: SimpleQuestion): readonly LeafQuestion[] => {
  if (!isComposite(question.type)) return [];
  const known = KNOWN[question.type];
  const wanted = question.parts ?? USUAL[question.type];
  const needed = new Set(question.requiredParts ?? NEEDED[question.type].filter((part) => wanted.includes(part)));
  return wanted.flatMap((id): LeafQuestion[] => {
    const part = Object.hasOwn(known, id) ? known[id] : undefined;
    return part ? [{ ...part, id, required: needed.has(id) }] : [];
  });
};
