import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, startOfDay, type Instant } from '#engine/clock/index.ts';
import { loadRelease, type Decision, type Release } from '#engine/definition/index.ts';
import { openSqliteStore, type DecisionRecord } from '#engine/store/index.ts';
import { must } from '#seeds/index.ts';
import { measure, print } from './measure.ts';
import { codeOf, realReleases } from './province.ts';

const PROCEDURES = 2000;
const RELEASES = 50;
const FIRST = '2019-01-01';
/** Days between two releases of a procedure, and from a decision's being recorded to its effect. */
const [EVERY, AHEAD] = [60, 10] as const;

/**
 * A catalogue of 2,000 procedures with fifty releases each, asked on both time axes: any day, as known on any day. The
 * releases are small: the catalogue's rows do not hold them.
 */
export const benchCatalogue = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const store = await openSqliteStore({ path: join(folder, 'motcua.sqlite'), filesDir: join(folder, 'files') });
  const real = realReleases();
  const started = performance.now();
  for (let number = 1; number <= RELEASES; number += 1) {
    const recorded = addDays(FIRST, (number - 1) * EVERY);
    const effectiveFrom = addDays(recorded, AHEAD);
    const releases = Array.from({ length: PROCEDURES }, (_, index) => small(real, index, number));
    const record = recordOf(number, recorded, effectiveFrom, releases);
    must('save', await store.catalogue.saveDecision(record, releases));
    const at = startOfDay(effectiveFrom);
    const since = startOfDay(addDays(effectiveFrom, -EVERY));
    must(
      'apply',
      await store.catalogue.apply(
        record,
        {
          close:
            number === 1
              ? []
              : releases.map(({ code }) => ({ code, effectiveFrom: since, at, endedBy: record.number })),
          open: releases.map(({ code, hash, procedure }) => ({
            code,
            number,
            hash,
            name: procedure.name.vi,
            field: procedure.field.name.vi,
            levels: procedure.levels,
            effectiveFrom: at,
            decision: record.number,
          })),
        },
        startOfDay(recorded),
      ),
    );
  }
  console.log(
    `${String(PROCEDURES)} procedures × ${String(RELEASES)} releases, written in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  const day = (): Instant => startOfDay(addDays(FIRST, AHEAD + Math.floor(Math.random() * RELEASES * EVERY)));
  const any = (): string => codeOf(Math.floor(Math.random() * PROCEDURES));
  const { catalogue } = store;
  const found = (entries: readonly unknown[]): void => {
    if (entries.length !== PROCEDURES) throw new Error(`${String(entries.length)} in force`);
  };
  const options = { runs: 200, warmup: 5 };
  print(await measure('list, any day, as known now', async () => found(await catalogue.allInForce(day())), options));
  print(
    await measure(
      'list, any day, as known on any later day',
      async () => {
        const [one, other] = [day(), day()].sort() as [Instant, Instant];
        found(await catalogue.allInForce(one, other));
      },
      options,
    ),
  );
  print(await measure('one procedure, any day, as known now', () => catalogue.inForce(any(), day()), options));
  print(await measure('one procedure, as known on any day', () => catalogue.inForce(any(), day(), day()), options));
  print(await measure('history of one procedure', () => catalogue.history(any()), options));
  const page = { text: 'dang ky khai sinh', limit: 20, offset: 0 };
  print(await measure('search, any day, as known now', () => catalogue.search({ ...page, asOf: day() }), options));
  print(
    await measure(
      'search, any day, as known on any day',
      () => catalogue.search({ ...page, asOf: day(), knownAt: day() }),
      options,
    ),
  );
  await store.close();
  rmSync(folder, { recursive: true, force: true });
};

const small = (real: readonly Release[], index: number, number: number): Release => {
  const base = real[index % real.length];
  if (!base) throw new Error('no real releases');
  const { name, field, levels, authority, applicants, legalBasis } = base.procedure;
  const loaded = loadRelease({
    code: codeOf(index),
    number,
    procedureJson: {
      format: 'motcua/procedure@1',
      code: codeOf(index),
      name: { vi: `${name.vi} (số ${String(index)})` },
      field,
      levels,
      authority,
      applicants,
      channels: ['counter'],
      timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: number, unit: 'working-day' } }],
      results: [{ id: 'result', name: { vi: 'Kết quả' }, signedFile: true }],
      legalBasis,
      none: ['fees', 'checklist', 'cases', 'conditions', 'publicSteps'],
    },
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.value;
};

const recordOf = (
  number: number,
  signedOn: string,
  effectiveFrom: string,
  releases: readonly Release[],
): DecisionRecord => {
  const decision: Decision = {
    format: 'motcua/decision@1',
    number: `${String(number)}/QĐ-UBND`,
    kind: 'publication',
    signedOn,
    effectiveFrom,
    items: releases.map((release) => ({
      action: number === 1 ? 'add' : 'amend',
      code: release.code,
      release: release.number,
    })),
  };
  return {
    number: decision.number,
    decision,
    contentHash: '0'.repeat(64),
    status: 'approved',
    author: { id: 'a', name: 'A' },
    createdAt: startOfDay(signedOn),
  };
};
