import type { Instant, LocalDate } from '#engine/clock/index.ts';
import type { Role } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { Assignment, StaffChange } from './organisation.ts';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly kind: 'staff' | 'citizen';
  /** Staff: sign-in name. */
  readonly login?: string;
  readonly phone?: string;
  readonly idNumber?: string;
  /** The number was seen on the person's paper, or comes from who identifies people; else it is only said. */
  readonly idVerified?: true;
  readonly email?: string;
  readonly title?: string;
  /** Staff: where they are reached at work, told in public (NĐ 61/2018 Điều 9); nobody signs in by it. */
  readonly officePhone?: string;
  readonly passwordHash?: string;
}

export interface Session {
  readonly person: string;
  readonly expiresAt: Instant;
}

export interface PeopleStore {
  /** All or none, with the note of who did it. */
  put(people: readonly Person[], assignments: readonly Assignment[], change?: StaffChange): Promise<Result<void>>;
  byId(id: string): Promise<Person | undefined>;
  byLogin(login: string): Promise<Person | undefined>;
  byPhone(phone: string): Promise<Person | undefined>;
  /** Who is known to have the number, before who only says so. */
  byIdNumber(idNumber: string): Promise<Person | undefined>;
  /** What somebody may do where that day; as a reserve only while somebody who holds the role there is away. */
  assignments(person: string, asOf: LocalDate): Promise<readonly Assignment[]>;
  withRole(unit: string, role: Role, asOf: LocalDate): Promise<readonly Person[]>;
  /** What administrators did at the unit, newest first. */
  staffChanges(unit: string, limit: number): Promise<readonly StaffChange[]>;
  /** Who holds which role at which unit on that day; reserves are not counted on. */
  held(asOf: LocalDate): Promise<readonly { readonly unit: string; readonly role: Role; readonly person: string }[]>;
  /** Only the token's hash is kept. */
  openSession(tokenHash: string, session: Session): Promise<void>;
  session(tokenHash: string, now: Instant): Promise<Session | undefined>;
  closeSession(tokenHash: string): Promise<void>;
  closeSessionsOf(person: string): Promise<void>;
  /** One-time codes: hashed, five tries, ten minutes. */
  putOneTimeCode(phone: string, codeHash: string, expiresAt: Instant): Promise<void>;
  takeOneTimeCode(phone: string, codeHash: string, now: Instant): Promise<'ok' | 'wrong' | 'expired' | 'too-many'>;
}
