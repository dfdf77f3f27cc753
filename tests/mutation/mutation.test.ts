import { beforeAll, describe, expect, it } from 'vitest';
import { releaseHash, type Release } from '#engine/definition/index.ts';
import { prepareSubject, replayWitness, verifyRelease } from '#engine/verify/index.ts';
import { soundEdits } from './edits/index.ts';
import { faultKinds } from './faults/index.ts';
import { draftOf, loadStock, type Stock } from './sound.ts';
import { alarmsOf, caughtOf, missesOf } from './table.ts';
import { seedEdits, seedFaults, type Trial } from './trial.ts';
import type { FaultKind, SoundEdit } from './types.ts';

/** A sample of what `npm run mutation` measures with a thousand of each. */
const FAULTS = 100;
const EDITS = 40;
const SEED = 20_211_126;

const stock: Stock = loadStock();

describe('the procedures of the demo', () => {
  it('verify without an error as they are, with units and people', async () => {
    for (const { release, shared, name } of stock.sounds) {
      const problems = await verifyRelease(release, shared, stock.context);
      expect(
        problems.filter(({ severity }) => severity === 'error').map(({ code, path }) => `${code} ${path}`),
        name,
      ).toEqual([]);
    }
  });
});

describe('faults that are seeded', () => {
  let faults: readonly Trial<FaultKind>[] = [];
  beforeAll(async () => {
    faults = await seedFaults(faultKinds, stock, FAULTS, SEED);
  }, 120_000);

  it('are of at least 25 kinds, each in some place', () => {
    expect(new Set(faultKinds.map(({ name }) => name)).size).toBe(faultKinds.length);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(faultKinds.length);
    expect(faultKinds.length).toBeGreaterThanOrEqual(25);
  });

  it('are caught in 95 of 100, each by a code that names it at its place', () => {
    const missed = missesOf({ seed: SEED, faults, edits: [] });
    expect(caughtOf(faults) / faults.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are shown, where an error has an example, by what the engine does too', async () => {
    let shown = 0;
    for (const { kind, draft, examined, fresh } of faults) {
      if (!examined.release) continue;
      const subject = await prepareSubject(examined.release, draft.shared, draft.context);
      for (const { code, path, witness } of fresh) {
        if (!witness) continue;
        const { run } = replayWitness(subject, witness);
        const about = `${kind.name}: ${code} ${path}`;
        shown += 1;
        if (!run) continue;
        expect(run.refusedStep, about).toBeUndefined();
        expect([run.elements, run.flows], about).toEqual([witness.elements, witness.flows]);
      }
    }
    expect(shown).toBeGreaterThan(20);
  });

  it('are the same for the same seed, and others for another', async () => {
    const kinds = faultKinds.slice(0, 4);
    const places = async (seed: number): Promise<readonly string[]> =>
      (await seedFaults(kinds, stock, 12, seed)).map(({ kind, sound, caught }) =>
        [kind.name, sound.name, caught?.path].join(' '),
      );
    expect(await places(7)).toEqual(await places(7));
    expect(await places(7)).not.toEqual(await places(8));
  });
});

describe('changes that leave a release sound', () => {
  let edits: readonly Trial<SoundEdit>[] = [];
  beforeAll(async () => {
    edits = await seedEdits(soundEdits, stock, EDITS, SEED);
  }, 120_000);

  it('are of at least 10 kinds, and each changes the release', () => {
    expect(new Set(edits.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(10);
    for (const { kind, sound, draft } of edits) expect(hashOf(draft), kind.name).not.toBe(hashOf(draftOf(sound, {})));
  });

  it('raise no alarm', () => {
    expect(alarmsOf(edits), missesOf({ seed: SEED, faults: [], edits }).join('\n')).toBe(0);
  });
});

const hashOf = ({ procedure, form, process, templates }: Trial<unknown>['draft']): string =>
  releaseHash({
    procedure,
    ...(form ? { form } : {}),
    ...(process === undefined ? {} : { process }),
    templates,
  } satisfies Pick<Release, 'procedure' | 'form' | 'process' | 'templates'>);
