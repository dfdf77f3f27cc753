import type { AbsenceStore } from './ports/absences.ts';
import type { CatalogueStore } from './ports/catalogue.ts';
import type { ConversionStore } from './ports/conversions.ts';
import type { DisclosureStore } from './ports/disclosures.ts';
import type { DossierStore } from './ports/dossiers.ts';
import type { DraftStore } from './ports/drafts.ts';
import type { FileStore } from './ports/files.ts';
import type { IncidentStore } from './ports/incidents.ts';
import type { NationalStore } from './ports/national.ts';
import type { ReorganisationStore, UnitStore } from './ports/organisation.ts';
import type { OutboxStore } from './ports/outbox.ts';
import type { OverviewStore } from './ports/overview.ts';
import type { PeopleStore } from './ports/people.ts';
import type { QueueStore } from './ports/queue.ts';
import type { ReleaseDraftStore } from './ports/release-drafts.ts';
import type { ReleaseStore } from './ports/releases.ts';
import type { ReminderStore } from './ports/reminders.ts';
import type { SettingStore } from './ports/settings.ts';
import type { StudioStore } from './ports/studio.ts';
import type { VerificationStore } from './ports/verifications.ts';

/**
 * The store's port. Asynchronous, so that a PostgreSQL store can stand beside the SQLite one
 * without a change above it. Every write is one transaction.
 */
export interface Store {
  readonly releases: ReleaseStore;
  readonly catalogue: CatalogueStore;
  readonly dossiers: DossierStore;
  readonly drafts: DraftStore;
  readonly releaseDrafts: ReleaseDraftStore;
  readonly national: NationalStore;
  readonly studio: StudioStore;
  readonly units: UnitStore;
  readonly people: PeopleStore;
  readonly files: FileStore;
  readonly outbox: OutboxStore;
  readonly reminders: ReminderStore;
  readonly settings: SettingStore;
  readonly overview: OverviewStore;
  readonly verifications: VerificationStore;
  readonly conversions: ConversionStore;
  readonly absences: AbsenceStore;
  readonly incidents: IncidentStore;
  /** Numbers taken and called at counters. */
  readonly queue: QueueStore;
  readonly reorganisations: ReorganisationStore;
  /** Who was shown what of whom, and for which application. */
  readonly disclosures: DisclosureStore;
  /**
   * Grows with every change of what is kept in memory above: catalogue, releases, shared definitions, units,
   * settings named `calendar.…`; by whichever process. Cheap enough for every request.
   */
  catalogueVersion(): Promise<number>;
  close(): Promise<void>;
}

export type * from './ports/absences.ts';
export type * from './ports/catalogue.ts';
export type * from './ports/conversions.ts';
export type * from './ports/disclosures.ts';
export type * from './ports/dossiers.ts';
export type * from './ports/drafts.ts';
export type * from './ports/files.ts';
export type * from './ports/incidents.ts';
export type * from './ports/national.ts';
export type * from './ports/organisation.ts';
export type * from './ports/outbox.ts';
export type * from './ports/overview.ts';
export type * from './ports/people.ts';
export type * from './ports/queue.ts';
export type * from './ports/release-drafts.ts';
export type * from './ports/releases.ts';
export type * from './ports/reminders.ts';
export type * from './ports/settings.ts';
export type * from './ports/studio.ts';
export type * from './ports/verifications.ts';
export type * from './ports/work.ts';
export type { Actor } from '#engine/dossier/index.ts';
