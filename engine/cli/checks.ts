import { checks, checksAsMarkdown } from '#engine/verify/index.ts';
import type { Command } from './command.ts';
import { writeText } from './output.ts';

const list: Command = {
  name: 'checks list',
  usage: '[--markdown]',
  summary: 'The checks before publishing: what each proves, its findings, its sources in law.',
  run: async ([flag, ...others], io) => {
    if (others.length > 0 || (flag !== undefined && flag !== '--markdown'))
      return io.wrongUse('checks list [--markdown]');
    if (flag === '--markdown') writeText(checksAsMarkdown());
    else for (const { name, part, proves, findings } of checks) io.line({ name, part, proves, findings });
    return 0;
  },
};

export const checksCommands: readonly Command[] = [list];
