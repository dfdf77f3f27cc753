import type { AppLoadContext } from '@remix-run/node';
import { deadline, localDate } from '#engine/clock/index.ts';
import { checklistOf, competentUnit, limitFor, type DossierState } from '#engine/dossier/index.ts';
import type { Facts } from '#engine/form/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { papersToCheck } from './papers-to-check.ts';
import { unitsByCode } from './units.ts';

/** What a clerk decides with: the checklist as it applies, and the date the dossier would get now. */
export const counterModel = async (context: AppLoadContext, state: DossierState, locale: Locale) => {
  const { service } = context;
  const release = await service.catalogue.release(state.releaseHash);
  const unit = (await unitsByCode(context)).get(competentUnit(state));
  const facts: Facts = {
    answers: state.answers,
    ...(state.case === undefined ? {} : { case: state.case }),
    channel: state.channel,
    ...(unit ? { unit: { code: unit.code, level: unit.level } } : {}),
    applicant: { kind: state.applicant.kind },
    today: localDate(service.clock.now()),
  };
  const papers = papersToCheck(checklistOf(release, facts), state.papers, locale);
  if (state.status !== 'submitted') return { papers };
  const row = limitFor(release.release.procedure, {
    channel: state.channel,
    ...(state.case === undefined ? {} : { case: state.case }),
    ...(unit ? { level: unit.level } : {}),
  });
  const calendar = await service.units.calendar(competentUnit(state));
  return {
    papers,
    expected: deadline(calendar, { from: service.clock.now(), limit: row?.promised ?? row?.legal ?? { kind: 'none' } }),
  };
};
