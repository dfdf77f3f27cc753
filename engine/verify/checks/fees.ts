import { effectiveFees, type PreparedFee } from '#engine/form/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { choice, fails, fee, passes, question } from '../example.ts';
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
  part: 'fees',
  proves: both(
    'Mỗi khoản thu luôn tính được một số tiền không âm; biểu phí không hở, không chồng, không dòng thừa.',
    'Every fee has an amount, not below zero; schedules have no gap, overlap or dead row.',
  ),
  findings: {
    'fee.never': error('Khoản thu không bao giờ áp dụng.', 'A fee never applies.'),
    'fee.exemption.never': error('Điều kiện miễn không bao giờ đúng.', 'An exemption never applies.'),
    'fee.always': warning('Điều kiện của khoản thu lúc nào cũng đúng.', 'The condition of a fee always holds.'),
    'fee.exemption.everybody': error('Mọi hồ sơ đều được miễn.', 'Every dossier is exempt.'),
    'fee.amount.missing': error('Có hồ sơ không tính được số tiền.', 'For some dossier there is no amount.'),
    'fee.amount.negative': error('Có hồ sơ mà số tiền âm.', 'For some dossier the amount is below zero.'),
    'fee.amount.unproved': error(
      'Chưa chứng minh được số tiền luôn có và không âm.',
      'It is not proved that there is an amount, not below zero.',
    ),
    'fee.schedule.gap': error('Biểu phí hở.', 'A schedule has a gap.'),
    'fee.schedule.overlap': error('Hai dòng của biểu phí cùng áp dụng.', 'Two rows of a schedule apply.'),
    'fee.schedule.dead-row': error('Dòng của biểu phí không bao giờ áp dụng.', 'A row of a schedule never applies.'),
  },
  examples: [
    passes('Một nghìn đồng một trang', 'One thousand a page', {
      questions: [question('pages', 'number', { required: true, minimum: 1, maximum: 100, decimals: 0 })],
      procedure: { fees: [fee({ amount: 'form.pages * 1000' })] },
    }),
    fails('fee.always', 'Khác a hoặc khác b', 'Not a or not b', {
      questions: [choice('kind', 'a b')],
      procedure: { fees: [fee({ when: 'form.kind != "a" or form.kind != "b"' })] },
    }),
    fails('fee.exemption.everybody', 'Miễn cả a lẫn b', 'Exempt with a and with b', {
      questions: [choice('kind', 'a b')],
      procedure: {
        fees: [
          fee({
            exempt: [
              { when: 'form.kind = "a"', reason: { vi: 'A' } },
              { when: 'form.kind = "b"', reason: { vi: 'B' } },
            ],
          }),
        ],
      },
    }),
    fails('fee.amount.missing', 'Số trang có thể để trống', 'The number of pages may be left out', {
      questions: [question('pages', 'number', { minimum: 1, maximum: 100, decimals: 0 })],
      procedure: { fees: [fee({ amount: 'form.pages * 1000' })] },
    }),
    fails('fee.amount.negative', 'Giảm nhiều hơn số phải nộp', 'A reduction beyond the amount', {
      questions: [question('pages', 'number', { required: true, minimum: 1, maximum: 100, decimals: 0 })],
      procedure: { fees: [fee({ amount: 'form.pages * 1000 - 5000' })] },
    }),
    fails('fee.schedule.gap', 'Thiếu b', 'b is missing', {
      questions: [choice('kind', 'a b')],
      procedure: {
        fees: [fee({ amount: { hitPolicy: 'U', inputs: ['form.kind'], rules: [{ when: ['"a"'], then: 1000 }] } })],
      },
    }),
    fails('fee.schedule.dead-row', 'Dòng sau bị dòng trước che', 'A row behind one that takes all', {
      questions: [choice('kind', 'a b')],
      procedure: {
        fees: [
          fee({
            amount: {
              hitPolicy: 'F',
              inputs: ['form.kind'],
              rules: [
                { when: ['-'], then: 1000 },
                { when: ['"a"'], then: 500 },
              ],
            },
          }),
        ],
      },
    }),
    fails('fee.schedule.overlap', 'Hai dòng cho a', 'Two rows for a', {
      questions: [choice('kind', 'a b')],
      procedure: {
        fees: [
          fee({
            amount: {
              hitPolicy: 'U',
              inputs: ['form.kind'],
              rules: [
                { when: ['"a"'], then: 1000 },
                { when: ['-'], then: 500 },
              ],
            },
          }),
        ],
      },
    }),
    fails('fee.never', 'Áp dụng khi vừa a vừa b', 'Due for a and b at once', {
      questions: [choice('kind', 'a b')],
      procedure: { fees: [fee({ when: 'form.kind = "a" and form.kind = "b"' })] },
    }),
    fails('fee.exemption.never', 'Miễn cho người không phải nộp', 'Exempts whom it does not concern', {
      questions: [choice('kind', 'a b')],
      procedure: {
        fees: [fee({ when: 'form.kind = "a"', exempt: [{ when: 'form.kind = "b"', reason: { vi: 'Hộ nghèo' } }] })],
      },
    }),
  ],
  run: (subject) => {
    const prepared = subject.conditions?.ok ? subject.conditions.value.fees : [];
    return prepared.flatMap((fee, index) => ofFee(subject, fee, `/procedure/fees/${index}`));
  },
  fix: ({ code, path }) =>
    code === 'fee.schedule.dead-row'
      ? { label: both('Bỏ dòng này.', 'Remove the row.'), edits: [{ remove: path }] }
      : undefined,
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
