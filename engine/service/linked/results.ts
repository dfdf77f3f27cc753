import type { Actor, DossierState } from '#engine/dossier/index.ts';
import type { Peer } from '#engine/outbox/index.ts';
import type { OutboxMessage, Store } from '#engine/store/index.ts';
import type { DossierService } from '../types.ts';

const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };

/** A dossier of a group that is settled tells the others, once. */
export const linkedMessage = (
  { id, together }: DossierState,
  event: { readonly type: string; readonly seq: number },
): readonly OutboxMessage[] =>
  together?.group && event.type === 'finished'
    ? [{ id: `${id}:${event.seq}:linked`, dossier: id, kind: 'linked-result', payload: {} }]
    : [];

/**
 * Brings the results of a settled dossier to those of its group that wait for them (NĐ 61/2018 Điều 19 khoản
 * 6): each paper once, by the message's id. Whoever has ended meanwhile is passed over; so is a result that
 * was refused: what rests on it can then only be refused.
 */
export const linkedPeer = (
  store: Pick<Store, 'dossiers'>,
  dossiers: Pick<DossierService, 'execute' | 'byId'>,
): Peer => ({
  deliver: async (message) => {
    const settled = await store.dossiers.load(message.dossier);
    if (!settled) return;
    for (const { id } of settled.together?.dossiers ?? []) {
      const other = id === settled.id ? undefined : await store.dossiers.load(id);
      const awaits = (other?.together?.group?.awaits ?? []).filter(({ from }) => from === settled.id);
      for (const { paper, result } of awaits) {
        const files = settled.results.filter((each) => each.result === result && !each.refusal);
        if (files.length === 0) continue;
        await dossiers.execute({
          dossier: id,
          command: {
            type: 'bring-paper',
            paper,
            from: settled.id,
            fromCode: settled.code,
            files: files.map(({ file }) => file),
          },
          actor: SYSTEM,
          key: `${message.id}:${id}:${paper}`,
        });
      }
    }
  },
});
