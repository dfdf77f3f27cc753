import { report, type Command } from './command.ts';
import { readJson } from './files.ts';
import { readFlags } from './flags.ts';
import { withService } from './with-service.ts';

const declareUsage = 'population declare FILE [--data DIR]';

const declare: Command = {
  name: 'population declare',
  usage: 'FILE [--data DIR]',
  summary: 'Declares the population database that counters ask (motcua/population@1), in place of the one before.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${declareUsage}`);
    const [file, ...others] = flags.positionals;
    if (file === undefined || others.length > 0) return io.wrongUse(declareUsage);
    const json = await readJson(file);
    if (!json.ok) return report(io, json.problems);
    return withService(flags.text, io, async ({ population }) => {
      const put = await population.put(json.value);
      if (!put.ok) return report(io, put.problems);
      const source = await population.source();
      io.print({ population: source?.id, demo: source !== undefined && 'demo' in source });
      return 0;
    });
  },
};

const disclosuresUsage = 'population disclosures --of NUMBER | --by PERSON [--data DIR]';
const MOST = 1000;

const disclosures: Command = {
  name: 'population disclosures',
  usage: '--of NUMBER | --by PERSON [--data DIR]',
  summary: 'Who was shown what of somebody, or whom a member of staff looked up, newest first: a JSON line each.',
  run: async (args, io) => {
    const flags = readFlags(args, { of: 'text', by: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${disclosuresUsage}`);
    const { of: subject, by: actor } = flags.text;
    if (flags.positionals.length > 0 || (subject === undefined && actor === undefined))
      return io.wrongUse(disclosuresUsage);
    return withService(flags.text, io, async ({ store }) => {
      const asked = { ...(subject === undefined ? {} : { subject }), ...(actor === undefined ? {} : { actor }) };
      for (const row of await store.disclosures.of({ ...asked, limit: MOST })) io.line(row);
      return 0;
    });
  },
};

export const populationCommands: readonly Command[] = [declare, disclosures];
