import { commandNamed, commandNames, helpFor, helpText } from './commands.ts';
import type { ExitCode, Output } from './command.ts';

const isHelp = (text: string): boolean => text === '--help' || text === '-h';

/** Runs what was typed after `motcua`; the exit status says how it went. Help is a result, so it goes to standard output. */
export const run = async (argv: readonly string[], io: Output, say: (text: string) => void): Promise<ExitCode> => {
  const [first, second] = argv;
  if (first === undefined) return io.wrongUse(await helpText());
  if (isHelp(first) || first === 'help') {
    say(await helpText());
    return 0;
  }
  const found = await commandNamed(first, second);
  if (!found) {
    const typed = [first, second].filter((word) => word !== undefined).join(' ');
    return io.wrongUse(
      `Không có lệnh "${typed}" / no such command.\nCác lệnh / commands: ${(await commandNames()).join(', ')}`,
    );
  }
  const rest = argv.slice(found.name.split(' ').length);
  if (rest.some(isHelp)) {
    say(helpFor(found));
    return 0;
  }
  return found.run(rest, io);
};
