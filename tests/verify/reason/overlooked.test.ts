import { describe, expect, it } from 'vitest';
import { askCheck, conditional, processOf, q, sequence, step, told, type Parts } from './stage.ts';

const kind = q.choice('kind', ['a', 'b'], { required: true });
const maybe = q.choice('maybe', ['a', 'b']);
const questions = [kind, maybe];

const said = async (check: string, parts: Parts): Promise<readonly string[]> =>
  (await askCheck(check, parts)).problems.map(({ severity, code, path }) => `${severity} ${code} ${path}`);

/** receive → gate → one, or other by default → end. */
const withDefault = (condition: string | undefined): string =>
  processOf(
    `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate" default="gate-other"/>` +
      `${step('one')}${step('other')}<endEvent id="e"/>` +
      sequence('s>receive receive>gate one>e other>e') +
      (condition === undefined
        ? '<sequenceFlow id="gate-one" sourceRef="gate" targetRef="one"/>'
        : conditional('gate', 'one', condition)) +
      '<sequenceFlow id="gate-other" sourceRef="gate" targetRef="other"/>',
  );

describe('a default way', () => {
  it('that is taken for some dossiers is left alone', async () => {
    expect(await said('gateways', { questions, process: withDefault('form.kind = "a"') })).toEqual([]);
    // An answer that may be missing leaves neither refusal true of it: null differs from both.
    expect(await said('gateways', { questions, process: withDefault('form.maybe = "a" or form.maybe = "b"') })).toEqual(
      [],
    );
  });

  it('that is never taken is told: more gently where it stands beside conditions that cover everything', async () => {
    expect(await said('gateways', { questions, process: withDefault('form.kind != "a" or form.kind != "b"') })).toEqual(
      ['warning process.gateway.dead-default /process/gate-other'],
    );
    expect(await said('gateways', { questions, process: withDefault(undefined) })).toEqual([
      'error process.gateway.dead-default /process/gate-other',
    ]);
  });
});

describe('a way back that is always taken', () => {
  it('is an error where only the default leads out of the circle', async () => {
    const circle = processOf(
      `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate" default="gate-other"/>${step('other')}<endEvent id="e"/>` +
        sequence('s>receive receive>gate other>e') +
        conditional('gate', 'receive', 'form.kind = "a" or form.kind = "b"') +
        '<sequenceFlow id="gate-other" sourceRef="gate" targetRef="other"/>',
    );
    expect(await said('gateways', { questions, process: circle })).toEqual([
      'error process.gateway.dead-default /process/gate-other',
    ]);
  });
});

describe('a condition that always holds', () => {
  const paper = (when: string): Parts => ({
    questions,
    procedure: { checklist: [{ id: 'paper', name: { vi: 'Giấy tờ' }, kind: 'submit', when }] },
  });
  const fee = (more: object): Parts => ({
    questions,
    procedure: {
      fees: [{ id: 'fee', name: { vi: 'Phí' }, due: 'submission', amount: 1000, ...more }],
      none: [],
    },
  });

  it('is told of a paper and of a fee', async () => {
    expect(await said('papers', paper('form.kind != "a" or form.kind != "b"'))).toEqual([
      'warning paper.always /procedure/checklist/0/when',
    ]);
    expect(await said('papers', paper('form.kind != "a"'))).toEqual([]);
    expect(await said('fees', fee({ when: 'form.kind = "a" or form.kind = "b"' }))).toEqual([
      'warning fee.always /procedure/fees/0/when',
    ]);
    expect(await said('fees', fee({ when: 'form.maybe = "a" or form.maybe = "b"' }))).toEqual([]);
  });

  it('of exemptions leaves nobody to pay', async () => {
    const exempt = (second: string): Parts =>
      fee({
        exempt: [
          { when: 'form.kind = "a"', reason: { vi: 'A' } },
          { when: second, reason: { vi: 'B' } },
        ],
      });
    expect(await said('fees', exempt('form.kind = "b"'))).toEqual([
      'error fee.exemption.everybody /procedure/fees/0/exempt',
    ]);
    expect(await said('fees', exempt('form.maybe = "b"'))).toEqual([]);
  });
});

describe('an end of the process', () => {
  const ends = (more: string): Parts => ({
    questions,
    process: processOf(
      `<startEvent id="s"/>${step('receive')}<exclusiveGateway id="gate" default="gate-enter"/>${step('aside')}` +
        '<userTask id="enter" name="enter" mc:role="clerk" mc:unit="receiving" mc:act="enter-result"/><endEvent id="e"/>' +
        sequence('s>receive receive>gate enter>e') +
        '<sequenceFlow id="gate-enter" sourceRef="gate" targetRef="enter"/>' +
        conditional('gate', 'aside', 'form.kind = "a"') +
        more,
    ),
  });

  it('comes after the result was entered, also where a step simply leads nowhere', async () => {
    expect(told((await askCheck('settled-ends', ends(sequence('aside>enter')))).problems)).toEqual([]);
    expect(told((await askCheck('settled-ends', ends(''))).problems)).toEqual([
      'process.end.not-settled /process/aside',
    ]);
    expect(told((await askCheck('settled-ends', ends(sequence('aside>e')))).problems)).toEqual([
      'process.end.not-settled /process/e',
    ]);
  });

  it('needs no result where the process has no step that enters one', async () => {
    expect(
      told((await askCheck('settled-ends', { questions, process: withDefault('form.kind = "a"') })).problems),
    ).toEqual([]);
  });
});
