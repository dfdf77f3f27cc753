import Database from 'better-sqlite3';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { Connection } from './connection.ts';

/** Thrown inside a transaction to roll it back with an answer for the caller. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(...problems: readonly Problem[]) {
    super(problems.map((problem) => problem.code).join(', '));
    this.problems = problems;
  }
}

const PATIENCE_MS = 10_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');

/** The trigger's word, when a rule of the database refused the write. */
export const refusedRule = (error: unknown): string | undefined =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_TRIGGER' ? error.message : undefined;

export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Database.SqliteError &&
  (error.code === 'SQLITE_CONSTRAINT_UNIQUE' || error.code === 'SQLITE_CONSTRAINT_PRIMARYKEY');

/**
 * Every write is `BEGIN IMMEDIATE`: it either has the lock from its first statement or has done
 * nothing. While another process holds the lock, we wait without stopping the event loop.
 */
export class Writer {
  private readonly begin: (work: () => unknown) => unknown;

  constructor(db: Connection) {
    this.begin = db.transaction((work: () => unknown) => work()).immediate;
  }

  async run<Value>(work: () => Value): Promise<Value> {
    for (let waited = 0, wait = 2; ; wait = Math.min(wait * 2, 100)) {
      try {
        return this.begin(work) as Value;
      } catch (error) {
        if (!isBusy(error) || waited > PATIENCE_MS) throw error;
        waited += wait + 50;
        await pause(wait);
      }
    }
  }

  /** As `run`, but a refusal is a value; `rule` puts the database's own refusals into words. */
  async attempt<Value>(work: () => Value, rule?: (name: string) => Problem | undefined): Promise<Result<Value>> {
    try {
      return ok(await this.run(work));
    } catch (error) {
      if (error instanceof Refusal) return fail(...error.problems);
      const name = refusedRule(error);
      const known = name === undefined ? undefined : rule?.(name);
      if (known) return fail(known);
      throw error;
    }
  }
}
