import { commandNamed, commandNames, helpFor, helpText } from './commands.ts';
import { processOutput as io } from './output.ts';

const run = async (argv: readonly string[]): Promise<number> => {
  const [first, second] = argv;
  if (first === undefined) return io.wrongUse(await helpText());
  if (first === '--help' || first === '-h' || first === 'help') {
    process.stdout.write(`${await helpText()}\n`);
    return 0;
  }
  const found = await commandNamed(first, second);
  if (!found)
    return io.wrongUse(
      `Không có lệnh "${[first, second].filter(Boolean).join(' ')}" / no such command.\nCác lệnh / commands: ${(await commandNames()).join(', ')}`,
    );
  const rest = argv.slice(found.name.split(' ').length);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${helpFor(found)}\n`);
    return 0;
  }
  return found.run(rest, io);
};

process.exitCode = await run(process.argv.slice(2));
