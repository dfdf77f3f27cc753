import type { Instant } from '#engine/clock/index.ts';
import type { DossierStatus, Role } from '#engine/dossier/index.ts';

export interface WorklistQuery {
  readonly unit: string;
  readonly roles: readonly Role[];
  readonly person: string;
  readonly mine?: boolean;
  readonly procedure?: string;
  readonly text?: string;
  readonly limit: number;
  readonly offset: number;
}

/** What a work list is looked at by. `late` and the like are of the promised date at `now`. */
export type WorkView = 'all' | 'mine' | 'free' | 'late' | 'soon' | 'paused';

export interface WorkQuery {
  readonly unit: string;
  readonly roles: readonly Role[];
  /** Whose work it is: the person, and those they stand in for. */
  readonly people: readonly string[];
  /** Everybody's work at the unit, whatever the role: for who distributes it. */
  readonly whole?: boolean;
  readonly view: WorkView;
  readonly procedure?: string;
  readonly role?: string;
  readonly text?: string;
  readonly now: Instant;
  /** A promise up to this instant is soon due. */
  readonly soon: Instant;
  readonly limit: number;
  readonly offset: number;
}

/** One page of a work list; the counts are of all of it, at any size. */
export interface WorkPage {
  readonly counts: Readonly<Record<WorkView, number>>;
  /** How many the filter leaves. */
  readonly total: number;
  readonly procedures: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly WorklistRow[];
}

export interface WorklistRow {
  readonly task: string;
  readonly dossier: string;
  readonly code: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly step: string;
  readonly role: string;
  readonly unit: string;
  readonly assignee?: { readonly id: string; readonly name: string };
  readonly openedAt: Instant;
  readonly stepDueAt?: Instant;
  readonly promisedDue?: Instant;
  readonly status: DossierStatus;
}
