import { Worker } from 'node:worker_threads';
import type { Release, SharedDefinitions } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import type { VerifyContext } from '#engine/verify/index.ts';

export interface ExamineRequest {
  readonly id: number;
  readonly release: Release;
  readonly shared: SharedDefinitions;
  readonly context: VerifyContext;
}
export type ExamineAnswer =
  { readonly id: number; readonly problems: readonly Problem[] } | { readonly id: number; readonly error: string };

/** Longest an examination may take, in milliseconds; then its thread is ended and the next begins anew. */
const PATIENCE_MS = 20_000;

interface Waiting {
  readonly resolve: (problems: readonly Problem[]) => void;
  readonly reject: (reason: Error) => void;
}

let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

const stop = (reason: Error): void => {
  void worker?.terminate();
  worker = undefined;
  for (const each of waiting.values()) each.reject(reason);
  waiting.clear();
};

const start = (): Worker => {
  // Beside the sources, wherever the bundle of the server stands.
  const made = new Worker(new URL(`file://${process.cwd()}/app/server/studio/examine-entry.mjs`));
  made.unref();
  made.on('message', (answer: ExamineAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.problems);
  });
  made.on('error', stop);
  return made;
};

/** What the checks find in a draft: in a thread of its own, so that other people's requests do not wait for it. */
export const examineInThread = (
  release: Release,
  shared: SharedDefinitions,
  context: VerifyContext,
): Promise<readonly Problem[]> =>
  new Promise((resolve, reject) => {
    worker ??= start();
    count += 1;
    const id = count;
    const late = setTimeout(() => stop(new Error('the checks took too long')), PATIENCE_MS);
    late.unref();
    waiting.set(id, {
      resolve: (problems) => {
        clearTimeout(late);
        resolve(problems);
      },
      reject: (reason) => {
        clearTimeout(late);
        reject(reason);
      },
    });
    worker.postMessage({ id, release, shared, context } satisfies ExamineRequest);
  });
