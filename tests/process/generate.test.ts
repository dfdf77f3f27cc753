import { describe, expect, it } from 'vitest';
import type { Procedure } from '#engine/definition/index.ts';
import type { TypeEnvironment } from '#engine/expression/index.ts';
import {
  compileProcess,
  generateProcess,
  minutesToShare,
  parseProcess,
  processDiagram,
  workingTimeOf,
  type Graph,
  type ProcessDiagram,
} from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { Trial } from './support.ts';

type Level = Procedure['levels'][number];
type Legal = Procedure['timeLimits'][number]['legal'];

const procedure = (levels: readonly Level[], legal: Legal, onTheSpot = false): Procedure => ({
  format: 'motcua/procedure@1',
  code: '1.001193',
  name: { vi: 'Đăng ký khai sinh & "khai tử"' },
  field: { code: 'civil-status', name: { vi: 'Hộ tịch' } },
  levels: [...levels],
  authority: { deciding: { name: { vi: 'UBND' }, unit: 'receiving' }, receiving: [{ level: levels[0] ?? 'commune' }] },
  applicants: ['citizen'],
  channels: ['counter', 'online'],
  timeLimits: [{ id: 'all', legal }],
  results: [{ id: 'certificate', name: { vi: 'Giấy khai sinh' }, signedFile: true }],
  legalBasis: [{ number: '60/2014/QH13' }],
  onTheSpot,
});

const environment: TypeEnvironment = {
  unit: {
    kind: 'context',
    fields: {
      code: { kind: 'string' },
      level: { kind: 'string', values: ['ministry', 'province', 'district', 'commune'] },
    },
  },
};

const made = async (given: Procedure): Promise<{ graph: Graph; diagram: ProcessDiagram }> => {
  const parsed = await parseProcess(generateProcess(given));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const graph = compileProcess(parsed.value, { environment });
  if (!graph.ok) throw new Error(JSON.stringify(graph.problems));
  return { graph: graph.value, diagram: processDiagram(parsed.value) };
};

const LEVELS: readonly (readonly Level[])[] = [
  ['province'],
  ['district'],
  ['commune'],
  ['ministry'],
  ['province', 'commune'],
  ['province', 'district', 'commune'],
];
const LIMITS: readonly Legal[] = [
  { value: 0, unit: 'working-day' },
  { value: 1, unit: 'working-hour' },
  { value: 4, unit: 'working-hour' },
  { value: 5, unit: 'working-day' },
  { value: 30, unit: 'day' },
  { value: 6, unit: 'month' },
  { kind: 'none' },
  {
    kind: 'phases',
    phases: [
      { agency: { vi: 'A' }, limit: { value: 10, unit: 'day' } },
      { agency: { vi: 'B' }, limit: { value: 5, unit: 'working-day' } },
    ],
  },
];

const overlaps = (diagram: ProcessDiagram): readonly string[] =>
  diagram.nodes.flatMap((one, index) =>
    diagram.nodes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.id}/${other.id}`),
  );

/** Nodes that a flow between two others runs through. */
const crossed = (diagram: ProcessDiagram, graph: Graph): readonly string[] =>
  diagram.flows.flatMap((flow) => {
    const ends = graph.flows
      .filter((each) => each.id === flow.id)
      .flatMap((each) => [graph.nodes[each.source]?.id, graph.nodes[each.target]?.id]);
    return diagram.nodes
      .filter((node) => !ends.includes(node.id))
      .filter((node) =>
        flow.points.some(([x, y], index) => {
          const [px, py] = flow.points[index - 1] ?? [x, y];
          return (
            Math.min(x, px) < node.x + node.width &&
            Math.max(x, px) > node.x &&
            Math.min(y, py) < node.y + node.height &&
            Math.max(y, py) > node.y
          );
        }),
      )
      .map((node) => `${flow.id} through ${node.id}`);
  });

describe('the generated process', () => {
  for (const levels of LEVELS) {
    it(`is sound, in time and drawn clearly at ${levels.join(' and ')}`, async () => {
      for (const legal of LIMITS) {
        for (const onTheSpot of [false, true]) {
          const given = procedure(levels, legal, onTheSpot);
          const { graph, diagram } = await made(given);
          expect(verifySoundness(graph)).toEqual({ verdict: 'sound', findings: [] });
          const minutes = minutesToShare(given);
          expect(workingTimeOf(graph).minutes).toBeLessThanOrEqual(minutes ?? 0);
          for (const node of graph.nodes) expect((node.settings.minutes ?? 0) % 30).toBe(0);
          expect(overlaps(diagram)).toEqual([]);
          expect(crossed(diagram, graph)).toEqual([]);
          expect(
            graph.nodes.filter(
              (node) =>
                node.kind === 'userTask' && (node.settings.role === undefined || node.settings.unit === undefined),
            ),
          ).toEqual([]);
        }
      }
    });
  }

  it('uses the whole limit when there is enough of it', async () => {
    const { graph } = await made(procedure(['province'], { value: 5, unit: 'working-day' }));
    expect(workingTimeOf(graph).minutes).toBe(5 * 480);
  });

  it('sends a case back to be examined again, and ends with a signed result', async () => {
    const { graph } = await made(procedure(['province'], { value: 5, unit: 'working-day' }));
    const trial = new Trial(graph, {}, { unit: { code: 'H02.STP', level: 'province' } });
    trial
      .complete('receive')
      .complete('assign')
      .complete('examine', 'eligible')
      .complete('submit')
      .complete('sign', 'return');
    expect(trial.waiting).toEqual(['examine']);
    trial
      .complete('examine', 'eligible')
      .complete('submit')
      .complete('sign', 'approve')
      .complete('enterResult')
      .complete('handOut');
    expect(trial.state.status).toBe('ended');
  });

  it('ends with a signed refusal when the case is not eligible', async () => {
    const { graph } = await made(procedure(['commune'], { value: 0, unit: 'working-day' }));
    const trial = new Trial(graph, {}, { unit: { code: 'H02.07201', level: 'commune' } });
    trial
      .complete('receive')
      .complete('examine', 'not-eligible')
      .complete('draftRefusal')
      .complete('signRefusal', 'approve');
    expect(trial.waiting).toEqual(['enterResult']);
  });

  it('has no head of division at a commune, though the same procedure has one at a department', async () => {
    const { graph } = await made(procedure(['province', 'commune'], { value: 5, unit: 'working-day' }));
    const commune = new Trial(graph, {}, { unit: { code: 'H02.07201', level: 'commune' } }).complete('receive');
    expect(commune.waiting).toEqual(['examine']);
    const department = new Trial(graph, {}, { unit: { code: 'H02.STP', level: 'province' } }).complete('receive');
    expect(department.waiting).toEqual(['assign']);
  });

  it('stays at the counter when it is decided on the spot', async () => {
    const { graph } = await made(procedure(['district'], { value: 1, unit: 'working-day' }, true));
    expect(graph.onTheSpot).toBe(true);
    expect(new Set(graph.nodes.flatMap((node) => node.settings.unit ?? []))).toEqual(new Set(['receiving']));
  });

  it('gives the same bytes for the same procedure', () => {
    const given = procedure(['district'], { value: 10, unit: 'day' });
    expect(generateProcess(given)).toBe(generateProcess(given));
  });
});
