import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { createService, runInThreads } from '#engine/service/index.ts';
import { seed, seedClock } from '#seeds/index.ts';
import { freshStore } from '../store/fixtures.ts';

const stage = async () => {
  const { store, folder, file } = await freshStore();
  await seed({ store }, { dossiers: false });
  const clock = seedClock(at('2021-07-15', '09:00'));
  return { store, clock, place: { path: file, filesDir: join(folder, 'files') } };
};

describe('verification of the catalogue in force', { timeout: 120_000 }, () => {
  it('looks at everything once, and then only at what a change can affect', async () => {
    const { store, clock } = await stage();
    const service = await createService({ store, clock });
    const first = await (await service.verification.begin()).finished;
    expect(first).toMatchObject({ status: 'done', reused: 0, withErrors: 0 });
    expect(first.verified).toBe(first.total);
    const restarted = await createService({ store, clock });
    expect(await (await restarted.verification.begin()).finished).toMatchObject({ verified: 0, reused: first.total });
    expect((await restarted.verification.run())?.changed).toBe(false);
  });

  it('finds in threads what it finds without them', async () => {
    const { store, clock, place } = await stage();
    const threaded = await createService({ store, clock, runners: runInThreads(place, 2) });
    await (
      await threaded.verification.begin()
    ).finished;
    const found = await threaded.verification.findings();
    const plain = await createService({ store, clock });
    await (
      await plain.verification.begin({ all: true })
    ).finished;
    const again = await plain.verification.findings();
    const told = (rows: typeof found) => rows.map(({ entry, verification }) => [entry.code, verification?.problems]);
    expect(told(found)).toEqual(told(again));
    expect(found.every(({ verification }) => verification)).toBe(true);
  });

  it('is joined by whoever asks meanwhile, and ends when it is cancelled, keeping what it found', async () => {
    const { store, clock, place } = await stage();
    const service = await createService({ store, clock, runners: runInThreads(place, 1) });
    const { finished } = await service.verification.begin({
      onVerdicts: () => service.verification.cancel(),
    });
    const joined = await service.verification.begin();
    const run = await finished;
    expect(await joined.finished).toEqual(run);
    expect(run.status).toBe('cancelled');
    expect(run.verified).toBeGreaterThan(0);
    expect(run.verified).toBeLessThan(run.total);
    expect(await (await service.verification.begin()).finished).toMatchObject({ status: 'done', reused: run.verified });
  });

  it('verifies one procedure when its page is opened', async () => {
    const { store, clock } = await stage();
    const service = await createService({ store, clock });
    const found = await service.verification.ofProcedure('1.001193');
    expect(found?.entry.code).toBe('1.001193');
    expect(await service.verification.ofProcedure('0.000000')).toBeUndefined();
  });
});
