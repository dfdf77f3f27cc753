import { heirsOf, inEffect, movesBack, movesOf, type Moves } from '#engine/catalogue/index.ts';
import { addDays, localDate, startOfDay, type ClockPort, type Instant, type LocalDate } from '#engine/clock/index.ts';
import type { DossierState, UnitMove } from '#engine/dossier/index.ts';
import type {
  AppliedReorganisation,
  ReorganisationWrite,
  Store,
  TransferJob,
  TransferRow,
} from '#engine/store/index.ts';
import { SYSTEM } from '../conversion/subject.ts';
import { say } from '../messages.ts';
import type { DossierService } from '../types.ts';
import type { Organisation } from '../units.ts';

const BATCH = 100;
/** In one turn of the worker; timers and messages of others come in between. */
const BATCHES = 10;

interface Given {
  readonly reorganisation: AppliedReorganisation;
  /** `rollsBack` only. */
  readonly undone?: { readonly applied: AppliedReorganisation; readonly written: ReorganisationWrite };
  readonly units: readonly string[];
  /** Dossiers submitted from here on know the units as they are. */
  readonly before: Instant;
}

/**
 * Hands dossiers over, from the day of a reorganisation on, batch by batch under keys of their own: a process that is
 * killed in between does the rest, and nothing twice. One at a time in the order of their days, since a code may
 * have passed from one unit to another.
 */
export const transferWork = (
  store: Store,
  clock: ClockPort,
  units: Pick<Organisation, 'refresh' | 'on'>,
  dossiers: Pick<DossierService, 'executeAll'>,
): (() => Promise<number>) => {
  const { reorganisations } = store;

  const prepare = async (job: TransferJob): Promise<Given | undefined> => {
    const applied = await reorganisations.applied();
    const reorganisation = applied.find(({ decision }) => decision === job.decision);
    if (!reorganisation) return undefined;
    const record = await store.catalogue.decision(job.decision);
    const start = startOfDay(job.day);
    const before = record?.appliedAt !== undefined && record.appliedAt > start ? record.appliedAt : start;
    const back = reorganisation.organisation.rollsBack;
    if (back === undefined) return { reorganisation, units: [...heirsOf(reorganisation.organisation).keys()], before };
    const earlier = applied.filter(({ decision }) => decision !== job.decision);
    const undone = inEffect(earlier, job.day).find(({ decision }) => decision === back);
    const written = undone && (await reorganisations.written(undone.decision));
    if (!undone || !written) return undefined;
    return {
      reorganisation,
      undone: { applied: undone, written },
      units: written.opened.map(({ code }) => code),
      before,
    };
  };

  /** As the command says them: by the names of the day before and of the day. */
  const named = (moves: Moves, day: LocalDate): readonly UnitMove[] =>
    Object.entries(moves).map(([from, to]) => ({
      from,
      fromName: units.on(from, addDays(day, -1))?.name ?? from,
      to,
      toName: units.on(to, day)?.name ?? to,
    }));

  const movesFor = async (state: DossierState, { reorganisation, undone }: Given): Promise<Moves> => {
    if (undone) return movesBack(undone.applied, undone.written, state);
    const release = await store.releases.byHash(state.releaseHash);
    const field = release?.procedure.field.name.vi ?? '';
    return movesOf(reorganisation, state, { procedure: state.procedure, field });
  };

  const batch = async (job: TransferJob, given: Given): Promise<number> => {
    const { decision } = job;
    const ids = await reorganisations.next(decision, given.units, given.before, BATCH);
    if (ids.length === 0) {
      await reorganisations.moveJob({ ...job, state: 'done', changedAt: clock.now() }, 'running');
      return 0;
    }
    const states = (await Promise.all(ids.map((id) => store.dossiers.load(id)))).filter((state) => state !== undefined);
    const moves = await Promise.all(states.map((state) => movesFor(state, given)));
    const asked = states.flatMap((state, place) => {
      const own = moves[place] ?? {};
      return Object.keys(own).length === 0 ? [] : [{ state, own }];
    });
    await units.refresh();
    const reason = say.reorganised(decision);
    const results = await dossiers.executeAll(
      asked.map(({ state, own }) => ({
        dossier: state.id,
        command: { type: 'transfer', decision, reason, moves: named(own, job.day) },
        actor: SYSTEM,
        key: `transfer:${decision}:${state.id}`,
      })),
    );
    const at = clock.now();
    const outcome = new Map(asked.map(({ state }, place) => [state.id, results[place]] as const));
    await reorganisations.put(
      states.map((state, place): TransferRow => {
        const done = outcome.get(state.id);
        const from = state.receivingUnit;
        const isMoved = done?.ok === true || state.transfers?.some((each) => each.decision === decision) === true;
        return {
          decision,
          dossier: state.id,
          code: state.code,
          procedure: state.procedure,
          state: isMoved ? 'moved' : done ? 'failed' : 'stayed',
          from,
          to: moves[place]?.[from] ?? from,
          problems: isMoved || !done || done.ok ? [] : done.problems,
          at,
        };
      }),
    );
    return states.length;
  };

  return async () => {
    let looked = 0;
    for (let turn = 0; turn < BATCHES; turn += 1) {
      const [job] = await reorganisations.dueJobs(localDate(clock.now()));
      const given = job && (await prepare(job));
      if (!job || !given) return looked;
      looked += await batch(job, given);
    }
    return looked;
  };
};
