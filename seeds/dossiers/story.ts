import type { LocalDate } from '#engine/clock/index.ts';
import type { Application } from './intake.ts';

/** Where a story stops. */
export type Ending =
  /** Filled in half, not submitted. */
  | { readonly at: 'draft' }
  | { readonly at: 'submitted' }
  | { readonly at: 'refused'; readonly reason: string }
  /** After so many steps of the process, counted from acceptance; `wait` leaves it there until it is late. */
  | { readonly at: 'step'; readonly steps: number }
  /** Asked once for more papers; supplied and gone on for so many steps, or still waiting. */
  | { readonly at: 'supplement'; readonly paper: string; readonly what: string; readonly supplied?: number }
  /** Stands at a fee that has to be paid before work goes on. */
  | { readonly at: 'payment'; readonly fee: string }
  | { readonly at: 'extended'; readonly newDue: LocalDate; readonly reason: string }
  | { readonly at: 'suspended'; readonly ground: string }
  | { readonly at: 'withdrawn'; readonly reason: string }
  | { readonly at: 'stopped'; readonly reason: string }
  /** Result in the system, not collected. */
  | { readonly at: 'finished' }
  | { readonly at: 'returned' };

export interface Story extends Omit<Application, 'owner'> {
  /** `YYYY-MM-DDTHH:mm` in Vietnam: when it is submitted. */
  readonly submitted: string;
  /** Id of the demo citizen whose account it is. */
  readonly citizen?: string;
  /** Outcomes chosen where it is not the first one, by element id. */
  readonly outcomes?: Readonly<Record<string, string>>;
  /** Working minutes from submission to acceptance. */
  readonly acceptedAfter?: number;
  /** Working minutes that every step takes; absent: about half of what it is allowed. */
  readonly pace?: number;
  readonly ends: Ending;
}
