import type { Instant } from '#engine/clock/index.ts';
import type { ContentHash } from '#engine/definition/index.ts';
import type { Result } from '#engine/result/index.ts';

export interface StudioEditor {
  readonly id: string;
  readonly name: string;
}

/** `proposed`: an agency has handed it to the province office, and nobody edits it meanwhile. */
export type StudioStatus = 'editing' | 'proposed' | 'returned' | 'approved';

/** A procedure being written or amended in the studios: the texts of its part files, sound or not yet. */
export interface StudioDraft {
  readonly code: string;
  readonly status: StudioStatus;
  /** Unit whose author began it. */
  readonly unit: string;
  /** `procedure.json`, `form.json`, `process.bpmn` … by the name a release folder gives them. */
  readonly parts: Readonly<Record<string, string>>;
  /** Release it was begun from; absent for a new procedure. */
  readonly base?: { readonly number: number; readonly hash: ContentHash };
  /** Counts saves from 1; a save must be of the revision after the stored one. */
  readonly revision: number;
  /** Who saved last. */
  readonly editor: StudioEditor;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** Why it was returned, or what the proposer says about it. */
  readonly note?: string;
  readonly proposedBy?: StudioEditor;
  readonly approvedBy?: StudioEditor;
}

/** `place`: part and place in it, such as `/process/tham-dinh` or `/form/ho-ten`. */
export interface StudioComment {
  readonly id: string;
  readonly code: string;
  readonly place: string;
  readonly author: StudioEditor;
  readonly at: Instant;
  readonly text: string;
  readonly resolved?: { readonly by: StudioEditor; readonly at: Instant };
}

export interface StudioStore {
  load(code: string): Promise<StudioDraft | undefined>;
  /** Newest first, without their parts. */
  list(): Promise<readonly Omit<StudioDraft, 'parts'>[]>;
  /** Refused with `studio.conflict` when the stored revision is not `draft.revision - 1`. */
  save(draft: StudioDraft): Promise<Result<void>>;
  /** Also its edits and comments. */
  remove(code: string): Promise<void>;
  /** Who changed it when, newest first; saves of one editor within ten minutes are one. */
  edits(
    code: string,
  ): Promise<readonly { readonly revision: number; readonly editor: StudioEditor; readonly at: Instant }[]>;
  /** The draft as it was after an edit. */
  edit(code: string, revision: number): Promise<StudioDraft | undefined>;
  /** The same id again replaces it. */
  putComment(comment: StudioComment): Promise<void>;
  /** Oldest first. */
  comments(code: string): Promise<readonly StudioComment[]>;
}
