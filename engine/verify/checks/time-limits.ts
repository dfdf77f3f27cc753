import { channelName, type Limit, type Procedure } from '#engine/definition/index.ts';
import { limitFor } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { limitMinutes } from '../limit-minutes.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';
import { waysOf } from '../ways.ts';

/** Every case × channel × level has its time limit, and no promise is longer than the law. */
export const timeLimits: Check = {
  name: 'time-limits',
  run: ({ release: { procedure } }) => [...gaps(procedure), ...promises(procedure)],
};

const gaps = (procedure: Procedure): readonly Problem[] => {
  const told = new Set<string>();
  return waysOf(procedure).flatMap(({ case: one, channel, level }) => {
    if (limitFor(procedure, { channel, level, ...(one ? { case: one.id } : {}) })) return [];
    const key = `${one?.id ?? ''} ${channel}`;
    return told.has(key) ? [] : told.add(key) && [say.uncovered(one?.name, channelName(channel))];
  });
};

const promises = (procedure: Procedure): readonly Problem[] =>
  procedure.timeLimits.flatMap(({ legal, promised }, index) =>
    promised && longer(promised, legal) ? [say.promisedLonger(`/procedure/timeLimits/${index}/promised`)] : [],
  );

const longer = (promised: Limit, legal: Limit): boolean => {
  const one = limitMinutes(promised);
  const other = limitMinutes(legal);
  return one !== undefined && other !== undefined && one > other;
};
