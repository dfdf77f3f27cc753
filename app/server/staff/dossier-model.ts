import { randomUUID } from 'node:crypto';
import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import {
  competentUnit,
  describeAct,
  describeEvent,
  settingsOf,
  type Actor,
  type DossierEvent,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { effectiveForm, type CompiledQuestion, type EffectivePage, type Facts } from '#engine/form/index.ts';
import { diagramView } from '#app/components/diagram/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { textsFor } from '#app/i18n/texts-for.ts';
import { formOn, papersManifest, type DossierPaper } from '../papers/index.ts';
import { clockCard } from './clock-card.ts';
import { factParts } from './fact-rows.ts';
import { togetherView } from './together-view.ts';
import { unitNames, type UnitNameAt } from '../unit-names.ts';

/** An event keeps a unit's code; a person reads its name. */
const withUnitNames = (event: DossierEvent, sentence: string, unitName: UnitNameAt): string => {
  const { type, data, occurredAt } = event;
  const unit = type === 'opinion-asked' ? data['unit'] : undefined;
  return typeof unit === 'string' ? sentence.replace(unit, unitName(unit, occurredAt)) : sentence;
};

/** History a person reads: the process's own bookkeeping is left out. */
export const historyOf = (
  events: readonly DossierEvent[],
  release: PreparedRelease,
  unitName: UnitNameAt,
  locale: Locale,
) =>
  events
    .filter((event) => event.type !== 'process-advanced')
    .map((event) => ({
      seq: event.seq,
      sentence: withUnitNames(event, pick(describeEvent(event, release), locale), unitName),
      note: typeof event.data['note'] === 'string' ? event.data['note'] : '',
      actor: event.actor.kind === 'system' ? '' : event.actor.name,
      unit: event.actor.unit ? unitName(event.actor.unit, event.occurredAt) : '',
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
    }))
    .reverse();

export type HistoryRow = ReturnType<typeof historyOf>[number];

const papersOf = (state: DossierState, release: PreparedRelease, locale: Locale) =>
  state.papers.map((paper) => {
    const listed = release.release.procedure.checklist?.find((each) => each.id === paper.paper);
    return {
      id: paper.paper,
      name: listed
        ? pick({ vi: listed.name.vi, ...(listed.name.en ? { en: listed.name.en } : {}) }, locale)
        : paper.paper,
      originals: paper.originals,
      copies: paper.copies,
      digital: paper.digital,
      presented: paper.presented === true,
      files: paper.files,
      note: paper.note ?? '',
      broughtFrom: paper.broughtFrom ?? '',
      reused: paper.reused ?? [],
    };
  });

export type PaperRow = ReturnType<typeof papersOf>[number];

/** A step's questions, asked of whoever finishes it. */
const questionsOf = (
  state: DossierState,
  release: PreparedRelease,
  element: string,
  today: string,
  locale: Locale,
): EffectivePage | undefined => {
  const form = release.stepForms[element];
  if (!form) return undefined;
  const facts: Facts = {
    answers: {},
    ...(state.case === undefined ? {} : { case: state.case }),
    channel: state.channel,
    applicant: { kind: state.applicant.kind },
    today,
  };
  return effectiveForm(form, facts, locale).pages[0];
};

/** All questions of the steps that wait now: what a page must bring lists for. */
export const stepQuestions = async (
  context: AppLoadContext,
  state: DossierState,
): Promise<readonly CompiledQuestion[]> => {
  const { stepForms } = await context.service.catalogue.release(state.releaseHash);
  return state.tasks.flatMap((task) => stepForms[task.element]?.pages.flatMap((page) => page.questions) ?? []);
};

/** The steps that wait for this person's roles at their unit. */
const tasksOf = (state: DossierState, release: PreparedRelease, actor: Actor, today: string, locale: Locale) =>
  state.tasks
    .filter((task) => task.unit === actor.unit && actor.roles.some((role) => role === task.role))
    .map((task) => {
      const settings = settingsOf(release, task.element);
      const questions = questionsOf(state, release, task.element, today, locale);
      return {
        id: task.id,
        element: task.element,
        name: task.name,
        act: settings.act ?? '',
        refusal: settings.produces.includes('refusal'),
        outcomes: settings.outcomes.map((outcome) => ({ id: outcome.id, name: pick(outcome.name, locale) })),
        assignee: task.assignee?.name ?? '',
        mine: task.assignee?.id === actor.id,
        dueAt: task.dueAt ?? '',
        ...(questions ? { questions } : {}),
      };
    });

export type TaskHere = ReturnType<typeof tasksOf>[number];

const printable = async (state: DossierState, events: readonly DossierEvent[]): Promise<readonly DossierPaper[]> => {
  const stopped = events.findLast((event) => event.type === 'stopped');
  const has = (type: DossierEvent['type']) => events.some((event) => event.type === type);
  return [
    ...(has('accepted') ? (['receipt', 'control-slip', 'label'] as const) : []),
    ...(state.channel === 'online' ? (['submission-slip'] as const) : []),
    ...(has('supplement-asked') ? (['supplement-request'] as const) : []),
    ...(has('refused') ? (['refusal'] as const) : []),
    ...(has('extended') ? (['apology'] as const) : []),
    // Its form came with a later circular; before that day there is none to print.
    ...(stopped && formOn(await papersManifest(), 'stop-notice', localDate(stopped.occurredAt))
      ? (['stop-notice'] as const)
      : []),
  ];
};

/** All that a page about one dossier shows. */
export const dossierModel = async (
  context: AppLoadContext,
  given: {
    readonly actor: Actor;
    readonly state: DossierState;
    readonly events: readonly DossierEvent[];
    readonly locale: Locale;
  },
) => {
  const { actor, state, events, locale } = given;
  const { service } = context;
  const [release, unitName, permitted] = await Promise.all([
    service.catalogue.release(state.releaseHash),
    unitNames(context, state),
    service.dossiers.permitted(state, actor),
  ]);
  const words = staffTextsFor(locale).diagram;
  const { common } = textsFor(locale);
  const procedure = release.release.procedure;
  const text = (value: { readonly vi: string; readonly en?: string | undefined }) =>
    pick({ vi: value.vi, ...(value.en ? { en: value.en } : {}) }, locale);
  const entry = (await service.catalogue.history(state.procedure)).find((row) => row.number === state.releaseNumber);
  const chosen = procedure.cases?.find((each) => each.id === state.case);
  const { process: _process, answers: _answers, ...plain } = state;
  return {
    state: plain,
    procedureName: text(procedure.name),
    caseName: chosen ? text(chosen.name) : '',
    since: entry ? localDate(entry.effectiveFrom) : '',
    units: {
      receiving: unitName(state.receivingUnit),
      competent: unitName(competentUnit(state)),
      deciding: unitName(state.decidingUnit),
    },
    facts: await factParts(context, release.form, state.answers, { locale, yes: common.yes, no: common.no }),
    together: (await togetherView(context, { actor, state, locale })) ?? null,
    papers: papersOf(state, release, locale),
    checklist: (procedure.checklist ?? []).map((paper) => ({ id: paper.id, name: text(paper.name) })),
    results: (procedure.results ?? []).map((result) => ({ id: result.id, name: text(result.name) })),
    fees: state.fees.map((fee) => ({
      ...fee,
      name: text(fee.name),
      paid: state.payments.some((payment) => payment.fee === fee.fee),
    })),
    feeNames: (procedure.fees ?? []).map((fee) => ({ id: fee.id, name: text(fee.name) })),
    opinions: (state.opinions ?? []).map((opinion) => ({
      ...opinion,
      unitName: unitName(opinion.unit),
      mine: opinion.unit === actor.unit && permitted.some(({ command }) => command === 'give-opinion'),
      overdue: opinion.answeredAt === undefined && opinion.due < service.clock.now(),
    })),
    proposals: (state.proposals ?? []).map(({ id, act, by, at }) => ({
      id,
      what: pick(describeAct(act, '', ''), locale).replace(/^: /, ''),
      file: 'file' in act ? (act.file?.hash ?? '') : '',
      isResult: act.type === 'correct-result',
      by: by.name,
      at,
      own: by.id === actor.id,
    })),
    hangs: state.process?.status === 'incident',
    history: historyOf(events, release, unitName, locale),
    diagram: diagramView(release, words, { state, events }),
    clock: await clockCard(context, state),
    permitted,
    tasks: tasksOf(state, release, actor, localDate(service.clock.now()), locale),
    waiting: state.tasks.map((task) => ({
      step: task.name,
      unit: unitName(task.unit),
      holder: task.assignee?.name ?? '',
    })),
    prints: await printable(state, events),
    /** One key for one answer of this page: sent twice, done once. */
    key: randomUUID(),
    now: service.clock.now(),
  };
};

export type DossierModel = Awaited<ReturnType<typeof dossierModel>>;
