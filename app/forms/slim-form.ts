import type { CompiledForm, CompiledQuestion } from '#engine/form/index.ts';

/** What only drawing needs, taken away. */
const bare = (question: CompiledQuestion): CompiledQuestion => ({
  id: question.id,
  question: {
    id: question.question.id,
    type: question.question.type,
    label: { vi: '' },
  } as CompiledQuestion['question'],
  schema: {},
  uiSchema: {},
  required: false,
  ...(question.when ? { when: question.when } : {}),
  ...(question.value ? { value: question.value } : {}),
  ...(question.questions ? { questions: question.questions.map(bare) } : {}),
});

/**
 * The form as one page needs it in the browser: that page whole; of the others only what decides
 * which answers count, because a condition may look at any of them.
 */
export const slimForm = (form: CompiledForm, page: string): CompiledForm =>
  form.foreign
    ? form
    : {
        ...form,
        pages: form.pages.map((each) =>
          each.id === page
            ? each
            : {
                id: each.id,
                title: { vi: '' },
                ...(each.when ? { when: each.when } : {}),
                questions: each.questions.map(bare),
              },
        ),
      };
