import type { Json, JsonRecord } from './json.ts';
import type { Layer } from './ownership.ts';

/** Something below that uses what the nation dropped: a step, a question, a paper of the province. */
export interface Use {
  readonly layer: Exclude<Layer, 'national'>;
  /** `process:<element>`, or a pointer into form or procedure. */
  readonly at: string;
  /** The step's, question's or paper's own name. */
  readonly name: string;
}

export type ConflictKind =
  /** Both layers changed the value, to different things. */
  | 'both-changed'
  /** No national version was taken in before: who changed it cannot be known. */
  | 'no-base'
  /** The nation dropped a row that the province had changed. */
  | 'removed-changed'
  /** The nation dropped a row that something below uses. */
  | 'removed-used'
  /** The nation changed a row that the province had dropped. */
  | 'changed-removed';

export type Choice =
  { readonly take: 'ours' } | { readonly take: 'theirs' } | { readonly take: 'write'; readonly value: Json };

export interface LayerEntry {
  /** JSON pointer by ids: `/checklist/birth-notice/originals`, or a whole row: `/checklist/birth-notice`. */
  readonly path: string;
  readonly part: string;
  readonly row?: string;
  readonly field?: string;
  /** Whose word stands in the merged content. */
  readonly layer: Layer;
  /**
   * `same`: the nation's word, as before; `taken`, `added`, `removed`: the nation changed it and nothing below differs;
   * `own`: what a lower layer says by right; `departs`: the nation did not change it, the province says otherwise.
   */
  readonly state: 'same' | 'taken' | 'added' | 'removed' | 'own' | 'departs' | 'conflict';
  readonly base?: Json;
  readonly theirs?: Json;
  readonly ours?: Json;
  readonly merged?: Json;
  readonly conflict?: LayerConflict;
}

export interface LayerConflict {
  readonly kind: ConflictKind;
  readonly uses: readonly Use[];
  readonly chosen?: Choice['take'];
}

/** A row of the merged content that names a case which is no longer there. */
export interface Dangling {
  readonly path: string;
  readonly case: string;
}

export interface LayerMerge {
  /** The merged `procedure.json`; where a conflict is not decided, the province's word stands. */
  readonly content: JsonRecord;
  readonly entries: readonly LayerEntry[];
  readonly dangling: readonly Dangling[];
}

/** The layers of one procedure, all in the ids of the release. */
export interface Layers {
  /** What the nation said in the version that the province took in last; absent: none was. */
  readonly base?: JsonRecord;
  readonly theirs: JsonRecord;
  /** `procedure.json` in force, with the province's additions. */
  readonly ours: JsonRecord;
  /** Parts of which the new version holds words that could not be read: a row missing there is not a row dropped. */
  readonly incomplete?: readonly string[];
  /** What below uses a row; asked only of rows that the nation dropped. */
  readonly usesOf?: (part: string, row: string) => readonly Use[];
}
