import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadRelease, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
import { prepareSubject, verifyRelease } from '#engine/verify/index.ts';
import { loadDefinitions } from '#seeds/index.ts';
import { soundEdits } from '../mutation/edits/index.ts';
import { faultKinds } from '../mutation/faults/index.ts';
import { random } from '../mutation/random.ts';
import { loadStock } from '../mutation/sound.ts';
import { seedEdits, seedFaults, type Trial } from '../mutation/trial.ts';
import { holds, one } from './run-dossier.ts';

/**
 * For any release that verifies without errors and any valid answers and outcomes: the dossier runs to
 * its end, no expression fails, no gateway is stuck, every fee can be told.
 */
const definitions = loadDefinitions();
const { shared } = definitions;
const releases = [...definitions.releases.values()];

describe('a release that verifies', () => {
  it.each(releases.map((release) => [`${release.code}/${release.number}`, release] as const))(
    '%s: every dossier runs to its end',
    async (_, release) => {
      const subject = await prepareSubject(release, shared, {});
      let dossiers = 0;
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (seed) => {
          if (holds(subject, seed)) dossiers += 1;
        }),
        { numRuns: 40 },
      );
      expect(dossiers).toBeGreaterThan(5);
    },
  );
});

type Json = Record<string, unknown>;

/** One small change somewhere in the release; most are faults, some are not. */
const mutate = (release: Release, pick: (count: number) => number): Release | undefined => {
  const procedure = structuredClone(release.procedure) as unknown as Json;
  const form = structuredClone(release.form) as unknown as Json | undefined;
  let process = release.process;
  const objects = (value: unknown, wanted: (object: Json) => boolean): Json[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inner = Object.values(value).flatMap((each) => objects(each, wanted));
    return !Array.isArray(value) && wanted(value as Json) ? [value as Json, ...inner] : inner;
  };
  const text = (source: string): string => {
    const changes: ((source: string) => string)[] = [
      (each) => each.replace('!=', '='),
      (each) => each.replace(/(?<![!<>])=/, '!='),
      (each) => each.replace('<=', '<'),
      (each) => each.replace(/(\d+)/, (digits) => String(Number(digits) + 1)),
      (each) => each.replace('true', 'false'),
      (each) => `not(${each})`,
    ];
    return one(changes, pick)?.(source) ?? source;
  };
  switch (pick(6)) {
    case 0: {
      const question = one(
        objects(form, (each) => each.required === true),
        pick,
      );
      if (question) delete question.required;
      break;
    }
    case 1: {
      const row = one(
        [
          ...objects(form, (each) => typeof each.when === 'string'),
          ...objects(procedure, (each) => typeof each.when === 'string'),
        ],
        pick,
      );
      if (row) row.when = text(String(row.when));
      break;
    }
    case 2: {
      const row = one(
        objects(form, (each) => typeof each.when === 'string'),
        pick,
      );
      if (row) delete row.when;
      break;
    }
    case 3:
      process = process?.replace(/ default="[^"]*"/, '');
      break;
    case 4: {
      const conditions = process?.match(/(?<=tFormalExpression">)[^<]+/g) ?? [];
      const condition = one(conditions, pick);
      if (condition !== undefined) process = process?.replace(condition, text(condition));
      break;
    }
    default: {
      const fee = one(
        objects(procedure, (each) => typeof each.amount === 'string'),
        pick,
      );
      if (fee) fee.amount = `${String(fee.amount)} - 1000`;
    }
  }
  const loaded = loadRelease({
    code: release.code,
    number: release.number,
    procedureJson: procedure,
    ...(form ? { formJson: form } : {}),
    ...(process === undefined ? {} : { processXml: process }),
    templates: release.templates,
  });
  return loaded.ok ? loaded.value : undefined;
};

const verifies = async (release: Release, known: SharedDefinitions): Promise<boolean> =>
  !(await verifyRelease(release, known)).some(({ severity }) => severity === 'error');

describe('a release that was changed at random', () => {
  it('still runs every dossier to its end, when it still verifies', async () => {
    let clean = 0;
    let dossiers = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: releases.length - 1 }),
        fc.integer({ min: 1, max: 2_000_000_000 }),
        async (at, seed) => {
          const release = releases[at];
          const changed = release && mutate(release, random(seed));
          if (!changed || !(await verifies(changed, shared))) return;
          clean += 1;
          const subject = await prepareSubject(changed, shared, {});
          for (let run = 0; run < 12; run += 1) if (holds(subject, seed + run)) dossiers += 1;
        },
      ),
      { numRuns: 120 },
    );
    expect(clean).toBeGreaterThan(20);
    expect(dossiers).toBeGreaterThan(50);
  }, 120_000);
});

/** Dossiers of every release among these that has no error. */
const runAccepted = async (
  trials: readonly Trial<{ readonly name: string }>[],
): Promise<{ readonly accepted: number; readonly dossiers: number }> => {
  let [accepted, dossiers] = [0, 0];
  for (const { kind, sound, draft, examined } of trials) {
    if (!examined.release || examined.problems.some(({ severity }) => severity === 'error')) continue;
    accepted += 1;
    const subject = await prepareSubject(examined.release, draft.shared, draft.context);
    for (let seed = 1; seed <= 6; seed += 1)
      if (holdsFor(`${kind.name} in ${sound.name}`, subject, seed)) dossiers += 1;
  }
  return { accepted, dossiers };
};

const holdsFor = (what: string, ...[subject, seed]: Parameters<typeof holds>): boolean => {
  try {
    return holds(subject, seed);
  } catch (cause) {
    throw new Error(what, { cause });
  }
};

describe('a release in which a fault was seeded', () => {
  it('still runs every dossier to its end, where the fault is no error', async () => {
    // Kinds that are told by a warning, or not at all, are those that may be published.
    const mild = faultKinds.filter(({ severity }) => severity === 'warning');
    const { accepted, dossiers } = await runAccepted([
      ...(await seedFaults(mild, loadStock(), 30, 3)),
      ...(await seedFaults(faultKinds, loadStock(), 30, 5)),
    ]);
    expect(accepted).toBeGreaterThan(12);
    expect(dossiers).toBeGreaterThan(24);
  }, 120_000);

  it('runs every dossier to its end, where it was changed and stayed sound', async () => {
    const { accepted, dossiers } = await runAccepted(await seedEdits(soundEdits, loadStock(), 30, 9));
    expect(accepted).toBe(30);
    expect(dossiers).toBeGreaterThan(50);
  }, 120_000);
});
