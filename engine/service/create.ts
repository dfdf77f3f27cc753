import type { ClockPort } from '#engine/clock/index.ts';
import type { Peers } from '#engine/outbox/index.ts';
import type { Store } from '#engine/store/index.ts';
import { examineRelease } from '#engine/verify/index.ts';
import { absenceService } from './absences.ts';
import { reminderService } from './reminders.ts';
import { staffService } from './staff.ts';
import { catalogueReading } from './catalogue.ts';
import { conversionService } from './conversion/index.ts';
import { decisionChecker, type VerifyRelease } from './check.ts';
import { decisions } from './decisions.ts';
import { dossierService } from './dossiers.ts';
import { draftService } from './drafts.ts';
import { heldPaperService } from './held-papers.ts';
import { incidentService } from './incidents.ts';
import { intake } from './intake.ts';
import { layerService } from './layers/index.ts';
import { linkedGroups } from './linked/groups.ts';
import { linkedPeer } from './linked/results.ts';
import { newsService } from './news.ts';
import { noticePeer } from './notices.ts';
import { signalPeer } from './signals.ts';
import { publicLogService } from './public-log.ts';
import { paymentService } from './payments.ts';
import { peerService } from './peers.ts';
import { oneStopService } from './one-stop.ts';
import { populationService, unreachable, type OpenRegistry } from './population.ts';
import { queueKindService } from './queue-kinds.ts';
import { receptionService } from './reception.ts';
import { recountService } from './recounts.ts';
import { releaseCache } from './releases.ts';
import { reorganisationService } from './reorganisation/index.ts';
import { ticker } from './tick.ts';
import type { Service } from './types.ts';
import { organisation } from './units.ts';
import { runHere, verificationService, type StartRunners } from './verification/index.ts';

export interface ServiceOptions {
  readonly store: Store;
  readonly clock: ClockPort;
  /** The checks of a release before it is published; the engine's own unless a test brings others. */
  readonly verify?: VerifyRelease;
  /** Compiled releases kept in memory; about 2,000 fit a province. */
  readonly releasesKept?: number;
  /** Who takes messages that leave; notices go to the applicant's page unless told otherwise. */
  readonly peers?: Peers;
  /** How the declared population database is reached; not at all unless told. */
  readonly population?: OpenRegistry;
  /** Where the catalogue is verified: in threads that open the store for themselves; in this one unless told otherwise. */
  readonly runners?: StartRunners;
}

/** Wires engine and store. Loads units and calendars; everything else is loaded when first asked for. */
export const createService = async ({
  store,
  clock,
  verify = examineRelease,
  releasesKept = 1000,
  peers = {},
  population = unreachable,
  runners = runHere(store),
}: ServiceOptions): Promise<Service> => {
  const units = await organisation(store, clock);
  const releases = releaseCache(store, releasesKept);
  const takingIn = intake(store, releases);
  const linked = linkedGroups(store);
  const reception = receptionService(store, clock, units);
  const held = heldPaperService(store, clock, releases);
  const dossiers = dossierService(store, clock, releases, takingIn, units, linked, reception, held);
  const conversions = conversionService(store, clock, releases, units, dossiers);
  const reorganisations = reorganisationService(store, clock, units, dossiers);
  const recounts = recountService(store, clock, units, dossiers);
  const reminders = reminderService(store, clock, units);
  const outside = peerService(store, dossiers);
  const catalogue = {
    ...catalogueReading(store, clock, releases, takingIn, units),
    ...decisions(store, clock, decisionChecker(store, clock, releases, verify, units)),
  };
  return {
    store,
    clock,
    catalogue,
    dossiers,
    held,
    population: populationService(store, clock, population),
    conversions,
    reorganisations,
    reception,
    queueKinds: queueKindService(store),
    peers: outside,
    payments: paymentService(outside, catalogue, dossiers),
    drafts: draftService(store, clock, releases, takingIn, units, reception, dossiers, linked),
    units,
    oneStop: oneStopService(store),
    linked,
    absences: absenceService(store, clock),
    staff: staffService(store, clock, units),
    reminders,
    incidents: incidentService(store, clock, units),
    recounts,
    news: newsService(store, clock, units),
    layers: layerService(store, clock),
    publicLog: publicLogService(store),
    verification: verificationService(store, clock, runners),
    tick: ticker(store, clock, dossiers, [reorganisations, conversions, recounts, reminders], {
      notice: noticePeer(store),
      signal: signalPeer(store, releases, dossiers),
      'linked-result': linkedPeer(store, dossiers),
      ...peers,
    }),
  };
};
