import { localDate } from '#engine/clock/index.ts';
import type { Channel, Level } from '#engine/definition/index.ts';
import type { Facts } from '#engine/form/index.ts';
import { happenedAt, type CommandContext } from './context.ts';
import { competentUnit } from './non-territorial.ts';
import type { Applicant, NonTerritorial } from './types.ts';

/** What conditions may look at, from a submission or from a dossier. */
export const factsOf = (
  given: {
    readonly answers: Readonly<Record<string, unknown>>;
    readonly case?: string;
    readonly channel: Channel;
    readonly receivingUnit: string;
    readonly nonTerritorial?: NonTerritorial;
    readonly applicant: Pick<Applicant, 'kind'>;
  },
  context: CommandContext,
): Facts => {
  const unit = competentUnit(given);
  const level: Level | undefined = context.units.level(unit);
  return {
    answers: given.answers,
    ...(given.case !== undefined ? { case: given.case } : {}),
    channel: given.channel,
    ...(level !== undefined ? { unit: { code: unit, level } } : {}),
    applicant: { kind: given.applicant.kind },
    today: localDate(happenedAt(context)),
  };
};
