import type { DraftProcedure, OpenPoint } from '#engine/import/index.ts';
import { isRecord, own, rowsOf, toJson, type Json, type JsonRecord } from './json.ts';
import { fieldRules, isRowPart, rowRules } from './ownership.ts';

/**
 * What of a synchronised procedure is the nation's to say: its parts and, in rows, its fields. The rest (places, online
 * level, what the reader had to put in for the format) is no part of the national layer. `channels` stays beside it,
 * so that a row for every channel is known as one for all.
 */
export const nationalContent = (procedure: DraftProcedure): JsonRecord => {
  const rules: Readonly<Record<string, string | undefined>> = fieldRules;
  return Object.fromEntries(
    Object.entries(toJson(procedure)).flatMap(([part, value]): readonly [string, Json][] => {
      if (isRowPart(part)) return [[part, rowsOf(value).map((row) => nationalRow(part, row))]];
      return rules[part] === 'national' || part === 'none' || part === 'channels' ? [[part, value]] : [];
    }),
  );
};

const nationalRow = (part: keyof typeof rowRules, row: JsonRecord): JsonRecord => {
  const { key, fields } = rowRules[part];
  const owners: Readonly<Record<string, string | undefined>> = fields;
  return Object.fromEntries(
    Object.entries(row).filter(
      ([field, value]) =>
        (field === key || owners[field] === 'national' || keep(part, field)) &&
        !(isRecord(value) && own(value, 'vi') === ''),
    ),
  );
};

/** The province's to say of a row that it has; needed by a row that is new to it. */
const KEPT: Readonly<Record<string, readonly string[]>> = { fees: ['due'], checklist: ['required'] };
const keep = (part: string, field: string): boolean => KEPT[part]?.includes(field) === true;

/** Parts of which a version holds words that could not be structured: what is missing there may still be meant. */
export const incompleteParts = (open: readonly OpenPoint[]): readonly string[] => [
  ...new Set(
    open.flatMap(({ code, at, blocks }) =>
      blocks && (code === 'limit.not-determined' || code === 'fee.not-determined') ? [at.split('/')[2] ?? ''] : [],
    ),
  ),
];
