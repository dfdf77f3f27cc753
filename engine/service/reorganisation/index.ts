import type { ClockPort } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { ReorganisationStore, Store, TransferJob, TransferJobState, TransferRow } from '#engine/store/index.ts';
import { say } from '../messages.ts';
import type { DossierService } from '../types.ts';
import type { Organisation } from '../units.ts';
import { transferWork } from './work.ts';

export interface TransferProgress {
  readonly job: TransferJob;
  readonly counts: Readonly<Partial<Record<TransferRow['state'], number>>>;
}

/** Dossiers under way when units change: how far their handing over is. */
export interface ReorganisationService {
  progress(decision: string): Promise<TransferProgress | undefined>;
  rows(decision: string, query: Parameters<ReorganisationStore['rows']>[1]): Promise<readonly TransferRow[]>;
  stop(decision: string, actor: Actor): Promise<Result<void>>;
  /** Goes on where it was stopped, or tries again what failed. */
  resume(decision: string, actor: Actor): Promise<Result<void>>;
  /** A few batches of what is to be handed over now; how many dossiers were looked at. */
  work(): Promise<number>;
}

export const reorganisationService = (
  store: Store,
  clock: ClockPort,
  units: Pick<Organisation, 'refresh' | 'on'>,
  dossiers: Pick<DossierService, 'executeAll'>,
): ReorganisationService => {
  const { reorganisations } = store;
  const move = async (
    decision: string,
    { roles, name }: Actor,
    from: readonly TransferJobState[],
    state: TransferJobState,
  ): Promise<Result<void>> => {
    if (!roles.some((role) => role === 'office' || role === 'office-approver'))
      return fail(say.mayNot({ vi: 'điều hành việc chuyển giao hồ sơ', en: 'run the handing over of dossiers' }));
    const job = await reorganisations.job(decision);
    if (!job) return fail(say.noDecision(decision));
    if (!from.includes(job.state)) return fail(say.transferState());
    const moved = await reorganisations.moveJob({ ...job, state, changedAt: clock.now(), changedBy: name }, job.state);
    return moved ? ok(undefined) : fail(say.transferState());
  };
  return {
    progress: async (decision) => {
      const job = await reorganisations.job(decision);
      return job && { job, counts: await reorganisations.counts(decision) };
    },
    rows: (decision, query) => reorganisations.rows(decision, query),
    stop: (decision, actor) => move(decision, actor, ['running'], 'stopped'),
    resume: async (decision, actor) => {
      const failed = (await reorganisations.counts(decision)).failed ?? 0;
      const begun = await move(decision, actor, failed > 0 ? ['stopped', 'done'] : ['stopped'], 'running');
      if (begun.ok) await reorganisations.forgetFailed(decision);
      return begun;
    },
    work: transferWork(store, clock, units, dossiers),
  };
};
