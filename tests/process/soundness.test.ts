import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compileProcess, parseProcess } from '#engine/process/index.ts';
import { verifySoundness, type SoundnessReport } from '#engine/verify/index.ts';
import { bpmn, conditional, flows, graphOf, hasShared, json, shared } from './support.ts';

const verify = async (inside: string): Promise<SoundnessReport> => verifySoundness(await graphOf(bpmn(inside)));
const faults = (report: SoundnessReport): readonly string[] =>
  report.findings.filter((found) => found.severity === 'error').map((found) => `${found.code} ${found.element}`);

const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
const task = (id: string): string => `<userTask id="${id}"/>`;
const xor = (id: string): string => `<exclusiveGateway id="${id}"/>`;
const and = (id: string): string => `<parallelGateway id="${id}"/>`;
const or = (id: string): string => `<inclusiveGateway id="${id}"/>`;

describe('soundness', () => {
  it('finds a split that is never joined in the same way, and shows how', async () => {
    const report = await verify(
      start + xor('x') + task('a') + task('b') + and('j') + end + flows('s>x x>a x>b a>j b>j j>e'),
    );
    expect(report.verdict).toBe('unsound');
    expect(faults(report)).toEqual(['soundness.deadlock j']);
    expect(report.findings[0]?.witness?.script).toEqual([{ choose: 'x-a' }, { complete: 'a' }]);
  });

  it('finds what would happen twice', async () => {
    const report = await verify(
      start + and('f') + task('a') + task('b') + xor('m') + task('c') + end + flows('s>f f>a f>b a>m b>m m>c c>e'),
    );
    expect(faults(report)[0]).toMatch(/^soundness\.unsafe/);
  });

  it('finds what nothing leads to and what leads nowhere', async () => {
    const report = await verify(
      start +
        task('a') +
        task('lost') +
        task('round') +
        xor('x') +
        end +
        flows('s>x x>a a>e x>round round>round lost>e'),
    );
    expect(faults(report)).toContain('soundness.unreachable lost');
    expect(faults(report)).toContain('soundness.no-end round');
  });

  it('takes an inclusive join for what it is', async () => {
    const inside =
      start +
      or('f') +
      task('a') +
      task('b') +
      or('j') +
      end +
      flows('s>f a>j b>j j>e') +
      conditional('f', 'a', '= x') +
      conditional('f', 'b', '= y');
    expect((await verify(inside)).verdict).toBe('sound');
  });

  it('finds an inclusive split that runs into a parallel join', async () => {
    const inside =
      start +
      or('f') +
      task('a') +
      task('b') +
      and('j') +
      end +
      flows('s>f a>j b>j j>e') +
      conditional('f', 'a', '= x') +
      conditional('f', 'b', '= y');
    expect(faults(await verify(inside))).toEqual(['soundness.deadlock j']);
  });

  it('is as exact with many sequence flows as with few', async () => {
    for (let branches = 2; branches <= 9; branches += 1) {
      const ids = Array.from({ length: branches }, (_, index) => `t${index}`);
      const chains = ids.map(
        (id) => task(id) + task(`${id}b`) + task(`${id}c`) + flows(`${id}>${id}b ${id}b>${id}c ${id}c>j`),
      );
      const ways = ids.map((id) => conditional('f', id, `= ${id}`));
      const report = await verify(start + or('f') + or('j') + end + flows('s>f j>e') + chains.join('') + ways.join(''));
      expect([branches, report.verdict, faults(report)]).toEqual([branches, 'sound', []]);
    }
  });

  it('lets a boundary event take the way out of a waiting task, and a reminder run beside it', async () => {
    const events =
      '<boundaryEvent id="late" attachedToRef="a"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent>' +
      '<boundaryEvent id="remind" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT4H</timeDuration></timerEventDefinition></boundaryEvent>';
    const inside =
      start +
      task('a') +
      events +
      task('b') +
      '<sendTask id="mail"/><endEvent id="told"/>' +
      end +
      flows('s>a a>e late>b b>e remind>mail mail>told');
    expect(faults(await verify(inside))).toEqual([]);
    const rejoining = start + task('a') + events + task('b') + end + flows('s>a a>b late>b b>e remind>b');
    expect(faults(await verify(rejoining))).toContain('soundness.branch-rejoins remind');
  });

  it('looks into sub-processes, and lets a terminate event end a scope with tokens in it', async () => {
    const inner =
      '<subProcess id="sub"><startEvent id="is"/><exclusiveGateway id="ix"/><task id="i1"/><task id="i2"/><parallelGateway id="ij"/><endEvent id="ie"/>' +
      flows('is>ix ix>i1 ix>i2 i1>ij i2>ij ij>ie') +
      '</subProcess>';
    expect(faults(await verify(start + inner + end + flows('s>sub sub>e')))).toEqual(['soundness.deadlock ij']);
    const terminated =
      start +
      and('f') +
      task('a') +
      task('b') +
      '<endEvent id="stop"><terminateEventDefinition/></endEvent>' +
      flows('s>f f>a f>b a>stop b>stop');
    expect((await verify(terminated)).verdict).toBe('sound');
  });

  it('finds an error that nobody catches', async () => {
    const inside = start + '<endEvent id="bad"><errorEventDefinition/></endEvent>' + flows('s>bad');
    expect(faults(await verify(inside))).toEqual(['soundness.error-uncaught bad']);
  });

  it('lets an empty sub-process pass', async () => {
    expect((await verify(start + '<subProcess id="sub"/>' + end + flows('s>sub sub>e'))).verdict).toBe('sound');
  });

  it.skipIf(!hasShared)(
    'agrees with the names that rust_bpmn_analyzer gives its models (needs ../shared)',
    async () => {
      const expected: Readonly<Record<string, boolean>> = {
        'safeness/unsafe': false,
        'no_dead_activities/no-dead-activities': true,
        'no_dead_activities/dead-activities': false,
        'option_to_complete/no-option-to-complete-1': false,
        'option_to_complete/no-option-to-complete-2': false,
        'proper_completion/proper-completion-1': true,
        'proper_completion/proper-completion-2': true,
        'proper_completion/no-proper-completion-1': false,
        'proper_completion/no-proper-completion-2': false,
        'proper_completion/no-proper-completion-3-unsafe': false,
        '../../integration/p2': true,
        '../../integration/p6_stuck': false,
        '../../integration/livelock': false,
      };
      const got: Record<string, boolean> = {};
      for (const name of Object.keys(expected)) {
        const file = shared(`bpmn/rust_bpmn_analyzer/core/tests/resources/unit/properties/${name}.bpmn`);
        const parsed = await parseProcess(await readFile(file, 'utf8'));
        const graph = parsed.ok ? compileProcess(parsed.value) : parsed;
        if (!graph.ok) throw new Error(`${name}: ${JSON.stringify(graph.problems)}`);
        got[name] = verifySoundness(graph.value).verdict === 'sound';
      }
      expect(got).toEqual(expected);
    },
  );

  it.skipIf(!hasShared)(
    'agrees with the published verdicts on the industrial models (needs ../shared beside the checkout)',
    async () => {
      const verdicts = json(shared('bpmn/ibm-soundness/verdicts.json')) as readonly {
        readonly file: string;
        readonly verdict: string;
      }[];
      const differ: string[] = [];
      for (const { file, verdict } of verdicts) {
        const parsed = await parseProcess(await readFile(shared(`bpmn/${file}`), 'utf8'));
        const graph = parsed.ok ? compileProcess(parsed.value) : parsed;
        const got = graph.ok ? verifySoundness(graph.value).verdict : 'unsupported';
        if (got !== (verdict === 'sound' ? 'sound' : 'unsound')) differ.push(`${file}: ${got}`);
      }
      expect(verdicts.length).toBe(980);
      expect(differ).toEqual([]);
    },
    120_000,
  );
});
