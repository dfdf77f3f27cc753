import { at, dayInfo, isLocalDate, isWorkingDay, localDate } from '#engine/clock/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import { happenedAt, type CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { problems } from '../problems.ts';
import type { DossierCommand, DossierState } from '../types.ts';

type Of<Type extends DossierCommand['type']> = Extract<DossierCommand, { type: Type }>;

/** `comment` → `commented`: said among officials, the applicant does not see it. */
export const comment = ({ text }: Of<'comment'>, context: CommandContext): Result<readonly NewEvent[]> =>
  text.trim() === ''
    ? fail(problems.text('/text', { vi: 'nội dung trao đổi', en: 'the comment' }))
    : ok([newEvent(context, 'commented', { text: text.trim() })]);

/**
 * `ask-opinion` → `opinion-asked`: what is asked, of which unit, until which working day (NĐ 61/2018
 * Điều 19 khoản 5). The dossier's own clock goes on.
 */
export const askOpinion = (
  state: DossierState,
  { unit, question, until }: Of<'ask-opinion'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const { calendar, units } = context;
  const now = happenedAt(context);
  if (units.level(unit) === undefined || unit === context.actor.unit) return fail(problems.opinionUnit(unit));
  if (question.trim() === '')
    return fail(problems.text('/question', { vi: 'nội dung lấy ý kiến', en: 'what is asked' }));
  if (!isLocalDate(until) || until < localDate(now) || !isWorkingDay(calendar, until))
    return fail(problems.opinionDate());
  const due = at(until, dayInfo(calendar, until).sessions.at(-1)?.to ?? '17:00');
  const id = `yk${(state.opinions ?? []).length + 1}`;
  return ok([newEvent(context, 'opinion-asked', { id, unit, question: question.trim(), due })]);
};

/** `give-opinion` → `opinion-given`, by the unit that was asked. */
export const giveOpinion = (
  state: DossierState,
  { opinion, answer, file }: Of<'give-opinion'>,
  context: CommandContext,
): Result<readonly NewEvent[]> => {
  const asked = (state.opinions ?? []).find(({ id }) => id === opinion);
  if (asked?.unit !== context.actor.unit || asked?.answeredAt !== undefined) return fail(problems.opinionGone());
  if (answer.trim() === '') return fail(problems.text('/answer', { vi: 'ý kiến trả lời', en: 'the opinion' }));
  return ok([newEvent(context, 'opinion-given', { opinion, answer: answer.trim(), ...compact({ file }) })]);
};
