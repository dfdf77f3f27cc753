import type { Instant } from '#engine/clock/index.ts';
import type { ContentHash, Decision, DecisionAction, InFlightPolicy, Release } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { CatalogueChange, CatalogueEntry } from '#engine/store/port.ts';

/** All that a plan depends on; nothing is looked up while planning. */
export interface PlanInput {
  readonly decision: Decision;
  /** Releases that came with the decision, and stored ones that it names and did not bring. */
  readonly releases: readonly Release[];
  /** Content hashes of stored releases by `code/number`, of the numbers that the decision names. */
  readonly storedHashes: ReadonlyMap<string, ContentHash>;
  /** Believed rows, oldest first, of every code in {@link codesOf}. */
  readonly history: ReadonlyMap<string, readonly CatalogueEntry[]>;
  readonly now: Instant;
}

export interface PlannedItem {
  /** Derived from the catalogue, whatever the file says. */
  readonly action: DecisionAction;
  readonly code: string;
  readonly name: string;
  /** What comes into force. */
  readonly release?: Release;
  /** What it ends of its own code. */
  readonly ends?: CatalogueEntry;
  /** Entries of other codes that it ends. */
  readonly replaces: readonly CatalogueEntry[];
  readonly replacedBy?: string;
  readonly inFlight: InFlightPolicy;
  readonly problems: readonly Problem[];
}

export interface DecisionPlan {
  readonly effectiveFrom: Instant;
  readonly items: readonly PlannedItem[];
  /** About the decision as a whole. */
  readonly problems: readonly Problem[];
  /** Meant to be written only when there is no error. */
  readonly change: CatalogueChange;
}
