import { channelName, describeLimit, describeMinutes, type Limit } from '#engine/definition/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import { longestPathMinutes } from '#engine/process/index.ts';
import type { Localized, Problem } from '#engine/result/index.ts';
import { limitMinutes } from '../limit-minutes.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';
import { restrict, waysOf, type Way } from '../ways.ts';

/** The slowest way through the process keeps the time limit, for every case × channel × level. */
export const workingTime: Check = {
  name: 'working-time',
  run: ({ release: { procedure }, process: { graph } }) => {
    if (!graph) return [];
    const told = new Set<string>();
    return waysOf(procedure).flatMap((way) => {
      const row = limitFor(procedure, {
        channel: way.channel,
        level: way.level,
        ...(way.case ? { case: way.case.id } : {}),
      });
      if (!row) return [];
      const minutes = longestPathMinutes(restrict(graph, way));
      const path = `/procedure/timeLimits/${procedure.timeLimits.indexOf(row)}`;
      return [
        ...over(minutes, row.legal, way, `${path}/legal`, 'legal'),
        ...(row.promised ? over(minutes, row.promised, way, `${path}/promised`, 'promised') : []),
      ].filter(({ path: place }) =>
        told.has(`${place} ${minutes}`) ? false : told.add(`${place} ${minutes}`) !== undefined,
      );
    });
  },
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
