import { parseInstant, type Instant } from '#engine/clock/index.ts';
import { describeLimit } from '#engine/definition/index.ts';
import type { Service } from '#engine/service/index.ts';
import { report, type Command } from './command.ts';
import { readFlags } from './flags.ts';
import * as say from './messages.ts';
import { withService } from './with-service.ts';

type Asked = { readonly at: Instant | undefined; readonly knownAt: Instant | undefined } | string;

const asked = (asOf: string | undefined, knownAt: string | undefined): Asked => {
  const at = asOf === undefined ? undefined : parseInstant(asOf);
  const known = knownAt === undefined ? undefined : parseInstant(knownAt);
  if (asOf !== undefined && at === undefined) return asOf;
  if (knownAt !== undefined && known === undefined) return knownAt;
  return { at, knownAt: known };
};

const listUsage = 'catalogue list [--as-of DATE] [--known-at INSTANT] [--data DIR]';

const list: Command = {
  name: 'catalogue list',
  usage: '[--as-of DATE] [--known-at INSTANT] [--data DIR]',
  summary: 'Procedures in force on a day (00:00 in Vietnam) or at an instant, as known then or now.',
  run: async (args, io) => {
    const flags = readFlags(args, { 'as-of': 'text', 'known-at': 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0)
      return io.wrongUse(`${typeof flags === 'string' ? `${flags}\n` : ''}${listUsage}`);
    const instants = asked(flags.text['as-of'], flags.text['known-at']);
    if (typeof instants === 'string') return io.wrongUse(say.badInstant(instants).message.en ?? instants);
    return withService(flags.text, io, async ({ store, clock }) => {
      const asOf = instants.at ?? clock.now();
      const entries = await store.catalogue.allInForce(asOf, instants.knownAt);
      io.print({
        asOf,
        ...(instants.knownAt === undefined ? {} : { knownAt: instants.knownAt }),
        total: entries.length,
        entries,
      });
      return 0;
    });
  },
};

const showUsage = 'catalogue show CODE [--as-of DATE] [--known-at INSTANT] [--data DIR]';

const show: Command = {
  name: 'catalogue show',
  usage: 'CODE [--as-of DATE] [--known-at INSTANT] [--data DIR]',
  summary: 'One procedure: what is in force, and every release it had, with the decisions behind them.',
  run: async (args, io) => {
    const flags = readFlags(args, { 'as-of': 'text', 'known-at': 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${showUsage}`);
    const [code, ...others] = flags.positionals;
    if (code === undefined || others.length > 0) return io.wrongUse(showUsage);
    const instants = asked(flags.text['as-of'], flags.text['known-at']);
    if (typeof instants === 'string') return io.wrongUse(say.badInstant(instants).message.en ?? instants);
    return withService(flags.text, io, async (service) => {
      const history = await service.store.catalogue.history(code, instants.knownAt);
      if (history.length === 0) return report(io, [say.nothingInForce(code)]);
      const asOf = instants.at ?? service.clock.now();
      const entry = await service.store.catalogue.inForce(code, asOf, instants.knownAt);
      io.print({ code, asOf, inForce: entry ? { ...entry, ...(await summary(service, entry.hash)) } : null, history });
      return 0;
    });
  },
};

const summary = async ({ store }: Service, hash: string): Promise<Readonly<Record<string, unknown>>> => {
  const release = await store.releases.byHash(hash);
  if (!release) return {};
  const { procedure, form, process } = release;
  return {
    channels: procedure.channels,
    cases: (procedure.cases ?? []).map(({ id, name }) => ({ id, name: name.vi })),
    timeLimits: procedure.timeLimits.map(({ id, cases, channels, legal, promised }) => ({
      id,
      ...(cases ? { cases } : {}),
      ...(channels ? { channels } : {}),
      legal: describeLimit(legal).vi,
      ...(promised ? { promised: describeLimit(promised).vi } : {}),
    })),
    papers: (procedure.checklist ?? []).length,
    fees: (procedure.fees ?? []).length,
    form: form ? form.kind : 'generated',
    process: process === undefined ? 'generated' : 'own',
    legalBasis: procedure.legalBasis.map(({ number }) => number),
  };
};

export const catalogueCommands: readonly Command[] = [list, show];
