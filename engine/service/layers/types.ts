import type { Actor } from '#engine/dossier/index.ts';
import type { Choice, LayerMerge, Layers } from '#engine/layers/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { NationalHead, NationalVersion, ReleaseDraft } from '#engine/store/index.ts';

/** What a synchronisation did with one procedure. */
export interface Synced {
  readonly code: string;
  readonly name: string;
  readonly number: number;
  readonly hash: string;
  /** `new`: the first version of this procedure; `unchanged`: the nation says what it said before. */
  readonly status: 'new' | 'changed' | 'unchanged';
}

/** A procedure whose national content is ahead of what the province has in force. */
export interface AheadRow {
  readonly code: string;
  readonly name: string;
  readonly release: number;
  readonly national: NationalHead;
  /** false: no national version was taken in before. */
  readonly based: boolean;
  /** What the nation changed and nothing below contradicts; these are merged without asking. */
  readonly changes: number;
  readonly conflicts: number;
}

export interface LayersView {
  readonly code: string;
  readonly name: string;
  readonly release: { readonly number: number; readonly hash: string };
  readonly national: NationalVersion;
  readonly base?: NationalHead;
  /** true: what is in force takes in this very version. */
  readonly takenIn: boolean;
  /** The process is the agency's own, or the standard one. */
  readonly process: 'own' | 'generated';
  readonly form: 'own' | 'generated';
  readonly layers: Layers;
  readonly merge: LayerMerge;
}

export type Choices = ReadonlyMap<string, Choice>;

/** National content, the province's additions, the agency's process. */
export interface LayerService {
  /**
   * Takes in what the national database says, in any shape that `importJson` reads. Kept as it came, with date, source
   * and hash; what says nothing new is not kept again. `takenIn`: what is in force is declared to follow it.
   */
  sync(
    json: unknown,
    given: { readonly by: Pick<Actor, 'id' | 'name' | 'roles'>; readonly takenIn?: boolean },
  ): Promise<Result<readonly Synced[]>>;
  /** Conflicts first, then by code. */
  ahead(): Promise<readonly AheadRow[]>;
  /** Undefined: nothing in force under this code, or no national version of it. */
  open(code: string, choices?: Choices): Promise<LayersView | undefined>;
  /** A draft at the publication desk; refused while a conflict is open, and when either side moved on since. */
  draft(
    code: string,
    given: { readonly choices: Choices; readonly national: string; readonly release: string; readonly actor: Actor },
  ): Promise<Result<ReleaseDraft>>;
  /** Says that the release in force takes in this national version, without a change. */
  takeIn(code: string, hash: string, actor: Actor): Promise<Result<void>>;
}
