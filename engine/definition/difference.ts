import type { Localized } from '#engine/result/index.ts';

/** One change between two releases, in a sentence, with its place. */
export interface Change {
  readonly part:
    | 'content'
    | 'cases'
    | 'checklist'
    | 'time-limits'
    | 'fees'
    | 'results'
    | 'form'
    | 'process'
    | 'legal-basis'
    | 'templates';
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  /** JSON pointer by ids: `/checklist/birth-certificate/originals`. */
  readonly path: string;
  readonly sentence: Localized;
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface ReleaseDifference {
  readonly from?: { readonly number: number; readonly hash: string };
  readonly to?: { readonly number: number; readonly hash: string };
  readonly changes: readonly Change[];
}
