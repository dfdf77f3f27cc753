import { ok, type Problem, type Result } from '#engine/result/index.ts';
import type { DecisionReport, Service } from '#engine/service/index.ts';
import { report, type Command } from './command.ts';
import { readFlags } from './flags.ts';
import { readDecisionPackage } from './package-file.ts';
import { actorNamed, twoPeople } from './people.ts';
import { withService } from './with-service.ts';

const findings = ({ problems, items }: DecisionReport): readonly Problem[] => [
  ...problems,
  ...items.flatMap((item) => item.problems),
];

const checkUsage = 'decision check FILE [--data DIR] [--now INSTANT]';

const check: Command = {
  name: 'decision check',
  usage: 'FILE [--data DIR] [--now INSTANT]',
  summary: 'What a decision (or a package with its releases) would change; changes nothing.',
  run: async (args, io) => {
    const flags = readFlags(args, { data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${checkUsage}`);
    const [file, ...others] = flags.positionals;
    if (file === undefined || others.length > 0) return io.wrongUse(checkUsage);
    const given = await readDecisionPackage(file);
    if (!given.ok) return report(io, given.problems);
    return withService(flags.text, io, async (service) => {
      const checked = await service.catalogue.check(given.value);
      const { decision, ...rest } = checked;
      io.print({ number: decision.number, ...rest });
      return report(io, findings(checked));
    });
  },
};

const applyUsage = 'decision apply FILE [--author LOGIN] [--approver LOGIN] [--data DIR] [--now INSTANT]';

const apply: Command = {
  name: 'decision apply',
  usage: 'FILE [--author LOGIN] [--approver LOGIN] [--data DIR] [--now INSTANT]',
  summary: 'Proposes a decision by one person, approves it by another, and applies it. A demo store has both at hand.',
  run: async (args, io) => {
    const flags = readFlags(args, { author: 'text', approver: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${applyUsage}`);
    const [file, ...others] = flags.positionals;
    if (file === undefined || others.length > 0) return io.wrongUse(applyUsage);
    const given = await readDecisionPackage(file);
    if (!given.ok) return report(io, given.problems);
    return withService(flags.text, io, async (service) => {
      const people = await twoPeople(service, flags.text);
      if (!people.ok) return report(io, people.problems);
      const { author, approver } = people.value;
      const { number } = given.value.decision;
      const proposed = await service.catalogue.propose(given.value, author);
      if (!proposed.ok) return report(io, proposed.problems);
      const approved = await service.catalogue.approve(number, proposed.value.contentHash, approver);
      if (!approved.ok) return report(io, approved.problems);
      const applied = await service.catalogue.apply(number, approver);
      if (!applied.ok) return report(io, applied.problems);
      const outcome = await service.catalogue.decision(number);
      const { decision: _decision, ...record } = applied.value;
      io.print({
        ...record,
        ...(outcome ? { effectiveFrom: outcome.report.effectiveFrom, counts: outcome.report.counts } : {}),
      });
      return report(io, applied.warnings ?? []);
    });
  },
};

const withdrawUsage = 'decision withdraw NUMBER --reason TEXT [--by LOGIN] [--data DIR] [--now INSTANT]';

const withdraw: Command = {
  name: 'decision withdraw',
  usage: 'NUMBER --reason TEXT [--by LOGIN] [--data DIR] [--now INSTANT]',
  summary: 'Withdraws a decision that is not in effect yet; what it superseded is restored.',
  run: async (args, io) => {
    const flags = readFlags(args, { reason: 'text', by: 'text', data: 'text', now: 'text' });
    if (typeof flags === 'string') return io.wrongUse(`${flags}\n${withdrawUsage}`);
    const [number, ...others] = flags.positionals;
    const { reason, by } = flags.text;
    if (number === undefined || reason === undefined || others.length > 0) return io.wrongUse(withdrawUsage);
    return withService(flags.text, io, async (service) => {
      const actor = await withdrawer(service, by);
      if (!actor.ok) return report(io, actor.problems);
      const withdrawn = await service.catalogue.withdraw(number.normalize('NFC'), actor.value, reason);
      if (!withdrawn.ok) return report(io, withdrawn.problems);
      const { decision: _decision, ...record } = withdrawn.value;
      io.print(record);
      return 0;
    });
  },
};

const withdrawer = async (service: Service, name: string | undefined): ReturnType<typeof actorNamed> => {
  if (name !== undefined) return actorNamed(service, name);
  const people = await twoPeople(service, {});
  return people.ok ? ok(people.value.approver) : (people satisfies Result<unknown>);
};

export const decisionCommands: readonly Command[] = [check, apply, withdraw];
