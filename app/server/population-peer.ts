import { queryMessage, readAnswer, type PopulationPeer, type PopulationRegistry } from '#engine/population/index.ts';
import type { Config } from './config.ts';

const TIMEOUT_MS = 2000;
const MOST_BYTES = 65_536;

/** The body as JSON; undefined when it is none, or longer than any answer is. */
const bodyOf = async (response: Response): Promise<unknown> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    bytes += read.value.length;
    if (bytes > MOST_BYTES) {
      await reader?.cancel();
      return undefined;
    }
    chunks.push(read.value);
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    return undefined;
  }
};

/**
 * Asks the declared population database by POST with its secret (`MOTCUA_PEER_<ID>_SECRET`). Whatever happens on
 * the way is an answer: the clerk goes on by hand.
 */
export const populationPeer =
  (config: Pick<Config, 'peerSecrets'>) =>
  (peer: PopulationPeer): PopulationRegistry => ({
    lookUp: async (query) => {
      const secret = config.peerSecrets.get(peer.id);
      if (secret === undefined) return { type: 'unavailable', reason: 'unreachable' };
      const signal = AbortSignal.timeout(peer.timeoutMs ?? TIMEOUT_MS);
      try {
        const response = await fetch(peer.url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
          body: JSON.stringify(queryMessage(query, peer.integration)),
          redirect: 'error',
          signal,
        });
        if (!response.ok) {
          await response.body?.cancel();
          return { type: 'unavailable', reason: 'unreachable' };
        }
        return readAnswer(query, await bodyOf(response));
      } catch {
        // The network's own complaints: refused, reset, no such host, or out of time.
        return { type: 'unavailable', reason: signal.aborted ? 'slow' : 'unreachable' };
      }
    },
  });
