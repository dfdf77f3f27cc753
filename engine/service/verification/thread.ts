/** A thread that verifies: it opens the store for itself and answers one message after another. */
import { setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { openSqliteStore } from '#engine/store/index.ts';
import { entryVerifier } from './entry-verifier.ts';
import type { EntryRef, Round, Verdict } from './types.ts';

export interface ThreadData {
  readonly path: string;
  readonly filesDir: string;
  readonly round: Round;
}

/** `undefined` asks it to end. */
export type ThreadRequest = readonly EntryRef[] | undefined;
export type ThreadAnswer = readonly Verdict[];

/** Pages go first: on Linux the priority is a thread's own, elsewhere nothing is lost without it. */
const PRIORITY = 10;

const stepBack = (): void => {
  if (process.platform !== 'linux') return;
  try {
    setPriority(PRIORITY);
  } catch {
    // Not allowed here: it goes on as it is.
  }
};

const serve = async (port: NonNullable<typeof parentPort>): Promise<void> => {
  stepBack();
  const { path, filesDir, round } = workerData as ThreadData;
  const store = await openSqliteStore({ path, filesDir });
  const verify = await entryVerifier(store, round);
  port.on('message', (request: ThreadRequest) => {
    const answer = async (): Promise<void> => {
      if (request) port.postMessage(await verify(request));
      else {
        await store.close();
        port.close();
      }
    };
    void answer().catch((error: unknown) => {
      // Told to the run as an error of the thread.
      queueMicrotask(() => {
        throw error;
      });
    });
  });
};

if (parentPort) await serve(parentPort);
