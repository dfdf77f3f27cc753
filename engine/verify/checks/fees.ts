import { effectiveFees, type PreparedFee } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import * as say from '../logic-messages.ts';
import {
  and,
  ask,
  concerned,
  not,
  or,
  rowsOf,
  solve,
  witnessOf,
  worldOfSubject,
  type Formula,
  type World,
} from '../reason/index.ts';
import type { Check, Subject } from '../subject.ts';

/** Every fee has one amount for every valid dossier that it concerns, never below zero; its schedule has no gap, overlap or dead row. */
export const fees: Check = {
  name: 'fees',
  run: (subject) => {
    const prepared = subject.conditions?.ok ? subject.conditions.value.fees : [];
    return prepared.flatMap((fee, index) => ofFee(subject, fee, `/procedure/fees/${index}`));
  },
};

const ofFee = (subject: Subject, prepared: PreparedFee, path: string): readonly Problem[] => {
  const world = worldOfSubject(subject, 'submitted');
  if (!world) return [];
  const { fee, when } = prepared;
  const concerns = and(concerned(world, fee), when ? world.translator.truth(when.code).yes : true);
  if (isNever(world, concerns)) return [say.conditionNever('fee.never', when ? `${path}/when` : path, fee.name)];
  const exemptions = prepared.exempt.map((each) => (each ? world.translator.truth(each.code).yes : false));
  const dead = exemptions.flatMap((exempt, at) =>
    prepared.exempt[at] && isNever(world, and(concerns, exempt))
      ? [say.conditionNever('fee.exemption.never', `${path}/exempt/${at}/when`, fee.exempt?.[at]?.reason ?? fee.name)]
      : [],
  );
  const due = and(concerns, not(or(...exemptions)));
  const always =
    when && isNever(world, and(concerned(world, fee), not(world.translator.truth(when.code).yes)))
      ? [say.conditionAlways('fee.always', `${path}/when`, fee.name)]
      : [];
  const nobodyPays = exemptions.length > 0 && isNever(world, due);
  return [
    ...dead,
    ...always,
    ...(nobodyPays ? [say.everybodyExempt(`${path}/exempt`, fee.name)] : []),
    ...(prepared.amount ? ofAmount(subject, world, prepared, due, `${path}/amount`) : []),
  ];
};

const isNever = (world: World, formula: Formula): boolean => solve(world.table, [formula]).verdict === 'unsat';

const ofAmount = (
  subject: Subject,
  world: World,
  prepared: PreparedFee,
  due: Formula,
  path: string,
): readonly Problem[] => {
  const { fee, amount } = prepared;
  if (!amount) return [];
  const problems: Problem[] = [];
  const look = (fault: Parameters<typeof say.feeFault>[0], formula: Formula): void => {
    const found = ask(subject, world, [due, formula], ({ facts }) => !effectiveFees([prepared], facts).ok);
    if (found.verdict === 'shown') problems.push(say.feeFault(fault, path, fee.name, witnessOf(found.dossier)));
    else if (found.verdict === 'unproved') problems.push(say.feeUnproved(path, fee.name));
  };
  const [operator, ...operands] = amount.code;
  if (operator === 'table') {
    const rows = rowsOf(world.translator, operands).map(({ when }) => when);
    look('gap', and(...rows.map(not)));
    if (operands[0] === 'U')
      look('overlap', or(...rows.flatMap((row, at) => rows.slice(at + 1).map((other) => and(row, other)))));
    rows.forEach((row, at) => {
      const earlier = operands[0] === 'F' ? rows.slice(0, at) : [];
      if (isNever(world, and(due, row, ...earlier.map(not))))
        problems.push(say.deadRow(`${path}/rules/${at}`, fee.name, at));
    });
    return problems;
  }
  look('missing', world.translator.missing(amount.code));
  look('negative', world.translator.truth(['<', amount.code, ['lit', 0], 'plain']).yes);
  return problems;
};
