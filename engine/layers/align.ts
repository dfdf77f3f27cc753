import { fold } from '#engine/definition/index.ts';
import { isRecord, own, rowsOf, same, textsOf, type Json, type JsonRecord } from './json.ts';
import { rowRules, type RowPart } from './ownership.ts';

/** Below this, two rows are different things: one was dropped and another is new. */
const ALIKE = 0.6;

/**
 * The national content in the ids of what is known already. A source has no ids of ours: those it got when it was read
 * come from its words, and change with them. A row is the same when its code, its own words or where it holds say so;
 * the best matches are given first, so that the order of lists decides nothing.
 */
export const alignNational = (national: JsonRecord, known: readonly JsonRecord[]): JsonRecord => {
  const caseIds = matches('cases', rowsOf(own(national, 'cases')), rowsIn(known, 'cases'));
  const inCases = national['cases'] === undefined ? national : renameCases(national, caseIds);
  const groups = new Map<string, string>();
  const aligned = (Object.keys(rowRules) as readonly RowPart[])
    .filter((part) => part !== 'cases' && own(inCases, part) !== undefined)
    .map((part): readonly [string, Json] => {
      const rows = rowsOf(own(inCases, part)).map((row) => withoutNeedlessChannels(row, national));
      if (part === 'legalBasis') return [part, withSpelling(rows, rowsIn(known, part))];
      const targets = rowsIn(known, part);
      const ids = matches(part, rows, targets);
      const renamed = rows.map((row) => ({ ...row, id: ids.get(idOf(row)) ?? idOf(row) }));
      for (const [place, row] of renamed.entries()) {
        const before = own(rows[place], 'oneOf');
        const after = own(
          targets.find((target) => idOf(target) === row.id),
          'oneOf',
        );
        if (typeof before === 'string' && typeof after === 'string' && !groups.has(before)) groups.set(before, after);
      }
      return [part, renamed.map((row) => regroup(row, groups))];
    });
  return { ...inCases, ...fieldOf(inCases, known), ...Object.fromEntries(aligned) };
};

const rowsIn = (known: readonly JsonRecord[], part: string): readonly JsonRecord[] => {
  const found = new Map<string, JsonRecord>();
  for (const document of known)
    for (const row of rowsOf(own(document, part))) {
      const id = part === 'legalBasis' ? String(own(row, 'number')) : idOf(row);
      if (!found.has(id)) found.set(id, row);
    }
  return [...found.values()];
};

const idOf = (row: JsonRecord): string => String(own(row, 'id') ?? '');

/** Id of each row → id that it is known by. A new row whose id is taken by something else gets a free one. */
const matches = (
  part: RowPart,
  rows: readonly JsonRecord[],
  targets: readonly JsonRecord[],
): ReadonlyMap<string, string> => {
  const candidates = targets.map(known);
  const pairs = rows
    .map(known)
    .flatMap((row) => candidates.map((target) => ({ from: row.id, to: target.id, score: likeness(part, row, target) })))
    .filter(({ score }) => score >= ALIKE)
    .sort((one, other) => other.score - one.score || compare(one.from, other.from) || compare(one.to, other.to));
  const given = new Map<string, string>();
  const taken = new Set<string>();
  for (const { from, to } of pairs)
    if (!given.has(from) && !taken.has(to)) {
      given.set(from, to);
      taken.add(to);
    }
  const used = new Set([...targets.map(idOf), ...given.values()]);
  for (const id of rows
    .map(idOf)
    .filter((each) => !given.has(each))
    .sort()) {
    let free = id;
    for (let count = 2; used.has(free); count += 1) free = `${id}-${count}`;
    used.add(free);
    given.set(id, free);
  }
  return given;
};

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** A row with what it is compared by, read once. */
interface Known {
  readonly id: string;
  readonly row: JsonRecord;
  readonly words: ReadonlySet<string>;
  readonly scope: string;
}

const known = (row: JsonRecord): Known => ({ id: idOf(row), row, words: wordsOf(nameOf(row)), scope: scopeOf(row) });

const likeness = (part: RowPart, row: Known, target: Known): number => {
  const [code, other] = [own(row.row, 'code'), own(target.row, 'code')];
  if (part === 'results' && code !== undefined && other !== undefined) return code === other ? 1 : 0;
  const [sameId, sameScope] = [row.id === target.id, row.scope === target.scope];
  // A limit is known by where it holds; two that hold in the same place by their id.
  if (part === 'timeLimits') return sameScope ? (sameId ? 1 : 0.9) : sameId ? 0.8 : 0;
  // Sources seldom name a fee: the same amount in the same place is the same fee.
  const fee = part === 'fees' && sameScope && same(own(row.row, 'amount'), own(target.row, 'amount')) ? 0.7 : 0;
  const words = Math.max(wordsAlike(row.words, target.words), fee);
  return words < ALIKE ? (sameId ? 0.95 : words) : words + (sameScope ? 0.02 : 0);
};

const scopeOf = (row: JsonRecord): string =>
  ['cases', 'channels', 'levels'].map((key) => [...textsOf(own(row, key))].sort().join(' ')).join('|');

const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join(' ') === [...other].sort().join(' ');

const nameOf = (row: JsonRecord): string => {
  const name = own(row, 'name');
  return isRecord(name) ? String(own(name, 'vi') ?? '') : '';
};

/** Sørensen–Dice over the words, without marks: 1 for the same words. */
const wordsAlike = (left: ReadonlySet<string>, right: ReadonlySet<string>): number => {
  if (left.size + right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return (2 * common) / (left.size + right.size);
};

const wordsOf = (text: string): ReadonlySet<string> => new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);

const renameCases = (national: JsonRecord, ids: ReadonlyMap<string, string>): JsonRecord => {
  const renamed = (row: JsonRecord): JsonRecord => {
    const cases = own(row, 'cases');
    return cases === undefined ? row : { ...row, cases: textsOf(cases).map((id) => ids.get(id) ?? id) };
  };
  return Object.fromEntries(
    Object.entries(national).map(([part, value]) => [
      part,
      part === 'cases'
        ? rowsOf(value).map((row) => ({ ...row, id: ids.get(idOf(row)) ?? idOf(row) }))
        : ['timeLimits', 'fees', 'checklist', 'publicSteps'].includes(part)
          ? rowsOf(value).map(renamed)
          : value,
    ]),
  );
};

const regroup = (row: JsonRecord, groups: ReadonlyMap<string, string>): JsonRecord => {
  const group = own(row, 'oneOf');
  return typeof group === 'string' ? { ...row, oneOf: groups.get(group) ?? group } : row;
};

/** A row for every channel that the source names is a row for all. */
const withoutNeedlessChannels = (row: JsonRecord, national: JsonRecord): JsonRecord => {
  const all = textsOf(own(national, 'channels'));
  const channels = own(row, 'channels');
  if (channels === undefined || all.length === 0 || !sameTexts(textsOf(channels), all)) return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'channels'));
};

/** A law is known by its number, however it is written: `123/2015/NĐ-CP`, `123/2015/ND-CP`. */
const withSpelling = (rows: readonly JsonRecord[], targets: readonly JsonRecord[]): readonly JsonRecord[] => {
  const known = new Map(
    [...targets].reverse().map((target) => [spelled(own(target, 'number')), own(target, 'number')]),
  );
  return rows.map((row) => {
    const number = own(row, 'number');
    return { ...row, number: known.get(spelled(number)) ?? number ?? '' };
  });
};

const spelled = (number: Json | undefined): string => fold(String(number ?? '')).replace(/\s+/gu, '');

/** The field's code is ours to give; its name is what the nation says. */
const fieldOf = (national: JsonRecord, known: readonly JsonRecord[]): JsonRecord => {
  const field = own(national, 'field');
  if (!isRecord(field)) return {};
  for (const document of known) {
    const before = own(document, 'field');
    if (
      isRecord(before) &&
      (same(own(before, 'name'), own(field, 'name')) || own(before, 'code') === own(field, 'code'))
    )
      return { field: { ...field, code: own(before, 'code') ?? '' } };
  }
  return {};
};
