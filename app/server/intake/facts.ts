import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { PreparedRelease } from '#engine/dossier/index.ts';
import { effectiveCase, type Facts } from '#engine/form/browser.ts';
import type { Draft } from '#engine/store/index.ts';

/** What a draft's conditions may look at, as the service takes it. */
export const draftFacts = async (context: AppLoadContext, draft: Draft, prepared: PreparedRelease): Promise<Facts> => {
  const home = draft.competentUnit ?? draft.receivingUnit;
  const unit = home === undefined ? undefined : await context.service.units.byCode(home);
  const given: Facts = {
    answers: draft.answers,
    channel: draft.channel,
    today: localDate(context.clock.now()),
    ...(draft.case === undefined ? {} : { case: draft.case }),
    ...(unit ? { unit: { code: unit.code, level: unit.level } } : {}),
  };
  const { case: _, ...rest } = given;
  const chosen = effectiveCase(prepared.release.procedure, prepared.caseConditions, given);
  return chosen === undefined ? rest : { ...rest, case: chosen };
};
