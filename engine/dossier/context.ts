import type { Instant, WorkingCalendar } from '#engine/clock/index.ts';
import type { Level, OneStopRules, ReceptionOnDay } from '#engine/definition/index.ts';
import type { StateCheck } from '#engine/process/index.ts';
import type { PreparedRelease } from './prepared.ts';
import type { Actor, DossierState, RegisterEntry, Role } from './types.ts';

/** Units by rule, as they are at the instant of the command. */
export interface UnitDirectory {
  /** Code for `receiving`, `parent` (both seen from the receiving unit) or `unit:<code>`; undefined when there is none. */
  resolve(rule: string, receivingUnit: string): string | undefined;
  level(unit: string): Level | undefined;
}

/** Who holds what, for handing a task to a person. Absent: the caller has checked. */
export interface PeopleDirectory {
  holds(person: string, role: Role, unit: string): boolean;
}

/** Everything a decision depends on besides the state and the command. */
export interface CommandContext {
  readonly now: Instant;
  /** When it happened, if earlier than now: a late entry keeps both times. */
  readonly occurredAt?: Instant;
  readonly actor: Actor;
  readonly prepared: PreparedRelease;
  /** The calendar of the unit whose dossier it is by its place: the receiving one, or the competent one. */
  readonly calendar: WorkingCalendar;
  readonly units: UnitDirectory;
  readonly people?: PeopleDirectory;
  /** Rules of the one-stop by day; absent: the national ones. */
  readonly oneStop?: OneStopRules;
  /** `submit`: ways of handing in that the rules of its day offer; absent, none of them. */
  readonly reception?: ReceptionOnDay;
  /** `convert` and its question: the release to go to, and the proof that its process can still end from a state. */
  readonly target?: PreparedRelease;
  readonly check?: StateCheck;
  /** `revert-conversion` only: the dossier as it was before, told by its events. */
  readonly before?: DossierState;
  /** `submit` only: the id and the code of the dossier to be. */
  readonly dossier?: string;
  readonly newCode?: string;
  /** `accept` only: the line that the store gives it in its unit's register. */
  readonly register?: RegisterEntry;
}

export const happenedAt = (context: CommandContext): Instant => context.occurredAt ?? context.now;
