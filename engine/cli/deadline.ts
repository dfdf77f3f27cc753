import path from 'node:path';
import { compileCalendar, deadline, parseInstant, parseLimitText } from '#engine/clock/index.ts';
import { readFlags } from './flags.ts';
import { readCalendar } from './calendars.ts';
import { report, type Command } from './command.ts';

const usage = '--from ISO --limit "5 working-day" [--calendar NAME|FILE] [--unit CODE]';

const command: Command = {
  name: 'deadline',
  usage,
  summary: 'Due date of a time limit, with the lines that lead to it.',
  run: async (args, io) => {
    const flags = readFlags(args, { from: 'text', limit: 'text', calendar: 'text', unit: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\ndeadline ${usage}`);
    const { from, limit: limitText, calendar: name, unit } = flags.text;
    if (from === undefined || limitText === undefined || flags.positionals.length > 0)
      return io.wrongUse(`deadline ${usage}`);
    const start = parseInstant(from);
    if (start === undefined)
      return io.wrongUse(
        `--from: ${from} is neither a day (2021-07-01) nor an instant with offset (2021-07-01T08:00:00+07:00).`,
      );
    const limit = parseLimitText(limitText);
    if (!limit.ok) {
      report(io, limit.problems);
      return 2;
    }
    const definition = await readCalendar(name ?? 'vn-office');
    if (!definition.ok) return report(io, definition.problems);
    const calendar = compileCalendar(definition.value, unit === undefined ? {} : { unit });
    if (!calendar.ok) return report(io, calendar.problems);
    io.print({
      from: start,
      limit: limit.value,
      calendar: path.basename(name ?? 'vn-office', '.json'),
      ...deadline(calendar.value, { from: start, limit: limit.value }),
    });
    return 0;
  },
};

export const deadlineCommands: readonly Command[] = [command];
