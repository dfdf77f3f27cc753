import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Store } from '#engine/store/index.ts';
import { entryVerifier } from './entry-verifier.ts';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './thread.ts';
import type { EntryRef, Runner, StartRunners, Verdict } from './types.ts';

/** In this thread, giving way after each release: for a store in memory, and for tests. */
export const runHere =
  (store: Store): StartRunners =>
  async (round) => [{ verify: await entryVerifier(store, round), close: async () => undefined }];

/** Where a store is, for whoever opens it beside us. */
export type StorePlace = Omit<ThreadData, 'round'>;

/** In threads with stores of their own: requests and their event loop are not touched. */
export const runInThreads =
  (place: StorePlace, threads = Math.min(4, availableParallelism())): StartRunners =>
  async (round) =>
    Array.from({ length: Math.max(1, threads) }, () => threadRunner({ ...place, round }));

const threadRunner = (data: ThreadData): Runner => {
  const worker = new Worker(new URL('./thread-entry.mjs', import.meta.url), { workerData: data });
  let waiting:
    | { readonly resolve: (verdicts: readonly Verdict[]) => void; readonly reject: (reason: unknown) => void }
    | undefined;
  let failure: unknown;
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => {
      ended = true;
      waiting?.reject(failure ?? new Error('the thread that verifies has ended'));
      resolve();
    });
  });
  worker.on('error', (error) => {
    failure = error;
    waiting?.reject(error);
  });
  worker.on('message', (verdicts: ThreadAnswer) => {
    const { resolve } = waiting ?? {};
    waiting = undefined;
    resolve?.(verdicts);
  });
  const send = (request: ThreadRequest): void => {
    worker.postMessage(request);
  };
  return {
    verify: (entries: readonly EntryRef[]) =>
      new Promise((resolve, reject) => {
        if (ended) {
          reject(failure instanceof Error ? failure : new Error('the thread that verifies has ended'));
          return;
        }
        waiting = { resolve, reject };
        send(entries);
      }),
    close: async () => {
      if (!ended) send(undefined);
      await gone;
    },
  };
};
