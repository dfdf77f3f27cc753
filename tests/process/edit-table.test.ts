import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editStepTable,
  fromStepTable,
  parseProcess,
  toStepTable,
  type StepRow,
  type StepTable,
} from '#engine/process/index.ts';
import { value } from '../service/fixtures.ts'; // prettier-ignore

const tableOf = async (xml: string): Promise<StepTable> => {
  const [process] = value(await parseProcess(xml)).processes;
  if (!process) throw new Error('no process');
  return value(toStepTable(process));
};

const shapes = async (xml: string) => value(await parseProcess(xml)).diagram.shapes;

const rows: readonly StepRow[] = [
  { step: 'receive', name: 'Tiếp nhận', who: 'clerk', time: 'PT4H', act: 'receive' },
  { step: 'examine', name: 'Thẩm định', who: 'officer', time: 'P2D', act: 'examine' },
  { step: 'sign', name: 'Ký', who: 'leader', outcomes: [{ id: 'ok', name: 'Đồng ý', next: 'out' }, { id: 'back', name: 'Trả lại', next: 'examine' }], act: 'sign' },
  { step: 'out', name: 'Trả kết quả', who: 'clerk', act: 'hand-out' },
]; // prettier-ignore
const table: StepTable = { format: 'motcua/step-table@1', id: 'p', name: 'Quy trình', rows };

/** As somebody drew it: moved about, with a note, a documentation, another program's attribute and a named end. */
const drawn = value(fromStepTable(table))
  .replace('<bpmn:userTask id="examine"', '<bpmn:userTask id="examine" xmlns:x="urn:x" x:colour="red"')
  .replace(/(<bpmn:userTask id="examine"[^>]*>)/, '$1<bpmn:documentation>Điều 7</bpmn:documentation>')
  .replace('<bpmn:endEvent id="end"', '<bpmn:endEvent id="end" name="Hết"')
  .replace('id="after-sign"', 'id="after-sign" name="Ký được không?"')
  .replace(
    '</bpmn:process>',
    '<bpmn:textAnnotation id="note"><bpmn:text>Xem lại</bpmn:text></bpmn:textAnnotation><bpmn:association id="tie" sourceRef="examine" targetRef="note"/></bpmn:process>',
  )
  .replace(/(bpmnElement="examine"[^>]*>\s*<dc:Bounds x=")[\d.]+/, '$1777');

const withRow = (index: number, more: Partial<StepRow>): StepTable => ({
  ...table,
  rows: rows.map((row, at) => (at === index ? { ...row, ...more } : row)),
});

describe('a step table that is edited', () => {
  it('changes nothing but what was typed', async () => {
    const same = value(await editStepTable(drawn, table));
    const typed = value(await editStepTable(drawn, withRow(1, { name: 'Thẩm định hồ sơ', time: 'P3D' })));
    expect(typed).toBe(
      same.replace('name="Thẩm định"', 'name="Thẩm định hồ sơ"').replace('mc:duration="P2D"', 'mc:duration="P3D"'),
    );
    expect(await shapes(typed)).toEqual(await shapes(drawn));
    for (const kept of ['Điều 7', 'x:colour="red"', 'name="Hết"', 'Ký được không?', 'Xem lại', 'x="777"'])
      expect(typed).toContain(kept);
  });

  it('leaves what stays in its place when a step comes in, and makes room for it', async () => {
    const added: StepRow = { step: 'ask', name: 'Xin ý kiến', who: 'officer', time: 'P1D' };
    const xml = value(
      await editStepTable(drawn, { ...table, rows: [...rows.slice(0, 2), added, ...rows.slice(2)] }),
    );
    expect((await tableOf(xml)).rows.map(({ step }) => step)).toEqual(['receive', 'examine', 'ask', 'sign', 'out']);
    const [before, after] = [await shapes(drawn), await shapes(xml)];
    for (const id of ['start', 'receive', 'examine']) expect(after[id]).toEqual(before[id]);
    expect(after['ask']?.x).toBeGreaterThan(after['examine']?.x ?? 0);
    for (const kept of ['Điều 7', 'x:colour="red"', 'name="Hết"', 'Ký được không?', 'Xem lại']) expect(xml).toContain(kept);
  }); // prettier-ignore

  it('takes out a step with what hung on it, and nothing else', async () => {
    const xml = value(await editStepTable(drawn, { ...table, rows: withoutExamine }));
    expect((await tableOf(xml)).rows.map(({ step }) => step)).toEqual(['receive', 'sign', 'out']);
    expect(xml).toContain('Xem lại');
    expect(xml).not.toContain('sourceRef="examine"');
    expect((await shapes(xml))['examine']).toBeUndefined();
  });

  it('becomes the table that was typed, whatever was typed', async () => {
    const row = fc.record({
      minutes: fc.integer({ min: 1, max: 40 }),
      who: fc.constantFrom('clerk', 'officer', 'leader'),
      condition: fc.boolean(),
      jump: fc.option(fc.nat(20), { nil: undefined }),
      kept: fc.boolean(),
    });
    const made = (given: readonly { minutes: number; who: string; condition: boolean; jump: number | undefined }[], ids: readonly string[]): StepTable => ({
      ...table,
      rows: given.map(({ minutes, who, condition, jump }, index) => ({
        step: ids[index] ?? `n${String(index)}`,
        name: `Bước ${ids[index] ?? ''}`,
        who,
        time: `PT${String(minutes)}H`,
        ...(condition ? { condition: 'channel = "online"' } : {}),
        ...(jump === undefined
          ? {}
          : { outcomes: [{ id: 'on', name: 'Tiếp' }, { id: 'back', name: 'Lùi', next: ids[jump % given.length] ?? 'end' }] }),
      })),
    }); // prettier-ignore
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 6 }),
        fc.array(row, { minLength: 1, maxLength: 6 }),
        async (one, other) => {
          const first = made(one, one.map((_, index) => `s${String(index)}`)); // prettier-ignore
          const wanted = made(other, other.map(({ kept }, index) => (kept ? `s${String(index)}` : `t${String(index)}`))); // prettier-ignore
          const xml = value(await editStepTable(value(fromStepTable(first)), wanted));
          const plain = await tableOf(value(fromStepTable(wanted)));
          expect((await tableOf(xml)).rows).toEqual(plain.rows);
        },
      ),
      { numRuns: 30 },
    );
  });
});

const withoutExamine: readonly StepRow[] = [
  { ...withRow(0, {}).rows[0], step: 'receive', name: 'Tiếp nhận', who: 'clerk' },
  { step: 'sign', name: 'Ký', who: 'leader', outcomes: [{ id: 'ok', name: 'Đồng ý', next: 'out' }, { id: 'back', name: 'Trả lại', next: 'receive' }], act: 'sign' },
  { step: 'out', name: 'Trả kết quả', who: 'clerk', act: 'hand-out' },
]; // prettier-ignore
