import type { AppLoadContext } from '@remix-run/node';
import type { Actor } from '#engine/dossier/index.ts';
import type { DraftView } from '#engine/service/index.ts';
import type { Draft } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { asksCase } from '../intake/choices.ts';
import { draftFacts } from '../intake/facts.ts';
import { listsOf } from '../intake/places.ts';
import { feesPaidOf, formAnswers, personOf } from './intake-applicant.ts';
import { shownDelivery, waysOf } from './intake-delivery.ts';
import { heldFor } from './held-copies.ts';
import { foundOf } from './found-person.ts';
import { papersToCheck } from './papers-to-check.ts';
import { servedBy } from './queue.ts';
import { unitsByCode } from './units.ts';
import { visitView } from './visit-view.ts';

/** Papers that come from another dossier of the group, by name. */
const awaitedPapers = async (
  { service }: Pick<AppLoadContext, 'service'>,
  { awaited, release }: DraftView,
  locale: Locale,
) =>
  Promise.all(
    awaited.map(async ({ paper, from }) => {
      const name = release.release.procedure.checklist?.find(({ id }) => id === paper)?.name;
      const source = (await service.catalogue.inForce(from))?.release.release.procedure.name;
      const text = (value: { readonly vi: string; readonly en?: string | undefined } | undefined, other: string) =>
        value ? pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale) : other;
      return { paper: text(name, paper), from: text(source, from) };
    }),
  );

/** Everything the intake page shows of a draft at the counter, as plain JSON. */
export const intakePage = async (context: AppLoadContext, actor: Actor, draft: Draft, locale: Locale) => {
  const view = await context.service.drafts.view(draft);
  const { procedure } = view.release.release;
  const person = personOf(draft);
  const facts = await draftFacts(context, draft, view.release);
  const answers = formAnswers(facts.answers);
  const units = await unitsByCode(context);
  const text = (value: { readonly vi: string; readonly en?: string | undefined }) =>
    pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
  const asked = asksCase(view.release);
  const ticket = await servedBy(context, actor.unit ?? '', actor.id);
  return {
    title: textsFor(locale).common.titled(text(procedure.name)),
    id: draft.id,
    serving: ticket ? { number: ticket.number, desk: ticket.desk ?? '' } : null,
    code: procedure.code,
    name: text(procedure.name),
    number: view.release.release.number,
    deciding: text(procedure.authority.deciding.name),
    unit: units.get(actor.unit ?? '')?.name ?? '',
    competent: draft.competentUnit === undefined ? '' : (units.get(draft.competentUnit)?.name ?? draft.competentUnit),
    countsLater:
      draft.competentUnit !== undefined &&
      (await context.service.reception.today()).nonTerritorial?.clockStart === 'arrival',
    ways: await waysOf(context, procedure.channels),
    delivery: shownDelivery(draft),
    cases: asked ? (procedure.cases ?? []).map((each) => ({ id: each.id, name: text(each.name) })) : [],
    chosen: facts.case ?? '',
    person,
    found: foundOf(person, view.release.form, locale),
    // Plain JSON that the engine's own functions read in the browser.
    engine: JSON.stringify({ form: view.release.form, facts: { ...facts, answers } }),
    lists: await listsOf(
      context,
      view.release.form.pages.flatMap((page) => page.questions),
      locale,
    ),
    papers: papersToCheck(
      view.papers.filter(({ paper }) => !view.awaited.some((each) => each.paper === paper.id)),
      draft.papers,
      locale,
      await heldFor(context, draft, person),
    ),
    sets: procedure.sets ?? 1,
    fees: view.fees,
    awaited: await awaitedPapers(context, view, locale),
    feesPaid: feesPaidOf(draft),
    visit: await visitView(context, actor.id, draft, locale),
    expected: view.expected,
    superseded: view.superseded,
    closed: view.closed ?? null,
    returnChannel: draft.returnChannel ?? 'counter',
    returnAddress: draft.returnAddress ?? '',
    savedAt: draft.updatedAt,
    revision: draft.revision,
  };
};

export type IntakePage = Awaited<ReturnType<typeof intakePage>>;
