import type { Problem } from '#engine/result/index.ts';

/** 0 fine, 1 refused with findings, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command may write: results on standard output, everything else on standard error. */
export interface Output {
  /** A result as indented JSON. */
  print(value: unknown): void;
  /** A result as one JSON line, for commands that give many. */
  line(value: unknown): void;
  /** A finding, one JSON line on standard error. */
  finding(problem: Problem): void;
  /** A word for whoever waits, on standard error: how far a long command has come. */
  note(text: string): void;
  /** Says how the command is used, and gives the exit code for that. */
  wrongUse(text: string): 2;
}

export interface Command {
  /** As typed: `release verify`. */
  readonly name: string;
  /** What follows the name: `DIR`. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], io: Output): Promise<ExitCode>;
}

/** Prints the findings; 1 when one of them is an error. */
export const report = (io: Output, problems: readonly Problem[]): ExitCode => {
  for (const found of problems) io.finding(found);
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
};
