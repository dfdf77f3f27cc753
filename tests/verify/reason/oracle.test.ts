import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileExpression, isTrue } from '#engine/expression/index.ts';
import { effectiveForm, scopeOf, validateAnswers, type Facts } from '#engine/form/index.ts';
import { checks, type Subject } from '#engine/verify/index.ts';
import { conditional, processOf, q, sequence, step, subjectOf } from './stage.ts';

/**
 * Forms so small that all their answers can be counted through: what the checks say of choices and of
 * questions is what counting says, whatever is hidden, optional or computed.
 */
const atom = fc.constantFrom(
  'form.kind = "a"',
  'form.kind != "b"',
  'form.count > 1',
  'form.count <= 2',
  'form.count = 3',
  'form.count = null',
  'form.count != null',
  'form.yes = true',
  'form.yes = false',
  'form.yes = null',
  'form.double > 3',
  'form.double = null',
  'list contains(form.many, "x")',
  'form.many = null',
  'count(form.many) = 2',
  'form.group.part = "p"',
  'form.group.part = null',
  'form.group = null',
  'form.born < today',
  'form.born = null',
);

const conditions = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'xsmall', withCrossShrink: true },
    atom,
    fc.tuple(tie('value'), fc.constantFrom('and', 'or'), tie('value')).map(([x, op, y]) => `(${x} ${op} ${y})`),
    tie('value').map((x) => `not(${x})`),
  ),
})).value;

const flag = fc.boolean();
const shape = fc.record({
  count: flag,
  yes: flag,
  many: flag,
  part: flag,
  group: flag,
  born: flag,
  whenCount: fc.boolean(),
  whenGroup: fc.boolean(),
});

const questionsOf = (
  is: { readonly [Key in 'count' | 'yes' | 'many' | 'part' | 'group' | 'born' | 'whenCount' | 'whenGroup']: boolean },
  when?: string,
) => [
  q.choice('kind', ['a', 'b'], { required: true }),
  q.number('count', {
    minimum: 0,
    maximum: 3,
    required: is.count,
    ...(is.whenCount ? { when: 'form.kind = "a"' } : {}),
  }),
  q.yesNo('yes', { required: is.yes, when: 'form.count > 0' }),
  q.computed('double', 'form.count * 2', 'number'),
  q.choices('many', ['x', 'y'], { required: is.many }),
  q.group('group', [q.choice('part', ['p', 'r'], { required: is.part })], {
    ...(is.group ? { required: false } : {}),
    ...(is.whenGroup ? { when: 'form.kind = "b"' } : {}),
  }),
  q.date('born', { required: is.born, latest: 'today' }),
  ...(when === undefined ? [] : [q.text('asked', { when })]),
];

const TODAY = '2026-01-05';

const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  kind: ['a', 'b'],
  count: [undefined, 0, 1, 2, 3],
  yes: [undefined, true, false],
  many: [undefined, ['x'], ['y'], ['x', 'y']],
  group: [undefined, { part: 'p' }, { part: 'r' }],
  born: [undefined, '2025-12-01', TODAY],
};

/** All answers that can be given; those that intake accepts, where asked for. */
const dossiers = (subject: Subject, valid: boolean): readonly Facts[] => {
  const form = subject.form.compiled;
  if (!form) return [];
  const all = Object.entries(VALUES).reduce<readonly Readonly<Record<string, unknown>>[]>(
    (partial, [name, values]) =>
      partial.flatMap((answers) =>
        values.map((value) => (value === undefined ? answers : { ...answers, [name]: value })),
      ),
    [{}],
  );
  const seen = new Set<string>();
  return all.flatMap((answers) => {
    const facts: Facts = {
      answers,
      channel: 'counter',
      unit: { code: 'H02.1', level: 'commune' },
      applicant: { kind: 'citizen' },
      today: TODAY,
    };
    const settled = { ...facts, answers: effectiveForm(form, facts).answers };
    const key = JSON.stringify(settled.answers);
    if (seen.has(key)) return [];
    seen.add(key);
    return !valid || validateAnswers(form, settled).length === 0 ? [settled] : [];
  });
};

const said = async (subject: Subject, name: string): Promise<readonly string[]> =>
  ((await checks.find((check) => check.name === name)?.run(subject)) ?? []).map(({ code }) => code);

const isTyped = (subject: Subject): boolean =>
  subject.form.compiled !== undefined &&
  subject.process.graph !== undefined &&
  subject.process.problems.every(({ severity }) => severity !== 'error');

describe('counting through all answers', () => {
  it('says the same of choices', async () => {
    let stuck = 0;
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(shape, conditions, conditions, fc.boolean(), async (is, one, other, opposite) => {
        const second = opposite ? `not(${one})` : other;
        const process = processOf(
          `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate"/>${step('a')}${step('b')}<endEvent id="e"/>` +
            sequence('s>receive receive>gate a>e b>e') +
            conditional('gate', 'a', one) +
            conditional('gate', 'b', second),
        );
        const subject = await subjectOf({ questions: questionsOf(is), process });
        if (!isTyped(subject) || !subject.environment) return;
        const ways = [one, second].map((source) => {
          const compiled = compileExpression(source, subject.environment ?? {}, 'boolean');
          if (!compiled.ok) throw new Error(source);
          return compiled.value;
        });
        const open = dossiers(subject, true).map((facts) => ways.filter((way) => isTrue(way, scopeOf(facts))).length);
        const codes = await said(subject, 'gateways');
        expect(codes.includes('process.gateway.no-way'), `${one} | ${second}`).toBe(open.includes(0));
        expect(codes.includes('process.gateway.two-ways'), `${one} | ${second}`).toBe(open.includes(2));
        expect(codes).not.toContain('process.gateway.unproved');
        if (open.includes(0)) stuck += 1;
        else proved += 1;
      }),
      { numRuns: 40 },
    );
    expect(stuck).toBeGreaterThan(5);
    expect(proved).toBeGreaterThan(5);
  }, 60_000);

  it('says the same of questions that never or always appear', async () => {
    await fc.assert(
      fc.asyncProperty(shape, conditions, conditions, async (is, one, other) => {
        const when = `${one} and ${other}`;
        const subject = await subjectOf({ questions: questionsOf(is, when) });
        const form = subject.form.compiled;
        if (!form) return;
        const shown = dossiers(subject, true).map((facts) =>
          effectiveForm(form, facts).pages.some((page) => page.questionIds.includes('asked')),
        );
        const codes = await said(subject, 'appearing');
        expect(codes.includes('form.question.never-shown'), when).toBe(!shown.includes(true));
        // What is always so for full answers may still not be while the kind is not chosen.
        if (codes.filter((code) => code === 'form.question.always-shown').length > 1)
          expect(shown, when).not.toContain(false);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
