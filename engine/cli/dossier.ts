import type { Problem } from '#engine/result/index.ts';
import type { Service } from '#engine/service/index.ts';
import { report, type Command, type ExitCode, type Output } from './command.ts';
import { nationalStatus } from '#engine/dossier/index.ts';
import { readJson } from './files.ts';
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
  for await (const id of everyId(service)) {
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
  io.line({ dossiers: checked, events, broken, ms: Math.round(performance.now() - started) });
  return broken > 0 ? 1 : 0;
};

const rebuildUsage = 'dossier rebuild CODE|--all [--data DIR]';

const rebuild: Command = {
  name: 'dossier rebuild',
  usage: 'CODE|--all [--data DIR]',
  summary:
    'Writes state, lists, timers and search of one or all dossiers anew from their events; says what was mended.',
  run: async (args, io) => {
    const flags = readFlags(args, { all: 'switch', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${rebuildUsage}`);
    const [code, ...others] = flags.positionals;
    if (others.length > 0 || (flags.on.all === true) === (code !== undefined)) return io.wrongUse(rebuildUsage);
    return withService(flags.text, io, async (service) => {
      const state =
        code === undefined ? undefined : ((await service.dossiers.byCode(code)) ?? (await service.dossiers.byId(code)));
      if (code !== undefined && !state) return report(io, [say.unknownDossier(code)]);
      return rebuildEach(service, state ? [state.id] : everyId(service), io);
    });
  },
};

const rebuildEach = async (
  service: Service,
  ids: Iterable<string> | AsyncIterable<string>,
  io: Output,
): Promise<ExitCode> => {
  let dossiers = 0;
  let mended = 0;
  let broken = 0;
  for await (const id of ids) {
    dossiers += 1;
    const rebuilt = await service.dossiers.rebuild(id);
    if (!rebuilt.ok) {
      broken += 1;
      report(
        io,
        rebuilt.problems.map((found): Problem => ({ ...found, path: `${id}${found.path}` })),
      );
    } else if (rebuilt.value.mended.length > 0) {
      mended += 1;
      io.line({ dossier: id, mended: rebuilt.value.mended });
    }
  }
  io.line({ dossiers, mended, broken });
  return broken > 0 ? 1 : 0;
};

async function* everyId({ store }: Service): AsyncGenerator<string> {
  for (let after: string | undefined; ;) {
    const ids = await store.dossiers.ids(after, 500);
    yield* ids;
    after = ids.at(-1);
    if (after === undefined) return;
  }
}

const receiveUsage = 'dossier receive FILE|- --peer ID [--data DIR]';

const receive: Command = {
  name: 'dossier receive',
  usage: 'FILE|- --peer ID [--data DIR]',
  summary: 'Takes in a dossier of another system (motcua/incoming-dossier@1); the same message again changes nothing.',
  run: async (args, io) => {
    const flags = readFlags(args, { peer: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${receiveUsage}`);
    const [file, ...others] = flags.positionals;
    const { peer } = flags.text;
    if (file === undefined || peer === undefined || others.length > 0) return io.wrongUse(receiveUsage);
    const json = await readJson(file === '-' ? '/dev/stdin' : file);
    if (!json.ok) return report(io, json.problems);
    return withService(flags.text, io, async (service) => {
      const received = await service.peers.receive(peer, json.value);
      if (!received.ok) return report(io, received.problems);
      const { id, code, receivingUnit } = received.value;
      io.print({ dossier: id, MaHoSo: code, receivingUnit, TrangThaiHoSo: String(nationalStatus(received.value)) });
      return 0;
    });
  },
};

const peersUsage = 'dossier peers FILE [--data DIR]';

const peers: Command = {
  name: 'dossier peers',
  usage: 'FILE [--data DIR]',
  summary: 'Declares the systems that may send dossiers (motcua/peers@1), in place of those declared before.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${peersUsage}`);
    const [file, ...others] = flags.positionals;
    if (file === undefined || others.length > 0) return io.wrongUse(peersUsage);
    const json = await readJson(file);
    if (!json.ok) return report(io, json.problems);
    return withService(flags.text, io, async (service) => {
      const put = await service.peers.put(json.value);
      if (!put.ok) return report(io, put.problems);
      io.print({ peers: (await service.peers.all()).map(({ id }) => id) });
      return 0;
    });
  },
};

export const dossierCommands: readonly Command[] = [show, verify, rebuild, receive, peers];
