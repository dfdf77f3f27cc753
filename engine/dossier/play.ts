import type { Instant, WorkingCalendar } from '#engine/clock/index.ts';
import { ok, type Problem, type Result } from '#engine/result/index.ts';
import { sealOnto } from './chain.ts';
import type { CommandContext, UnitDirectory } from './context.ts';
import { decide } from './decide.ts';
import { permitted, type PermittedCommand } from './permitted.ts';
import type { PreparedRelease } from './prepared.ts';
import type { Actor, DossierCommand, DossierEvent, DossierState } from './types.ts';

/** What happens in a play: somebody does something, or time goes by. */
export type PlayStep =
  | { readonly type: 'do'; readonly actor: Actor; readonly command: DossierCommand }
  | { readonly type: 'wait'; readonly until: Instant };

/** Where it is played; nothing of it is kept anywhere. */
export interface PlayWorld {
  readonly prepared: PreparedRelease;
  /** The receiving unit's calendar. */
  readonly calendar: WorkingCalendar;
  readonly units: UnitDirectory;
  /** When the play begins. */
  readonly from: Instant;
}

export interface Played {
  readonly now: Instant;
  readonly state?: DossierState;
  readonly events: readonly DossierEvent[];
  /** The step that the law, the form or the process refused; nothing after it was played. */
  readonly refused?: { readonly step: number; readonly problems: readonly Problem[] };
}

const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };
const DOSSIER = 'play';
const CODE = 'PLAY-0001';
/** More timers than a wait may set off: a cycle that never ends stops here. */
const MOST_TIMERS = 500;

const contextOf = ({ prepared, calendar, units }: PlayWorld, now: Instant, actor: Actor): CommandContext => ({
  now,
  actor,
  prepared,
  calendar,
  units,
});

const does = (
  world: PlayWorld,
  { now, state, events }: Played,
  actor: Actor,
  command: DossierCommand,
): Result<Played> => {
  const context = { ...contextOf(world, now, actor), ...(state ? {} : { dossier: DOSSIER, newCode: CODE }) };
  const decided = decide(state, command, context);
  if (!decided.ok) return decided;
  const sealed = sealOnto(state, DOSSIER, decided.value);
  return ok({ now, events: [...events, ...sealed.events], ...(sealed.state ? { state: sealed.state } : {}) });
};

/** Timers that are due meanwhile go off one after another, each at its own instant. */
const waits = (world: PlayWorld, played: Played, until: Instant): Result<Played> => {
  let at = played;
  for (let fired = 0; fired < MOST_TIMERS; fired += 1) {
    const [next] = [...(at.state?.timers ?? [])]
      .filter(({ due }) => due <= until)
      .sort((one, other) => one.due.localeCompare(other.due));
    if (!next) break;
    const now = next.due > at.now ? next.due : at.now;
    const fires = does(world, { ...at, now }, SYSTEM, { type: 'fire-timer', token: next.token });
    // While the dossier is not being worked on its timers wait, as they do in earnest.
    if (!fires.ok) break;
    at = fires.value;
  }
  return ok({ ...at, now: until > at.now ? until : at.now });
};

/**
 * A dossier of the release from intake on, as `steps` tell it: the same commands, law and process as in earnest,
 * with a clock of its own and no store. Ends before the first step that is refused, and says why.
 */
export const play = (world: PlayWorld, steps: readonly PlayStep[]): Played => {
  let at: Played = { now: world.from, events: [] };
  for (const [index, step] of steps.entries()) {
    const next = step.type === 'wait' ? waits(world, at, step.until) : does(world, at, step.actor, step.command);
    if (!next.ok) return { ...at, refused: { step: index, problems: next.problems } };
    at = next.value;
  }
  return at;
};

/** What this person could do where the play stands. */
export const playable = (world: PlayWorld, { now, state }: Played, actor: Actor): readonly PermittedCommand[] =>
  state ? permitted(state, actor, contextOf(world, now, actor)) : [];
