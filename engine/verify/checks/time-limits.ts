import { channelName, type Limit, type Procedure } from '#engine/definition/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { fails, passes } from '../example.ts';
import { limitMinutes } from '../limit-minutes.ts';
import * as say from '../messages.ts';
import { dossierOfWay, withWitness } from '../shown-by-run.ts';
import type { Check, Subject } from '../subject.ts';
import { waysOf } from '../ways.ts';

/** Every case × channel × level has its time limit, and no promise is longer than the law. */
export const timeLimits: Check = {
  name: 'time-limits',
  part: 'time',
  proves: both(
    'Mỗi trường hợp, kênh và cấp đều có thời hạn; không cam kết nào dài hơn luật.',
    'Every case, channel and level has a time limit; no promise is longer than the law.',
  ),
  findings: {
    'release.time-limit.gap': error(
      'Có loại hồ sơ không có thời hạn.',
      'Some kind of dossier has no time limit.',
      law.parts,
    ),
    'release.time-limit.promised-longer': error(
      'Cam kết dài hơn thời hạn theo quy định.',
      'The promise is longer than the law.',
      law.time,
    ),
  },
  examples: [
    passes('Một thời hạn chung', 'One limit for all', {}),
    fails('release.time-limit.gap', 'Chỉ có thời hạn khi nộp trực tiếp', 'A limit for the counter only', {
      procedure: { timeLimits: [{ id: 'all', channels: ['counter'], legal: { value: 3, unit: 'working-day' } }] },
    }),
    fails('release.time-limit.promised-longer', 'Cam kết 5 ngày, luật 3 ngày', 'Five days promised, three by law', {
      procedure: {
        timeLimits: [
          { id: 'all', legal: { value: 3, unit: 'working-day' }, promised: { value: 5, unit: 'working-day' } },
        ],
      },
    }),
  ],
  run: (subject) => [...gaps(subject), ...promises(subject)],
  fix: ({ code, path }) =>
    code === 'release.time-limit.promised-longer'
      ? { label: both('Bỏ cam kết.', 'Take the promise out.'), edits: [{ remove: path }] }
      : undefined,
};

const gaps = (subject: Subject): readonly Problem[] => {
  const { procedure } = subject.release;
  const told = new Set<string>();
  return waysOf(procedure).flatMap((way) => {
    const { case: one, channel, level } = way;
    if (limitFor(procedure, { channel, level, ...(one ? { case: one.id } : {}) })) return [];
    const key = `${one?.id ?? ''} ${channel}`;
    if (told.has(key)) return [];
    told.add(key);
    return [withWitness(say.uncovered(one?.name, channelName(channel)), dossierOfWay(subject, way))];
  });
};

const promises = (subject: Subject): readonly Problem[] => {
  const { procedure } = subject.release;
  return procedure.timeLimits.flatMap((row, index) => {
    if (!row.promised || !longer(row.promised, row.legal)) return [];
    const way = waysOf(procedure).find(
      ({ case: one, channel, level }) =>
        limitFor(procedure, { channel, level, ...(one ? { case: one.id } : {}) }) === row,
    );
    const told = say.promisedLonger(`/procedure/timeLimits/${index}/promised`);
    return [withWitness(told, way && dossierOfWay(subject, way))];
  });
};

const longer = (promised: Limit, legal: Limit): boolean => {
  const one = limitMinutes(promised);
  const other = limitMinutes(legal);
  return one !== undefined && other !== undefined && one > other;
};
