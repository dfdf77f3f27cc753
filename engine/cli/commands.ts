import type { Command } from './command.ts';

/** One file for each group; only the group that is called is loaded. */
const groups: Readonly<Record<string, () => Promise<readonly Command[]>>> = {
  process: async () => (await import('./process.ts')).processCommands,
  release: async () => (await import('./release.ts')).releaseCommands,
  checks: async () => (await import('./checks.ts')).checksCommands,
  form: async () => (await import('./form.ts')).formCommands,
  deadline: async () => (await import('./deadline.ts')).deadlineCommands,
  decision: async () => (await import('./decision.ts')).decisionCommands,
  catalogue: async () => (await import('./catalogue.ts')).catalogueCommands,
  dossier: async () => (await import('./dossier.ts')).dossierCommands,
  population: async () => (await import('./population.ts')).populationCommands,
  import: async () => (await import('./import.ts')).importCommands,
  report: async () => (await import('./later.ts')).reportCommands,
  simulate: async () => (await import('./later.ts')).simulateCommands,
  backup: async () => (await import('./backup.ts')).backupCommands,
  restore: async () => (await import('./backup.ts')).restoreCommands,
  doctor: async () => (await import('./doctor.ts')).doctorCommands,
};

/** The command that `first` (and, in a group of several, `second`) names. */
export const commandNamed = async (first: string, second: string | undefined): Promise<Command | undefined> => {
  const load = Object.hasOwn(groups, first) ? groups[first] : undefined;
  if (!load) return undefined;
  const commands = await load();
  return (
    commands.find(({ name }) => name === `${first} ${second ?? ''}`) ?? commands.find(({ name }) => name === first)
  );
};

const all = async (): Promise<readonly Command[]> =>
  (await Promise.all(Object.values(groups).map((load) => load()))).flat();

export const commandNames = async (): Promise<readonly string[]> => (await all()).map(({ name }) => name);

export const helpFor = ({ name, usage, summary }: Command): string =>
  `npm run -s motcua -- ${name} ${usage}\n  ${summary}`;

export const helpText = async (): Promise<string> =>
  [
    'Một Cửa. JSON on standard output, findings on standard error; exit status 0 fine, 1 refused with findings, 2 wrong use.',
    '',
    ...(await all()).map(helpFor),
    '',
    'With --data DIR (default $MOTCUA_DATA or .data) and --now INSTANT (default $MOTCUA_NOW or the clock) where a command reads the store.',
  ].join('\n');
