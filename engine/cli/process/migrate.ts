import { parseInstant } from '#engine/clock/index.ts';
import { migrate, planMigration, type Instructions, type ProcessState } from '#engine/process/index.ts';
import { checkState } from '#engine/verify/index.ts';
import { report, type Command } from '../command.ts';
import { readJson } from '../files.ts';
import { readFlags } from '../flags.ts';
import { loadProcess } from './load.ts';

const USAGE = 'FROM TO [--state FILE] [--map FILE] [--process ID] [--now INSTANT]';

/** Whole enough to be moved; the rest is checked token by token. */
const isState = (given: unknown): given is ProcessState =>
  typeof given === 'object' &&
  given !== null &&
  ['scopes', 'tokens', 'joins', 'timers'].every((name) =>
    Array.isArray((given as Readonly<Record<string, unknown>>)[name]),
  ) &&
  'variables' in given;

const isInstructions = (given: unknown): given is Instructions =>
  typeof given === 'object' &&
  given !== null &&
  Object.values(given).every((target) => target === null || typeof target === 'string');

/** What `process run --trace` prints as `state` of a step goes in as `--state`. */
export const migrateCommand: Command = {
  name: 'process migrate',
  usage: USAGE,
  summary: 'Which element takes the place of which, and where a running process stands after the move.',
  run: async (args, io) => {
    const flags = readFlags(args, { state: 'text', map: 'text', process: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\nprocess migrate ${USAGE}`);
    const [from, to, ...others] = flags.positionals;
    const now = parseInstant(flags.text.now ?? '2021-07-01T00:00:00.000Z');
    if (from === undefined || to === undefined || others.length > 0 || now === undefined)
      return io.wrongUse(`process migrate ${USAGE}`);
    const options = flags.text.process === undefined ? {} : { process: flags.text.process };
    const [old, next] = [await loadProcess(from, options), await loadProcess(to, options)];
    if (!old.ok) return report(io, old.problems);
    if (!next.ok) return report(io, next.problems);
    const map = flags.text.map === undefined ? undefined : await readJson(flags.text.map);
    if (map && !map.ok) return report(io, map.problems);
    if (map && !isInstructions(map.value)) return io.wrongUse(`--map ${flags.text.map ?? ''}`);
    const plan = planMigration(old.value, next.value, map && isInstructions(map.value) ? map.value : {});
    if (flags.text.state === undefined) {
      io.print({ mapping: plan.mapping });
      return plan.problems.length > 0 ? report(io, plan.problems) : 0;
    }
    const state = await readJson(flags.text.state);
    if (!state.ok) return report(io, state.problems);
    if (!isState(state.value)) return io.wrongUse(`--state ${flags.text.state}`);
    const result = migrate(old.value, next.value, state.value, plan, { now, check: checkState });
    if (!result.ok) return report(io, result.problems);
    for (const warning of result.value.warnings) io.finding(warning);
    io.print({ mapping: plan.mapping, state: result.value.state, effects: result.value.effects });
    return 0;
  },
};
