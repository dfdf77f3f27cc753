import { writeSync } from 'node:fs';
import type { Output } from './command.ts';

/** A closed pipe (`| head`) ends the command without a word, as it does for other tools. */
const write = (to: 1 | 2, text: string): void => {
  const bytes = Buffer.from(text, 'utf8');
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(to, bytes, written);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      if (error.code === 'EPIPE') process.exit(0);
      if (error.code !== 'EAGAIN') throw error;
    }
  }
};

/** Written at once and in full, so that nothing is lost when the command ends by an exit status. */
export const processOutput: Output = {
  print: (value) => write(1, `${JSON.stringify(value, undefined, 2)}\n`),
  line: (value) => write(1, `${JSON.stringify(value)}\n`),
  finding: (problem) => write(2, `${JSON.stringify(problem)}\n`),
  note: (text) => write(2, `${text}\n`),
  wrongUse: (text) => {
    write(2, `${text}\n`);
    return 2;
  },
};

export const writeText = (text: string): void => write(1, `${text}\n`);
