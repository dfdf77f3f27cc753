import type { Instant } from '#engine/clock/index.ts';
import type { ImportedDraft } from '#engine/import/index.ts';
import type { Result } from '#engine/result/index.ts';

/** A procedure being written at the publication desk, before it is a release. */
export interface ReleaseDraft {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string };
  /** What the decision is to do with it. */
  readonly action: 'add' | 'amend' | 'replace' | 'repeal';
  /** Codes it replaces, and of one that is repealed, what takes its place: as far as its source says. */
  readonly replaces?: readonly string[];
  readonly replacedBy?: string;
  readonly draft: ImportedDraft;
  /** Counts saves; a save must name the revision it was based on. */
  readonly revision: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

export interface ReleaseDraftStore {
  load(id: string): Promise<ReleaseDraft | undefined>;
  /** Last changed first. */
  all(): Promise<readonly ReleaseDraft[]>;
  /** All or none; refused with `draft.conflict` when a stored revision is not the one before. */
  save(drafts: readonly ReleaseDraft[]): Promise<Result<void>>;
  remove(id: string): Promise<void>;
}
