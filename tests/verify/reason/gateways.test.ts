import { describe, expect, it } from 'vitest';
import { replayWitness } from '#engine/verify/index.ts';
import { askCheck, conditional, processOf, q, sequence, step, told, type Parts } from './stage.ts';

const kind = q.choice('kind', ['a', 'b', 'c'], { required: true });
const count = q.number('count', { minimum: 0, maximum: 100, required: true });

/** receive → gate → one step for each condition → end. */
const choice = (
  conditions: readonly string[],
  gate = '<exclusiveGateway id="gate" name="Chọn"/>',
  before = step('receive'),
): string =>
  processOf(
    `<startEvent id="s"/>${before}${gate}${conditions.map((_, at) => step(`t${at}`)).join('')}<endEvent id="e"/>` +
      sequence('s>receive receive>gate') +
      conditions.map((condition, at) => conditional('gate', `t${at}`, condition)).join('') +
      conditions.map((_, at) => sequence(`t${at}>e`)).join(''),
  );

const said = async (parts: Parts): Promise<readonly string[]> => told((await askCheck('gateways', parts)).problems);

const form = { questions: [kind, count] };

describe('gateways', () => {
  it('whose conditions are exhaustive and disjoint are proved', async () => {
    expect(await said({ ...form, process: choice(['form.kind = "a"', 'form.kind != "a"']) })).toEqual([]);
    expect(await said({ ...form, process: choice(['form.kind = "a"', 'form.kind = "b"', 'form.kind = "c"']) })).toEqual(
      [],
    );
    expect(
      await said({ ...form, process: choice(['form.count < 10', 'form.count in [10..50)', 'form.count >= 50']) }),
    ).toEqual([]);
    expect(
      await said({
        ...form,
        process: choice([
          'form.kind = "a" and form.count > 3',
          'form.kind = "a" and form.count <= 3',
          'form.kind in ("b", "c")',
        ]),
      }),
    ).toEqual([]);
  });

  it('of which some dossier finds none open are shown by that dossier', async () => {
    const { subject, problems } = await askCheck('gateways', {
      ...form,
      process: choice(['form.count < 10', 'form.count > 10']),
    });
    expect(told(problems)).toEqual(['process.gateway.no-way /process/gate']);
    const witness = problems[0]?.witness;
    if (!witness) throw new Error('no witness');
    expect(witness.answers).toMatchObject({ count: 10 });
    expect(witness.script).toEqual([{ complete: 'receive' }]);
    const replay = replayWitness(subject, witness);
    expect(replay.refused).toEqual([]);
    expect(replay.run?.incidents).toEqual([{ element: 'gate', code: 'process.gateway.no-way' }]);
    expect(replay.run?.elements).toEqual(witness.elements);
  });

  it('at which two ways are open are shown too', async () => {
    const { subject, problems } = await askCheck('gateways', {
      ...form,
      process: choice(['form.count < 10', 'form.count >= 9']),
    });
    expect(told(problems)).toEqual(['process.gateway.two-ways /process/gate']);
    expect(problems[0]?.witness?.answers).toMatchObject({ count: 9 });
    expect(replayWitness(subject, problems[0]?.witness ?? never()).refused).toEqual([]);
  });

  it('know that what need not be answered may be missing', async () => {
    const optional = { questions: [kind, q.number('count', { minimum: 0, maximum: 100 })] };
    expect(await said({ ...optional, process: choice(['form.count < 10', 'form.count >= 10']) })).toEqual([
      'process.gateway.no-way /process/gate',
    ]);
    const hidden = {
      questions: [kind, q.number('count', { minimum: 0, maximum: 100, required: true, when: 'form.kind = "a"' })],
    };
    expect(await said({ ...hidden, process: choice(['form.count < 10', 'form.count >= 10']) })).toEqual([
      'process.gateway.no-way /process/gate',
    ]);
    expect(
      await said({
        ...hidden,
        process: choice(['form.kind != "a"', 'form.count < 10', 'form.count >= 10']),
      }),
    ).toEqual([]);
  });

  it('take a default for what is left', async () => {
    const process = processOf(
      `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate" default="gate-b"/>${step('a')}${step('b')}<endEvent id="e"/>` +
        sequence('s>receive receive>gate gate>b a>e b>e') +
        conditional('gate', 'a', 'form.kind = "a"'),
    );
    expect(await said({ ...form, process })).toEqual([]);
  });

  it('have ways that are never taken', async () => {
    expect(
      await said({ ...form, process: choice(['form.count >= 0', 'form.count > 50 and form.count < 40']) }),
    ).toEqual(['process.gateway.dead-way /process/gate-t1']);
  });

  it('are asked about outcomes of the steps before', async () => {
    const examined = (conditions: readonly string[]): string =>
      choice(conditions, undefined, step('receive', ['yes', 'no', 'more']));
    expect(await said({ ...form, process: examined(['outcome.receive = "yes"', 'outcome.receive != "yes"']) })).toEqual(
      [],
    );
    const { subject, problems } = await askCheck('gateways', {
      ...form,
      process: examined(['outcome.receive = "yes"', 'outcome.receive = "no"']),
    });
    expect(told(problems)).toEqual(['process.gateway.no-way /process/gate']);
    expect(problems[0]?.witness?.script).toEqual([{ complete: 'receive', with: { outcome: 'more' } }]);
    expect(replayWitness(subject, problems[0]?.witness ?? never()).run?.status).toBe('incident');
  });

  it('remember what an earlier choice has shut', async () => {
    const twice = (first: string, second: readonly string[]): string =>
      processOf(
        `<startEvent id="s"/>${step('receive', ['yes', 'no'])}<exclusiveGateway id="one" default="one-e"/>${step('a')}<exclusiveGateway id="two"/>${step('b')}${step('c')}<endEvent id="e"/>` +
          sequence('s>receive receive>one one>e a>two b>e c>e') +
          conditional('one', 'a', first) +
          second.map((condition, at) => conditional('two', ['b', 'c'][at] ?? 'c', condition)).join(''),
      );
    expect(
      await said({ ...form, process: twice('form.count > 10', ['form.count > 50', 'form.count in (10..50]']) }),
    ).toEqual([]);
    expect(
      await said({ ...form, process: twice('form.count > 8', ['form.count > 50', 'form.count in (10..50]']) }),
    ).toEqual(['process.gateway.no-way /process/two']);
    expect(
      await said({
        ...form,
        process: twice('outcome.receive = "yes"', [
          'outcome.receive = "yes"',
          'outcome.receive = "no" and form.count > 3',
        ]),
      }),
    ).toEqual([]);
  });

  it('do not trust a step that another branch has still to do', async () => {
    const process = processOf(
      `<startEvent id="s"/><parallelGateway id="fork"/>${step('a', ['yes', 'no'])}${step('receive')}<exclusiveGateway id="gate"/>${step('b')}${step('c')}<exclusiveGateway id="merge"/><parallelGateway id="join"/><endEvent id="e"/>` +
        sequence('s>fork fork>a fork>receive receive>gate b>merge c>merge merge>join a>join join>e') +
        conditional('gate', 'b', 'outcome.a = "yes"') +
        conditional('gate', 'c', 'outcome.a = "no"'),
    );
    const { subject, problems } = await askCheck('gateways', { ...form, process });
    expect(told(problems)).toEqual(['process.gateway.no-way /process/gate']);
    expect(replayWitness(subject, problems[0]?.witness ?? never()).run?.status).toBe('incident');
  });

  it('say when the tool can neither prove nor show', async () => {
    const process = choice(['contains(form.text, "a")', 'string length(form.text) > 3']);
    const { problems } = await askCheck('gateways', { questions: [q.text('text', { required: true })], process });
    expect(problems.every(({ severity }) => severity === 'warning' || severity === 'error')).toBe(true);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('ask a form from elsewhere as well', async () => {
    const form = (required: readonly string[]): NonNullable<Parts['form']> => ({
      format: 'motcua/form@1',
      kind: 'json-schema',
      schema: {
        type: 'object',
        properties: {
          name: { type: 'string', minLength: 3 },
          kind: { type: 'string', enum: ['a', 'b'] },
          size: { type: 'integer', minimum: 0 },
        },
        required,
      },
    });
    const process = choice(['form.kind = "a"', 'form.kind = "b"']);
    expect(await said({ form: form(['name', 'kind']), process })).toEqual([]);
    expect(await said({ form: form(['name']), process })).toEqual(['process.gateway.no-way /process/gate']);
    expect(await said({ form: form(['name', 'size']), process: choice(['form.size < 3', 'form.size > 3']) })).toEqual([
      'process.gateway.no-way /process/gate',
    ]);
  });

  it('of the inclusive kind need one open way', async () => {
    const gate = '<inclusiveGateway id="gate"/>';
    expect(await said({ ...form, process: choice(['form.count > 3', 'form.count < 10'], gate) })).toEqual([]);
    expect(await said({ ...form, process: choice(['form.count > 30', 'form.count < 10'], gate) })).toEqual([
      'process.gateway.no-way /process/gate',
    ]);
  });
});

const never = (): never => {
  throw new Error('no witness');
};
