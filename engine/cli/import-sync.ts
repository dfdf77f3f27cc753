import { parseJson } from '#engine/definition/index.ts';
import { report, type Command, type ExitCode } from './command.ts';
import { readText } from './files.ts';
import { readFlags } from './flags.ts';
import { withService } from './with-service.ts';

const usage = 'FILE… [--taken-in] [--data DIR]';
const LONGEST = 64_000_000;
const BY = { id: 'cli', name: 'motcua import sync', roles: [] };

/** Synchronises national content from files, as an interface of the national database gives it. */
export const syncCommand: Command = {
  name: 'import sync',
  usage,
  summary:
    'Takes in national content (.json, the shapes of import tthc) as read-only copies with date, source and hash: a JSON line for each procedure, then which procedures in force are behind it, with changes and conflicts. --taken-in: what is in force follows this content already.',
  run: async (args, io) => {
    const flags = readFlags(args, { 'taken-in': 'switch', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\nimport sync ${usage}`);
    const { positionals: files, on } = flags;
    if (files.length === 0) return io.wrongUse(`import sync ${usage}`);
    return withService(flags.text, io, async ({ layers }) => {
      let worst: ExitCode = 0;
      const codes = new Set<string>();
      for (const file of files) {
        const text = await readText(file, LONGEST);
        if (!text.ok) {
          worst = report(io, text.problems);
          continue;
        }
        const json = parseJson(text.value);
        const synced = json.ok ? await layers.sync(json.value, { by: BY, takenIn: on['taken-in'] === true }) : json;
        if (!synced.ok) {
          report(
            io,
            synced.problems.map((found) => ({ ...found, path: `${file}${found.path}` })),
          );
          worst = 1;
          continue;
        }
        for (const each of synced.value) {
          codes.add(each.code);
          io.line({ file, ...each });
        }
      }
      const behind = (await layers.ahead()).filter(({ code }) => codes.has(code));
      io.line({
        files: files.length,
        procedures: codes.size,
        behind: behind.map(({ code, release, based, changes, conflicts }) => ({
          code,
          release,
          based,
          changes,
          conflicts,
        })),
      });
      return worst;
    });
  },
};
