import type { Instant } from '#engine/clock/index.ts';
import type { ContentHash, Decision, GroupItem, Level, Release } from '#engine/definition/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { MovedKey, ReorganisationWrite } from './organisation.ts';

/** One row of the catalogue: this release of this procedure, from … to …, as known from … to …. */
export interface CatalogueEntry {
  readonly code: string;
  readonly number: number;
  readonly hash: ContentHash;
  readonly name: string;
  readonly field: string;
  readonly levels: readonly Level[];
  readonly effectiveFrom: Instant;
  readonly effectiveTo?: Instant;
  readonly recordedAt: Instant;
  readonly supersededAt?: Instant;
  /** Number of the decision that put it in force. */
  readonly decision: string;
  /** Number of the decision that ends it, and where people go instead. */
  readonly endedBy?: string;
  readonly replacedBy?: string;
}

export type DecisionStatus = 'draft' | 'approved' | 'applied' | 'withdrawn';

export interface DecisionRecord {
  readonly number: string;
  readonly decision: Decision;
  /** Hash of the decision and of every release it names: an approval is of exactly this. */
  readonly contentHash: ContentHash;
  readonly status: DecisionStatus;
  readonly author: { readonly id: string; readonly name: string };
  readonly createdAt: Instant;
  readonly approver?: { readonly id: string; readonly name: string };
  readonly approvedAt?: Instant;
  readonly appliedAt?: Instant;
  readonly withdrawnAt?: Instant;
  readonly withdrawnReason?: string;
}

/** What one applied decision says of groups of linked procedures. */
export interface PublishedGroups {
  readonly decision: string;
  readonly effectiveFrom: Instant;
  readonly groups: readonly GroupItem[];
}

export interface CatalogueQuery {
  /** With or without diacritics; words of the name, keywords or code. */
  readonly text?: string;
  readonly field?: string;
  readonly level?: Level;
  readonly unit?: string;
  /** Procedures that reorganisations have sent elsewhere: what `unit` finds is read in their light. */
  readonly moved?: readonly MovedKey[];
  readonly onlineLevel?: string;
  readonly asOf: Instant;
  readonly knownAt?: Instant;
  readonly limit: number;
  readonly offset: number;
}

export interface CataloguePage {
  readonly total: number;
  readonly entries: readonly CatalogueEntry[];
  readonly fields: readonly { readonly field: string; readonly count: number }[];
}

/** How one decision changes the catalogue, computed by `engine/catalogue`, written in one transaction. */
export interface CatalogueChange {
  /** `catalogueVersion()` the change was planned on: refused with `catalogue.stale` when it has grown since. */
  readonly basedOn?: number;
  readonly close: readonly {
    readonly code: string;
    readonly effectiveFrom: Instant;
    readonly at: Instant;
    readonly endedBy: string;
    readonly replacedBy?: string;
  }[];
  readonly open: readonly Omit<CatalogueEntry, 'recordedAt' | 'supersededAt'>[];
  /** A reorganisation's units and people, written in the same transaction. */
  readonly organisation?: ReorganisationWrite;
}

export interface CatalogueStore {
  inForce(code: string, asOf: Instant, knownAt?: Instant): Promise<CatalogueEntry | undefined>;
  /** All in force at once, by name: O(catalogue). */
  allInForce(asOf: Instant, knownAt?: Instant): Promise<readonly CatalogueEntry[]>;
  /** Every row of one procedure that is believed now (or was at `knownAt`), oldest first. */
  history(code: string, knownAt?: Instant): Promise<readonly CatalogueEntry[]>;
  search(query: CatalogueQuery): Promise<CataloguePage>;
  saveDecision(record: DecisionRecord, releases: readonly Release[]): Promise<Result<void>>;
  decision(number: string): Promise<DecisionRecord | undefined>;
  decisions(): Promise<readonly DecisionRecord[]>;
  /** Groups of linked procedures that applied decisions publish, change or end; the earliest effect first. */
  groups(): Promise<readonly PublishedGroups[]>;
  /** What the decision did, as worked out when it was applied; afterwards it cannot be worked out again. */
  saveReport(number: string, report: unknown): Promise<void>;
  report(number: string): Promise<unknown>;
  /** All or none, the report of what it does included; refused by the database when intervals would overlap. */
  apply(record: DecisionRecord, change: CatalogueChange, recordedAt: Instant, report?: unknown): Promise<Result<void>>;
  /** Restores what the decision superseded. Refused once it is in effect. */
  withdraw(record: DecisionRecord, recordedAt: Instant): Promise<Result<void>>;
}
