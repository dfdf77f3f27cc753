import type { CompiledForm, CompiledPage, CompiledQuestion } from '#engine/form/index.ts';

/** A question of a form and all that it stands in. */
export interface Place {
  /** As expressions name it: `form.child.name`, in a list `form.children[].name`. */
  readonly key: string;
  readonly question: CompiledQuestion;
  readonly page: CompiledPage;
  readonly parent?: Place;
  /** The list it is an entry's question of. */
  readonly list?: Place;
  /** JSON pointer into the form; parts of a person or an address have that of the whole. */
  readonly pointer: string;
  readonly parts: readonly Place[];
}

const cache = new WeakMap<CompiledForm, ReadonlyMap<string, Place>>();

/** Every question of a form by its key, in the form's order. */
export const placesOf = (form: CompiledForm): ReadonlyMap<string, Place> => {
  const known = cache.get(form);
  if (known) return known;
  const found = new Map<string, Place>();
  const visit = (
    question: CompiledQuestion,
    page: CompiledPage,
    prefix: string,
    parent: Place | undefined,
    list: Place | undefined,
    pointer: string,
  ): Place => {
    const key = `${prefix}${question.id}`;
    const parts: Place[] = [];
    const place: Place = {
      key,
      question,
      page,
      pointer,
      parts,
      ...(parent ? { parent } : {}),
      ...(list ? { list } : {}),
    };
    found.set(key, place);
    const isList = question.question.type === 'repeat';
    const isOwn = isList || question.question.type === 'group';
    (question.questions ?? []).forEach((part, at) =>
      parts.push(
        visit(
          part,
          page,
          isList ? `${key}[].` : `${key}.`,
          place,
          isList ? place : list,
          isOwn ? `${pointer}/questions/${at}` : pointer,
        ),
      ),
    );
    return place;
  };
  form.pages.forEach((page, index) =>
    page.questions.forEach((question, at) =>
      visit(question, page, 'form.', undefined, undefined, `/form/pages/${index}/questions/${at}`),
    ),
  );
  cache.set(form, found);
  return found;
};

/** Where the answer stands: ids from the top; undefined inside a list. */
export const answerPath = (key: string): readonly string[] | undefined =>
  key.startsWith('form.') && !key.includes('[]') ? key.slice(5).split('.') : undefined;

export const isLeaf = ({ question }: Place): boolean => question.questions === undefined;

export const leavesOf = (place: Place): readonly Place[] =>
  isLeaf(place) || place.question.question.type === 'repeat' ? [place] : place.parts.flatMap(leavesOf);
