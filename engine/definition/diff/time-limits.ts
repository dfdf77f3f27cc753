import type { Localized } from '#engine/result/index.ts';
import { describeLimit, listText } from '../describe.ts';
import type { Change } from '../difference.ts';
import type { Procedure, TimeLimitRow } from '../schema/procedure.ts';
import { added, arrow, changed, english, match, removed, same, shorten, text } from './compare.ts';
import { scopeText, withScope } from './scope.ts';

const legalLabel = text('Thời hạn giải quyết', 'Time limit');
const promisedLabel = text('Thời hạn cam kết', 'Promised time limit');

/** Sentences such as "Thời hạn giải quyết (trực tuyến): 5 ngày làm việc → 3 ngày làm việc". */
export const timeLimitChanges = (before: Procedure, after: Procedure): readonly Change[] => {
  const matched = match(before.timeLimits, after.timeLimits, ({ id }) => id);
  return [
    ...matched.added.map((row) => {
      const label = withScope(legalLabel, scopeText(row, after));
      const limit = describeLimit(row.legal);
      return added(
        'time-limits',
        pathOf(row),
        text(`Thêm ${lower(label.vi)}: ${limit.vi}`, `New ${lower(english(label))}: ${english(limit)}`),
        row,
      );
    }),
    ...matched.removed.map((row) => {
      const label = withScope(legalLabel, scopeText(row, before));
      const limit = describeLimit(row.legal);
      return removed(
        'time-limits',
        pathOf(row),
        text(`Bỏ ${lower(label.vi)}: ${limit.vi}`, `${english(label)} removed: ${english(limit)}`),
        row,
      );
    }),
    ...matched.both.flatMap(([old, now]) => rowChanges(old, now, before, after)),
  ];
};

const pathOf = ({ id }: TimeLimitRow): string => `/timeLimits/${id}`;

const lower = (words: string): string => words.charAt(0).toLocaleLowerCase('vi') + words.slice(1);

const nothing: Localized = { vi: 'không có', en: 'none' };

const rowChanges = (old: TimeLimitRow, now: TimeLimitRow, before: Procedure, after: Procedure): readonly Change[] => {
  const scope = scopeText(now, after);
  const path = pathOf(now);
  const found: Change[] = [];
  if (!same(old.legal, now.legal)) {
    found.push(
      changed(
        'time-limits',
        `${path}/legal`,
        arrow(withScope(legalLabel, scope), describeLimit(old.legal), describeLimit(now.legal)),
        old.legal,
        now.legal,
      ),
    );
  }
  if (!same(old.promised, now.promised)) {
    const was = old.promised ? describeLimit(old.promised) : nothing;
    const is = now.promised ? describeLimit(now.promised) : nothing;
    found.push(
      changed(
        'time-limits',
        `${path}/promised`,
        arrow(withScope(promisedLabel, scope), was, is),
        old.promised,
        now.promised,
      ),
    );
  }
  if (!same([old.cases, old.channels, old.levels], [now.cases, now.channels, now.levels])) {
    const everything = text('tất cả', 'everything');
    const was = scopeText(old, before);
    const is = scope;
    const label = text(
      `Thời hạn ${describeLimit(now.legal).vi} áp dụng cho`,
      `The limit of ${english(describeLimit(now.legal))} applies to`,
    );
    found.push(
      changed(
        'time-limits',
        `${path}/scope`,
        arrow(label, was.vi ? was : everything, is.vi ? is : everything),
        scopeOf(old),
        scopeOf(now),
      ),
    );
  }
  if (!same(old.extension, now.extension)) {
    const was = old.extension ? describeLimit(old.extension) : nothing;
    const is = now.extension ? describeLimit(now.extension) : nothing;
    found.push(
      changed(
        'time-limits',
        `${path}/extension`,
        arrow(withScope(text('Thời gian được gia hạn', 'Extension allowed'), scope), was, is),
        old.extension,
        now.extension,
      ),
    );
  }
  if (!same(old.excluded, now.excluded)) {
    const list = (row: TimeLimitRow): Localized => (row.excluded?.length ? shorten(listText(row.excluded)) : nothing);
    found.push(
      changed(
        'time-limits',
        `${path}/excluded`,
        arrow(withScope(text('Thời gian không tính', 'Time that does not count'), scope), list(old), list(now)),
        old.excluded,
        now.excluded,
      ),
    );
  }
  if (!same(old.note, now.note)) {
    found.push(
      changed(
        'time-limits',
        `${path}/note`,
        arrow(
          withScope(text('Ghi chú thời hạn', 'Note on the time limit'), scope),
          shorten(old.note ?? nothing),
          shorten(now.note ?? nothing),
        ),
        old.note,
        now.note,
      ),
    );
  }
  return found;
};

const scopeOf = ({ cases, channels, levels }: TimeLimitRow): unknown => ({ cases, channels, levels });
