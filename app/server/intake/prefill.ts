import type { CompiledForm, CompiledQuestion } from '#engine/form/browser.ts';
import type { Visitor } from '../visitor.ts';

type Known = Readonly<Record<string, unknown>>;

/** What an account knows, under the names a question's `prefill` uses. */
const knownOf = (visitor: Visitor): Known => {
  const person = {
    fullName: visitor.actor?.name,
    personalId: visitor.idNumber,
    phone: visitor.phone,
    email: visitor.email,
  };
  return {
    'applicant.name': person.fullName,
    'applicant.fullName': person.fullName,
    'applicant.idNumber': person.personalId,
    'applicant.personalId': person.personalId,
    'applicant.phone': person.phone,
    'applicant.email': person.email,
    'applicant.person': Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined)),
  };
};

const fill = (question: CompiledQuestion, known: Known): unknown => {
  const wanted = question.question.prefill;
  const own = wanted === undefined ? undefined : known[wanted];
  if (!question.questions || question.question.type === 'repeat')
    return typeof own === 'string' && own !== '' ? own : undefined;
  const given = typeof own === 'object' && own !== null ? (own as Known) : {};
  const parts = Object.fromEntries(
    question.questions
      .map((part) => [part.id, fill(part, known) ?? (part.questions ? undefined : given[part.id])] as const)
      .filter(([, value]) => value !== undefined),
  );
  return Object.keys(parts).length > 0 ? parts : undefined;
};

/** First answers of a new draft: what the account knows is not asked twice (WCAG 3.3.7). */
export const prefilled = (form: CompiledForm, visitor: Visitor): Readonly<Record<string, unknown>> => {
  const known = knownOf(visitor);
  return Object.fromEntries(
    form.pages
      .flatMap((page) => page.questions)
      .map((question) => [question.id, fill(question, known)] as const)
      .filter(([, value]) => value !== undefined),
  );
};
