import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';
import { loadRelease, type Procedure, type Release } from '#engine/definition/index.ts';
import type { DossierState } from '#engine/dossier/index.ts';
import { openSqliteStore, type CatalogueEntry, type DecisionRecord, type Store } from '#engine/store/index.ts';

const opened: { readonly store: Store; readonly folder: string }[] = [];

/** A store in a folder of its own, gone after the test. */
export const freshStore = async (): Promise<{ store: Store; folder: string; file: string }> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'motcua-store-'));
  const file = path.join(folder, 'motcua.sqlite');
  const store = await openSqliteStore({ path: file, filesDir: path.join(folder, 'files') });
  opened.push({ store, folder });
  return { store, folder, file };
};

/** For a test that opens hundreds: not to hold them all until its end. */
export const closeStores = async (): Promise<void> => {
  for (const { store, folder } of opened.splice(0)) {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
};

afterEach(closeStores);

export const procedureOf = (code: string, over: Partial<Procedure> = {}): Procedure =>
  ({
    format: 'motcua/procedure@1',
    code,
    name: { vi: `Thủ tục ${code}` },
    field: { code: 'ho-tich', name: { vi: 'Hộ tịch' } },
    levels: ['commune'],
    authority: {
      deciding: { name: { vi: 'Ủy ban nhân dân cấp xã' }, unit: 'receiving' },
      receiving: [{ level: 'commune' }],
    },
    applicants: ['citizen'],
    channels: ['counter', 'online'],
    timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 3, unit: 'working-day' } }],
    results: [{ id: 'certificate', name: { vi: 'Giấy khai sinh' }, signedFile: true }],
    legalBasis: [{ number: '60/2014/QH13' }],
    none: ['fees', 'checklist', 'cases', 'conditions', 'publicSteps'],
    ...over,
  }) as Procedure;

/** A real release, sealed by the engine's own loader. */
export const releaseOf = (
  code: string,
  number: number,
  over: Partial<Procedure> = {},
  processXml?: string,
): Release => {
  const loaded = loadRelease({
    code,
    number,
    procedureJson: procedureOf(code, { description: { vi: `Bản ${number}` }, ...over }),
    ...(processXml === undefined ? {} : { processXml }),
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems, null, 2));
  return loaded.value;
};

export const recordOf = (number: string, effectiveFrom: string): DecisionRecord => ({
  number,
  decision: {
    format: 'motcua/decision@1',
    number,
    kind: 'publication',
    signedOn: '2021-01-01',
    effectiveFrom,
    items: [{ action: 'repeal', code: '1.000001' }],
  },
  contentHash: '0'.repeat(64),
  status: 'approved',
  author: { id: 'a', name: 'A' },
  createdAt: '2021-01-01T00:00:00.000Z',
});

export const openOf = (
  release: Release,
  effectiveFrom: string,
  decision: string,
): Omit<CatalogueEntry, 'recordedAt' | 'supersededAt'> => ({
  code: release.code,
  number: release.number,
  hash: release.hash,
  name: release.procedure.name.vi,
  field: release.procedure.field.name.vi,
  levels: release.procedure.levels,
  effectiveFrom,
  decision,
});

/** A snapshot that is enough for the store; what it means is not the store's business. */
export const stateOf = (id: string, seq: number, over: Partial<DossierState> = {}): DossierState => ({
  id,
  seq,
  lastHash: `hash-${id}-${seq}`,
  lastAt: '2021-07-01T01:00:00.000Z',
  code: `000.07.201.H02-210701-${id}`,
  procedure: '1.000001',
  releaseNumber: 1,
  releaseHash: 'r',
  status: 'submitted',
  channel: 'online',
  receivingUnit: 'H02.07201',
  decidingUnit: 'H02.07201',
  applicant: { kind: 'citizen', name: 'Nguyễn Thị Đào', account: 'citizen-1' },
  answers: {},
  papers: [],
  fees: [],
  payments: [],
  returnChannel: 'counter',
  submittedAt: '2021-07-01T01:00:00.000Z',
  pauses: [],
  tasks: [],
  timers: [],
  results: [],
  done: [],
  visited: [],
  ...over,
});
