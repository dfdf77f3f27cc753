import type { Problem, Severity } from '#engine/result/index.ts';
import type { VerifyContext } from '#engine/verify/index.ts';
import { random, shuffled } from './random.ts';
import { draftOf, examine, type Examined, type Stock } from './sound.ts';
import type { Draft, FaultKind, Sound, SoundEdit } from './types.ts';

/** Something seeded: what, where, and what the verifier said. */
export interface Trial<Kind> {
  readonly kind: Kind;
  readonly sound: Sound;
  readonly draft: Draft;
  readonly examined: Examined;
  /** What was not said of the sound release. */
  readonly fresh: readonly Problem[];
  /** The first of them that names the fault, at its place. */
  readonly caught: Problem | undefined;
}

const rank: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

interface Chosen<Kind> {
  readonly kind: Kind;
  readonly sound: Sound;
  readonly change: (draft: Draft) => void;
  readonly at: readonly string[];
}

/**
 * `count` places, by the seed: every kind as often as another, no place twice; a kind with fewer
 * places than its share leaves the rest to the others.
 */
const choose = <Kind extends FaultKind | SoundEdit>(
  kinds: readonly Kind[],
  sounds: readonly Sound[],
  count: number,
  seed: number,
): readonly Chosen<Kind>[] => {
  const pick = random(seed);
  const places = kinds.map((kind) =>
    shuffled(
      sounds.flatMap((sound) =>
        kind.sites(sound).map((site): Chosen<Kind> => ({
          kind,
          sound,
          change: site.change,
          at: 'at' in site ? (site.at as readonly string[]) : [],
        })),
      ),
      pick,
    ),
  );
  const chosen: Chosen<Kind>[] = [];
  const most = Math.max(0, ...places.map(({ length }) => length));
  for (let round = 0; round < most && chosen.length < count; round += 1)
    for (const of of places) {
      const next = of[round];
      if (next && chosen.length < count) chosen.push(next);
    }
  return chosen;
};

/** What is said of each sound release as it is; asked once. */
const before = async (stock: Stock): Promise<ReadonlyMap<Sound, readonly Problem[]>> =>
  new Map(
    await Promise.all(
      stock.sounds.map(async (sound) => [sound, (await tried(sound, stock.context)).examined.problems] as const),
    ),
  );

const tried = async (
  sound: Sound,
  context: VerifyContext,
  change?: (draft: Draft) => void,
): Promise<{ readonly draft: Draft; readonly examined: Examined }> => {
  const draft = draftOf(sound, context);
  const untouched = change ? saying(draft) : '';
  change?.(draft);
  // A change that changes nothing would be counted as a fault that nobody can see.
  if (change && saying(draft) === untouched) throw new Error(`nothing was changed in ${sound.name}`);
  return { draft, examined: await examine(draft, sound.release.number + 1) };
};

const saying = ({ context: _context, ...draft }: Draft): string => JSON.stringify(draft);

const key = ({ code, path, severity }: Problem): string => `${code} ${path} ${severity}`;

const names = (kind: FaultKind, { code, severity }: Problem): boolean =>
  rank[severity] <= rank[kind.severity ?? 'error'] &&
  kind.codes.some((wanted) => (wanted.endsWith('.') ? code.startsWith(wanted) : code === wanted));

const lies = (at: readonly string[], { path }: Problem): boolean =>
  at.some((beginning) => path === beginning || path.startsWith(`${beginning}/`));

/**
 * Seeds faults. One is caught when, and only when, something is said that was not said of the sound
 * release, with a code that names this kind of fault, at the place where it was seeded, and not less
 * severe than the kind asks.
 */
export const seedFaults = async (
  kinds: readonly FaultKind[],
  stock: Stock,
  count: number,
  seed: number,
): Promise<readonly Trial<FaultKind>[]> => {
  const known = await before(stock);
  const trials: Trial<FaultKind>[] = [];
  for (const { kind, sound, at, change } of choose(kinds, stock.sounds, count, seed)) {
    const { draft, examined } = await tried(sound, stock.context, change);
    const old = new Set(known.get(sound)?.map(key));
    const fresh = examined.problems.filter((found) => !old.has(key(found)));
    const caught = fresh.find((found) => names(kind, found) && lies(at, found));
    trials.push({ kind, sound, draft, examined, fresh, caught });
  }
  return trials;
};

/** Changes sound releases so that they stay sound. Anything said more often than before is a false alarm. */
export const seedEdits = async (
  kinds: readonly SoundEdit[],
  stock: Stock,
  count: number,
  seed: number,
): Promise<readonly Trial<SoundEdit>[]> => {
  const known = await before(stock);
  const trials: Trial<SoundEdit>[] = [];
  for (const { kind, sound, change } of choose(kinds, stock.sounds, count, seed)) {
    const { draft, examined } = await tried(sound, stock.context, change);
    const left = [...(known.get(sound) ?? [])];
    // Places move and labels change; a code that is told once more than before is new.
    const fresh = examined.problems.filter(({ code, severity }) => {
      const at = left.findIndex((found) => found.code === code && found.severity === severity);
      return at < 0 ? severity !== 'info' : left.splice(at, 1).length === 0;
    });
    trials.push({ kind, sound, draft, examined, fresh, caught: fresh[0] });
  }
  return trials;
};
