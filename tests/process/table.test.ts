import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  fromStepTable,
  parseProcess,
  readStepTable,
  toStepTable,
  type StepRow,
  type StepTable,
} from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { bpmn, codes, flows, graphOf, Trial } from './support.ts';

const table = (rows: readonly StepRow[]): StepTable => ({
  format: 'motcua/step-table@1',
  id: 'p',
  name: 'Quy trình',
  rows,
});

const bpmnOf = (given: StepTable): string => {
  const xml = fromStepTable(given);
  if (!xml.ok) throw new Error(JSON.stringify(xml.problems));
  return xml.value;
};

const back = async (xml: string): Promise<StepTable> => {
  const parsed = await parseProcess(xml);
  const [process] = parsed.ok ? parsed.value.processes : [];
  const found = process ? toStepTable(process) : undefined;
  if (!found?.ok) throw new Error(JSON.stringify(parsed.ok ? found : parsed));
  return found.value;
};

const example: readonly StepRow[] = [
  {
    step: 'receive',
    name: 'Tiếp nhận hồ sơ',
    who: 'clerk',
    unit: 'receiving',
    time: 'PT4H',
    product: 'receipt',
    act: 'receive',
  },
  {
    step: 'examine',
    name: 'Thẩm định',
    who: 'officer',
    unit: 'deciding',
    time: 'P2D',
    outcomes: [
      { id: 'eligible', name: 'Đủ điều kiện' },
      { id: 'more', name: 'Cần xác minh', next: 'visit' },
    ],
    act: 'examine',
    next: 'ask',
  },
  {
    step: 'visit',
    name: 'Xác minh thực địa',
    who: 'officer',
    unit: 'deciding',
    condition: 'form.remote = true',
    next: 'examine',
  },
  { step: 'ask', name: 'Lấy ý kiến A', who: 'officer', unit: 'deciding', time: 'P1D', parallel: 'ask' },
  { step: 'askB', name: 'Lấy ý kiến B', who: 'officer', unit: 'unit:H02.STC', time: 'P1D', parallel: 'ask' },
  {
    step: 'sign',
    name: 'Ký',
    who: 'leader',
    unit: 'deciding',
    outcomes: [
      { id: 'approve', name: 'Ký', next: 'handOut' },
      { id: 'return', name: 'Trả lại', next: 'examine' },
    ],
    product: 'result:licence',
    act: 'sign',
    next: 'examine',
  },
  { step: 'handOut', name: 'Trả kết quả', who: 'clerk', unit: 'receiving', act: 'hand-out' },
];

describe('the step table', () => {
  it('becomes a process that is sound and runs as the rows say', async () => {
    const xml = bpmnOf(table(example));
    const graph = await graphOf(xml);
    expect(verifySoundness(graph).findings.filter((found) => found.severity === 'error')).toEqual([]);
    const trial = new Trial(graph, { form: { remote: true } });
    trial.complete('receive').complete('examine', 'more').complete('visit').complete('examine', 'eligible');
    expect(trial.waiting).toEqual(['ask', 'askB']);
    trial.complete('askB').complete('ask').complete('sign', 'approve').complete('handOut');
    expect(trial.state.status).toBe('ended');
  });

  it('comes back from its process as it went in', async () => {
    const once = await back(bpmnOf(table(example)));
    expect(once.rows.map((row) => row.step)).toEqual(example.map((row) => row.step));
    expect(await back(bpmnOf(once))).toEqual(once);
  });

  it('reads times as tables write them', async () => {
    const rows = await back(
      bpmnOf(
        table([
          { step: 'a', name: 'A', who: 'clerk', time: '0,5 ngày' },
          { step: 'b', name: 'B', who: 'clerk', time: '4 giờ' },
          { step: 'c', name: 'C', who: 'clerk', time: '30 phút' },
        ]),
      ),
    );
    expect(rows.rows.map((row) => row.time)).toEqual(['PT4H', 'PT4H', 'PT30M']);
  });

  it('refuses rows that point to nothing, are there twice, or cannot be read', () => {
    expect(codes(fromStepTable(table([{ step: 'a', name: 'A', who: 'clerk', next: 'zz' }])))).toEqual([
      'process.table.unknown-step',
    ]);
    expect(
      codes(
        fromStepTable(
          table([
            { step: 'a', name: 'A', who: 'clerk' },
            { step: 'a', name: 'B', who: 'clerk' },
          ]),
        ),
      ),
    ).toEqual(['process.element.duplicate-id']);
    expect(codes(fromStepTable(table([{ step: 'a b', name: 'A', who: 'clerk', time: 'soon' }])))).toEqual([
      'process.table.step-id',
      'process.duration.unreadable',
    ]);
    expect(codes(fromStepTable(table([])))).toEqual(['process.table.empty']);
    expect(codes(readStepTable({ rows: [{ step: 'a' }] }))).toEqual(['process.table.unreadable']);
  });

  it('names what a table cannot say', async () => {
    const parsed = await parseProcess(
      bpmn('<startEvent id="s"/><userTask id="a"/><inclusiveGateway id="o"/><endEvent id="e"/>' + flows('s>a a>o o>e')),
    );
    const [process] = parsed.ok ? parsed.value.processes : [];
    expect(process ? codes(toStepTable(process)) : []).toEqual(['process.table.not-expressible']);
  });

  it('goes to BPMN and back whatever its rows are', async () => {
    const row = fc.record({
      name: fc.string({ unit: 'grapheme', maxLength: 20 }),
      who: fc.constantFrom('clerk', 'officer', 'leader'),
      minutes: fc.integer({ min: 1, max: 40 }),
      condition: fc.boolean(),
      jump: fc.option(fc.nat(20), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (given) => {
        const rows = given.map((each, index): StepRow => ({
          step: `s${index}`,
          name: each.name.replace(/[^\p{L}\p{N} ]/gu, '').trim(),
          who: each.who,
          time: `PT${each.minutes}M`,
          ...(each.condition ? { condition: `form.q${index} = true` } : {}),
          ...(each.jump === undefined
            ? {}
            : {
                outcomes: [
                  { id: 'on', name: 'Tiếp' },
                  { id: 'back', name: 'Lại', next: `s${each.jump % given.length}` },
                ],
              }),
        }));
        const once = await back(bpmnOf(table(rows)));
        expect(once.rows.map((each) => each.step)).toEqual(rows.map((each) => each.step));
        expect(await back(bpmnOf(once))).toEqual(once);
      }),
      { numRuns: 60 },
    );
  });
});
