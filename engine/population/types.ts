import type { LocalDate } from '#engine/clock/index.ts';

/** An address by the codes of the units' list, as an `address` question keeps it. */
export interface RegisteredAddress {
  readonly province?: string;
  readonly district?: string;
  readonly commune?: string;
  readonly detail?: string;
  /** The whole of it in one line. */
  readonly text: string;
}

/** What the register says of somebody. */
export interface RegisteredPerson {
  readonly personalNumber: string;
  readonly fullName: string;
  /** Day, or the year alone where the register knows no more. */
  readonly birthDate?: LocalDate;
  readonly sex?: 'male' | 'female' | 'other';
  readonly ethnicity?: string;
  readonly nationality?: string;
  /** Permanent residence (nơi thường trú). */
  readonly residence?: RegisteredAddress;
  /** Where they live now (nơi ở hiện tại). */
  readonly presentAddress?: RegisteredAddress;
}

/** Every query carries who asks and what for. */
export interface PopulationQuery {
  /** Number of this query. */
  readonly id: string;
  /** Twelve digits. */
  readonly personalNumber: string;
  readonly officer: { readonly id: string; readonly unit: string };
  readonly procedure: string;
  /** The application it is for. */
  readonly draft: string;
}

export type PopulationAnswer =
  | { readonly type: 'found'; readonly person: RegisteredPerson }
  | { readonly type: 'not-found' }
  /** `slow`: no answer within its time; `unreachable`: no connection, a refusal, no secret; `unreadable`: another's answer, or none that can be read. */
  | { readonly type: 'unavailable'; readonly reason: 'slow' | 'unreachable' | 'unreadable' };

/**
 * The national population database (Cơ sở dữ liệu quốc gia về dân cư) as the counter asks it. Answers in any
 * case, within its time; an exception is a bug.
 */
export interface PopulationRegistry {
  lookUp(query: PopulationQuery): Promise<PopulationAnswer>;
}
