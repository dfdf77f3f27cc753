import type { FormDefinition, Question, SharedDefinitions } from '#engine/definition/index.ts';

/** A question with its place. */
export interface Asked {
  readonly question: Question;
  /** JSON pointer, `/form/pages/0/questions/3`. */
  readonly pointer: string;
  /** As conditions name it, `form.bride.livesIn`; undefined inside a list. */
  readonly name: string | undefined;
  /** Written in this form, and not in a shared group. */
  readonly own: boolean;
  /** Asked of everybody: neither it nor anything around it has a condition. */
  readonly always: boolean;
  /** It stands right on a page. */
  readonly top: boolean;
  /** The page it is on. */
  readonly page: number;
}

export const questionsOf = (form: FormDefinition | undefined, shared: SharedDefinitions): readonly Asked[] =>
  form?.kind !== 'pages'
    ? []
    : form.pages.flatMap(({ questions, when }, page) =>
        inside(questions, shared, {
          at: `/form/pages/${page}/questions`,
          prefix: 'form.',
          own: true,
          always: when === undefined,
          top: true,
          page,
        }),
      );

interface Around {
  readonly at: string;
  readonly prefix: string | undefined;
  readonly own: boolean;
  readonly always: boolean;
  readonly top: boolean;
  readonly page: number;
}

const inside = (questions: readonly Question[], shared: SharedDefinitions, around: Around): readonly Asked[] =>
  questions.flatMap((question, index): readonly Asked[] => {
    const { prefix, own, top, page } = around;
    const pointer = own ? `${around.at}/${index}` : around.at;
    const name = prefix === undefined ? undefined : `${prefix}${question.id}`;
    const always = around.always && question.when === undefined;
    const self: Asked = { question, pointer, name, own, always, top, page };
    if (question.type === 'group') {
      const group = question.use === undefined ? undefined : shared.groups[question.use];
      const inner = { prefix: name && `${name}.`, always, top: false, page };
      return group
        ? [self, ...inside(group.questions, shared, { ...inner, at: pointer, own: false })]
        : [self, ...inside(question.questions ?? [], shared, { ...inner, at: `${pointer}/questions`, own })];
    }
    if (question.type === 'repeat')
      return [
        self,
        ...inside(question.questions, shared, {
          at: `${pointer}/questions`,
          prefix: undefined,
          own,
          always,
          top: false,
          page,
        }),
      ];
    return [self];
  });

/** The same question in a copy of the form. */
export const questionAt = (form: FormDefinition | undefined, pointer: string): Question => {
  let at: unknown = { form };
  for (const key of pointer.split('/').slice(1)) at = (at as Record<string, unknown>)[key];
  return at as Question;
};

/** The values that an answer may have, where they are few: choices, a code list, yes and no; as FEEL writes them. */
export const valuesOf = ({ question }: Asked, shared: SharedDefinitions): readonly string[] => {
  switch (question.type) {
    case 'choice':
      return question.options.map(({ value }) => JSON.stringify(value));
    case 'code-list':
      return (shared.codeLists[question.list]?.entries ?? []).map(({ code }) => JSON.stringify(code));
    case 'yes-no':
      return ['true', 'false'];
    default:
      return [];
  }
};

/** Answered in every dossier: everybody is asked, and must answer. */
export const isSure = ({ question, always, name }: Asked): boolean =>
  always && name !== undefined && question.required === true;
