import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compileProcess,
  openTrial,
  parseProcess,
  playStep,
  type Graph,
  type Playing,
  type ProcessTrace,
} from '#engine/process/index.ts';
import { verifySoundness, type SoundnessFinding } from '#engine/verify/index.ts';
import { bpmn, conditional, flows, graphOf, hasShared, json, NOW, shared } from './support.ts';

interface Replayed {
  readonly at: Playing;
  readonly entered: readonly string[];
  /** The first step that the engine would not take. */
  readonly refused?: string;
}

/** What `process run` does with the witness's script. */
const replay = (graph: Graph, { witness }: SoundnessFinding): Replayed => {
  if (!witness) throw new Error('no witness');
  const opened = openTrial(graph, witness.variables ?? {}, witness.script, { now: NOW });
  if (!opened.ok)
    return {
      at: { state: emptyState(graph), now: NOW, choices: {} },
      entered: [],
      refused: JSON.stringify(opened.problems),
    };
  let at: Playing = opened.value;
  const trace: ProcessTrace[] = [...opened.value.step.trace];
  for (const [index, step] of witness.script.entries()) {
    if (index < opened.value.used) continue;
    const played = playStep(graph, at, step, index);
    if (!played.ok) return { at, entered: enteredIn(trace), refused: JSON.stringify(step) };
    at = played.value;
    trace.push(...played.value.step.trace);
  }
  return { at, entered: enteredIn(trace) };
};

const emptyState = (graph: Graph): Playing['state'] => ({
  v: 1,
  process: graph.processId,
  status: 'active',
  next: 1,
  scopes: [],
  tokens: [],
  joins: [],
  timers: [],
  variables: {},
});

const enteredIn = (trace: readonly ProcessTrace[]): readonly string[] =>
  trace.filter(({ type }) => type === 'entered' || type === 'incident').map(({ element }) => element);

const hasTwice = (ids: readonly string[]): boolean => new Set(ids).size < ids.length;

/** Whether the replay ends in what the finding says. */
const shows = (graph: Graph, finding: SoundnessFinding): boolean => {
  const { at, entered, refused } = replay(graph, finding);
  if (refused !== undefined) return false;
  const { tokens, joins, status } = at.state;
  const waits = tokens.filter(({ kind }) => kind === 'task' || kind === 'catch' || kind === 'gate');
  switch (finding.code) {
    case 'soundness.deadlock':
      return status === 'active' && waits.length === 0 && joins.length > 0;
    case 'soundness.unsafe':
      return (
        hasTwice(waits.map(({ element }) => element)) ||
        joins.some((join) => Object.values(join.flows).some((count) => count > 1)) ||
        hasTwice(entered)
      );
    case 'soundness.trap':
      return status !== 'ended';
    case 'soundness.dead':
    case 'soundness.unreachable':
      return status === 'ended' && !entered.includes(finding.element);
    default:
      return true;
  }
};

const replayed = async (inside: string): Promise<readonly string[]> => {
  const graph = await graphOf(bpmn(inside));
  const findings = verifySoundness(graph).findings.filter(({ severity }) => severity === 'error');
  expect(findings.length).toBeGreaterThan(0);
  return findings.map(
    (finding) =>
      `${finding.code} ${finding.element} ${shows(graph, finding) ? 'shown' : JSON.stringify(finding.witness)}`,
  );
};

const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
const task = (id: string): string => `<userTask id="${id}"/>`;
const xor = (id: string): string => `<exclusiveGateway id="${id}"/>`;
const and = (id: string): string => `<parallelGateway id="${id}"/>`;

describe('the witness of a fault, played by the engine', () => {
  it('waits for ever at a join that only one of two ways reaches', async () => {
    expect(
      await replayed(start + xor('x') + task('a') + task('b') + and('j') + end + flows('s>x x>a x>b a>j b>j j>e')),
    ).toEqual(['soundness.deadlock j shown']);
  });

  it('has the same work waiting twice', async () => {
    expect(
      await replayed(
        start + and('f') + task('a') + task('b') + xor('m') + task('c') + end + flows('s>f f>a f>b a>m b>m m>c c>e'),
      ),
    ).toEqual(['soundness.unsafe c shown']);
  });

  it('takes the outcome that leads there', async () => {
    const inside =
      start +
      '<userTask id="a" mc:outcomes="yes: Có | no: Không"/>' +
      '<exclusiveGateway id="x" default="x-j"/>' +
      and('j') +
      task('b') +
      end +
      flows('s>a a>x x>j b>j j>e') +
      conditional('x', 'b', '= outcome.a = "no"');
    expect(await replayed(inside)).toEqual(['soundness.deadlock j shown']);
  });

  it('goes through a sub-process, and into one', async () => {
    const inner =
      '<startEvent id="is"/>' +
      xor('ix') +
      task('ia') +
      task('ib') +
      and('ij') +
      '<endEvent id="ie"/>' +
      flows('is>ix ix>ia ix>ib ia>ij ib>ij ij>ie');
    expect(
      await replayed(start + task('t') + `<subProcess id="sub">${inner}</subProcess>` + end + flows('s>t t>sub sub>e')),
    ).toEqual(['soundness.deadlock ij shown']);
    const good = '<startEvent id="is"/>' + task('ia') + '<endEvent id="ie"/>' + flows('is>ia ia>ie');
    expect(
      await replayed(
        start +
          `<subProcess id="sub">${good}</subProcess>` +
          xor('x') +
          task('a') +
          and('j') +
          end +
          flows('s>sub sub>x x>a x>j a>j j>e'),
      ),
    ).toEqual(['soundness.deadlock j shown']);
  });

  it('waits for a timer, or a message behind an event-based gateway', async () => {
    const inside =
      start +
      task('a') +
      '<boundaryEvent id="late" attachedToRef="a"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent>' +
      and('j') +
      end +
      flows('s>a a>j late>j j>e');
    expect(await replayed(inside)).toEqual(['soundness.deadlock j shown']);
  });

  it.skipIf(!hasShared)(
    'shows the fault of every unsound industrial model (needs ../shared)',
    async () => {
      const verdicts = json(shared('bpmn/ibm-soundness/verdicts.json')) as unknown as Readonly<Record<string, unknown>>;
      expect(verdicts).toBeDefined();
      const unshown: string[] = [];
      let seen = 0;
      for (const set of ['A', 'B1', 'B2', 'B3', 'C'])
        for (const name of readdirSync(shared(`bpmn/ibm-soundness/${set}`))) {
          const parsed = await parseProcess(readFileSync(shared(`bpmn/ibm-soundness/${set}/${name}`), 'utf8'));
          const graph = parsed.ok ? compileProcess(parsed.value) : parsed;
          if (!graph.ok) throw new Error(name);
          for (const finding of verifySoundness(graph.value).findings) {
            if (finding.severity !== 'error') continue;
            seen += 1;
            if (!shows(graph.value, finding)) unshown.push(`${set}/${name} ${finding.code} ${finding.element}`);
          }
        }
      expect(seen).toBeGreaterThan(600);
      expect(unshown).toEqual([]);
    },
    120_000,
  );
});
