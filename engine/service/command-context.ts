import type { Instant } from '#engine/clock/index.ts';
import {
  replay,
  type Actor,
  type CommandContext,
  type DossierCommand,
  type DossierState,
  type PeopleDirectory,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import type { Graph, ProcessState } from '#engine/process/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { checkState } from '#engine/verify/index.ts';
import { Lru } from './lru.ts';
import { say } from './messages.ts';
import type { ReleaseCache } from './releases.ts';
import type { Organisation } from './units.ts';

/** Everything that a command is decided upon besides the dossier itself. */
export const contextFor = async (
  units: Organisation,
  prepared: PreparedRelease,
  /** Whose dossier it is by its place: see `competentUnit`. */
  unit: string,
  request: { readonly actor: Actor; readonly occurredAt?: Instant },
  now: Instant,
  people?: PeopleDirectory,
): Promise<Result<CommandContext>> => {
  const calendar = units.calendarOf(unit);
  if (!calendar) return fail(say.noCalendar(unit));
  return ok({
    now,
    ...(request.occurredAt === undefined ? {} : { occurredAt: request.occurredAt }),
    actor: request.actor,
    prepared,
    calendar,
    units: await units.directoryFor(prepared.release),
    oneStop: await units.oneStop(),
    ...(people ? { people } : {}),
  });
};

type ConversionContext = Pick<CommandContext, 'target' | 'check' | 'before'>;

/** What a conversion is decided upon besides: the release to go to, or the dossier as it was before. */
export const conversionContext = async (
  store: Store,
  releases: ReleaseCache,
  state: DossierState,
  command: DossierCommand,
): Promise<ConversionContext> => {
  if (command.type === 'revert-conversion') {
    const last = state.conversion;
    if (last?.seq !== state.seq) return {};
    const told = replay((await store.dossiers.events(state.id)).filter(({ seq }) => seq < last.seq));
    return told.ok ? { before: told.value } : {};
  }
  const hash =
    command.type === 'convert' || command.type === 'ask-conversion'
      ? command.release
      : command.type === 'answer-conversion'
        ? state.question?.release
        : undefined;
  if (hash === undefined || !(await store.releases.byHash(hash))) return {};
  return { target: await releases.byHash(hash), check: checkOnce };
};

const KEPT = 2000;
const checked = new WeakMap<Graph, Lru<string, readonly Problem[]>>();

/** The proof of a place in a process, made once for all dossiers that stand there. */
export const checkOnce = (graph: Graph, state: ProcessState): readonly Problem[] => {
  const known = checked.get(graph) ?? new Lru<string, readonly Problem[]>(KEPT);
  checked.set(graph, known);
  const { tokens, scopes, joins } = state;
  const place = JSON.stringify([tokens, scopes.map(({ id, element, parent }) => [id, element, parent]), joins]);
  const found = known.get(place) ?? checkState(graph, state);
  known.set(place, found);
  return found;
};
