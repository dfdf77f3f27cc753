import { conform } from '#engine/definition/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import {
  peerProblems,
  peersSchema,
  readIncoming,
  type PaymentPlatform,
  type Peer,
  type PeersFile,
} from '#engine/peers/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import type { DossierService } from './types.ts';

const SETTING = 'peers';

/** The engine speaks of answers by question; the sender knows them under its own field. */
const inMessage = (found: Problem): Problem =>
  found.code.startsWith('form.') ? { ...found, path: `/DuLieuBieuMau${found.path}` } : found;

/** Dossiers that systems of ministries took in and hand over, each with the code it has for life. */
export interface PeerService {
  put(json: unknown): Promise<Result<void>>;
  all(): Promise<readonly Peer[]>;
  /** Where money is paid on line. */
  payment(): Promise<PaymentPlatform | undefined>;
  /** One message (`motcua/incoming-dossier@1`); the same message again is answered as before. */
  receive(peer: string, json: unknown): Promise<Result<DossierState>>;
}

export const peerService = (
  store: Pick<Store, 'settings' | 'files'>,
  dossiers: Pick<DossierService, 'execute'>,
): PeerService => {
  const file = async (): Promise<PeersFile | undefined> => (await store.settings.get(SETTING)) as PeersFile | undefined;
  const all = async (): Promise<readonly Peer[]> => (await file())?.peers ?? [];
  return {
    all,
    payment: async () => (await file())?.payment,
    put: async (json) => {
      const read = conform<PeersFile>(peersSchema, json);
      if (!read.ok) return read;
      await store.settings.put(SETTING, read.value);
      return ok(undefined);
    },
    receive: async (id, json) => {
      const peer = (await all()).find((each) => each.id === id);
      if (!peer) return fail(peerProblems.unknownPeer(id));
      const incoming = readIncoming(peer, json);
      if (!incoming.ok) return incoming;
      const { message, code, procedure, submit, files } = incoming.value;
      for (const { content } of files) await store.files.put(content, `peer:${peer.id}`);
      const actor: Actor = { kind: 'system', id: `peer.${peer.id}`, name: peer.name, roles: [] };
      const executed = await dossiers.execute({
        dossier: '',
        procedure,
        command: submit,
        code,
        actor,
        key: `peer:${peer.id}:${message}`,
      });
      return executed.ok ? executed : fail(...executed.problems.map(inMessage));
    },
  };
};
