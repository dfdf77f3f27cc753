import type { Instant } from '#engine/clock/index.ts';

/** What kept a whole unit from working; one record, whatever the number of dossiers it touches. */
export interface Incident {
  readonly id: string;
  readonly unit: string;
  readonly kind: 'power' | 'system' | 'lockdown' | 'disaster' | 'other';
  readonly from: Instant;
  /** Absent: still going on. */
  readonly to?: Instant;
  readonly ground: string;
  /** Number of the decision or notice, empty where there is none. */
  readonly decision: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

export interface IncidentStore {
  add(incident: Incident): Promise<void>;
  /** false when it has ended already, or began later than that. */
  end(id: string, at: Instant): Promise<boolean>;
  byId(id: string): Promise<Incident | undefined>;
  /** Newest first. */
  ofUnit(unit: string): Promise<readonly Incident[]>;
  /** Those of the units that overlap the time from … to …, oldest first. */
  touching(units: readonly string[], from: Instant, to: Instant): Promise<readonly Incident[]>;
}
