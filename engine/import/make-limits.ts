import type { TimeLimitRow } from '#engine/definition/index.ts';
import type { Cases } from './make-cases.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { idMaker, tidy } from './numbers.ts';
import { readLimitText, type LimitText } from './read-limit.ts';
import type { SourceLimit } from './source.ts';
import type { Count } from './types.ts';

const read = ({ given, words, unusable }: SourceLimit): LimitText =>
  unusable ? { kind: 'not-determined' } : given ? { kind: 'read', rows: [{ limit: given }] } : readLimitText(words);

/** The words of cases that a cell "Thời hạn" itself tells apart. */
export const casesInLimits = (limits: readonly SourceLimit[]): readonly { words: string; from: string }[] =>
  limits.flatMap((each) => {
    const text = read(each);
    return text.kind === 'read'
      ? text.rows.flatMap(({ when }) => (when === undefined ? [] : [{ words: when, from: each.from }]))
      : [];
  });

/** Rows that say the same of several channels become one. */
const same = (left: TimeLimitRow, right: TimeLimitRow): boolean =>
  JSON.stringify([left.legal, left.cases, left.extension, left.note]) ===
  JSON.stringify([right.legal, right.cases, right.extension, right.note]);

export const makeLimits = (
  given: readonly SourceLimit[],
  cases: Cases,
  notes: Notes,
): { readonly rows: TimeLimitRow[]; readonly count: Count } => {
  const rows: TimeLimitRow[] = [];
  const idOf = idMaker();
  const count = { stated: 0, structured: 0, conditional: 0, silent: 0 };
  for (const each of given) {
    const text = read(each);
    if (text.kind === 'silent') {
      count.silent += 1;
      continue;
    }
    const unitless = /^\d+([.,]\d+)?$/.test(each.words.trim());
    if (text.kind === 'not-determined') {
      if (unitless) count.silent += 1;
      else count.stated += 1;
      notes.leaveOpen(
        '/procedure/timeLimits',
        'limit.not-determined',
        unitless ? open.limitUnit() : open.limit(),
        true,
        [each.case, each.words, each.note].filter(Boolean).join(' – '),
      );
      notes.origin('/procedure/timeLimits', 'source', each.from, each.words);
      continue;
    }
    count.stated += 1;
    count.structured += 1;
    for (const { limit, when, extension } of text.rows) {
      const place = cases.placeOf(when ?? each.case, each.channels);
      const note = tidy([each.given ? '' : text.rest, each.note].filter(Boolean).join('; '));
      const row: TimeLimitRow = {
        id: 'row',
        ...place,
        legal: limit,
        ...(extension ? { extension } : {}),
        ...(note ? { note: { vi: note } } : {}),
      };
      const twin = rows.findIndex((other) => same(other, row) && other.channels && row.channels);
      const before = rows[twin];
      if (before?.channels && row.channels) {
        rows[twin] = { ...before, channels: [...new Set([...before.channels, ...row.channels])] };
        notes.origin(`/procedure/timeLimits/${twin}`, each.given ? 'source' : 'read', each.from, each.words);
        continue;
      }
      const at = `/procedure/timeLimits/${rows.length}`;
      rows.push({ ...row, id: idOf(place.cases?.[0] ?? place.channels?.[0] ?? 'all', `limit-${rows.length + 1}`) });
      notes.origin(at, each.given ? 'source' : 'read', each.from, each.words);
      if (text.rest) notes.leaveOpen(at, 'limit.not-determined', open.limitRest(), false, text.rest);
    }
  }
  return { rows: withoutNeedlessChannels(rows), count };
};

/** One row for the channels it was read under, and no other row: it holds for all that the procedure offers. */
const withoutNeedlessChannels = (rows: TimeLimitRow[]): TimeLimitRow[] => {
  const [only] = rows;
  if (rows.length !== 1 || !only?.channels || only.channels.length < 2) return rows;
  const { channels: _, ...rest } = only;
  return [rest];
};
