import type { ClockPort, Instant } from '#engine/clock/index.ts';
import type { DossierCommand, DossierState } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';
import type { ConversionJob, ConversionRow, Store } from '#engine/store/index.ts';
import type { DossierService } from '../types.ts';
import { answerUntil, foresee } from './outcome.ts';
import { SYSTEM, type Subject, type Subjects } from './subject.ts';
import type { ConversionService } from './types.ts';

const BATCH = 40;
/** In one turn of the worker; timers and messages of others come in between. */
const BATCHES = 5;

/**
 * Carries the jobs on: plans a batch (written down first), does it, and so on until no dossier is left.
 * A process that is killed in between finds what was planned and does it under the same keys: once.
 */
export const conversionWork = (
  store: Store,
  clock: ClockPort,
  subjects: Subjects,
  dossiers: Pick<DossierService, 'execute'>,
): ConversionService['work'] => {
  const { conversions } = store;

  const give = (row: ConversionRow, command: DossierCommand, key: string): Promise<Result<DossierState>> =>
    dossiers.execute({ dossier: row.dossier, command, actor: SYSTEM, key });

  const settle = (row: ConversionRow, change: Partial<ConversionRow>): Promise<void> =>
    conversions.put([{ ...row, ...change, changedAt: clock.now() }]);

  const stayed = (row: ConversionRow, done: Result<unknown>): Promise<void> =>
    settle(row, {
      outcome: 'stay',
      state: 'stayed',
      reasons: done.ok ? [] : done.problems.map((problem) => ({ aspect: 'release', problem })),
    });

  const subjectOf = (all: readonly Subject[], row: ConversionRow): Subject | undefined =>
    all.find(({ procedure }) => procedure === row.procedure);

  const plan = async (job: ConversionJob, all: readonly Subject[]): Promise<readonly ConversionRow[]> => {
    for (const { procedure, inFlight, target } of all) {
      if (inFlight.policy === 'keep') continue;
      const ids = await conversions.next(job.decision, procedure, target?.hash, BATCH);
      if (ids.length === 0) continue;
      const rows: ConversionRow[] = [];
      for (const id of ids) {
        const state = await store.dossiers.load(id);
        if (!state) continue;
        const { outcome, reasons } = foresee(state, inFlight.policy, target, await subjects.context(state));
        rows.push({
          decision: job.decision,
          dossier: id,
          code: state.code,
          procedure,
          outcome,
          state: outcome === 'keep' ? 'kept' : outcome === 'stay' ? 'stayed' : 'planned',
          reasons,
          changedAt: clock.now(),
          ...(target ? { release: target.hash } : {}),
        });
      }
      await conversions.put(rows);
      return rows;
    }
    return [];
  };

  const carryOut = async (row: ConversionRow, { inFlight }: Subject): Promise<void> => {
    const { release, decision, dossier } = row;
    if (release === undefined) return stayed(row, { ok: false, problems: [] });
    const { reason } = inFlight;
    if (row.outcome === 'convert') {
      const done = await give(row, { type: 'convert', release, reason, decision }, `convert:${decision}:${dossier}`);
      return done.ok ? settle(row, { state: 'converted' }) : stayed(row, done);
    }
    // The instant is part of the command: kept with the plan, so that asking again is the same command.
    const until = row.until ?? answerUntil(row.changedAt, inFlight.answerDays);
    const asked = await give(
      row,
      { type: 'ask-conversion', release, reason, decision, until, otherwise: inFlight.otherwise },
      `ask-conversion:${decision}:${dossier}`,
    );
    return asked.ok ? settle(row, { state: 'asked', until }) : stayed(row, asked);
  };

  /** One batch of a running job; how many dossiers it looked at. */
  const forward = async (job: ConversionJob): Promise<number> => {
    const record = await store.catalogue.decision(job.decision);
    if (!record) return 0;
    const all = await subjects.of(record);
    const before = await conversions.rows(job.decision, { states: ['planned'], limit: BATCH });
    const rows = before.length > 0 ? before : await plan(job, all);
    for (const row of rows) {
      const subject = subjectOf(all, row);
      if (row.state === 'planned' && subject) await carryOut(row, subject);
    }
    if (rows.length === 0) await conversions.moveJob({ ...job, state: 'done', changedAt: clock.now() }, 'running');
    return rows.length;
  };

  const takeBack = async (job: ConversionJob, row: ConversionRow): Promise<void> => {
    const state = await store.dossiers.load(row.dossier);
    const isConverted = state?.conversion?.decision === job.decision;
    if (row.state === 'asked' || (row.state === 'planned' && !isConverted)) {
      if (state?.question?.decision === job.decision && !state.question.answer)
        await give(row, { type: 'answer-conversion', choice: 'keep' }, `close-question:${job.decision}:${row.dossier}`);
      return settle(row, { state: 'kept' });
    }
    const reason = job.reason ?? '';
    const key = `revert-conversion:${job.decision}:${row.dossier}`;
    const done = await give(row, { type: 'revert-conversion', reason }, key);
    // One that has gone on since stays as it is, with the reason.
    return done.ok
      ? settle(row, { state: 'reverted', reasons: [] })
      : settle(row, {
          state: 'stayed',
          outcome: 'stay',
          reasons: done.problems.map((problem) => ({ aspect: 'release', problem })),
        });
  };

  const backward = async (job: ConversionJob): Promise<number> => {
    const rows = await conversions.rows(job.decision, { states: ['planned', 'converted', 'asked'], limit: BATCH });
    for (const row of rows) await takeBack(job, row);
    if (rows.length === 0)
      await conversions.moveJob({ ...job, state: 'reverted', changedAt: clock.now() }, 'reverting');
    return rows.length;
  };

  /** Questions that nobody answered in time are answered as the decision said; answers are written down here too. */
  const closeQuestions = async (now: Instant): Promise<number> => {
    const rows = await conversions.overdue(now, BATCH);
    for (const row of rows) await closeQuestion(row);
    return rows.length;
  };
  const closeQuestion = async (row: ConversionRow): Promise<void> => {
    const question = (await store.dossiers.load(row.dossier))?.question;
    if (question?.decision !== row.decision) return settle(row, { state: 'kept' });
    if (question.answer) return settle(row, { state: question.answer.choice === 'convert' ? 'converted' : 'kept' });
    const key = (choice: string): string => `silent-${choice}:${row.decision}:${row.dossier}`;
    const choice = question.otherwise;
    const done = await give(row, { type: 'answer-conversion', choice }, key(choice));
    if (done.ok) return settle(row, { state: choice === 'convert' ? 'converted' : 'kept' });
    const kept = await give(row, { type: 'answer-conversion', choice: 'keep' }, key('keep'));
    return stayed(row, kept.ok ? done : kept);
  };

  return async () => {
    let looked = 0;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const now = clock.now();
      const jobs = await conversions.dueJobs(['running', 'reverting'], now);
      let here = await closeQuestions(now);
      for (const job of jobs) here += await (job.state === 'running' ? forward(job) : backward(job));
      if (here === 0) return looked;
      looked += here;
    }
    return looked;
  };
};
