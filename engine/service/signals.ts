import type { Actor } from '#engine/dossier/index.ts';
import type { Peer } from '#engine/outbox/index.ts';
import type { GraphNode } from '#engine/process/index.ts';
import type { Store } from '#engine/store/index.ts';
import type { ReleaseCache } from './releases.ts';
import type { DossierService } from './types.ts';

const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };
const BATCH = 200;

/**
 * Carries a signal from the dossier that threw it to every other that waits for it: only dossiers of
 * releases whose process knows the signal are asked, each once (by the message's id), so that a crash
 * in the middle repeats nothing.
 */
export const signalPeer = (
  store: Pick<Store, 'dossiers'>,
  releases: ReleaseCache,
  dossiers: Pick<DossierService, 'executeAll'>,
): Peer => ({
  deliver: async (message) => {
    const name = String(message.payload['name']);
    for (const hash of await store.dossiers.openReleases()) {
      const { graph } = await releases.byHash(hash);
      if (!graph.nodes.some((node) => hears(node, name))) continue;
      let after: string | undefined;
      for (;;) {
        const ids = await store.dossiers.openOfRelease(hash, after, BATCH);
        if (ids.length === 0) break;
        after = ids.at(-1);
        await dossiers.executeAll(
          ids
            // The thrower heard it itself, in the step that threw it.
            .filter((id) => id !== message.dossier)
            .map((dossier) => ({
              dossier,
              command: { type: 'hear-signal', name },
              actor: SYSTEM,
              key: `${message.id}:${dossier}`,
            })),
        );
      }
    }
  },
});

/** Start events of the process itself begin no dossier: a dossier begins at the counter. */
const hears = ({ kind, event, scope }: GraphNode, name: string): boolean =>
  event?.type === 'signal' &&
  event.of.name === name &&
  (kind === 'intermediateCatchEvent' || kind === 'boundaryEvent' || (kind === 'startEvent' && scope !== 0));
