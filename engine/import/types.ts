import type { FormDefinition, Procedure } from '#engine/definition/index.ts';
import type { Localized } from '#engine/result/index.ts';

/** What a source may give: every part of a procedure may still be missing. */
export type DraftProcedure = { readonly format: 'motcua/procedure@1' } & {
  readonly [Part in Exclude<keyof Procedure, 'format' | 'authority' | 'results'>]?: Procedure[Part];
} & {
  readonly authority?: Partial<Procedure['authority']>;
  /** Whether a result is a signed file is rarely said: it stays open then. */
  readonly results?: readonly DraftResult[];
};

type Result = NonNullable<Procedure['results']>[number];
export type DraftResult = Omit<Result, 'signedFile'> & { readonly signedFile?: boolean };

/** Where one value of a draft came from. */
export interface Origin {
  /** JSON pointer into the draft: `/procedure/timeLimits/0`. */
  readonly at: string;
  /**
   * `source`: as written; `read`: structured from words; `format`: what the format needs in order to hold the value
   * (a heading, a box's name), which says nothing about the law; `hand`: entered by a person afterwards.
   */
  readonly how: 'source' | 'read' | 'format' | 'hand';
  /** Place in the source: a JSON pointer, a cell (`C5`), a line (`dòng 12`). */
  readonly from: string;
  /** The source's own words. */
  readonly words?: string;
}

/** What the source does not say, or says in words that cannot be structured without guessing. */
export interface OpenPoint {
  readonly at: string;
  readonly code: OpenCode;
  readonly message: Localized;
  /** The words that could not be structured. */
  readonly words?: string;
  /** true: must be settled before the draft can go into a decision; false: to be looked at. */
  readonly blocks: boolean;
}

export type OpenCode =
  | 'missing'
  | 'limit.not-determined'
  | 'fee.not-determined'
  | 'fee.condition'
  | 'fee.quantity'
  | 'paper.quantity'
  | 'paper.condition'
  | 'case.condition'
  | 'applicant.unknown'
  | 'level.unknown'
  | 'channel.unknown'
  | 'form.required'
  | 'form.condition'
  | 'form.options'
  | 'form.left-out'
  | 'process.who'
  | 'process.time'
  | 'process.cases'
  | 'not-carried'
  | 'contradiction';

/** A draft release as a source gives it. It becomes a release when nothing that blocks is open. */
export interface ImportedDraft {
  readonly procedure: DraftProcedure;
  readonly form?: FormDefinition;
  /** BPMN 2.0 XML, made from the source's table of steps. */
  readonly process?: string;
  readonly origins: readonly Origin[];
  readonly open: readonly OpenPoint[];
  readonly tally: Tally;
}

/** How much of what the source states became structure. */
export interface Tally {
  readonly limits: Count;
  readonly fees: Count;
  readonly papers: Count;
}

export interface Count {
  /** Values the source states. */
  readonly stated: number;
  /** Of these, structured without a hand. */
  readonly structured: number;
  /** Structured, but what they hang on (a case, a quantity) must still be tied to a question. */
  readonly conditional: number;
  /** Entries in which the source states no value: no unit, "theo quy định", an empty cell. */
  readonly silent: number;
}
