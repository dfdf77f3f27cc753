import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { at } from '#engine/clock/index.ts';
import type { Decision, Release } from '#engine/definition/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { createService, type Service } from '#engine/service/index.ts';
import { openSqliteStore, type Store } from '#engine/store/index.ts';
import { demoAccounts, must, seed, seedClock, type SeedClock } from '#seeds/index.ts';
import { realReleases, variedRelease } from './province.ts';

/** A store on disk with the demo's units and people and `size` more procedures in force. */
export interface BigStore {
  readonly folder: string;
  readonly store: Store;
  readonly service: Service;
  readonly clock: SeedClock;
  readonly real: readonly Release[];
  readonly size: number;
  remove(): Promise<void>;
}

export const staff = (login: string): Actor => {
  const account = demoAccounts.find((one) => one.login === login);
  if (!account) throw new Error(`no demo account ${login}`);
  const { id, name, unit, roles } = account;
  return { kind: 'staff', id, name, ...(unit === undefined ? {} : { unit }), roles };
};

/** Proposes, approves and applies as two people. */
export const publish = async (service: Service, decision: Decision, releases: readonly Release[]): Promise<void> => {
  const author = staff('vanphong.soan');
  const proposed = must('propose', await service.catalogue.propose({ decision, releases }, author));
  must('approve', await service.catalogue.approve(decision.number, proposed.contentHash, staff('vanphong.duyet')));
  must('apply', await service.catalogue.apply(decision.number, author));
};

export const bigStore = async (size: number): Promise<BigStore> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const store = await openSqliteStore({ path: join(folder, 'motcua.sqlite'), filesDir: join(folder, 'files') });
  await seed({ store }, { dossiers: false });
  const clock = seedClock(at('2021-06-10', '08:00'));
  const service = await createService({ store, clock, releasesKept: 4000 });
  const real = realReleases();
  const releases = Array.from({ length: size }, (_, index) => variedRelease(real, index, 1));
  await publish(
    service,
    {
      format: 'motcua/decision@1',
      number: '9900/QĐ-UBND',
      kind: 'publication',
      signedOn: '2021-06-09',
      signer: { name: 'Người ký' },
      effectiveFrom: '2021-06-20',
      items: releases.map(({ code }) => ({ action: 'add' as const, code, release: 1 })),
    },
    releases,
  );
  clock.stand(at('2021-07-15', '09:00'));
  return {
    folder,
    store,
    service,
    clock,
    real,
    size,
    remove: async () => {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
