import { channelName, describeLimit, describeMinutes, type Limit } from '#engine/definition/index.ts';
import type { Graph } from '#engine/process/index.ts';
import type { Localized, Problem, Witness } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { enter, fails, passes, path, receive, task, usual } from '../example.ts';
import { limitMinutes } from '../limit-minutes.ts';
import * as say from '../messages.ts';
import { shownByRun, withWitness } from '../shown-by-run.ts';
import { isHumanStep } from '../steps.ts';
import type { Check, Subject } from '../subject.ts';
import { timedWays } from '../timed-ways.ts';
import type { Way } from '../ways.ts';

/** The slowest way through the process keeps the time limit, for every case × channel × level. */
export const workingTime: Check = {
  name: 'working-time',
  part: 'time',
  proves: both(
    'Đường dài nhất của quy trình nằm trong thời hạn theo quy định và cam kết, ở mọi trường hợp, kênh và cấp.',
    'The slowest path keeps the legal and the promised time limit, in every case, channel and level.',
  ),
  findings: {
    'process.time.over-legal': error(
      'Tổng thời gian vượt thời hạn theo quy định.',
      'The slowest path is over the legal limit.',
      law.time,
    ),
    'process.time.over-promised': error(
      'Tổng thời gian vượt thời hạn cam kết.',
      'The slowest path is over the promise.',
      law.time,
    ),
  },
  examples: [
    passes('Ba giờ trong ba ngày', 'Three hours of three days', { process: usual }),
    fails('process.time.over-legal', 'Bước ký bốn ngày', 'Four days for signing', {
      process:
        path('receive sign enter') +
        receive +
        task('sign', 'mc:act="sign" mc:produces="result:certificate" mc:duration="P4D"') +
        enter,
    }),
    fails('process.time.over-promised', 'Cam kết hai giờ', 'A promise of two hours', {
      process: usual,
      procedure: {
        timeLimits: [
          { id: 'all', legal: { value: 3, unit: 'working-day' }, promised: { value: 2, unit: 'working-hour' } },
        ],
      },
    }),
  ],
  run: (subject) => {
    const { procedure } = subject.release;
    const { graph } = subject.process;
    if (!graph) return [];
    const told = new Set<string>();
    return timedWays(procedure, graph).flatMap(({ way, row, time: { minutes, slowest } }) => {
      const path = `/procedure/timeLimits/${procedure.timeLimits.indexOf(row)}`;
      return [
        ...over(minutes, row.legal, way, `${path}/legal`, 'legal'),
        ...(row.promised ? over(minutes, row.promised, way, `${path}/promised`, 'promised') : []),
      ]
        .filter(({ path: place }) =>
          told.has(`${place} ${minutes}`) ? false : told.add(`${place} ${minutes}`) !== undefined,
        )
        .map((found) => withWitness(found, slowestRun(subject, graph, slowest, way)));
    });
  },
};

/** A dossier of that kind that goes the whole of the slowest way. */
const slowestRun = (subject: Subject, graph: Graph, slowest: readonly number[], way: Way): Witness | undefined => {
  const steps = slowest.flatMap((index) => graph.nodes[index] ?? []).filter(isHumanStep);
  const last = steps.at(-1);
  return last && shownByRun(subject, last, ({ elements }) => steps.every(({ id }) => elements.includes(id)), way);
};

const over = (
  minutes: number,
  limit: Limit,
  way: Way,
  path: string,
  kind: 'legal' | 'promised',
): readonly Problem[] => {
  const allowed = limitMinutes(limit);
  return allowed === undefined || minutes <= allowed
    ? []
    : [say.tooSlow(path, describeMinutes(minutes), describeLimit(limit), wayText(way), kind)];
};

const wayText = (way: Way): Localized => {
  const channel = channelName(way.channel);
  return way.case
    ? {
        vi: `, trường hợp "${way.case.name.vi}", nộp ${channel.vi}`,
        en: `, case "${way.case.name.en ?? way.case.name.vi}", ${channel.en ?? ''}`,
      }
    : { vi: `, nộp ${channel.vi}`, en: `, ${channel.en ?? ''}` };
};
