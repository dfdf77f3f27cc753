import { addDays, isLocalDate, localDate, parseInstant, type Instant } from '#engine/clock/index.ts';
import { describeLimit } from '#engine/definition/index.ts';
import type { CatalogueRun, Service, Verdict } from '#engine/service/index.ts';
import { report, type Command, type ExitCode, type Output } from './command.ts';
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

const verifyUsage = 'catalogue verify [--all] [--data DIR]';

const verify: Command = {
  name: 'catalogue verify',
  usage: '[--all] [--data DIR]',
  summary:
    'Checks every release in force, again only where something it follows from has changed (--all: everything). A JSON line each, then a summary; progress on standard error; Ctrl C ends it and keeps what was found.',
  run: async (args, io) => {
    const flags = readFlags(args, { all: 'switch', data: 'text', now: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0)
      return io.wrongUse(`${typeof flags === 'string' ? `${flags}\n` : ''}${verifyUsage}`);
    return withService(flags.text, io, ({ verification, store }) =>
      verifyCatalogue(verification, store, flags.on.all === true, io),
    );
  },
};

const verifyCatalogue = async (
  verification: Service['verification'],
  store: Service['store'],
  all: boolean,
  io: Output,
): Promise<ExitCode> => {
  let told = 0;
  let printed = Promise.resolve();
  const print = async ({ code, number, errors, warnings, reused, ms }: Verdict): Promise<void> => {
    const found = errors + warnings > 0 ? await store.verifications.of(code, number) : undefined;
    for (const problem of found?.problems ?? []) io.finding({ ...problem, path: `/${code}/${number}${problem.path}` });
    io.line({ code, number, verdict: errors > 0 ? 'refused' : 'fine', errors, warnings, reused, ms: Math.round(ms) });
  };
  const onVerdicts = (verdicts: readonly Verdict[], run: CatalogueRun): void => {
    printed = printed.then(async () => {
      for (const verdict of verdicts) await print(verdict);
    });
    const percent = Math.floor((100 * (run.verified + run.reused)) / Math.max(1, run.total));
    if (percent < told + 5 && percent < 100) return;
    told = percent;
    io.note(`${percent} %: ${run.verified} verified, ${run.reused} known, of ${run.total}`);
  };
  const cancel = (): void => verification.cancel();
  process.once('SIGINT', cancel);
  try {
    const { finished } = await verification.begin({ all, onVerdicts });
    const { basis: _basis, ...run } = await finished;
    await printed;
    io.line(run);
    return run.status === 'done' && run.withErrors === 0 ? 0 : 1;
  } finally {
    process.removeListener('SIGINT', cancel);
  }
};

const newsUsage = 'catalogue news [--week DAY] [--data DIR]';

const news: Command = {
  name: 'catalogue news',
  usage: '[--week DAY] [--data DIR]',
  summary:
    'What changed in the week of a day (this week unless said): in effect, decided ahead, withdrawn; with differences.',
  run: async (args, io) => {
    const flags = readFlags(args, { week: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0)
      return io.wrongUse(`${typeof flags === 'string' ? `${flags}\n` : ''}${newsUsage}`);
    const { week } = flags.text;
    if (week !== undefined && !isLocalDate(week)) return io.wrongUse(newsUsage);
    return withService(flags.text, io, async (service) => {
      io.print(await service.news.week(week ?? localDate(service.clock.now())));
      return 0;
    });
  },
};

const lagsUsage = 'catalogue lags [--since DAY] [--data DIR]';

const lags: Command = {
  name: 'catalogue lags',
  usage: '[--since DAY] [--data DIR]',
  summary:
    'Days from the ministry’s decision to the province’s, to process approval, to effect, per agency (a year back unless said); processes not approved; what is due next.',
  run: async (args, io) => {
    const flags = readFlags(args, { since: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0)
      return io.wrongUse(`${typeof flags === 'string' ? `${flags}\n` : ''}${lagsUsage}`);
    const { since } = flags.text;
    if (since !== undefined && !isLocalDate(since)) return io.wrongUse(lagsUsage);
    return withService(flags.text, io, async (service) => {
      io.print(await service.news.watch(since ?? addDays(localDate(service.clock.now()), -365)));
      return 0;
    });
  },
};

const logUsage = 'catalogue log [--verify] [--saw HASH] [--data DIR]';

const log: Command = {
  name: 'catalogue log',
  usage: '[--verify] [--saw HASH] [--data DIR]',
  summary:
    'The public log of decisions, an entry a line. --verify: whether every entry follows from the one before, and every decision and release is still the content that was sealed; --saw: whether the log still holds a hash that was kept.',
  run: async (args, io) => {
    const flags = readFlags(args, { verify: 'switch', saw: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string' || flags.positionals.length > 0)
      return io.wrongUse(`${typeof flags === 'string' ? `${flags}\n` : ''}${logUsage}`);
    const { saw } = flags.text;
    return withService(flags.text, io, async ({ publicLog }) => {
      if (!flags.on.verify && saw === undefined) {
        for (const entry of await publicLog.entries()) io.line(entry);
        return 0;
      }
      const { problems, ...verdict } = await publicLog.check(saw);
      const status = report(io, problems);
      io.print({ ...verdict, problems: problems.length });
      return status;
    });
  },
};

export const catalogueCommands: readonly Command[] = [list, show, verify, news, lags, log];
