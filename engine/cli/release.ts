import { diffReleases, type Release, type SharedDefinitions } from '#engine/definition/index.ts';
import { prepareSubject, slackOfSteps, verifyRelease, type Slack } from '#engine/verify/index.ts';
import { report, type Command, type Output } from './command.ts';
import { readFlags } from './flags.ts';
import { readReleaseFolder, releasesBeside, sharedBeside } from './folder.ts';

const verify: Command = {
  name: 'release verify',
  usage: '[--steps] DIR…',
  summary:
    'Checks releases before they are published: parts the law asks for, references, conditions, form, process, time; with --steps also the slack of each step.',
  run: async (args, io) => {
    const flags = readFlags(args, { steps: 'switch' });
    if (typeof flags === 'string' || flags.positionals.length === 0)
      return io.wrongUse('release verify [--steps] DIR…');
    const folders = flags.positionals;
    let worst: 0 | 1 = 0;
    for (const folder of folders) {
      const started = performance.now();
      const loaded = await readReleaseFolder(folder);
      const shared = await sharedBeside(folder);
      const problems =
        loaded.ok && shared.ok
          ? [
              ...(loaded.warnings ?? []),
              ...(await verifyRelease(loaded.value, shared.value, { called: releasesBeside(folder) })),
            ]
          : [...(loaded.ok ? [] : loaded.problems), ...(shared.ok ? [] : shared.problems)];
      const refused = report(io, problems) === 1;
      if (flags.on.steps === true && loaded.ok && shared.ok) await tellSteps(loaded.value, shared.value, io);
      if (refused) worst = 1;
      io.line({
        folder,
        ...(loaded.ok ? { code: loaded.value.code, number: loaded.value.number, hash: loaded.value.hash } : {}),
        verdict: refused ? 'refused' : 'fine',
        errors: problems.filter(({ severity }) => severity === 'error').length,
        warnings: problems.filter(({ severity }) => severity === 'warning').length,
        ms: Math.round(performance.now() - started),
      });
    }
    return worst;
  },
};

/** A line for each step: its time, and what is left of the limits on the slowest way through it; minutes. */
const tellSteps = async (release: Release, shared: SharedDefinitions, io: Output): Promise<void> => {
  const { graph } = (await prepareSubject(release, shared, {})).process;
  const told = ({ minutes, way }: Slack): Json => ({ minutes, ...way, ...(way.case ? { case: way.case.id } : {}) });
  for (const { element, name, minutes, legal, promised } of graph ? slackOfSteps(release.procedure, graph) : [])
    io.line({
      step: element,
      name,
      minutes,
      slack: { ...(legal ? { legal: told(legal) } : {}), ...(promised ? { promised: told(promised) } : {}) },
    });
};

type Json = Readonly<Record<string, unknown>>;

const hash: Command = {
  name: 'release hash',
  usage: 'DIR',
  summary: 'The seal of a release: SHA-256 over its canonical content.',
  run: async ([folder, ...others], io) => {
    if (folder === undefined || others.length > 0) return io.wrongUse('release hash DIR');
    const loaded = await readReleaseFolder(folder);
    if (!loaded.ok) return report(io, loaded.problems);
    const { code, number, hash: seal } = loaded.value;
    io.print({ code, number, hash: seal });
    return report(io, loaded.warnings ?? []);
  },
};

const diff: Command = {
  name: 'release diff',
  usage: 'DIR DIR',
  summary: 'What changes from the first release to the second, in sentences.',
  run: async ([before, after, ...others], io) => {
    if (before === undefined || after === undefined || others.length > 0) return io.wrongUse('release diff DIR DIR');
    const old = await readReleaseFolder(before);
    const now = await readReleaseFolder(after);
    if (!old.ok || !now.ok) return report(io, [...(old.ok ? [] : old.problems), ...(now.ok ? [] : now.problems)]);
    io.print(diffReleases(old.value, now.value));
    return 0;
  },
};

export const releaseCommands: readonly Command[] = [verify, hash, diff];
