/** The use cases: what pages, command line, seeds and worker call. */
export type * from './types.ts';
export { createService, type ServiceOptions } from './create.ts';
export type * from './conversion/types.ts';
export type * from './layers/types.ts';
export type { LinkedGroup, LinkedGroups } from './linked/groups.ts';
export type { HeldPaperService } from './held-papers.ts';
export type { PeerService } from './peers.ts';
export type { OpenRegistry, PopulationLookUp, PopulationService } from './population.ts';
export type { QueueKindService } from './queue-kinds.ts';
export type { ReceptionService } from './reception.ts';
export type { GivenRole, StaffService } from './staff.ts';
export type { IncidentOnDossier } from './incidents.ts';
export type { Recount, RecountedDossier } from './recounts.ts';
export {
  mondayOf,
  type DueNext,
  type NewsDecision,
  type NewsItem,
  type NewsService,
  type PublicationWatch,
  type WeekNews,
} from './news.ts';
export type { ReorganisationService, TransferProgress } from './reorganisation/index.ts';
export type { LogVerdict, PublicLogService } from './public-log.ts';
export { demoClock, systemClock, type DemoClock } from './clock.ts';
export { messagesFor } from './notices.ts';
export { findBroughtOrStored } from './find-release.ts';
export { runInThreads, type CatalogueRun, type Verdict, type VerificationService } from './verification/index.ts';
