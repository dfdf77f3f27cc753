/**
 * The words every room uses to say "this worked" or "this did not, here is why".
 *
 * A mistake that a person can make is a {@link Problem}: a stable code, the place, a sentence that
 * says what is wrong and what to do. Exceptions are kept for bugs and broken disks.
 */

/** A text for people, Vietnamese first. `en` may be missing where only the law's own words exist. */
export interface Localized {
  readonly vi: string;
  readonly en?: string;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Problem {
  /** Stable, dotted, lower case: `form.question.required`, `decision.item.unknown-release`. */
  readonly code: string;
  /** Where: a JSON pointer into the thing that was given (`/checklist/3/when`), or an element id. */
  readonly path: string;
  /** One sentence: what is wrong and where. */
  readonly message: Localized;
  /** One sentence: how to mend it. */
  readonly remedy?: Localized;
  readonly severity: Severity;
  /** A counter-example that the engine can replay. */
  readonly witness?: Witness;
}

/** What is done from outside while a process runs: one step of a script for `process run`. */
export type WitnessStep =
  | { readonly complete: string; readonly with?: Readonly<Record<string, unknown>> }
  | { readonly message: string; readonly with?: Readonly<Record<string, unknown>> }
  | { readonly signal: string }
  | { readonly timer: string }
  | { readonly error: string; readonly code?: string }
  | { readonly advance: string }
  /** Sequence flows of one element, separated by spaces: what it takes when it is left next. */
  | { readonly choose: string }
  /** First step only: the start event that begins the process. */
  | { readonly start: string };

/**
 * A counter-example: a dossier and what happens to it, the shortest found; the engine replays it to
 * show the trouble. A fault of a form needs answers only: then the route and the script are empty.
 */
export interface Witness {
  readonly case?: string;
  readonly channel?: string;
  /** Code of the receiving unit, and its level. */
  readonly unit?: string;
  readonly level?: string;
  readonly applicant?: 'citizen' | 'organisation';
  /** Vietnamese day of submission, where it matters. */
  readonly today?: string;
  /** Answers to the form as they are submitted, by question id. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** What a bare process starts with: models that belong to no procedure. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Elements passed, in order. */
  readonly elements: readonly string[];
  /** Sequence flows taken. */
  readonly flows: readonly string[];
  readonly script: readonly WitnessStep[];
}

export type Result<Value> =
  | { readonly ok: true; readonly value: Value; readonly warnings?: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const ok = <Value>(value: Value, warnings?: readonly Problem[]): Result<Value> =>
  warnings && warnings.length > 0 ? { ok: true, value, warnings } : { ok: true, value };

export const fail = (
  ...problems: readonly Problem[]
): { readonly ok: false; readonly problems: readonly Problem[] } => ({
  ok: false,
  problems,
});

export const problem = (
  code: string,
  path: string,
  message: Localized,
  remedy?: Localized,
  severity: Severity = 'error',
): Problem => (remedy ? { code, path, message, remedy, severity } : { code, path, message, severity });

/** For the `default` of an exhaustive `switch`: fails to compile when a case is forgotten. */
export const unreachable = (value: never): never => {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
};
