import type { Instant } from '#engine/clock/index.ts';
import type { OpenPoint, Origin } from '#engine/import/index.ts';
import type { Result } from '#engine/result/index.ts';

/** What the national database said of a procedure. Read-only: the store refuses to change or remove it. */
export interface NationalVersion {
  readonly code: string;
  /** 1, 2, 3 … in the order it was synchronised. */
  readonly number: number;
  /** SHA-256 over the canonical JSON of `content`. */
  readonly hash: string;
  readonly name: string;
  /** As the source names itself. */
  readonly source: string;
  readonly asOf?: string;
  readonly syncedAt: Instant;
  readonly syncedBy: string;
  /** The parts that are the nation's to say, as they were read. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly origins: readonly Origin[];
  readonly open: readonly OpenPoint[];
}

export type NationalHead = Pick<NationalVersion, 'code' | 'number' | 'hash' | 'name' | 'syncedAt'>;

/** Somebody said that a release takes in a national version. */
export interface NationalBase {
  readonly code: string;
  readonly hash: string;
  readonly releaseHash: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string;
}

export interface NationalStore {
  /** All or none; refused with `national.conflict` when a number is taken by now. `words`: the source's own JSON. */
  add(versions: readonly (NationalVersion & { readonly words: string })[]): Promise<Result<void>>;
  /** The newest version of every code, or of these. */
  heads(codes?: readonly string[]): Promise<readonly NationalHead[]>;
  byHash(code: string, hash: string): Promise<NationalVersion | undefined>;
  /** Newest first. */
  versions(code: string): Promise<readonly NationalHead[]>;
  takeIn(base: NationalBase): Promise<void>;
  /** What was said last, by code. */
  bases(): Promise<ReadonlyMap<string, NationalBase>>;
}
