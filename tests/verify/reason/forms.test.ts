import { describe, expect, it } from 'vitest';
import { replayWitness } from '#engine/verify/index.ts';
import { askCheck, conditional, processOf, q, sequence, step, told, type Parts } from './stage.ts';

const kind = q.choice('kind', ['a', 'b', 'c'], { required: true });

const said = async (name: string, parts: Parts): Promise<readonly string[]> =>
  told((await askCheck(name, parts)).problems);

describe('questions', () => {
  it('that can never appear are found, and those that always do', async () => {
    const questions = [
      kind,
      q.number('count', { minimum: 1, maximum: 9, required: true, when: 'form.kind = "a"' }),
      q.text('dead', { when: 'form.kind = "b" and form.count > 3' }),
      q.text('beyond', { when: 'form.count > 5 and form.count < 5' }),
      q.text('always', { when: 'form.kind != null or form.kind = null' }),
      q.text('right', { when: 'form.kind = "a" and form.count > 3' }),
    ];
    const { subject, problems } = await askCheck('appearing', { questions });
    expect(told(problems)).toEqual([
      'form.question.never-shown /form/pages/0/questions/2/when',
      'form.question.never-shown /form/pages/0/questions/3/when',
      'form.question.always-shown /form/pages/0/questions/4/when',
    ]);
    const [first] = problems;
    const replay = replayWitness(subject, first?.witness ?? { elements: [], flows: [], script: [] });
    expect(replay.refused).toEqual([]);
    expect(replay.shown).not.toContain('dead');
  });

  it('on a page that never appears are told once, at the page', async () => {
    const pages = [
      { id: 'one', title: { vi: 'Một' }, questions: [kind] },
      {
        id: 'two',
        title: { vi: 'Hai' },
        when: 'form.kind = "a" and form.kind = "b"',
        questions: [q.text('x', { when: 'form.kind = "a"' })],
      },
      {
        id: 'three',
        title: { vi: 'Ba' },
        when: 'form.kind = "a"',
        questions: [q.text('y', { when: 'form.kind = "b"' }), q.text('z', { when: 'form.kind = "a"' })],
      },
    ];
    expect(await said('appearing', { pages })).toEqual([
      'form.question.never-shown /form/pages/1/when',
      'form.question.never-shown /form/pages/2/questions/0/when',
      'form.question.always-shown /form/pages/2/questions/1/when',
    ]);
  });

  it('in a list are asked about one entry', async () => {
    const list = q.repeat('people', [
      q.number('age', { minimum: 0, maximum: 120, required: true }),
      q.text('school', { when: 'item.age < 18' }),
      q.text('never', { when: 'item.age < 18 and item.age > 60' }),
    ]);
    expect(await said('appearing', { questions: [list] })).toEqual([
      'form.question.never-shown /form/pages/0/questions/0/questions/2/when',
    ]);
  });

  it('whose requiring condition contradicts their own are found', async () => {
    const questions = [kind, q.text('why', { when: 'form.kind = "a"', required: 'form.kind = "b"' })];
    expect(await said('appearing', { questions })).toEqual([
      'form.question.required-never /form/pages/0/questions/1/required',
    ]);
  });

  it('with several choices are told apart by choice', async () => {
    const questions = [
      q.choices('changes', ['name', 'place'], { required: true }),
      q.text('name', { when: 'list contains(form.changes, "name")' }),
      q.text('other', {
        when: 'not(list contains(form.changes, "name")) and not(list contains(form.changes, "place"))',
      }),
    ];
    expect(await said('appearing', { questions })).toEqual([
      'form.question.never-shown /form/pages/0/questions/2/when',
    ]);
  });

  it('follow what is computed', async () => {
    const questions = [
      q.number('count', { minimum: 0, maximum: 10, required: true }),
      q.computed('double', 'form.count * 2', 'number'),
      q.text('odd', { when: 'form.double > 20' }),
      q.text('even', { when: 'form.double > 19' }),
    ];
    expect(await said('appearing', { questions })).toEqual([
      'form.question.never-shown /form/pages/0/questions/2/when',
    ]);
  });

  it('know today', async () => {
    const questions = [
      q.date('born', { latest: 'today', required: true }),
      q.text('future', { when: 'form.born > today' }),
      q.text('young', { when: 'form.born > today - duration("P30D")' }),
    ];
    expect(await said('appearing', { questions })).toEqual([
      'form.question.never-shown /form/pages/0/questions/1/when',
    ]);
  });

  it('that take no value are found', async () => {
    const questions = [
      q.number('half', { minimum: 1.2, maximum: 1.8 }),
      q.text('code', { pattern: '^[0-9]{12}$', patternText: { vi: '12 số' }, maxLength: 10 }),
      q.text('long', { pattern: '^[A-Z]{2,4}$', patternText: { vi: 'chữ' }, minLength: 5 }),
      q.text('fine', { pattern: '^[A-Z]+[0-9]*$', patternText: { vi: 'chữ' }, minLength: 5 }),
    ];
    expect(await said('limits', { questions })).toEqual([
      'form.question.no-value /form/pages/0/questions/0',
      'form.question.no-value /form/pages/0/questions/1',
      'form.question.no-value /form/pages/0/questions/2',
    ]);
  });

  it('of money that may fall below zero are found', async () => {
    const questions = [
      q.number('count', { minimum: 0, maximum: 10, required: true }),
      q.computed('rest', '5000 - form.count * 1000', 'money'),
      q.computed('kept', 'if form.count > 5 then 0 else 5000 - form.count * 1000', 'money'),
    ];
    const { problems } = await askCheck('limits', { questions });
    expect(told(problems)).toEqual(['form.computed.negative /form/pages/0/questions/1/value']);
    expect(problems[0]?.witness?.answers).toMatchObject({ rest: -1000, count: 6 });
  });
});

describe('a form', () => {
  it('that nobody can complete is found', async () => {
    const questions = [
      kind,
      q.number('count', { minimum: 1, maximum: 9, required: true }),
      q.computed('sum', 'form.count + 1', 'number'),
      q.number('never', { minimum: 5, maximum: 4, required: 'form.sum > 1' }),
    ];
    const good = [kind, q.number('count', { minimum: 1, maximum: 9, required: true })];
    expect(await said('completion', { questions: good })).toEqual([]);
    await expect(askCheck('completion', { questions })).rejects.toThrow('bounds');
    const empty = [q.number('none', { minimum: 1.2, maximum: 1.8, required: true })];
    expect(await said('completion', { questions: empty })).toEqual(['form.nobody-can-complete /form']);
  });

  it('may have a condition that only a missing answer makes unknown', async () => {
    const process = (condition: string): string =>
      processOf(
        `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate" default="gate-b"/>${step('a')}${step('b')}<endEvent id="e"/>` +
          sequence('s>receive receive>gate gate>b a>e b>e') +
          conditional('gate', 'a', condition),
      );
    const optional = [kind, q.number('count', { minimum: 1, maximum: 9 })];
    const { subject, problems } = await askCheck('unknowns', {
      questions: optional,
      process: process('form.count > 3'),
    });
    expect(told(problems)).toEqual(['expression.may-be-null /process/gate-a']);
    const witness = problems[0]?.witness ?? { elements: [], flows: [], script: [] };
    expect(replayWitness(subject, witness).refused).toEqual([]);
    expect(replayWitness(subject, witness).answers).not.toHaveProperty('count');
    const sure = [kind, q.number('count', { minimum: 1, maximum: 9, required: true })];
    expect(await said('unknowns', { questions: sure, process: process('form.count > 3') })).toEqual([]);
    expect(
      await said('unknowns', { questions: optional, process: process('form.count != null and form.count > 3') }),
    ).toEqual([]);
    const shown = [kind, q.number('count', { minimum: 1, maximum: 9, required: true, when: 'form.kind = "a"' })];
    expect(
      await said('unknowns', { questions: shown, process: process('form.kind = "a" and form.count > 3') }),
    ).toEqual([]);
    expect(await said('unknowns', { questions: shown, process: process('form.count > 3') })).toEqual([
      'expression.may-be-null /process/gate-a',
    ]);
  });
});

const fee = (more: object): object => ({ id: 'fee', name: { vi: 'Phí' }, due: 'submission', ...more });

describe('fees', () => {
  const count = q.number('count', { minimum: 0, maximum: 100, required: true });
  const feesOf = (questions: Parts['questions'], more: object): Promise<readonly string[]> =>
    said('fees', { ...(questions ? { questions } : {}), procedure: { fees: [fee(more)], none: [] } });

  it('that may be missing or below zero are shown by a dossier', async () => {
    const parts = (amount: unknown, questions = [kind, count]): Parts => ({
      questions,
      procedure: { fees: [fee({ amount })] },
    });
    expect(await said('fees', parts('form.count * 1000'))).toEqual([]);
    const { subject, problems } = await askCheck('fees', parts('form.count * 1000 - 5000'));
    expect(told(problems)).toEqual(['fee.amount.negative /procedure/fees/0/amount']);
    const witness = problems[0]?.witness ?? { elements: [], flows: [], script: [] };
    const replay = replayWitness(subject, witness);
    expect(replay.refused).toEqual([]);
    expect(replay.fees?.ok).toBe(false);
    const optional = [kind, q.number('count', { minimum: 0, maximum: 100 })];
    expect(await said('fees', parts('form.count * 1000', optional))).toEqual([
      'fee.amount.missing /procedure/fees/0/amount',
    ]);
    expect(await said('fees', parts('if form.count = null then 0 else form.count * 1000', optional))).toEqual([]);
    expect(await said('fees', parts('1000 / form.count'))).toEqual(['fee.amount.missing /procedure/fees/0/amount']);
  });

  it('are not asked for where somebody is exempt', async () => {
    const optional = [kind, q.number('count', { minimum: 0, maximum: 100, when: 'form.kind != "a"', required: true })];
    expect(
      await feesOf(optional, {
        amount: 'form.count * 1000',
        exempt: [{ when: 'form.kind = "a"', reason: { vi: 'Miễn' } }],
      }),
    ).toEqual([]);
    expect(await feesOf(optional, { amount: 'form.count * 1000', when: 'form.kind != "a"' })).toEqual([]);
    expect(await feesOf(optional, { amount: 'form.count * 1000' })).toEqual([
      'fee.amount.missing /procedure/fees/0/amount',
    ]);
    expect(
      await feesOf(optional, {
        amount: 100,
        when: 'form.kind = "a"',
        exempt: [{ when: 'form.count > 3', reason: { vi: 'Miễn' } }],
      }),
    ).toEqual(['fee.exemption.never /procedure/fees/0/exempt/0/when']);
  });

  it('by a schedule have a row for everybody, and one only', async () => {
    const schedule = (rules: readonly (readonly [string, string, number])[], hitPolicy = 'U'): object => ({
      amount: {
        hitPolicy,
        inputs: ['form.kind', 'form.count'],
        rules: rules.map(([one, other, then]) => ({ when: [one, other], then })),
      },
    });
    expect(
      await feesOf(
        [kind, count],
        schedule([
          ['"a"', '-', 1],
          ['not("a")', '<= 10', 2],
          ['"b","c"', '(10..100]', 3],
        ]),
      ),
    ).toEqual([]);
    expect(
      await feesOf(
        [kind, count],
        schedule([
          ['"a"', '-', 1],
          ['not("a")', '< 10', 2],
          ['"b","c"', '(10..100]', 3],
        ]),
      ),
    ).toEqual(['fee.schedule.gap /procedure/fees/0/amount']);
    expect(
      await feesOf(
        [kind, count],
        schedule([
          ['"a"', '-', 1],
          ['-', '<= 10', 2],
          ['"b","c"', '(10..100]', 3],
        ]),
      ),
    ).toEqual(['fee.schedule.overlap /procedure/fees/0/amount']);
    expect(
      await feesOf(
        [kind, count],
        schedule(
          [
            ['"a"', '-', 1],
            ['-', '-', 2],
            ['"b"', '> 3', 3],
          ],
          'F',
        ),
      ),
    ).toEqual(['fee.schedule.dead-row /procedure/fees/0/amount/rules/2']);
  });
});

describe('cases and papers', () => {
  it('whose condition never holds are found, and gaps and overlaps among cases', async () => {
    const cases = (one: string, other: string): Readonly<Record<string, unknown>> => ({
      cases: [
        { id: 'first', name: { vi: 'Một' }, when: one },
        { id: 'second', name: { vi: 'Hai' }, when: other },
      ],
    });
    const of = async (one: string, other: string): Promise<readonly string[]> =>
      said('cases', { questions: [kind], procedure: cases(one, other) });
    expect(await of('form.kind = "a"', 'form.kind != "a"')).toEqual([]);
    expect(await of('form.kind = "a"', 'form.kind = "b"')).toEqual(['release.case.gap /procedure/cases']);
    expect(await of('form.kind = "a"', 'form.kind in ("a", "b", "c")')).toEqual([
      'release.case.overlap /procedure/cases/1/when',
    ]);
    expect(await of('form.kind != null', 'form.kind = "a" and form.kind = "b"')).toEqual([
      'release.case.never /procedure/cases/1/when',
    ]);
    expect(
      await said('papers', {
        questions: [kind],
        procedure: {
          checklist: [
            { id: 'one', name: { vi: 'Giấy' }, kind: 'submit', when: 'form.kind = "a"' },
            { id: 'two', name: { vi: 'Giấy' }, kind: 'submit', when: 'form.kind = "a" and form.kind = "c"' },
          ],
        },
      }),
    ).toEqual(['paper.never /procedure/checklist/1/when']);
  });
});

describe('time limits', () => {
  const rows = (...timeLimits: readonly object[]): Parts => ({
    questions: [kind],
    procedure: { channels: ['counter', 'online'], timeLimits },
  });
  const row = (id: string, value: number, more: object = {}): object => ({
    id,
    legal: { value, unit: 'working-day' },
    ...more,
  });

  it('of two rows that apply alike are found, and rows never used', async () => {
    expect(await said('limit-rows', rows(row('a', 3), row('b', 5, { channels: ['online'] })))).toEqual([]);
    expect(await said('limit-rows', rows(row('a', 3), row('b', 5)))).toEqual([
      'release.time-limit.overlap /procedure/timeLimits/1',
    ]);
    expect(
      await said(
        'limit-rows',
        rows(row('a', 3), row('b', 5, { channels: ['online'] }), row('c', 5, { channels: ['counter'] })),
      ),
    ).toEqual(['release.time-limit.unused /procedure/timeLimits/0']);
  });
});
