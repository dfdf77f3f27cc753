import type { CodeList, LeafQuestion, PagesForm, Question, SharedDefinitions } from '#engine/definition/index.ts';
import { problem, type Problem } from '#engine/result/index.ts';
import type { TypedQuestion } from './environment.ts';
import { messages } from './messages.ts';
import { isComposite, partQuestions } from './parts.ts';
import { MAX_ENUM } from './schemas.ts';
import type { AnswerOption } from './types.ts';

/** A question with its shared group, its code list and its parts put in. */
export interface ExpandedQuestion extends TypedQuestion {
  readonly questions?: readonly ExpandedQuestion[];
  readonly list?: CodeList;
  /** JSON pointer of the question in the form. */
  readonly pointer: string;
  /** Came from `parts.ts`, not from the author. */
  readonly known: boolean;
}

export interface ExpandedPage {
  readonly page: PagesForm['pages'][number];
  readonly pointer: string;
  readonly questions: readonly ExpandedQuestion[];
}

/** Puts in what the form refers to; unknown references and doubled ids are problems. */
export const expand = (
  form: PagesForm,
  shared: SharedDefinitions,
): { readonly pages: readonly ExpandedPage[]; readonly problems: readonly Problem[] } => {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const pageIds = new Set<string>();
  const pages = form.pages.map((page, index): ExpandedPage => {
    const pointer = `/pages/${index}`;
    if (pageIds.has(page.id))
      problems.push(
        problem('form.duplicate-page', `${pointer}/id`, messages.duplicatePage(page.id), messages.renameOne()),
      );
    pageIds.add(page.id);
    return { page, pointer, questions: expandAll(page.questions, `${pointer}/questions`, shared, problems, seen) };
  });
  return { pages, problems };
};

/** Questions of one level; `seen` holds the ids already used there. */
export const expandAll = (
  questions: readonly Question[],
  pointer: string,
  shared: SharedDefinitions,
  problems: Problem[],
  seen: Set<string> = new Set(),
  known = false,
): readonly ExpandedQuestion[] =>
  questions.map((question, index) => {
    const at = `${pointer}/${index}`;
    if (seen.has(question.id))
      problems.push(problem('form.duplicate-id', `${at}/id`, messages.duplicateId(question.id), messages.renameOne()));
    seen.add(question.id);
    return expandOne(question, at, shared, problems, known);
  });

const expandOne = (
  question: Question,
  pointer: string,
  shared: SharedDefinitions,
  problems: Problem[],
  known: boolean,
): ExpandedQuestion => {
  const base = { id: question.id, question, pointer, known };
  switch (question.type) {
    case 'group':
      return {
        ...base,
        questions: expandAll(
          groupQuestions(question, pointer, shared, problems),
          `${pointer}/questions`,
          shared,
          problems,
        ),
      };
    case 'repeat':
      return { ...base, questions: expandAll(question.questions, `${pointer}/questions`, shared, problems) };
    case 'choice':
    case 'choices':
      return { ...base, options: checkedOptions(question.options, pointer, problems) };
    case 'code-list': {
      const list = Object.hasOwn(shared.codeLists, question.list) ? shared.codeLists[question.list] : undefined;
      if (!list) {
        problems.push(
          problem(
            'form.unknown-list',
            `${pointer}/list`,
            messages.unknownList(question.list),
            messages.chooseList(Object.keys(shared.codeLists)),
          ),
        );
        return base;
      }
      return list.entries.length <= MAX_ENUM
        ? { ...base, list, options: list.entries.map((entry) => ({ value: entry.code, label: entry.name })) }
        : { ...base, list };
    }
    default:
      return isComposite(question.type)
        ? {
            ...base,
            questions: expandAll(
              partQuestions(question as Extract<LeafQuestion, { type: 'person' }>),
              pointer,
              shared,
              problems,
              new Set(),
              true,
            ),
          }
        : base;
  }
};

const groupQuestions = (
  question: Extract<Question, { readonly type: 'group' }>,
  pointer: string,
  shared: SharedDefinitions,
  problems: Problem[],
): readonly LeafQuestion[] => {
  if (question.use === undefined) {
    if (!question.questions)
      problems.push(problem('form.empty-group', pointer, messages.groupEmpty(question.id), messages.oneOfBoth()));
    return question.questions ?? [];
  }
  if (question.questions)
    problems.push(problem('form.group-twice', pointer, messages.groupBoth(question.id), messages.oneOfBoth()));
  const group = Object.hasOwn(shared.groups, question.use) ? shared.groups[question.use] : undefined;
  if (!group)
    problems.push(
      problem(
        'form.unknown-group',
        `${pointer}/use`,
        messages.unknownGroup(question.use),
        messages.chooseGroup(Object.keys(shared.groups)),
      ),
    );
  return group?.questions ?? [];
};

const checkedOptions = (
  options: readonly AnswerOption[],
  pointer: string,
  problems: Problem[],
): readonly AnswerOption[] => {
  const seen = new Set<string>();
  options.forEach((option, index) => {
    if (seen.has(option.value))
      problems.push(
        problem(
          'form.duplicate-option',
          `${pointer}/options/${index}`,
          messages.duplicateOption(option.value),
          messages.removeOne(),
        ),
      );
    seen.add(option.value);
  });
  return options;
};
