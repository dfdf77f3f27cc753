import { isRecord, own, rowsOf, same, type Json, type JsonRecord } from './json.ts';
import { decided, entryOf, mergeValue, type Three } from './merge-value.ts';
import { isProvincialSchedule, rowRules, type FieldOwner, type RowPart } from './ownership.ts';
import type { Choice, ConflictKind, LayerEntry, Use } from './types.ts';

export interface RowsContext {
  readonly hasBase: boolean;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly usesOf: (part: string, row: string) => readonly Use[];
  readonly escape: (token: string) => string;
}

interface Rows {
  readonly rows: readonly JsonRecord[];
  readonly entries: readonly LayerEntry[];
}

/** Merges one list row by row. Rows of the nation's alone come after their neighbour; the province's keep their order. */
export const mergeRows = (part: RowPart, three: Three, context: RowsContext): Rows => {
  const { key, fields } = rowRules[part];
  const [base, theirs, ours] = [three.base, three.theirs, three.ours].map((list) => byKey(list, key));
  if (!base || !theirs || !ours) return { rows: [], entries: [] };
  const rows: JsonRecord[] = [];
  const entries: LayerEntry[] = [];
  for (const id of inOrder([...ours.keys()], [...theirs.keys()], [...base.keys()])) {
    const merged = mergeRow(
      { part, id, key, fields, path: `/${part}/${context.escape(id)}` },
      { base: base.get(id), theirs: theirs.get(id), ours: ours.get(id) },
      context,
    );
    entries.push(...merged.entries);
    if (merged.row) rows.push(merged.row);
  }
  return { rows, entries };
};

interface RowPlace {
  readonly part: RowPart;
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, FieldOwner>>;
  readonly path: string;
}

interface ThreeRows {
  readonly base: JsonRecord | undefined;
  readonly theirs: JsonRecord | undefined;
  readonly ours: JsonRecord | undefined;
}

interface OneRow {
  readonly row?: JsonRecord;
  readonly entries: readonly LayerEntry[];
}

const mergeRow = (place: RowPlace, three: ThreeRows, context: RowsContext): OneRow => {
  const { base, theirs, ours } = three;
  const { part, id, path, fields } = place;
  const whole = (merged: JsonRecord | undefined, rest: Pick<LayerEntry, 'layer' | 'state' | 'conflict'>): OneRow => ({
    ...(merged ? { row: merged } : {}),
    entries: [entryOf({ path, part, row: id }, { base, theirs, ours }, merged, rest)],
  });
  const ask = (kind: ConflictKind, uses: readonly Use[] = []): OneRow => {
    const choice = context.choices.get(path);
    const merged = decided(choice, { base, theirs, ours });
    const kept = isRecord(merged) ? merged : undefined;
    return whole(kept, {
      state: 'conflict',
      layer: choice?.take === 'theirs' ? 'national' : 'province',
      conflict: { kind, uses, ...(choice ? { chosen: choice.take } : {}) },
    });
  };
  if (theirs && ours) return mergeFields(place, { base, theirs, ours }, context);
  if (theirs) {
    if (!base) return whole(theirs, { state: 'added', layer: 'national' });
    return agree(fields, base, theirs)
      ? whole(undefined, { state: 'departs', layer: 'province' })
      : ask('changed-removed');
  }
  if (!ours) return { entries: [] };
  if (!base) return whole(ours, { state: 'own', layer: 'province' });
  const uses = [...context.usesOf(part, id), ...held(place, ours)];
  if (!agree(fields, base, ours, 'stated')) return ask('removed-changed', uses);
  return uses.length > 0 ? ask('removed-used', uses) : whole(undefined, { state: 'removed', layer: 'national' });
};

const mergeFields = (
  { part, id, key, fields, path }: RowPlace,
  { base, theirs, ours }: ThreeRows & { readonly theirs: JsonRecord; readonly ours: JsonRecord },
  context: RowsContext,
): OneRow => {
  const entries: LayerEntry[] = [];
  const provincial = part === 'fees' && isProvincialSchedule(own(ours, 'schedule'));
  const row: [string, Json][] = [[key, id]];
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs), ...Object.keys(base ?? {})])) {
    if (field === key) continue;
    const owner = provincial ? 'province' : (fields[field] ?? 'province');
    const three = { base: own(base, field), theirs: own(theirs, field), ours: own(ours, field) };
    const at = `${path}/${context.escape(field)}`;
    const merged = mergeValue(owner, three, context.hasBase);
    if (!merged) continue;
    const choice = merged.conflict ? context.choices.get(at) : undefined;
    const value = merged.conflict ? decided(choice, three) : merged.value;
    if (value !== undefined) row.push([field, value]);
    entries.push(
      entryOf({ path: at, part, row: id, field }, three, value, {
        state: merged.state,
        layer: choice?.take === 'theirs' ? 'national' : merged.layer,
        ...(merged.conflict
          ? { conflict: { kind: merged.conflict, uses: [], ...(choice ? { chosen: choice.take } : {}) } }
          : {}),
      }),
    );
  }
  return { row: Object.fromEntries(row), entries };
};

/** Whether two rows say the same in what is the nation's; `stated`: in what the first says of it. */
const agree = (
  fields: Readonly<Record<string, FieldOwner>>,
  one: JsonRecord,
  other: JsonRecord,
  within: 'all' | 'stated' = 'all',
): boolean =>
  Object.entries(fields).every(
    ([field, owner]) =>
      owner !== 'national' ||
      (within === 'stated' && own(one, field) === undefined) ||
      same(own(one, field), own(other, field)),
  );

/** What the province promised or set on the row itself is a use of it. */
const held = ({ fields, part, path }: RowPlace, ours: JsonRecord): readonly Use[] => [
  ...Object.entries(fields).flatMap(([field, owner]): readonly Use[] =>
    owner === 'held' && own(ours, field) !== undefined
      ? [{ layer: 'province', at: `${path}/${field}`, name: field }]
      : [],
  ),
  ...(part === 'fees' && isProvincialSchedule(own(ours, 'schedule'))
    ? [{ layer: 'province' as const, at: `${path}/schedule`, name: String(own(ours, 'schedule')) }]
    : []),
];

const byKey = (list: Json | undefined, key: string): ReadonlyMap<string, JsonRecord> =>
  new Map(
    rowsOf(list).flatMap((row) => {
      const id = own(row, key);
      return typeof id === 'string' ? [[id, row] as const] : [];
    }),
  );

const inOrder = (ours: readonly string[], ...others: readonly (readonly string[])[]): readonly string[] => {
  const order = [...ours];
  for (const list of others)
    list.forEach((id, place) => {
      if (order.includes(id)) return;
      const neighbour = list.slice(0, place).findLast((each) => order.includes(each));
      order.splice(neighbour === undefined ? order.length : order.indexOf(neighbour) + 1, 0, id);
    });
  return order;
};
