import type { ClockPort } from '#engine/clock/index.ts';
import type { Actor } from '#engine/dossier/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { ConversionJobState, Store } from '#engine/store/index.ts';
import { say } from '../messages.ts';
import type { ReleaseCache } from '../releases.ts';
import type { DossierService } from '../types.ts';
import type { Organisation } from '../units.ts';
import { dryRunner } from './dry-run.ts';
import { conversionSays } from './messages.ts';
import { subjects } from './subject.ts';
import type { ConversionService } from './types.ts';
import { conversionWork } from './work.ts';

export type * from './types.ts';
export type { Foreseen } from './outcome.ts';

/** Running dossiers under a decision: what would become of each, and the work that does it. */
export const conversionService = (
  store: Store,
  clock: ClockPort,
  releases: ReleaseCache,
  units: Organisation,
  dossiers: DossierService,
): ConversionService => {
  const found = subjects(store, clock, releases, units);
  const { conversions } = store;
  const move = async (
    decision: string,
    actor: Actor,
    from: readonly ConversionJobState[],
    state: ConversionJobState,
    reason?: string,
  ): Promise<Result<void>> => {
    if (!actor.roles.some((role) => role === 'office' || role === 'office-approver'))
      return fail(say.mayNot({ vi: 'điều hành việc chuyển hồ sơ', en: 'run the conversion of dossiers' }));
    const job = await conversions.job(decision);
    if (!job) return fail(conversionSays.noJob(decision));
    if (!from.includes(job.state)) return fail(conversionSays.notNow(job.state));
    const changed = { ...job, state, changedAt: clock.now(), changedBy: actor.name, ...(reason ? { reason } : {}) };
    return (await conversions.moveJob(changed, job.state)) ? ok(undefined) : fail(conversionSays.notNow(job.state));
  };
  return {
    ...dryRunner(store, clock, found),
    progress: async (decision) => {
      const job = await conversions.job(decision);
      return job && { job, counts: await conversions.counts(decision) };
    },
    rows: (decision, query) => conversions.rows(decision, query),
    stop: (decision, actor) => move(decision, actor, ['running'], 'stopped'),
    resume: (decision, actor) => move(decision, actor, ['stopped'], 'running'),
    revert: async (decision, actor, reason) =>
      reason.trim() === ''
        ? fail(conversionSays.noReason())
        : move(decision, actor, ['running', 'stopped', 'done'], 'reverting', reason.normalize('NFC')),
    work: conversionWork(store, clock, found, dossiers),
  };
};
