/** A thread that examines drafts, one message after another. */
import { parentPort } from 'node:worker_threads';
import { verifyRelease } from '#engine/verify/index.ts';
import type { ExamineAnswer, ExamineRequest } from './examine.ts';

parentPort?.on('message', ({ id, release, shared, context }: ExamineRequest) => {
  const answer = (said: ExamineAnswer): void => parentPort?.postMessage(said);
  verifyRelease(release, shared, context).then(
    (problems) => answer({ id, problems }),
    (error: unknown) => answer({ id, error: error instanceof Error ? error.message : String(error) }),
  );
});
