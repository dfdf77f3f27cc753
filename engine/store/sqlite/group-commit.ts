import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Connection } from './connection.ts';
import { Refusal, refusedRule, type Writer } from './writer.ts';

interface Waiting {
  readonly work: () => unknown;
  readonly resolve: (result: Result<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/** One sync to disk serves all that wait: at most this many commands a transaction. */
const BATCH = 200;

/**
 * Group commit: what is asked for in one turn of the event loop goes into one transaction, each with
 * a savepoint of its own, and is answered only after the commit is on disk.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  private running = false;

  constructor(
    private readonly db: Connection,
    private readonly writer: Writer,
  ) {}

  enqueue<Value>(work: () => Value): Promise<Result<Value>> {
    return new Promise((resolve, reject) => {
      this.queue.push({ work, resolve: resolve as (result: Result<unknown>) => void, reject });
      if (!this.running) {
        this.running = true;
        setImmediate(() => void this.drain());
      }
    });
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, BATCH);
      try {
        const results = await this.writer.run(() => batch.map((one) => this.inSavepoint(one.work)));
        for (const [place, one] of batch.entries()) settle(one, results[place]);
      } catch (error) {
        for (const one of batch) one.reject(error);
      }
      // Between batches the event loop gets its turn.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.running = false;
  }

  private inSavepoint(work: () => unknown): Outcome {
    this.db.exec('SAVEPOINT one');
    try {
      const value = work();
      this.db.exec('RELEASE one');
      return { result: ok(value) };
    } catch (error) {
      // A full or broken disk may have ended the whole transaction; then no one is answered.
      if (!this.db.inTransaction) throw error;
      this.db.exec('ROLLBACK TO one; RELEASE one');
      if (error instanceof Refusal) return { result: fail(...error.problems) };
      if (refusedRule(error) === undefined && isFatal(error)) throw error;
      return { error };
    }
  }
}

type Outcome = { readonly result: Result<unknown> } | { readonly error: unknown };

const isFatal = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^SQLITE_(FULL|IOERR|CORRUPT|BUSY)/.test(error.code);

const settle = (one: Waiting, outcome: Outcome | undefined): void => {
  if (outcome === undefined) one.reject(new Error('no outcome'));
  else if ('error' in outcome) one.reject(outcome.error);
  else one.resolve(outcome.result);
};
