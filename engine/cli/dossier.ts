import type { Problem } from '#engine/result/index.ts';
import type { Service } from '#engine/service/index.ts';
import { report, type Command, type ExitCode, type Output } from './command.ts';
import { readFlags } from './flags.ts';
import * as say from './messages.ts';
import { withService } from './with-service.ts';

const showUsage = 'dossier show CODE [--data DIR]';

const show: Command = {
  name: 'dossier show',
  usage: 'CODE [--data DIR]',
  summary: 'A dossier as it stands, and its events in order.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${showUsage}`);
    const [code, ...others] = flags.positionals;
    if (code === undefined || others.length > 0) return io.wrongUse(showUsage);
    return withService(flags.text, io, async (service) => {
      const state = (await service.dossiers.byCode(code)) ?? (await service.dossiers.byId(code));
      if (!state) return report(io, [say.unknownDossier(code)]);
      io.print({ state, events: await service.dossiers.events(state.id) });
      return 0;
    });
  },
};

const verifyUsage = 'dossier verify CODE|--all [--data DIR]';

const verify: Command = {
  name: 'dossier verify',
  usage: 'CODE|--all [--data DIR]',
  summary: 'Recomputes the hash chain of one or all dossiers, and compares the state with one rebuilt from the events.',
  run: async (args, io) => {
    const flags = readFlags(args, { all: 'switch', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${verifyUsage}`);
    const [code, ...others] = flags.positionals;
    const all = flags.on.all === true;
    if (others.length > 0 || all === (code !== undefined)) return io.wrongUse(verifyUsage);
    return withService(flags.text, io, async (service) =>
      code === undefined ? verifyAll(service, io) : verifyOne(service, code, io),
    );
  },
};

const verifyOne = async (service: Service, code: string, io: Output): Promise<ExitCode> => {
  const state = (await service.dossiers.byCode(code)) ?? (await service.dossiers.byId(code));
  if (!state) return report(io, [say.unknownDossier(code)]);
  const verified = await service.dossiers.verify(state.id);
  io.line({
    dossier: state.id,
    code: state.code,
    ok: verified.ok,
    ...(verified.ok ? { events: verified.value.events } : {}),
  });
  return report(io, verified.ok ? [] : verified.problems);
};

const verifyAll = async (service: Service, io: Output): Promise<ExitCode> => {
  const started = performance.now();
  let checked = 0;
  let events = 0;
  let broken = 0;
  for (let after: string | undefined; ;) {
    const ids = await service.store.dossiers.ids(after, 500);
    for (const id of ids) {
      const verified = await service.dossiers.verify(id);
      checked += 1;
      if (verified.ok) events += verified.value.events;
      else {
        broken += 1;
        report(
          io,
          verified.problems.map((found): Problem => ({ ...found, path: `${id}${found.path}` })),
        );
      }
    }
    after = ids.at(-1);
    if (after === undefined) break;
  }
  io.line({ dossiers: checked, events, broken, ms: Math.round(performance.now() - started) });
  return broken > 0 ? 1 : 0;
};

export const dossierCommands: readonly Command[] = [show, verify];
