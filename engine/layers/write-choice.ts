import { readLimitText } from '#engine/import/index.ts';
import { isList, isRecord, own, toJson, type Json } from './json.ts';
import type { LayerEntry } from './types.ts';

/** How a person may write a value of their own; undefined: only one of the two sides can be taken. */
export type Writing = 'text' | 'lines' | 'number' | 'limit';

const LIMITS = new Set(['legal', 'promised', 'extension']);

export const writingOf = ({ part, row, field, theirs, ours }: LayerEntry): Writing | undefined => {
  if (row !== undefined && field === undefined) return undefined;
  if (field !== undefined && LIMITS.has(field)) return 'limit';
  if (field === undefined && (part === 'conditions' || part === 'publicSteps')) return 'lines';
  const like = theirs ?? ours;
  if (typeof like === 'number') return 'number';
  return isRecord(like) && typeof own(like, 'vi') === 'string' ? 'text' : undefined;
};

/** What was typed as a value of the format; undefined: it cannot be read as one. */
export const readWritten = (entry: LayerEntry, words: string): Json | undefined => {
  const typed = words.normalize('NFC').trim();
  if (typed === '') return undefined;
  switch (writingOf(entry)) {
    case 'text':
      return { vi: typed };
    case 'number':
      return /^\d{1,12}$/.test(typed.replaceAll('.', '')) ? Number(typed.replaceAll('.', '')) : undefined;
    case 'limit': {
      const read = readLimitText(typed);
      const [only, second] = read.kind === 'read' ? read.rows : [];
      return only && !second ? toJson(only.limit) : undefined;
    }
    case 'lines': {
      const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ vi: line.trim() }]));
      return entry.part === 'publicSteps' ? lines.map((text) => ({ text })) : lines;
    }
    case undefined:
      return undefined;
  }
};

/** A value as lines of text, to begin writing from. */
export const linesOf = (value: Json | undefined): string =>
  isList(value) ? value.map((each) => (isRecord(each) ? textIn(own(each, 'text') ?? each) : '')).join('\n') : '';

const textIn = (value: Json): string => (isRecord(value) ? String(own(value, 'vi') ?? '') : '');
