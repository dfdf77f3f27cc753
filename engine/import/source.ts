import type { Channel, Limit } from '#engine/definition/index.ts';

/** Words of a source and where they stand in it. */
export interface Cited {
  readonly words: string;
  readonly from: string;
}

export interface SourceLimit extends Cited {
  readonly case?: string;
  readonly channels?: readonly Channel[];
  /** Already structured in the source, in a way its words do not say again. */
  readonly given?: Limit;
  readonly note?: string;
  /** The words cannot be used as they are, and why is said in the note. */
  readonly unusable?: boolean;
}

export interface SourceFee extends Cited {
  readonly case?: string;
  readonly channels?: readonly Channel[];
  /** Amounts already structured in the source: a part each. */
  readonly parts?: readonly {
    readonly label?: string;
    readonly amount?: number;
    readonly per?: string;
    readonly words?: string;
  }[];
  readonly together?: 'sum' | 'one-of';
  readonly exempt?: readonly string[];
  readonly until?: string;
  readonly atResult?: boolean;
}

export interface SourcePaper extends Cited {
  readonly present?: boolean;
  readonly originals?: number;
  readonly copies?: number;
  readonly case?: string;
  readonly channels?: readonly Channel[];
  readonly when?: string;
  readonly group?: string;
  readonly template?: string;
  readonly replacedBy?: string;
  readonly note?: string;
}

export interface SourceQuestion extends Cited {
  readonly type: string;
  readonly section?: string;
  readonly required?: boolean;
  readonly codeList?: string;
  readonly options?: readonly string[];
  readonly columns?: readonly string[];
  readonly when?: string;
  readonly note?: string;
}

export interface SourceStep extends Cited {
  readonly who: string;
  readonly role?: string;
  readonly hours?: number;
  readonly time?: string;
  readonly case?: string;
  readonly product?: string;
}

/** A procedure in a source's own words: every reader gives this, and one place makes drafts of it. */
export interface SourceProcedure {
  readonly title: string;
  readonly asOf?: string;
  readonly code?: Cited;
  readonly name?: Cited;
  readonly field?: Cited;
  readonly levels: readonly Cited[];
  readonly agency?: Cited;
  readonly receiving?: Cited;
  readonly coordinating?: readonly Cited[];
  readonly applicants: readonly Cited[];
  readonly channels: readonly Cited[];
  readonly limits: readonly SourceLimit[];
  readonly fees: readonly SourceFee[];
  readonly papers: readonly SourcePaper[];
  readonly results: readonly (Cited & { readonly code?: string })[];
  readonly legalBasis: readonly (Cited & { readonly name?: string })[];
  readonly publicSteps: readonly (Cited & { readonly case?: string })[];
  readonly conditions: readonly Cited[];
  readonly questions: readonly SourceQuestion[];
  readonly steps: readonly SourceStep[];
  /** Parts the source has that the format has no place for. */
  readonly other: readonly Cited[];
}

export const emptySource = (title: string): SourceProcedure => ({
  title,
  levels: [],
  applicants: [],
  channels: [],
  limits: [],
  fees: [],
  papers: [],
  results: [],
  legalBasis: [],
  publicSteps: [],
  conditions: [],
  questions: [],
  steps: [],
  other: [],
});
