import { describe, expect, it } from 'vitest';
import { organisationOfTable, rowsOfText, type KnownUnit } from '#engine/import/index.ts';

const commune = (code: string, name: string, identCode: string): KnownUnit => ({
  code,
  name,
  level: 'commune',
  kind: 'commune',
  parent: 'H02.213',
  identCode,
  counter: true,
  calendar: 'vn-office',
});

const known = new Map(
  [commune('A', 'Xã A', '000.01'), commune('B', 'Xã B', '000.02'), commune('C', 'Xã C', '000.03')].map((unit) => [
    unit.code,
    unit,
  ]),
);

const read = (...lines: readonly string[]) => organisationOfTable(rowsOfText(lines.join('\n')), known);
const HEAD = 'Thay đổi\tMã đơn vị cũ\tMã đơn vị mới\tTên mới\tCấp\tTrực thuộc\tMã định danh\tMột cửa';

describe('the table of a reorganisation', () => {
  it('makes one merger of the rows of one new unit, and leaves what is empty as it was', () => {
    const table = read(
      HEAD,
      'Hợp nhất\tA\tB\tPhường Mới\t\tH02\t\t',
      'hợp nhất\tB\tB\t\t\t\t\t',
      '\tC\tC\tXã C\t\t\t\t',
    );
    expect(table).toEqual({
      ok: true,
      value: {
        changes: [
          { kind: 'merge', from: ['A', 'B'], into: [{ ...known.get('B'), name: 'Phường Mới', parent: 'H02' }] },
        ],
      },
    });
  });

  it('reads splits, abolitions, moves and procedures that go elsewhere', () => {
    const table = read(
      'Chia\tA\tA\tXã A\t\t\t\t',
      'Chia\tA\tD\tXã D\t\t\t000.04\tcó',
      'Giải thể\tB\tC\t\t\t\t\t',
      'Chuyển\tC\t\t\t\tH02\t\t',
      'Thủ tục\thuyện\txã\t\t\t\t\t',
      'Thủ tục\tH02.X\ttỉnh\t1.001193; 1.000656\t\t\t\t',
    );
    if (!table.ok) throw new Error(JSON.stringify(table.problems));
    expect(
      table.value.changes.map(({ kind, from, into, heir }) => [kind, from, into.map(({ code }) => code), heir]),
    ).toEqual([
      ['split', ['A'], ['A', 'D'], 'A'],
      ['abolish', ['B'], [], 'C'],
      ['move', ['C'], ['C'], undefined],
    ]);
    expect(table.value.transfers).toEqual([
      { from: { level: 'district' }, to: { level: 'commune' } },
      { from: { unit: 'H02.X' }, to: { level: 'province' }, procedures: ['1.001193', '1.000656'] },
    ]);
  });

  it('names every row that cannot be read, and what is missing in it', () => {
    const table = read('Xóa\tA\tB', 'Hợp nhất\t\tB', 'Hợp nhất\tA\tE\t\t\t\t000.05', 'Giải thể\tB');
    expect(table.ok ? [] : table.problems.map(({ code, path }) => `${path} ${code}`)).toEqual([
      'dòng 1 organisation.table.kind',
      'dòng 2 organisation.table.no-old',
      'dòng 4 organisation.table.no-new',
      'dòng 3 organisation.table.no-name',
    ]);
  });

  it('says that an empty form has nothing in it', () => {
    const table = read(HEAD, '\tA\tA\tXã A');
    expect(table.ok ? [] : table.problems.map(({ code }) => code)).toEqual(['organisation.table.empty']);
  });
});
