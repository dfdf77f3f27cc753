import type { Instant, LocalDate } from '#engine/clock/index.ts';

export type TicketState = 'waiting' | 'called' | 'skipped' | 'done';

/** A number taken at a counter; it holds no personal data. */
export interface Ticket {
  readonly unit: string;
  readonly day: LocalDate;
  /** 1, 2, 3 … of that unit and day. */
  readonly number: number;
  /** Id of a kind of service (`motcua/queue@1`); empty where none were told apart. */
  readonly service: string;
  readonly takenAt: Instant;
  readonly state: TicketState;
  /** Where it was called to. */
  readonly desk?: string;
  /** Id of the clerk who called it. */
  readonly clerk?: string;
  readonly calledAt?: Instant;
  readonly calls: number;
}

interface Call {
  readonly unit: string;
  readonly day: LocalDate;
  readonly desk: string;
  readonly clerk: string;
  readonly at: Instant;
}

export interface QueueStore {
  take(unit: string, day: LocalDate, service: string, at: Instant): Promise<Ticket>;
  /** Ends what the clerk had and gives them the lowest waiting number (of a service); undefined: nobody waits. */
  callNext(call: Call & { readonly service?: string }): Promise<Ticket | undefined>;
  /** Calls a number again: the clerk's own, or one that was skipped. */
  callAgain(call: Call & { readonly number: number }): Promise<Ticket | undefined>;
  /** The clerk's number did not come; it can be called again. */
  skip(unit: string, day: LocalDate, clerk: string): Promise<boolean>;
  ofDay(unit: string, day: LocalDate): Promise<readonly Ticket[]>;
}
