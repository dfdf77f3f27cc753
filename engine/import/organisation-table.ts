import { fold, type OrganisationChange, type UnitChange } from '#engine/definition/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { tidy } from './numbers.ts';
import type { AnnexRow } from './read-annex.ts';

type Into = UnitChange['into'][number];
type Place = NonNullable<OrganisationChange['transfers']>[number]['from'];

/** A unit as it is before the reorganisation: what the table leaves empty is taken from it. */
export type KnownUnit = Into;

/** Columns of the table, in the order of the empty form. */
export const ORGANISATION_COLUMNS = [
  'Thay đổi',
  'Mã đơn vị cũ',
  'Mã đơn vị mới',
  'Tên mới',
  'Cấp',
  'Trực thuộc',
  'Mã định danh',
  'Một cửa',
] as const;

const KINDS: Readonly<Record<string, UnitChange['kind'] | 'procedures'>> = {
  'thanh lap': 'create',
  'hop nhat': 'merge',
  'sap nhap': 'merge',
  nhap: 'merge',
  chia: 'split',
  tach: 'split',
  'giai the': 'abolish',
  'ket thuc hoat dong': 'abolish',
  chuyen: 'move',
  'doi ten': 'rename',
  'thu tuc': 'procedures',
};

const LEVELS: Readonly<Record<string, Into['level']>> = {
  tinh: 'province',
  'cap tinh': 'province',
  huyen: 'district',
  'cap huyen': 'district',
  xa: 'commune',
  'cap xa': 'commune',
};

interface Line {
  readonly kind: UnitChange['kind'] | 'procedures';
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly level: string;
  readonly parent: string;
  readonly ident: string;
  readonly counter: string;
  /** "dòng 5": where it stands in the table. */
  readonly at: string;
}

const says = (code: string, at: string, vi: string, en: string, remedy: readonly [string, string]): Problem =>
  problem(
    `organisation.table.${code}`,
    at,
    { vi: `Ở ${at}: ${vi}`, en: `At ${at}: ${en}` },
    { vi: remedy[0], en: remedy[1] },
  );

/**
 * The table of a reorganisation, a row for each old unit and what becomes of it → what the decision says. Rows of one
 * new unit are one merger, rows of one old unit one split. What a row leaves empty is as it was before; what was
 * nowhere before is asked for. Total: every row that cannot be read is named.
 */
export const organisationOfTable = (
  rows: readonly AnnexRow[],
  known: ReadonlyMap<string, KnownUnit>,
): Result<OrganisationChange> => {
  const problems: Problem[] = [];
  const lines = rows.flatMap((row) => readLine(row, problems));
  if (lines.length === 0 && problems.length === 0)
    return fail(
      problem(
        'organisation.table.empty',
        'bang',
        { vi: 'Bảng chưa có dòng thay đổi nào.', en: 'The table has no change.' },
        {
          vi: 'Tải bảng mẫu, ghi cột "Thay đổi" ở các đơn vị thay đổi rồi nạp lại.',
          en: 'Fill in the form and load it again.',
        },
      ),
    );
  const units = lines.filter(({ kind }) => kind !== 'procedures');
  const changes = [...groupsOf(units).values()].map((group) => changeOf(group, known, problems));
  const transfers = lines
    .filter(({ kind }) => kind === 'procedures')
    .map(({ from, to, name }) => {
      const procedures = name.split(/[;,\s]+/u).filter((code) => code !== '');
      return { from: placeOf(from), to: placeOf(to), ...(procedures.length > 0 ? { procedures } : {}) };
    });
  return problems.length > 0 ? fail(...problems) : ok({ changes, ...(transfers.length > 0 ? { transfers } : {}) });
};

const readLine = ({ cells, from: at }: AnnexRow, problems: Problem[]): readonly Line[] => {
  const [said = '', from = '', to = '', name = '', level = '', parent = '', ident = '', counter = ''] = cells.map(tidy);
  if (said === '' || fold(said) === fold(ORGANISATION_COLUMNS[0])) return [];
  const kind = KINDS[fold(said)];
  if (!kind) {
    problems.push(
      says('kind', at, `không hiểu thay đổi "${said}".`, `"${said}" is no kind of change.`, [
        'Ghi một trong: thành lập, hợp nhất, chia, giải thể, chuyển, đổi tên, thủ tục.',
        'Write one of the kinds of the form.',
      ]),
    );
    return [];
  }
  if (from === '' && kind !== 'create')
    problems.push(
      says('no-old', at, 'chưa ghi mã đơn vị cũ.', 'the old unit is missing.', ['Ghi mã đơn vị.', 'Write its code.']),
    );
  const keeps = kind === 'move' || kind === 'rename';
  if (to === '' && !keeps)
    problems.push(
      says('no-new', at, 'chưa ghi mã đơn vị mới hoặc đơn vị tiếp nhận.', 'the new unit is missing.', [
        'Ghi mã đơn vị; với giải thể, ghi đơn vị tiếp nhận công việc.',
        'Write its code; for an abolition, of who takes over.',
      ]),
    );
  return [{ kind, from, to: to === '' ? from : to, name, level, parent, ident, counter, at }];
};

/** Mergers by the new code, splits by the old one, everything else by itself. */
const groupsOf = (lines: readonly Line[]): ReadonlyMap<string, readonly Line[]> => {
  const groups = new Map<string, Line[]>();
  lines.forEach((line, place) => {
    const { kind, from, to } = line;
    const key =
      kind === 'merge'
        ? `merge ${to}`
        : kind === 'split'
          ? `split ${from}`
          : kind === 'abolish'
            ? `abolish ${to}`
            : `${place}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  });
  return groups;
};

const changeOf = (group: readonly Line[], known: ReadonlyMap<string, KnownUnit>, problems: Problem[]): UnitChange => {
  const [first] = group;
  if (!first || first.kind === 'procedures') return { kind: 'create', from: [], into: [] };
  const { kind, to } = first;
  const from = [...new Set(group.map((line) => line.from).filter((code) => code !== ''))];
  if (kind === 'abolish') return { kind, from, into: [], heir: to };
  const targets = kind === 'split' ? group : [named(group, first)];
  const into = targets.flatMap((line) => unitOf(line, known, problems) ?? []);
  return { kind, from, into, ...(kind === 'split' ? { heir: to } : {}) };
};

/** Of several rows of one merger, the one that says what the new unit is called. */
const named = (group: readonly Line[], first: Line): Line => group.find(({ name }) => name !== '') ?? first;

const unitOf = (line: Line, known: ReadonlyMap<string, KnownUnit>, problems: Problem[]): Into | undefined => {
  const own = known.get(line.to);
  const like = own ?? known.get(line.from);
  const missing = (code: string, what: string, english: string): undefined => {
    problems.push(
      says(code, line.at, `chưa ghi ${what} của ${line.to}.`, `${english} of ${line.to} is missing.`, [
        `Ghi ${what} vào dòng này.`,
        'Write it in this row.',
      ]),
    );
  };
  const level = line.level === '' ? like?.level : LEVELS[fold(line.level)];
  const name = line.name === '' ? own?.name : line.name;
  const identCode = line.ident === '' ? own?.identCode : line.ident;
  if (name === undefined) return missing('no-name', 'tên mới', 'the name');
  if (level === undefined) return missing('no-level', 'cấp (tỉnh, huyện, xã)', 'the level');
  if (identCode === undefined) return missing('no-ident', 'mã định danh', 'the identification code');
  const parent = line.parent === '' ? like?.parent : line.parent;
  const { address, phone } = own ?? {};
  return {
    code: line.to,
    name,
    level,
    kind:
      like?.level === level
        ? like.kind
        : level === 'commune'
          ? 'commune'
          : level === 'district'
            ? 'district'
            : 'department',
    identCode,
    counter: line.counter === '' ? (like?.counter ?? true) : /^(co|x|1)$/.test(fold(line.counter)),
    calendar: like?.calendar ?? [...known.values()][0]?.calendar ?? '',
    ...(parent === undefined ? {} : { parent }),
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { phone }),
  };
};

const placeOf = (said: string): Place => {
  const level = LEVELS[fold(said)];
  return level ? { level } : { unit: said };
};
