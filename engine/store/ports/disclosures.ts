import type { Instant } from '#engine/clock/index.ts';

/**
 * Personal data of somebody that a member of staff was shown: every query of the population database carries the
 * officer and the purpose, and whose data was read for what can be told afterwards.
 */
export interface Disclosure {
  readonly at: Instant;
  readonly actor: { readonly id: string; readonly name: string; readonly unit?: string };
  /** Identity number of whom it is about. */
  readonly subject: string;
  /** The application it was looked up for: id of the draft, which becomes the dossier of the key `draft:<id>`. */
  readonly draft: string;
  readonly procedure: string;
  /** `population`: the register was asked; `earlier`: accounts and dossiers; `held-papers`: listed; `paper-reused`: taken over. */
  readonly what: 'population' | 'earlier' | 'held-papers' | 'paper-reused';
  /** found | not-found | unavailable; how many were listed; of what is taken over, file and dossier. */
  readonly outcome: string;
}

export interface DisclosureStore {
  /** All or none; never changed or removed afterwards. */
  add(rows: readonly Disclosure[]): Promise<void>;
  /** Newest first. */
  of(query: {
    readonly subject?: string;
    readonly actor?: string;
    readonly limit: number;
  }): Promise<readonly Disclosure[]>;
}
