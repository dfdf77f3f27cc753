import { join } from 'node:path';
import type { SharedDefinitions } from '#engine/definition/index.ts';
import { createService, runInThreads, type CatalogueRun, type Service } from '#engine/service/index.ts';
import { verifyRelease } from '#engine/verify/index.ts';
import { must } from '#seeds/index.ts';
import { bigStore, publish, type BigStore } from './big-store.ts';
import { benchPagesMeanwhile } from './verify-pages.ts';
import { measure, print, summarize } from './measure.ts';
import { realReleases, realShared, variedRelease } from './province.ts';

const SIZE = 2000;

/** One release at a time: what an author waits for. */
const eachRelease = async (): Promise<void> => {
  const shared = realShared();
  const medians: number[] = [];
  for (const release of realReleases()) {
    const measured = await measure(
      `  ${release.code}/${String(release.number)}`,
      () => verifyRelease(release, shared, { asOf: '2021-07-15' }),
      { runs: 7, warmup: 2 },
    );
    medians.push(measured.median);
    if (measured.median === Math.max(...medians)) print(measured, 'slowest so far');
  }
  print(summarize('one release (medians of all real ones)', medians), 'typical < 200 ms, largest < 500 ms');
};

const line = (name: string, { verified, reused, ms, total }: CatalogueRun): void => {
  console.log(
    `${name.padEnd(58)} ${(ms / 1000).toFixed(1).padStart(6)} s  verified ${String(verified)}, known ${String(reused)}, of ${String(total)}`,
  );
};

const runOf = async (service: Service, all = false): Promise<CatalogueRun> =>
  (await service.verification.begin({ all })).finished;

/** The whole catalogue from nothing, then again after one change of each kind. */
const catalogue = async (big: BigStore): Promise<void> => {
  const place = { path: join(big.folder, 'motcua.sqlite'), filesDir: join(big.folder, 'files') };
  const serviceWith = (threads: number): Promise<Service> =>
    createService({ store: big.store, clock: big.clock, runners: runInThreads(place, threads) });
  const two = await serviceWith(2);
  line('all, two threads (peer: one thread, below)', await runOf(two));
  line('nothing changed', await runOf(two));

  const [release] = big.real;
  if (release) await publishAgain(big, 7);
  line('one release followed by another', await runOf(two));

  must(
    'shared',
    await big.store.releases.addShared({ groups: {}, codeLists: newVersionOf(await big.store.releases.shared()) }),
  );
  line('a new version of a list, which no release reads yet', await runOf(two));

  const units = await big.store.units.all('2021-07-15');
  const commune = units.find(({ level, counter }) => level === 'commune' && counter);
  const office = units.find(({ level, counter }) => level === 'province' && counter);
  for (const unit of [office, commune]) {
    if (!unit) continue;
    const held = (await big.store.people.held('2021-07-15'))
      .filter((row) => row.unit === unit.code)
      .map(({ role }) => role);
    const role =
      (['leader', 'head', 'officer', 'agency-author'] as const).find((one) => !held.includes(one)) ?? 'admin';
    must(
      'people',
      await big.store.people.put(
        [{ id: `bench-${unit.code}`, name: 'Người mới', kind: 'staff', login: `bench.${unit.code}` }],
        [{ person: `bench-${unit.code}`, unit: unit.code, role, from: '2021-07-01' }],
      ),
    );
    line(`a first ${role} at ${unit.level} unit ${unit.code}`, await runOf(two));
  }
  line('everything again, one thread', await runOf(await serviceWith(1), true));
};

const publishAgain = (big: BigStore, index: number): Promise<void> => {
  const release = variedRelease(big.real, index, 2);
  return publish(
    big.service,
    {
      format: 'motcua/decision@1',
      number: '9901/QĐ-UBND',
      kind: 'publication',
      signedOn: '2021-07-14',
      signer: { name: 'Người ký' },
      effectiveFrom: '2021-07-15',
      items: [{ action: 'amend', code: release.code, release: 2, inFlight: { policy: 'keep' } }],
    },
    [release],
  );
};

const newVersionOf = ({ codeLists }: SharedDefinitions): SharedDefinitions['codeLists'] => {
  const [first] = Object.values(codeLists);
  if (!first) throw new Error('no code lists');
  const name = `${first.name.split('@')[0] ?? ''}@2099`;
  return { [name]: { ...first, name } };
};

export const benchVerify = async (): Promise<void> => {
  await eachRelease();
  const big = await bigStore(SIZE);
  try {
    await catalogue(big);
    await big.store.close();
    await benchPagesMeanwhile(big);
  } finally {
    await big.remove().catch(() => undefined);
  }
};
