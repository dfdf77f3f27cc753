import { describe, expect, it } from 'vitest';
import { askCheck, conditional, processOf, q, sequence, step, told, type Parts } from './stage.ts';

const kind = q.choice('kind', ['a', 'b', 'c'], { required: true });
const count = q.number('count', { minimum: 0, maximum: 100, required: true });

const table = (rules: readonly (readonly [string, string, unknown])[], hitPolicy = 'U'): string =>
  `<businessRuleTask id="weigh" name="Phân loại" mc:result="class"><extensionElements><mc:table>${JSON.stringify({
    hitPolicy,
    inputs: ['form.kind', 'form.count'],
    rules: rules.map(([one, other, then]) => ({ when: [one, other], then })),
  })
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</mc:table></extensionElements></businessRuleTask>`;

const processWith = (
  rules: readonly (readonly [string, string, unknown])[],
  ways: readonly string[],
  hitPolicy = 'U',
): Parts => ({
  questions: [kind, count],
  process: processOf(
    `<startEvent id="s"/>${step('receive')}${table(rules, hitPolicy)}<exclusiveGateway id="gate"/>${ways.map((_, at) => step(`t${at}`)).join('')}<endEvent id="e"/>` +
      sequence('s>receive receive>weigh weigh>gate') +
      ways.map((way, at) => conditional('gate', `t${at}`, way)).join('') +
      ways.map((_, at) => sequence(`t${at}>e`)).join(''),
  ),
});

const said = async (name: string, parts: Parts): Promise<readonly string[]> =>
  told((await askCheck(name, parts)).problems);

const whole = [
  ['"a"', '-', 'light'],
  ['not("a")', '<= 10', 'light'],
  ['not("a")', '> 10', 'heavy'],
] as const;

describe('a table that a process decides by', () => {
  it('without gap and overlap is proved, and the choice behind it too', async () => {
    const parts = processWith(whole, ['class = "light"', 'class = "heavy"']);
    expect(await said('decisions', parts)).toEqual([]);
    expect(await said('gateways', parts)).toEqual([]);
  });

  it('with a gap is shown, and leaves the choice behind it without a way', async () => {
    const parts = processWith(whole.slice(0, 2), ['class = "light"']);
    expect(await said('decisions', parts)).toEqual(['process.decision.gap /process/weigh']);
    expect(await said('gateways', parts)).toEqual(['process.gateway.no-way /process/gate']);
  });

  it('with rows that contradict each other, or that never apply, is shown', async () => {
    const ways = ['class = "light"', 'class != "light"'];
    expect(await said('decisions', processWith([...whole, ['"b"', '50', 'light']], ways))).toEqual([
      'process.decision.overlap /process/weigh',
    ]);
    expect(await said('decisions', processWith([...whole, ['"b"', '50', 'light']], ways, 'F'))).toEqual([
      'process.decision.dead-row /process/weigh',
    ]);
  });
});
