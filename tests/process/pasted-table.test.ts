import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  fromStepTable,
  parseProcess,
  tableOfText,
  textOfTable,
  tidyLayout,
  toStepTable,
} from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { codes, graphOf } from './support.ts';

const must = <Value>(result: { ok: true; value: Value } | { ok: false; problems: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
};

const sheet = [
  'TT\tNội dung công việc\tĐơn vị/Người thực hiện\tThời gian (giờ)\tKết quả/Sản phẩm',
  '1\tTiếp nhận, số hóa hồ sơ\tBộ phận Một cửa\t4\tGiấy tiếp nhận',
  '2\tPhân công thụ lý\tLãnh đạo Văn phòng Sở\t4\t',
  '3\t"Thụ lý, thẩm định,\ndự thảo kết quả"\tCông chức Văn phòng Sở\t1 ngày 4 giờ\tDự thảo',
  '4\tPhê duyệt kết quả\tLãnh đạo Sở\t0,5 ngày làm việc\tGiấy chứng nhận',
  '5\tTrả kết quả\tBộ phận Một cửa\tKhông tính thời gian\t',
  'Tổng cộng',
].join('\n');

describe('a step table pasted from a spreadsheet', () => {
  it('is read by its headings: who, what, how long, with what result', () => {
    const { rows } = must(tableOfText(sheet, { name: 'Quy trình' }));
    expect(rows.map(({ name, who, time, act }) => [name, who, time, act])).toEqual([
      ['Tiếp nhận, số hóa hồ sơ', 'clerk', 'PT4H', 'receive'],
      ['Phân công thụ lý', 'head', 'PT4H', 'assign'],
      ['Thụ lý, thẩm định, dự thảo kết quả', 'officer', 'P1DT4H', 'examine'],
      ['Phê duyệt kết quả', 'leader', 'PT4H', 'sign'],
      ['Trả kết quả', 'clerk', undefined, 'hand-out'],
    ]);
    expect(rows[3]?.deliverable).toBe('Giấy chứng nhận');
  });

  it('becomes a sound process, and comes back with its performers and results', async () => {
    const table = must(tableOfText(sheet, { id: 'p', name: 'Quy trình' }));
    const xml = must(fromStepTable(table));
    expect(verifySoundness(await graphOf(xml)).findings).toEqual([]);
    const [process] = must(await parseProcess(xml)).processes;
    expect(process && must(toStepTable(process))).toEqual(table);
    expect(must(tableOfText(textOfTable(table), { id: 'p', name: 'Quy trình' }))).toEqual(table);
  });

  it('says which time it cannot read', () => {
    expect(codes(tableOfText('1\tThẩm định\tCông chức\tsớm nhất', { name: '' }))).toEqual([
      'process.duration.unreadable',
    ]);
    expect(codes(tableOfText('', { name: '' }))).toEqual(['process.table.empty']);
  });

  it('is laid out anew without losing anything but places', async () => {
    const table = must(tableOfText(sheet, { id: 'p', name: 'Quy trình' }));
    const xml = must(fromStepTable(table));
    const tidy = must(await tidyLayout(xml.replace(/x="\d+"/g, 'x="7"')));
    const [before] = must(await parseProcess(xml)).processes;
    const [after] = must(await parseProcess(tidy)).processes;
    expect(after).toEqual(before);
    expect(must(await parseProcess(tidy)).diagram.shapes).toEqual(must(await parseProcess(xml)).diagram.shapes);
  });
});

interface RealRow {
  readonly step: string;
  readonly actor_unit: string | null;
  readonly duration_hours: number | null;
  readonly output: string | null;
  readonly case?: string;
}
const folder = '../shared/data/procedures';

describe.skipIf(!existsSync(folder))('the real step tables (needs ../shared/data)', () => {
  it('are all imported, become sound processes, and lose nothing', async () => {
    let tables = 0;
    for (const file of readdirSync(folder)) {
      const { internal_process: all } = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')) as {
        readonly internal_process?: readonly RealRow[] | null;
      };
      for (const name of new Set((all ?? []).map((row) => row.case))) {
        const rows = (all ?? []).filter((row) => row.case === name);
        const lines = rows.map((row, index) =>
          [
            index + 1,
            row.step,
            row.actor_unit ?? '',
            row.duration_hours === null ? '' : `${row.duration_hours} giờ`,
            '',
            row.output ?? '',
          ]
            .map((cell) => `"${String(cell).replaceAll('"', '""')}"`)
            .join('\t'),
        );
        const table = must(tableOfText(lines.join('\n'), { id: 'p', name: file }));
        expect(table.rows.map((row) => row.name)).toEqual(
          rows.map((row) => row.step.normalize('NFC').replace(/\s+/g, ' ').trim()),
        );
        const xml = must(fromStepTable(table));
        expect(
          verifySoundness(await graphOf(xml)).findings.filter(({ severity }) => severity === 'error'),
          file,
        ).toEqual([]);
        const [process] = must(await parseProcess(xml)).processes;
        expect(process && must(toStepTable(process)), file).toEqual(table);
        tables += 1;
      }
    }
    expect(tables).toBeGreaterThan(50);
  });
});
