import type { AnswerOption, CompiledForm, CompiledQuestion } from '#engine/form/browser.ts';
import type { RegisteredPerson } from '#engine/population/index.ts';

type Values = Readonly<Record<string, unknown>>;

/** What is known of who applies: by their account or as typed at the counter, and by the population database. */
export interface KnownPerson {
  readonly fullName?: string | undefined;
  readonly personalId?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly registered?: RegisteredPerson | undefined;
}

/** As the national code list of sexes has them (QCVN 109:2017/BTTTT), and the register. */
const SEX_CODE = { male: '1', female: '2', other: '3' } as const;

/** Under the names a question's `prefill` uses. */
const knownOf = ({ registered, ...person }: KnownPerson): Values => ({
  'applicant.name': person.fullName,
  'applicant.fullName': person.fullName,
  'applicant.idNumber': person.personalId,
  'applicant.personalId': person.personalId,
  'applicant.phone': person.phone,
  'applicant.email': person.email,
  'applicant.address': registered?.residence,
  'applicant.person': {
    ...person,
    birthDate: registered?.birthDate,
    sex: registered?.sex,
    ethnicity: registered?.ethnicity,
    nationality: registered?.nationality,
    address: registered?.residence,
    permanentAddress: registered?.residence,
  },
  'population.fullName': registered?.fullName,
  'population.personalId': registered?.personalNumber,
  'population.birthDate': registered?.birthDate,
  'population.sex': registered?.sex,
  'population.sexCode': registered?.sex && SEX_CODE[registered.sex],
  'population.ethnicity': registered?.ethnicity,
  'population.nationality': registered?.nationality,
  'population.residence': registered?.residence,
  'population.presentAddress': registered?.presentAddress,
});

const isRecord = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isOffered = (options: readonly AnswerOption[], value: string): boolean =>
  options.some((option) => option.value === value);

/** Only what the question would take: a choice it offers, a whole day where a year is not enough. */
const answerOf = ({ question, options }: CompiledQuestion, value: unknown): string | undefined => {
  if (typeof value !== 'string' || value === '') return undefined;
  if (options && !isOffered(options, value)) return undefined;
  return question.type === 'date' && question.partial !== true && value.length < 'yyyy-mm-dd'.length
    ? undefined
    : value;
};

const fill = (question: CompiledQuestion, known: Values, given?: unknown): unknown => {
  const wanted = question.question.prefill;
  const own = (wanted === undefined ? undefined : known[wanted]) ?? given;
  if (!question.questions || question.question.type === 'repeat') return answerOf(question, own);
  const parts = Object.fromEntries(
    question.questions
      .map((part) => [part.id, fill(part, known, isRecord(own) ? own[part.id] : undefined)] as const)
      .filter(([, value]) => value !== undefined),
  );
  return Object.keys(parts).length > 0 ? parts : undefined;
};

/** First answers of a form: what is known is not asked twice (WCAG 3.3.7). */
export const prefilled = (form: CompiledForm, person: KnownPerson): Values => {
  const known = knownOf(person);
  return Object.fromEntries(
    form.pages
      .flatMap((page) => page.questions)
      .map((question) => [question.id, fill(question, known)] as const)
      .filter(([, value]) => value !== undefined),
  );
};

const isEmpty = (value: unknown): boolean => value === undefined || value === '';

/** What is known put where nothing was typed, however deep; what was typed stays. */
export const beneath = (known: Values, typed: Values): Values => ({
  ...typed,
  ...Object.fromEntries(
    Object.entries(known).flatMap(([id, value]): readonly (readonly [string, unknown])[] => {
      const own = typed[id];
      if (isEmpty(own)) return [[id, value]];
      return isRecord(own) && isRecord(value) ? [[id, beneath(value, own)]] : [];
    }),
  ),
});

/** The answers without those that still are as they were filled in: they were another person's. */
export const withoutFilled = (answers: Values, filled: Values): Values =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([id, value]): readonly (readonly [string, unknown])[] => {
      const before = filled[id];
      if (isRecord(value) && isRecord(before)) return [[id, withoutFilled(value, before)]];
      return before !== undefined && before === value ? [] : [[id, value]];
    }),
  );

/** Addresses of the answers that `known` has and `typed` has not: `applicant.address.commune`. */
export const newAnswers = (known: Values, typed: Values, under = ''): readonly string[] =>
  Object.entries(known).flatMap(([id, value]) => {
    const own = typed[id];
    if (isRecord(value)) return newAnswers(value, isRecord(own) ? own : {}, `${under}${id}.`);
    return isEmpty(own) ? [`${under}${id}`] : [];
  });
