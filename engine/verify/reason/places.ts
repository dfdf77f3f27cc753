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
  /** JSON pointer of the page, and ids below it. */
  readonly parts: readonly Place[];
}

/** Every question of a form by its key, in the form's order. */
export const placesOf = (form: CompiledForm): ReadonlyMap<string, Place> => {
  const found = new Map<string, Place>();
  const visit = (
    question: CompiledQuestion,
    page: CompiledPage,
    prefix: string,
    parent: Place | undefined,
    list: Place | undefined,
  ): Place => {
    const key = `${prefix}${question.id}`;
    const parts: Place[] = [];
    const place: Place = {
      key,
      question,
      page,
      parts,
      ...(parent ? { parent } : {}),
      ...(list ? { list } : {}),
    };
    found.set(key, place);
    const isList = question.question.type === 'repeat';
    for (const part of question.questions ?? [])
      parts.push(visit(part, page, isList ? `${key}[].` : `${key}.`, place, isList ? place : list));
    return place;
  };
  for (const page of form.pages)
    for (const question of page.questions) visit(question, page, 'form.', undefined, undefined);
  return found;
};

/** Where the answer stands: ids from the top; undefined inside a list. */
export const answerPath = (key: string): readonly string[] | undefined =>
  key.startsWith('form.') && !key.includes('[]') ? key.slice(5).split('.') : undefined;

export const isLeaf = ({ question }: Place): boolean => question.questions === undefined;

export const leavesOf = (place: Place): readonly Place[] =>
  isLeaf(place) || place.question.question.type === 'repeat' ? [place] : place.parts.flatMap(leavesOf);
