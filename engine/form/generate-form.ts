import type { FormDefinition, FormPage, PagesForm, Procedure, Question } from '#engine/definition/index.ts';
import { GENERATED } from './generated-ids.ts';
import { generatedLabels as labels } from './labels.ts';

const PERSONS = new Set(['citizen', 'overseas-vietnamese', 'foreigner', 'household-business']);

const applicantQuestions = (procedure: Procedure): Question[] => {
  const person = procedure.applicants.some((kind) => PERSONS.has(kind));
  const organisation = procedure.applicants.some((kind) => !PERSONS.has(kind));
  const both = person && organisation;
  const is = (kind: string): { when?: string } => (both ? { when: `form.${GENERATED.applicantKind} = "${kind}"` } : {});
  const questions: Question[] = [];
  if (both) {
    questions.push({
      id: GENERATED.applicantKind,
      type: 'choice',
      label: labels.applicantKind,
      required: true,
      options: [
        { value: 'citizen', label: labels.citizen },
        { value: 'organisation', label: labels.organisation },
      ],
    });
  }
  if (person) {
    const foreign = procedure.applicants.every(
      (kind) => !PERSONS.has(kind) || kind === 'foreigner' || kind === 'overseas-vietnamese',
    );
    const identity = foreign ? 'passport' : 'personalId';
    questions.push({
      id: GENERATED.person,
      type: 'person',
      label: labels.person,
      required: true,
      ...is('citizen'),
      parts: [
        'fullName',
        'birthDate',
        'sex',
        identity,
        ...(foreign ? ['nationality'] : []),
        'phone',
        'email',
        'address',
      ],
      requiredParts: ['fullName', 'birthDate', identity, 'phone', 'address'],
      prefill: 'applicant.person',
    });
  }
  if (organisation) {
    questions.push({
      id: GENERATED.organisation,
      type: 'organisation',
      label: labels.organisationPart,
      required: true,
      ...is('organisation'),
      parts: ['name', 'taxCode', 'representative', 'representativeTitle', 'phone', 'email', 'address'],
      requiredParts: ['name', 'representative', 'phone', 'address'],
      prefill: 'applicant.organisation',
    });
  }
  return questions;
};

const requestQuestions = (procedure: Procedure): Question[] => {
  const cases = procedure.cases ?? [];
  const choice: Question[] =
    cases.length > 1
      ? [
          {
            id: GENERATED.case,
            type: 'choice',
            label: labels.case,
            required: true,
            options: cases.map((each) => ({
              value: each.id,
              label: each.name,
              ...(each.note ? { hint: each.note } : {}),
            })),
          },
        ]
      : [];
  return [
    ...choice,
    {
      id: GENERATED.request,
      type: 'long-text',
      label: labels.request,
      hint: labels.requestHint,
      required: true,
      maxLength: 2000,
    },
    { id: GENERATED.declaration, type: 'declaration', label: labels.declaration, required: true },
  ];
};

/**
 * The form of a procedure that has none of its own: who applies (a person, an organisation, or the
 * choice between both), the case where there are several, what is asked for. How the result is wanted
 * belongs to the submission, not to the form.
 */
export const generateForm = (procedure: Procedure): FormDefinition => {
  const pages: [FormPage, ...FormPage[]] = [
    { id: 'applicant', title: labels.applicantPage, questions: applicantQuestions(procedure) },
    { id: 'request', title: labels.requestPage, questions: requestQuestions(procedure) },
  ];
  return { format: 'motcua/form@1', kind: 'pages', pages } satisfies PagesForm;
};
