import type { AppLoadContext } from '@remix-run/node';
import { awaitsArrival, competentUnit, describeEvent, type DossierState } from '#engine/dossier/index.ts';
import { diagramView } from '#app/components/diagram/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import { allPlaces } from '../intake/places.ts';
import { unitNames } from '../unit-names.ts';
import { answerPages } from './answer-rows.ts';
import { givenResults } from './given-results.ts';
import { publicSteps } from './public-steps.ts';

const CLOSED: ReadonlySet<DossierState['status']> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);

const METHODS = ['counter', 'bank', 'online'] as const;

/** Events of no interest to the applicant. */
const INNER = new Set(['process-advanced', 'task-claimed']);

/** How far it has come, for those who only know the code: whole tens of a percent. */
export const degreeOf = async (context: AppLoadContext, state: DossierState): Promise<number> => {
  if (CLOSED.has(state.status)) return 100;
  const { graph } = await context.service.catalogue.release(state.releaseHash);
  const work = graph.nodes.filter((node) => /task$/i.test(node.kind));
  const done = work.filter((node) => state.visited.includes(node.id)).length;
  return work.length === 0 ? 0 : Math.round((done / work.length) * 10) * 10;
};

/** What was handed in at the same visit, as its owner reads it. */
const togetherOf = async ({ service }: AppLoadContext, state: DossierState, locale: Locale) => {
  if (!state.together) return null;
  const others = await Promise.all(state.together.dossiers.map(({ id }) => service.dossiers.byId(id)));
  return {
    group: state.together.group ? pick(state.together.group.name, locale) : null,
    dossiers: await Promise.all(
      others
        .filter((other) => other !== undefined)
        .map(async (other) => ({
          code: other.code,
          name: pick((await service.catalogue.release(other.releaseHash)).release.procedure.name, locale),
          status: other.status,
          due: other.promised?.due ?? null,
          own: other.id === state.id,
        })),
    ),
  };
};

/** All of a dossier that its owner sees. */
export const followView = async (context: AppLoadContext, state: DossierState, locale: Locale) => {
  const { service } = context;
  const prepared = await service.catalogue.release(state.releaseHash);
  const events = await service.dossiers.events(state.id);
  const { procedure } = prepared.release;
  const unitName = await unitNames(context, state);
  const paperName = (id: string): string => {
    const found = procedure.checklist?.find((paper) => paper.id === id);
    return found ? pick(found.name, locale) : id;
  };
  const feeName = (id: string): string => {
    const found = procedure.fees?.find((fee) => fee.id === id);
    return found ? pick(found.name, locale) : id;
  };
  const tasks = state.tasks.map((task) => ({
    id: task.id,
    name: task.name,
    unit: unitName(task.unit),
    dueAt: task.dueAt ?? null,
  }));
  const asked = state.supplement && !state.supplement.suppliedAt ? state.supplement : undefined;
  return {
    code: state.code,
    procedure: state.procedure,
    name: pick(procedure.name, locale),
    status: state.status,
    closed: CLOSED.has(state.status),
    closedReason: state.closedReason ?? null,
    channel: state.channel,
    applicant: state.applicant.name,
    unit: unitName(state.receivingUnit),
    elsewhere: state.nonTerritorial
      ? {
          competent: unitName(competentUnit(state)),
          clockStart: state.nonTerritorial.clockStart,
          arrivedAt: state.nonTerritorial.arrivedAt ?? null,
          onTheWay: awaitsArrival(state),
        }
      : null,
    submittedAt: state.submittedAt,
    acceptedAt: state.acceptedAt ?? null,
    finishedAt: state.finishedAt ?? null,
    returnedAt: state.returnedAt ?? null,
    time: service.dossiers.timeLeft({
      status: state.status,
      receivingUnit: state.receivingUnit,
      ...(state.nonTerritorial ? { nonTerritorial: state.nonTerritorial } : {}),
      ...(state.promised ? { promised: state.promised } : {}),
    }),
    promised: state.promised ?? null,
    tasks,
    steps: state.acceptedAt
      ? publicSteps(
          prepared.graph,
          diagramView(prepared, staffTextsFor(locale).diagram, { state, events }).steps,
          CLOSED.has(state.status) || state.status === 'finished',
        ).map(({ id, name, state: standing }) => ({ id, name, standing }))
      : [],
    ask: asked
      ? {
          askedAt: asked.askedAt,
          reason: asked.reason,
          papers: asked.papers.map((paper) => ({ name: paperName(paper.paper), what: paper.what })),
        }
      : null,
    question: state.question && !state.question.answer ? { until: state.question.until } : null,
    /** What kept the office from working while the dossier's time ran: it explains, it does not prolong. */
    incidents: (await service.incidents.onDossier(state)).map(({ id, kind, from, to, ground }) => ({
      id,
      kind,
      from,
      to: to ?? null,
      ground,
    })),
    owed: (await service.payments.owed(state)).map(({ fee, name, amount, kind, reason }) => ({
      fee,
      name: pick(name, locale),
      amount,
      kind,
      reason: reason ?? '',
    })),
    paid: state.payments.map(({ fee, amount, method, reference, at }, index) => ({
      key: `${fee} ${index}`,
      name: feeName(fee),
      amount,
      method: METHODS.find((each) => each === method) ?? 'counter',
      reference: reference ?? '',
      at,
    })),
    together: await togetherOf(context, state, locale),
    results: givenResults(state).map((result) => ({
      name: result.name,
      hash: result.file.hash,
      file: result.file.name,
      number: result.number ?? null,
      refusal: result.refusal,
    })),
    pages: answerPages(prepared.form, state.answers, await allPlaces(context, locale), locale),
    papers: state.papers.map((paper) => ({
      name: paperName(paper.paper),
      files: paper.files.map(({ hash, name }) => ({ hash, name })),
    })),
    log: await Promise.all(
      events
        .filter((event) => !INNER.has(event.type))
        .map(async (event) => ({
          seq: event.seq,
          at: event.occurredAt,
          text: pick(describeEvent(event, prepared), locale),
          // The office, not the person: who handled it is the office's affair.
          by:
            event.actor.kind === 'staff' && event.actor.unit
              ? unitName(event.actor.unit, event.occurredAt)
              : event.actor.kind === 'citizen'
                ? event.actor.name
                : null,
        })),
    ).then((rows) => rows.reverse()),
  };
};
