import { escapeToken } from '#engine/definition/index.ts';
import { own, rowsOf, textsOf, type Json, type JsonRecord } from './json.ts';
import { mergeRows, type RowsContext } from './merge-rows.ts';
import { decided, entryOf, mergeValue, type Three } from './merge-value.ts';
import { fieldRules, isRowPart, rowParts, type RowPart } from './ownership.ts';
import type { Choice, Dangling, LayerEntry, LayerMerge, Layers } from './types.ts';

/**
 * Merges a new national version into the release of the province: base (the national version taken in last) × the new
 * one × the release in force. Rows are matched by id, fields one by one; only what both changed to different things,
 * and what the nation dropped while something below holds on to it, is a conflict. `choices`: by the conflict's path.
 */
export const mergeLayers = (
  layers: Layers,
  choices: ReadonlyMap<string, Choice> = new Map<string, Choice>(),
): LayerMerge => {
  const { base, ours } = layers;
  const theirs = asStated(base, layers.theirs, layers.incomplete ?? []);
  const context: RowsContext = {
    hasBase: base !== undefined,
    choices,
    usesOf: layers.usesOf ?? (() => []),
    escape: escapeToken,
  };
  const content: [string, Json][] = [];
  const entries: LayerEntry[] = [];
  for (const part of partsOf(base, theirs, ours)) {
    const three = { base: own(base, part), theirs: own(theirs, part), ours: own(ours, part) };
    if (isRowPart(part)) {
      const merged = mergeRows(part, three, context);
      entries.push(...merged.entries);
      if (merged.rows.length > 0) content.push([part, merged.rows]);
      continue;
    }
    const merged = mergePart(part, three, context);
    if (merged.value !== undefined) content.push([part, merged.value]);
    entries.push(...merged.entries);
  }
  const none = noneOf(theirs, ours, new Set(content.map(([part]) => part)));
  if (none.length > 0) content.push(['none', none]);
  const whole = Object.fromEntries(content);
  return { content: whole, entries, dangling: danglingIn(whole) };
};

/**
 * A part that the new version does not speak of at all is silence, not removal: the word before stands. So is a row that
 * is missing where some of the part could not be read.
 */
const asStated = (base: JsonRecord | undefined, theirs: JsonRecord, incomplete: readonly string[]): JsonRecord => {
  const none = textsOf(own(theirs, 'none'));
  const stated = Object.entries(base ?? {}).flatMap(([part, before]): readonly [string, Json][] => {
    const now = own(theirs, part);
    if (part === 'none' || none.includes(part)) return [];
    if (now === undefined) return [[part, before]];
    if (!incomplete.includes(part)) return [];
    const ids = new Set(rowsOf(now).map((row) => own(row, 'id')));
    return [[part, [...rowsOf(now), ...rowsOf(before).filter((row) => !ids.has(own(row, 'id') ?? ''))]]];
  });
  return { ...theirs, ...Object.fromEntries(stated) };
};

const partsOf = (...documents: readonly (JsonRecord | undefined)[]): readonly string[] => {
  const [, , ours] = documents;
  const all = new Set([...Object.keys(ours ?? {}), ...documents.flatMap((each) => Object.keys(each ?? {}))]);
  all.delete('none');
  return [...all];
};

const mergePart = (
  part: string,
  three: Three,
  { hasBase, choices }: RowsContext,
): { readonly value: Json | undefined; readonly entries: readonly LayerEntry[] } => {
  const rules: Readonly<Record<string, (typeof fieldRules)[keyof typeof fieldRules] | undefined>> = fieldRules;
  const owner = rules[part] ?? 'province';
  if (owner === 'made') return { value: three.ours, entries: [] };
  const merged = mergeValue(owner, three, hasBase);
  if (!merged) return { value: undefined, entries: [] };
  const path = `/${part}`;
  const choice = merged.conflict ? choices.get(path) : undefined;
  const value = merged.conflict ? decided(choice, three) : merged.value;
  return {
    value,
    entries: [
      entryOf({ path, part }, three, value, {
        state: merged.state,
        layer: choice?.take === 'theirs' ? 'national' : merged.layer,
        ...(merged.conflict
          ? { conflict: { kind: merged.conflict, uses: [], ...(choice ? { chosen: choice.take } : {}) } }
          : {}),
      }),
    ],
  };
};

/** "The law provides none" holds of a part only while nothing stands in it. */
const noneOf = (theirs: JsonRecord, ours: JsonRecord, filled: ReadonlySet<string>): readonly string[] =>
  [...new Set([...textsOf(own(ours, 'none')), ...textsOf(own(theirs, 'none'))])].filter((part) => !filled.has(part));

const danglingIn = (content: JsonRecord): readonly Dangling[] => {
  const cases = new Set(rowsOf(own(content, 'cases')).map((row) => own(row, 'id')));
  return rowParts
    .filter((part): part is Exclude<RowPart, 'cases' | 'legalBasis'> => part !== 'cases' && part !== 'legalBasis')
    .flatMap((part) =>
      rowsOf(own(content, part)).flatMap((row) =>
        textsOf(own(row, 'cases'))
          .filter((id) => !cases.has(id))
          .map((id) => ({ path: `/${part}/${escapeToken(String(own(row, 'id')))}`, case: id })),
      ),
    );
};

/** Whether a conflict is still to be decided. */
export const isOpen = ({ conflict }: LayerEntry): boolean => conflict !== undefined && conflict.chosen === undefined;
/** Whether the nation changed it: what a person is shown as news from above. */
export const isNews = ({ state }: LayerEntry): boolean =>
  state === 'taken' || state === 'added' || state === 'removed' || state === 'conflict';
