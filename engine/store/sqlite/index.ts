import { mkdir } from 'node:fs/promises';
import type { Store } from '../port.ts';
import { absenceStore } from './absences.ts';
import { catalogueReader } from './catalogue-read.ts';
import { catalogueWriter } from './catalogue-write.ts';
import { conversionStore } from './conversions.ts';
import { connect } from './connection.ts';
import { decisionStore } from './decisions.ts';
import { disclosureStore } from './disclosures.ts';
import { dossierStore } from './dossiers.ts';
import { draftStore } from './drafts.ts';
import { fileStore } from './files.ts';
import { incidentStore } from './incidents.ts';
import { nationalStore } from './national.ts';
import { outboxStore } from './outbox.ts';
import { reminderStore } from './reminders.ts';
import { directory } from './people.ts';
import { queueStore } from './queue.ts';
import { releaseDraftStore } from './release-drafts.ts';
import { releaseStore } from './releases.ts';
import { reorganisationStore } from './reorganisations.ts';
import { catalogueSearch } from './search.ts';
import { sessionStore } from './sessions.ts';
import { settingStore } from './settings.ts';
import { studioStore } from './studio.ts';
import { unitStore } from './units.ts';
import { verificationStore } from './verifications.ts';
import { overviewStore } from './watch.ts';
import { Writer } from './writer.ts';

/**
 * Opens (creating and migrating where needed) the SQLite store at `path`, files beside it in
 * `filesDir`. Throws when the durability it promises does not hold. Several processes may open it:
 * writes wait for each other without blocking reads.
 */
export const openSqliteStore = async (given: { readonly path: string; readonly filesDir: string }): Promise<Store> => {
  await mkdir(given.filesDir, { recursive: true });
  const { db, orm } = connect(given.path);
  const writer = new Writer(db);
  const version = db.prepare<[], number>('SELECT version FROM catalogue_version WHERE id = 1').pluck();
  return {
    releases: releaseStore(db, orm, writer),
    catalogue: {
      ...catalogueReader(db),
      ...catalogueWriter(db, writer),
      ...decisionStore(db, writer),
      search: catalogueSearch(db),
    },
    dossiers: dossierStore(db, writer),
    drafts: draftStore(db, writer),
    releaseDrafts: releaseDraftStore(db, writer),
    national: nationalStore(db, writer),
    studio: studioStore(db, writer),
    units: unitStore(orm, writer),
    people: { ...directory(orm, writer), ...sessionStore(db, writer) },
    files: fileStore(db, writer, given.filesDir),
    outbox: outboxStore(db, writer),
    reminders: reminderStore(db, writer),
    settings: settingStore(db, writer),
    overview: overviewStore(db),
    verifications: verificationStore(db, writer),
    conversions: conversionStore(db, writer),
    absences: absenceStore(db, writer),
    incidents: incidentStore(db, writer),
    queue: queueStore(db, writer),
    reorganisations: reorganisationStore(db, writer),
    disclosures: disclosureStore(db, writer),
    catalogueVersion: async () => version.get() ?? 0,
    close: async () => {
      db.close();
    },
  };
};
