import type { Peer } from '#engine/outbox/index.ts';
import type { PeerService } from '#engine/service/index.ts';
import type { Config } from './config.ts';

const TIMEOUT_MS = 15_000;

/** Tells the system that took a dossier in what has become of it (`motcua/dossier-status@1`), by POST with its secret. */
export const portalPeer = (peers: () => Pick<PeerService, 'all'>, config: Pick<Config, 'peerSecrets'>): Peer => ({
  deliver: async ({ id, payload }) => {
    const peer = (await peers().all()).find((each) => each.id === payload['peer']);
    if (!peer) throw new Error(`the system ${String(payload['peer'])} is not declared`);
    const secret = config.peerSecrets.get(peer.id);
    if (peer.statusUrl === undefined) throw new Error(`no address is set for messages to ${peer.id}`);
    if (secret === undefined) throw new Error(`no secret is set for ${peer.id}`);
    const answer = await fetch(peer.statusUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, 'idempotency-key': id },
      body: JSON.stringify(payload['message']),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (!answer.ok) throw new Error(`${peer.id} answered ${answer.status}`);
  },
});
