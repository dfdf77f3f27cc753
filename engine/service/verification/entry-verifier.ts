import { setImmediate as nextTurn } from 'node:timers/promises';
import { localDate } from '#engine/clock/index.ts';
import type { Store, Verification } from '#engine/store/index.ts';
import { concernsKey, concernsOf, verifyRelease, type Surroundings } from '#engine/verify/index.ts';
import type { EntryRef, Round, Verdict } from './types.ts';

/** Looks at releases in force one after another; findings are kept under the key of all they follow from. */
export const entryVerifier = async (
  store: Store,
  round: Round,
): Promise<(entries: readonly EntryRef[]) => Promise<readonly Verdict[]>> => {
  const [shared, units, people] = await Promise.all([
    store.releases.shared(),
    store.units.all(round.today),
    store.people.held(round.today),
  ]);
  const surroundings: Surroundings = { shared, units: units.map(asVerified), people, today: round.today };

  const verify = async (entry: EntryRef): Promise<{ readonly verdict: Verdict; readonly fresh?: Verification }> => {
    const { code, number } = entry;
    const release = await store.releases.byNumber(code, number);
    if (!release) throw new Error(`release ${code}/${String(number)} is not stored`);
    const prior = await priorOf(store, entry);
    const concerns = concernsOf(release, localDate(entry.effectiveFrom), surroundings, prior);
    const key = concernsKey(release, concerns, round.checks);
    const known = await store.verifications.of(code, number);
    if (known?.key === key && !round.all) return { verdict: verdictOf(known, true) };
    const started = performance.now();
    const problems = await verifyRelease(release, concerns.shared, {
      ...concerns.context,
      // A number never changes what it names: the key need not say it.
      called: store.releases.byNumber,
    });
    const ms = performance.now() - started;
    const fresh: Verification = { code, number, key, problems, ms, verifiedAt: round.now };
    return { verdict: verdictOf(fresh, false), fresh };
  };

  return async (entries) => {
    const results: { readonly verdict: Verdict; readonly fresh?: Verification }[] = [];
    for (const entry of entries) {
      results.push(await verify(entry));
      // Where it runs beside requests, these go on between two releases.
      await nextTurn();
    }
    const fresh = results.flatMap((result) => result.fresh ?? []);
    if (fresh.length > 0) await store.verifications.put(fresh);
    return results.map(({ verdict }) => verdict);
  };
};

/** Only what the checks ask of a unit: a new telephone number changes no finding. */
const asVerified = ({
  code,
  level,
  parent,
  counter,
}: Surroundings['units'][number]): Surroundings['units'][number] => ({
  code,
  level,
  counter,
  ...(parent === undefined ? {} : { parent }),
});

/** The release that it followed in the catalogue, if any. */
const priorOf = async (store: Store, { code, effectiveFrom }: EntryRef) => {
  const before = (await store.catalogue.history(code)).filter((row) => row.effectiveFrom < effectiveFrom).at(-1);
  return before && store.releases.byNumber(code, before.number);
};

const verdictOf = ({ code, number, problems, ms }: Verification, reused: boolean): Verdict => ({
  code,
  number,
  errors: problems.filter(({ severity }) => severity === 'error').length,
  warnings: problems.filter(({ severity }) => severity === 'warning').length,
  reused,
  ms,
});
