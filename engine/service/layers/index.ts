import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClockPort } from '#engine/clock/index.ts';
import type { Release } from '#engine/definition/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import { draftOfMerge, incompleteParts, isNews, isOpen, layersOf, mergeLayers, toJson } from '#engine/layers/index.ts';
import { fail, ok } from '#engine/result/index.ts';
import type { NationalBase, NationalHead, ReleaseDraft, Store } from '#engine/store/index.ts';
import { Lru } from '../lru.ts';
import { say } from './messages.ts';
import { synchroniser } from './sync.ts';
import type { AheadRow, Choices, LayerService, LayersView } from './types.ts';

const AUTHORS: readonly Role[] = ['office', 'office-approver'];
const may = (actor: Pick<Actor, 'roles'>): boolean => actor.roles.some((role) => AUTHORS.includes(role));
const NO_CHOICES: Choices = new Map();

/** Joins the store and the merge of layers. What is ahead is counted once for each pair of contents. */
export const layerService = (store: Store, clock: ClockPort): LayerService => {
  const counted = new Lru<string, Pick<AheadRow, 'changes' | 'conflicts'>>(5000);
  const saidBases = new Lru<string, { readonly hash: string | undefined }>(5000);

  const releaseInForce = async (code: string): Promise<Release | undefined> => {
    const entry = await store.catalogue.inForce(code, clock.now());
    return entry && (await store.releases.byHash(entry.hash));
  };

  const saidBase = async (hash: string): Promise<string | undefined> => {
    const known = saidBases.get(hash);
    if (known) return known.hash;
    const base = (await store.releases.byHash(hash))?.procedure.source?.national;
    saidBases.set(hash, { hash: base });
    return base;
  };
  /** A release says itself what it takes in; somebody may have said it of this very release, or of an earlier one. */
  const baseHash = async (release: string, said: NationalBase | undefined): Promise<string | undefined> =>
    said?.releaseHash === release ? said.hash : ((await saidBase(release)) ?? said?.hash);

  const record = async (code: string, hash: string, by: string): Promise<void> => {
    const entry = await store.catalogue.inForce(code, clock.now());
    if (!entry) return;
    const base: NationalBase = { code, hash, releaseHash: entry.hash, recordedAt: clock.now(), recordedBy: by };
    await store.national.takeIn(base);
  };

  const viewOf = async (release: Release, head: NationalHead, choices: Choices): Promise<LayersView | undefined> => {
    const { code } = release;
    const national = await store.national.byHash(code, head.hash);
    if (!national) return undefined;
    const hash = await baseHash(release.hash, (await store.national.bases()).get(code));
    const base = hash === undefined ? undefined : await store.national.byHash(code, hash);
    const layers = await layersOf(
      release,
      toJson(national.content),
      base && toJson(base.content),
      incompleteParts(national.open),
    );
    return {
      code,
      name: release.procedure.name.vi,
      release: { number: release.number, hash: release.hash },
      national: {
        ...national,
        // What was open in the version taken in has been settled in what is in force.
        open: national.open.filter(
          (point) => !base?.open.some((before) => before.code === point.code && before.words === point.words),
        ),
      },
      ...(base ? { base } : {}),
      takenIn: base?.hash === national.hash,
      process: release.process === undefined ? 'generated' : 'own',
      form: release.form ? 'own' : 'generated',
      layers,
      merge: mergeLayers(layers, choices),
    };
  };

  const open: LayerService['open'] = async (code, choices = NO_CHOICES) => {
    const [head] = await store.national.heads([code]);
    const release = head && (await releaseInForce(code));
    return head && release ? viewOf(release, head, choices) : undefined;
  };

  const ahead: LayerService['ahead'] = async () => {
    const [heads, bases, inForce] = await Promise.all([
      store.national.heads(),
      store.national.bases(),
      store.catalogue.allInForce(clock.now()),
    ]);
    const entries = new Map(inForce.map((entry) => [entry.code, entry]));
    const rows: AheadRow[] = [];
    for (const national of heads) {
      const entry = entries.get(national.code);
      const base = entry && (await baseHash(entry.hash, bases.get(national.code)));
      if (!entry || base === national.hash) continue;
      const key = `${entry.hash} ${national.hash} ${base ?? ''}`;
      let counts = counted.get(key);
      if (!counts) {
        const release = await store.releases.byHash(entry.hash);
        const view = release && (await viewOf(release, national, NO_CHOICES));
        if (!view) continue;
        counts = {
          changes: view.merge.entries.filter((each) => isNews(each) && !each.conflict).length,
          conflicts: view.merge.entries.filter(isOpen).length,
        };
        counted.set(key, counts);
        // Thousands may be new at once: others' requests go on meanwhile.
        await nextTurn();
      }
      rows.push({
        code: national.code,
        name: entry.name,
        release: entry.number,
        national,
        based: base !== undefined,
        ...counts,
      });
    }
    return rows.sort(
      (one, other) => other.conflicts - one.conflicts || (one.code < other.code ? -1 : one.code > other.code ? 1 : 0),
    );
  };

  return {
    sync: synchroniser(store, clock, record),
    ahead,
    open,
    draft: async (code, { choices, national, release: seen, actor }) => {
      if (!may(actor)) return fail(say.who());
      const view = await open(code, choices);
      const release = view && (await store.releases.byHash(view.release.hash));
      if (!view || !release) return fail(say.nothing(code));
      if (view.national.hash !== national || view.release.hash !== seen) return fail(say.moved());
      const undecided = view.merge.entries.filter(isOpen);
      if (undecided.length > 0) return fail(...undecided.map(({ path }) => say.undecided(path)));
      const now = clock.now();
      const draft: ReleaseDraft = {
        id: randomUUID(),
        author: { id: actor.id, name: actor.name },
        action: 'amend',
        draft: draftOfMerge(release, view.layers, view.merge, view.national),
        revision: 1,
        createdAt: now,
        updatedAt: now,
      };
      const saved = await store.releaseDrafts.save([draft]);
      return saved.ok ? ok(draft) : saved;
    },
    takeIn: async (code, hash, actor) => {
      if (!may(actor)) return fail(say.who());
      if (!(await store.national.byHash(code, hash)) || !(await releaseInForce(code))) return fail(say.nothing(code));
      await record(code, hash, actor.name);
      return ok(undefined);
    },
  };
};
