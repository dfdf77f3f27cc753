/** What a command may touch: two streams and reading files. Nothing else, so that tests can stand in for all of it. */
export interface ProcessIo {
  stdout(line: string): void;
  stderr(line: string): void;
  readFile(path: string): Promise<string>;
}

/** 0 fine, 1 refused with findings, 2 wrong use. */
export type ExitStatus = 0 | 1 | 2;

export type ProcessCommand = (args: readonly string[], io: ProcessIo) => Promise<ExitStatus>;
