import { channelName, type TimeLimitRow } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, warning } from '../describe.ts';
import { fails, passes } from '../example.ts';
import * as say from '../logic-messages.ts';
import { dossierOfWay, withWitness } from '../shown-by-run.ts';
import type { Check } from '../subject.ts';
import { waysOf, type Way } from '../ways.ts';

/** No two rows of time limits are as specific as each other for one kind of dossier and say different things; none is never used. */
export const limitRows: Check = {
  name: 'limit-rows',
  part: 'time',
  proves: both(
    'Không có hai dòng thời hạn trái nhau cùng áp dụng, không dòng nào thừa.',
    'No two rows of time limits apply and differ; none is never used.',
  ),
  findings: {
    'release.time-limit.overlap': error(
      'Hai dòng thời hạn trái nhau cùng áp dụng.',
      'Two time limits apply and differ.',
    ),
    'release.time-limit.unused': warning('Dòng thời hạn không bao giờ được dùng.', 'A time limit is never used.'),
  },
  examples: [
    passes('Một dòng', 'One row', {}),
    fails('release.time-limit.overlap', 'Hai dòng chung khác nhau', 'Two general rows that differ', {
      procedure: {
        timeLimits: [
          { id: 'one', legal: { value: 3, unit: 'working-day' } },
          { id: 'other', legal: { value: 5, unit: 'working-day' } },
        ],
      },
    }),
    fails(
      'release.time-limit.unused',
      'Dòng chung bị các dòng riêng che hết',
      'A general row behind rows for every channel',
      {
        procedure: {
          timeLimits: [
            { id: 'one', channels: ['counter', 'online'], legal: { value: 3, unit: 'working-day' } },
            { id: 'other', legal: { value: 5, unit: 'working-day' } },
          ],
        },
      },
    ),
  ],
  run: (subject) => {
    const { procedure } = subject.release;
    const rows = procedure.timeLimits;
    const used = new Set<TimeLimitRow>();
    const problems: Problem[] = [];
    const told = new Set<string>();
    for (const way of waysOf(procedure)) {
      const fitting = rows.filter((row) => concerns(row, way));
      const most = Math.max(...fitting.map(weight));
      const [first, ...others] = fitting.filter((row) => weight(row) === most);
      if (!first) continue;
      used.add(first);
      const other = others.find((row) => saying(row) !== saying(first));
      const key = other ? `${first.id} ${other.id}` : '';
      if (!other || told.has(key)) continue;
      told.add(key);
      problems.push(
        withWitness(
          say.limitOverlap(
            `/procedure/timeLimits/${rows.indexOf(other)}`,
            first.id,
            other.id,
            way.case?.name,
            channelName(way.channel),
          ),
          dossierOfWay(subject, way),
        ),
      );
      used.add(other);
    }
    rows.forEach((row, index) => {
      if (!used.has(row)) problems.push(say.limitUnused(`/procedure/timeLimits/${index}`, row.id));
    });
    return problems;
  },
  fix: ({ code, path }) =>
    code === 'release.time-limit.unused'
      ? { label: both('Bỏ dòng này.', 'Remove the row.'), edits: [{ remove: path }] }
      : undefined,
};

const fits = <Value>(allowed: readonly Value[] | undefined, value: Value | undefined): boolean =>
  allowed === undefined || allowed.length === 0 || (value !== undefined && allowed.includes(value));

const concerns = (row: TimeLimitRow, way: Way): boolean =>
  fits(row.cases, way.case?.id) && fits(row.channels, way.channel) && fits(row.levels, way.level);

/** As `limitFor` weighs them: the case first, then the channel, then the level. */
const weight = (row: TimeLimitRow): number =>
  (row.cases?.length ? 4 : 0) + (row.channels?.length ? 2 : 0) + (row.levels?.length ? 1 : 0);

const saying = ({ legal, promised, extension }: TimeLimitRow): string => JSON.stringify([legal, promised, extension]);
