/** A calendar compiled for constant-time arithmetic (prefix sums). */
export interface WorkingCalendar {
  readonly name: string;
}
