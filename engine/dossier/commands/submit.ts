import { isLocalDate, localDate } from '#engine/clock/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { factsOf } from '../facts.ts';
import { acceptAnswers, checkChannelAndCase, checkComplete, checkPapers, feesOf } from '../intake.ts';
import { problems } from '../problems.ts';
import { happenedAt } from '../context.ts';
import type { Actor, DossierCommand, NonTerritorial } from '../types.ts';

type Submit = Extract<DossierCommand, { type: 'submit' }>;

/**
 * On line the citizen, or a clerk who helps, or the system that took it in; over the counter and by post the clerk of
 * the receiving unit.
 */
const mayNot = ({ channel, receivingUnit, origin }: Submit, actor: Actor): Problem | undefined => {
  if (origin)
    return actor.kind === 'system' && channel === 'online' ? undefined : problems.role('submit', [], undefined);
  if (actor.kind === 'citizen' && channel === 'online') return undefined;
  if (actor.kind === 'staff' && actor.unit === receivingUnit && actor.roles.includes('clerk')) return undefined;
  return problems.role('submit', ['clerk'], receivingUnit);
};

const decidingUnit = (command: Submit, { prepared, units }: CommandContext): Result<string> => {
  const { unit: rule } = prepared.release.procedure.authority.deciding;
  const home = command.competentUnit ?? command.receivingUnit;
  const unit = rule === 'receiving' ? home : units.resolve(rule, home);
  return unit === undefined ? fail(problems.unitUnknown(rule)) : ok(unit);
};

/** What is kept of how it came: the post's day and number at the post, the kiosk at the counter (NĐ 309/2026 Điều 3 khoản 9). */
const checkDelivery = ({ channel, delivery }: Submit, context: CommandContext): readonly Problem[] => {
  if (delivery === undefined) return [];
  if (delivery.type === 'kiosk')
    return channel === 'counter' && context.reception?.kiosk ? [] : [problems.kioskNotOffered()];
  if (channel !== 'post') return [problems.deliveryChannel()];
  const { arrivedOn } = delivery;
  return isLocalDate(arrivedOn) && arrivedOn <= localDate(happenedAt(context)) ? [] : [problems.deliveryDay()];
};

/** For whom it is taken in, by the rule of the day; undefined where the counter takes in what is its own. */
const takenInFor = (
  { channel, competentUnit, receivingUnit }: Submit,
  { reception, units }: CommandContext,
): Result<NonTerritorial | undefined> => {
  if (competentUnit === undefined || competentUnit === receivingUnit) return ok(undefined);
  const rule = reception?.nonTerritorial;
  if (channel === 'online') return fail(problems.nonTerritorialOnline());
  if (!rule) return fail(problems.nonTerritorialNotOffered());
  if (units.level(competentUnit) === undefined) return fail(problems.unitUnknown(competentUnit));
  return ok({ unit: competentUnit, clockStart: rule.clockStart, basis: rule.basis });
};

/**
 * `submit` → `submitted`. The code is given here, once for the dossier's life (NĐ 61/2018 Điều 17 khoản
 * 3). An on-line submission must be complete; over the counter completeness is judged at acceptance.
 */
export const submit = (command: Submit, context: CommandContext): Result<readonly NewEvent[]> => {
  const { prepared, actor, newCode } = context;
  const { release } = prepared;
  const against = mayNot(command, actor);
  if (against) return fail(against);
  if (newCode === undefined) return fail(problems.noCode());
  if (context.units.level(command.receivingUnit) === undefined)
    return fail(problems.unitUnknown(command.receivingUnit));
  const deciding = decidingUnit(command, context);
  if (!deciding.ok) return deciding;

  const elsewhere = takenInFor(command, context);
  if (!elsewhere.ok) return elsewhere;
  const nonTerritorial = elsewhere.value;
  const given = factsOf({ ...command, ...compact({ nonTerritorial }) }, context);
  const answers = acceptAnswers(prepared, given);
  if (!answers.ok) return answers;
  const facts = { ...given, answers: answers.value };
  const fees = feesOf(prepared, facts);
  const awaited = (command.together?.group?.awaits ?? []).map(({ paper }) => paper);
  const found: Problem[] = [
    ...(command.applicant.name.trim() === ''
      ? [problems.text('/applicant/name', { vi: 'tên chủ hồ sơ', en: 'the applicant’s name' })]
      : []),
    ...checkChannelAndCase(prepared, facts),
    ...checkDelivery(command, context),
    ...checkPapers(prepared, command.papers),
    // What another system took in is judged by the counter, as what is brought to it.
    ...(command.channel === 'online' && !command.origin ? checkComplete(prepared, facts, command.papers, awaited) : []),
    ...(fees.ok ? [] : fees.problems),
  ];
  if (found.length > 0 || !fees.ok) return fail(...found);

  const { channel, receivingUnit, applicant, papers, returnChannel, submittedBy, returnAddress, together } = command;
  return ok([
    newEvent(context, 'submitted', {
      code: newCode,
      procedure: release.code,
      releaseNumber: release.number,
      releaseHash: prepared.hash,
      channel,
      receivingUnit,
      decidingUnit: deciding.value,
      // A citizen's dossier is their own account's, whatever the form said.
      applicant: actor.kind === 'citizen' ? { ...applicant, account: actor.id } : applicant,
      answers: answers.value,
      papers,
      fees: fees.value,
      returnChannel,
      ...compact({ case: command.case, delivery: command.delivery, origin: command.origin, nonTerritorial }),
      ...compact({ submittedBy, returnAddress, together }),
    }),
  ]);
};
