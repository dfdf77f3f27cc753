import { describe, expect, it } from 'vitest';
import { compileProcess, decide, parseProcess, readDecisions, type Decisions } from '#engine/process/index.ts';
import { bpmn, codes, flows, Trial } from './support.ts';

const dmn = (inside: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fees" name="Fees" namespace="urn:test">${inside}</definitions>`;

/** `"a" -> 10; "b" -> 20`: one input `x`, one output. */
const table = (id: string, policy: string, rows: string, more = ''): string =>
  `<decision id="${id}" name="${id}">${more}<decisionTable id="${id}-t" ${policy}><input id="${id}-i"><inputExpression id="${id}-ie"><text>x</text></inputExpression></input><output id="${id}-o" name="y"><outputValues id="${id}-ov"><text>"high","middle","low"</text></outputValues></output>${rows
    .split(';')
    .map((row, index) => {
      const [when = '', then = ''] = row.split('->').map((cell) => cell.trim().replace(/</g, '&lt;'));
      return `<rule id="${id}-r${index}"><inputEntry id="${id}-e${index}"><text>${when}</text></inputEntry><outputEntry id="${id}-x${index}"><text>${then}</text></outputEntry></rule>`;
    })
    .join('')}</decisionTable></decision>`;

const read = async (inside: string): Promise<Decisions> => {
  const decisions = await readDecisions(dmn(inside));
  if (!decisions.ok) throw new Error(JSON.stringify(decisions.problems));
  return decisions.value;
};

const result = async (policy: string, rows: string, x: unknown): Promise<unknown> => {
  const decided = decide(await read(table('d', policy, rows)), 'd', { x });
  return decided.ok ? decided.value : decided.code;
};

describe('decision tables (DMN 1.3, chapter 8)', () => {
  it('unique: the one rule that matches, null for none, a contradiction for several', async () => {
    const rows = '< 18 -> "child"; >= 18 -> "adult"; > 60 -> "old"';
    expect(await result('hitPolicy="UNIQUE"', rows, 5)).toBe('child');
    expect(await result('', rows, 30)).toBe('adult');
    expect(await result('', rows, null)).toBe(null);
    expect(await result('', rows, 70)).toBe('process.decision.conflict');
  });

  it('first, any, priority', async () => {
    expect(await result('hitPolicy="FIRST"', '> 1 -> "one"; > 2 -> "two"', 3)).toBe('one');
    expect(await result('hitPolicy="ANY"', '> 1 -> "same"; > 2 -> "same"', 3)).toBe('same');
    expect(await result('hitPolicy="ANY"', '> 1 -> "one"; > 2 -> "two"', 3)).toBe('process.decision.conflict');
    expect(await result('hitPolicy="PRIORITY"', '> 1 -> "low"; > 2 -> "high"', 3)).toBe('high');
  });

  it('several results: rule order, output order, collect and its aggregations', async () => {
    const rows = '> 1 -> "low"; > 2 -> "high"; > 9 -> "middle"';
    expect(await result('hitPolicy="RULE ORDER"', rows, 3)).toEqual(['low', 'high']);
    expect(await result('hitPolicy="OUTPUT ORDER"', rows, 10)).toEqual(['high', 'middle', 'low']);
    expect(await result('hitPolicy="COLLECT"', rows, 0)).toEqual([]);
    const numbers = '> 1 -> 10; > 2 -> 30; - -> 2';
    expect(await result('hitPolicy="COLLECT" aggregation="SUM"', numbers, 3)).toBe(42);
    expect(await result('hitPolicy="COLLECT" aggregation="MIN"', numbers, 3)).toBe(2);
    expect(await result('hitPolicy="COLLECT" aggregation="MAX"', numbers, 3)).toBe(30);
    expect(await result('hitPolicy="COLLECT" aggregation="COUNT"', numbers, 3)).toBe(3);
  });

  it('gives what the output says for no rule that matches', async () => {
    const other =
      '<decision id="d" name="d"><decisionTable id="t"><input id="i"><inputExpression id="ie"><text>x</text></inputExpression></input><output id="o" name="y"><defaultOutputEntry id="do"><text>"none"</text></defaultOutputEntry></output><rule id="r"><inputEntry id="e"><text>1</text></inputEntry><outputEntry id="oe"><text>"one"</text></outputEntry></rule></decisionTable></decision>';
    expect(decide(await read(other), 'd', { x: 1 })).toEqual({ ok: true, value: 'one' });
    expect(decide(await read(other), 'd', { x: 2 })).toEqual({ ok: true, value: 'none' });
  });

  it('takes a decision once, however many others require it', async () => {
    const needs = (id: string): string =>
      `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`;
    const level = (at: number): string =>
      ['a', 'b']
        .map(
          (side) =>
            `<decision id="${side}${at}" name="${side}${at}">${at === 0 ? '' : needs(`a${at - 1}`) + needs(`b${at - 1}`)}<literalExpression id="l-${side}${at}"><text>${at === 0 ? '1' : `a${at - 1} + b${at - 1}`}</text></literalExpression></decision>`,
        )
        .join('');
    const decisions = await read(Array.from({ length: 40 }, (_, at) => level(at)).join(''));
    expect(decide(decisions, 'a39', {})).toEqual({ ok: true, value: 2 ** 39 });
  });

  it('a decision sees what it requires under that name', async () => {
    const decisions = await read(
      '<decision id="base" name="base"><literalExpression id="l"><text>a + 1</text></literalExpression></decision>' +
        table(
          'd',
          '',
          '> 5 -> "big"; - -> "small"',
          '<informationRequirement id="q"><requiredDecision href="#base"/></informationRequirement>',
        ).replace('<text>x</text>', '<text>base</text>'),
    );
    expect(decide({ ...decisions }, 'd', { a: 1 })).toEqual({ ok: true, value: 'small' });
  });

  it('refuses what it does not carry out, by name', async () => {
    const broken = async (inside: string): Promise<readonly string[]> => codes(await readDecisions(dmn(inside)));
    expect(await broken('<decision id="d" name="d"/>')).toEqual(['process.decision.empty']);
    expect(await broken(table('d', '', '1 + -> 2'))).toHaveLength(1);
    expect(
      await broken(
        table(
          'd',
          '',
          '1 -> 2',
          '<informationRequirement id="q"><requiredDecision href="#z"/></informationRequirement>',
        ),
      ),
    ).toEqual(['process.decision.requires-unknown']);
    expect(
      await broken(
        table(
          'd',
          '',
          '1 -> 2',
          '<informationRequirement id="q"><requiredDecision href="#d"/></informationRequirement>',
        ),
      ),
    ).toEqual(['process.decision.circle']);
    expect(codes(await readDecisions('<x/>'))).toEqual(['process.decision.not-dmn']);
    expect(codes(await readDecisions('<!DOCTYPE a><definitions/>'))).toEqual(['process.xml.doctype']);
  });
});

const line = (task: string): string =>
  bpmn('<startEvent id="s"/>' + task + '<userTask id="u"/><endEvent id="e"/>' + flows('s>r r>u u>e'));

const run = async (
  task: string,
  decisions: Decisions,
  variables: Readonly<Record<string, unknown>>,
): Promise<Trial> => {
  const parsed = await parseProcess(line(task));
  const graph = parsed.ok ? compileProcess(parsed.value, { decisions }) : parsed;
  if (!graph.ok) throw new Error(JSON.stringify(graph.problems));
  return new Trial(graph.value, variables);
};

describe('a business rule task', () => {
  const rows = '< 18 -> "child"; >= 18 -> "adult"';

  it('puts the result of its decision into a variable and goes on', async () => {
    const decisions = await read(table('d', '', rows));
    const trial = await run('<businessRuleTask id="r" mc:decision="d" mc:result="who"/>', decisions, { x: 20 });
    expect(trial.state.variables).toEqual({ x: 20, who: 'adult' });
    expect(trial.waiting).toEqual(['u']);
  });

  it('understands Camunda 7 and 8', async () => {
    const decisions = await read(table('d', '', rows));
    const camunda = (map: string): string =>
      `<businessRuleTask id="r" camunda:decisionRef="d" camunda:resultVariable="who" ${map}/>`;
    expect(
      (await run(camunda('camunda:mapDecisionResult="singleEntry"'), decisions, { x: 1 })).state.variables['who'],
    ).toBe('child');
    expect((await run(camunda(''), decisions, { x: 1 })).state.variables['who']).toEqual(['child']);
    const zeebe =
      '<businessRuleTask id="r"><extensionElements><zeebe:calledDecision decisionId="d" resultVariable="who"/></extensionElements></businessRuleTask>';
    expect((await run(zeebe, decisions, { x: 1 })).state.variables['who']).toBe('child');
  });

  it('carries a table of its own', async () => {
    const own = JSON.stringify({
      hitPolicy: 'U',
      inputs: ['x'],
      rules: [
        { when: ['< 18'], then: 'child' },
        { when: ['>= 18'], then: 'adult' },
      ],
    }).replace(/</g, '&lt;');
    const task = `<businessRuleTask id="r" mc:result="who"><extensionElements><mc:table>${own}</mc:table></extensionElements></businessRuleTask>`;
    expect((await run(task, {}, { x: 40 })).state.variables['who']).toBe('adult');
  });

  it('stops as an incident when rules contradict each other, and goes on when that is mended', async () => {
    const decisions = await read(table('d', '', '> 1 -> 1; > 2 -> 2'));
    const trial = await run('<businessRuleTask id="r" mc:decision="d" mc:result="y"/>', decisions, { x: 5 });
    expect(trial.state.status).toBe('incident');
    trial.do({ type: 'retry', variables: { x: 2 } });
    expect(trial.state).toMatchObject({ status: 'active', variables: { x: 2, y: 1 } });
  });

  it('is refused by name when its decision is nowhere', async () => {
    const refusal = async (task: string): Promise<readonly string[]> => {
      const parsed = await parseProcess(line(task));
      return codes(parsed.ok ? compileProcess(parsed.value) : parsed);
    };
    expect(await refusal('<businessRuleTask id="r"/>')).toEqual(['process.decision.missing']);
    expect(await refusal('<businessRuleTask id="r" mc:decision="zz"/>')).toEqual(['process.decision.unknown']);
    expect(
      await refusal(
        '<businessRuleTask id="r"><extensionElements><mc:table>{"a":1}</mc:table></extensionElements></businessRuleTask>',
      ),
    ).toEqual(['process.decision.table']);
  });
});
