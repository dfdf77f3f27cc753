import type { LocalDate } from '#engine/clock/index.ts';
import { problem, type Problem } from '#engine/result/index.ts';
import type { ExpandedQuestion } from './expand.ts';
import { messages } from './messages.ts';

/** Code lists must be in force on the day; both ends of their validity are included. */
export const checkLists = (expanded: ExpandedQuestion, asOf: LocalDate, problems: Problem[]): void => {
  const { list, pointer } = expanded;
  const at = `${pointer}/list`;
  if (list?.validTo !== undefined && list.validTo < asOf) {
    problems.push(
      problem('form.expired-list', at, messages.expiredList(list.name, list.validTo), messages.newerList()),
    );
  }
  if (list?.validFrom !== undefined && list.validFrom > asOf) {
    problems.push(
      problem('form.future-list', at, messages.futureList(list.name, list.validFrom), messages.newerList()),
    );
  }
  expanded.questions?.forEach((part) => checkLists(part, asOf, problems));
};
