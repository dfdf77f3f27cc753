import { localDate, type Instant } from '#engine/clock/index.ts';
import type { CompiledForm, CompiledQuestion } from '#engine/form/index.ts';
import { formatDate, formatTime } from '#app/i18n/format.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import type { IntakePerson } from './intake-applicant.ts';
import { lookupOf, registeredOtherwise, type BoxOrigin, type PersonBox } from './person-lookup.ts';

const moment = (instant: Instant): string => `${formatTime(instant)} ${formatDate(localDate(instant))}`;

/** `applicant.address.commune` by the labels of its questions: the last but one where the parts are an address. */
const labelOf = (form: CompiledForm, path: string, locale: Locale): string | undefined => {
  let questions: readonly CompiledQuestion[] | undefined = form.pages.flatMap((page) => page.questions);
  let label: string | undefined;
  for (const id of path.split('.')) {
    const question: CompiledQuestion | undefined = questions?.find((each) => each.id === id);
    if (!question) return label;
    label = pick(question.question.label, locale);
    if (question.question.type === 'address') return label;
    questions = question.questions;
  }
  return label;
};

/** What the look-up of the number that stands there now found, as its section shows it; null before any. */
export const foundOf = (person: IntakePerson, form: CompiledForm, locale: Locale) => {
  const lookup = lookupOf(person);
  if (!lookup) return null;
  const { population } = lookup;
  const kept = (Object.entries(lookup.boxes) as readonly (readonly [PersonBox, BoxOrigin])[]).filter(
    ([box, { value }]) => person[box] === value,
  );
  return {
    at: moment(lookup.at),
    known: lookup.known,
    population: population ? { answer: population.answer, source: population.source, demo: population.demo } : null,
    registeredName: registeredOtherwise(person) ?? null,
    origins: Object.fromEntries(kept) as Readonly<Partial<Record<PersonBox, BoxOrigin>>>,
    answers: [...new Set(lookup.answers.flatMap((path) => labelOf(form, path, locale) ?? []))],
  };
};

export type FoundPerson = NonNullable<ReturnType<typeof foundOf>>;
