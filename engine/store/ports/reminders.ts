import type { Instant } from '#engine/clock/index.ts';
import type { Role } from '#engine/dossier/index.ts';

/** An open task whose date draws near: the step's own, or the promised one where it has none. */
export interface TaskDue {
  readonly task: string;
  readonly dossier: string;
  readonly code: string;
  readonly step: string;
  readonly role: Role;
  readonly unit: string;
  readonly assignee?: string;
  readonly openedAt: Instant;
  readonly due: Instant;
}

/** One person told of one task and date; the text is what leaves by the configured way. */
export interface Reminder {
  readonly task: string;
  readonly due: Instant;
  readonly account: string;
  readonly dossier: string;
  readonly at: Instant;
  readonly text: string;
}

/** What somebody was reminded of and has not been done, moved or taken over since. */
export interface StandingReminder {
  readonly task: string;
  readonly dossier: string;
  readonly code: string;
  readonly step: string;
  readonly applicant: string;
  readonly due: Instant;
  readonly at: Instant;
  readonly free: boolean;
}

export interface ReminderStore {
  /** Running tasks of the units due after `now` until `until` that nobody was reminded of for that date; O(those tasks). */
  due(units: readonly string[], now: Instant, until: Instant, limit: number): Promise<readonly TaskDue[]>;
  /** Kept and sent off in one transaction; a second time for the same task, date and person does nothing. */
  give(reminders: readonly Reminder[]): Promise<void>;
  standing(account: string, limit: number): Promise<readonly StandingReminder[]>;
}
