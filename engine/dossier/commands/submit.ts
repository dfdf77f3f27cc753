import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { compact } from '../compact.ts';
import type { CommandContext } from '../context.ts';
import { newEvent } from '../event.ts';
import type { NewEvent } from '../events.ts';
import { factsOf } from '../facts.ts';
import { acceptAnswers, checkChannelAndCase, checkComplete, checkPapers, feesOf } from '../intake.ts';
import { problems } from '../problems.ts';
import type { Actor, DossierCommand } from '../types.ts';

type Submit = Extract<DossierCommand, { type: 'submit' }>;

/** On line the citizen, or a clerk who helps; over the counter and by post the clerk of the receiving unit. */
const mayNot = ({ channel, receivingUnit }: Submit, actor: Actor): Problem | undefined => {
  if (actor.kind === 'citizen' && channel === 'online') return undefined;
  if (actor.kind === 'staff' && actor.unit === receivingUnit && actor.roles.includes('clerk')) return undefined;
  return problems.role('submit', ['clerk'], receivingUnit);
};

const decidingUnit = (command: Submit, { prepared, units }: CommandContext): Result<string> => {
  const { unit: rule } = prepared.release.procedure.authority.deciding;
  const unit = rule === 'receiving' ? command.receivingUnit : units.resolve(rule, command.receivingUnit);
  return unit === undefined ? fail(problems.unitUnknown(rule)) : ok(unit);
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

  const given = factsOf(command, context);
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
    ...checkPapers(prepared, command.papers),
    ...(command.channel === 'online' ? checkComplete(prepared, facts, command.papers, awaited) : []),
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
      ...compact({ case: command.case, submittedBy, returnAddress, together }),
    }),
  ]);
};
