import type { Instant } from '#engine/clock/index.ts';
import type { ContentHash } from '#engine/definition/index.ts';
import type { DossierState } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';

/** `person`: somebody at the desk. `arrivedOn` is a day where it could be read as one. */
export interface DraftDelivery {
  readonly by: 'person' | 'kiosk' | 'post';
  readonly arrivedOn: string;
  /** Number of the postal item, or which kiosk. */
  readonly number: string;
}

/** An application being filled in: may be thrown away, so it is not in the chain of events. */
export interface Draft {
  readonly id: string;
  readonly owner: string;
  readonly procedure: string;
  readonly releaseHash: ContentHash;
  readonly releaseNumber: number;
  readonly channel: 'online' | 'counter' | 'post';
  readonly case?: string;
  readonly receivingUnit?: string;
  /** Taken in for this unit (phi địa giới hành chính). */
  readonly competentUnit?: string;
  /** How it came to the counter, as typed; checked when it is submitted. */
  readonly delivery?: DraftDelivery;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly papers: DossierState['papers'];
  readonly pagesDone: readonly string[];
  readonly returnChannel?: DossierState['returnChannel'];
  readonly returnAddress?: string;
  /** Absent: its own. Those of the same visit are handed in together, by `place`; `group`: as linked procedures. */
  readonly visit?: { readonly id: string; readonly place: number; readonly group?: string };
  /** Counts saves; a save must name the revision it was based on. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface DraftStore {
  load(id: string): Promise<Draft | undefined>;
  /** Refused with `draft.conflict` when the stored revision is not `draft.revision - 1`. */
  save(draft: Draft): Promise<Result<void>>;
  remove(id: string): Promise<void>;
  byOwner(owner: string): Promise<readonly Draft[]>;
  byProcedure(code: string): Promise<readonly { readonly id: string; readonly owner: string }[]>;
}
