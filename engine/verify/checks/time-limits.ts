import { channelName, type Channel, type Limit, type Procedure, type TimeLimitRow } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { limitMinutes } from '../limit-minutes.ts';
import * as say from '../messages.ts';
import type { Check } from '../subject.ts';

/** Every case × channel × level has its time limit, and no promise is longer than the law. */
export const timeLimits: Check = {
  name: 'time-limits',
  run: ({ release: { procedure } }) => [...gaps(procedure), ...promises(procedure)],
};

export const appliesTo = (row: TimeLimitRow, caseId: string | undefined, channel: Channel): boolean =>
  (row.cases === undefined || (caseId !== undefined && row.cases.includes(caseId))) && (row.channels === undefined || row.channels.includes(channel));

const gaps = (procedure: Procedure): readonly Problem[] => {
  const cases = procedure.cases?.length ? procedure.cases : [undefined];
  return cases.flatMap((one) =>
    procedure.channels.flatMap((channel) =>
      procedure.levels.every((level) => procedure.timeLimits.some((row) => appliesTo(row, one?.id, channel) && (row.levels?.includes(level) ?? true)))
        ? []
        : [say.uncovered(one?.name, channelName(channel))],
    ),
  );
};

const promises = (procedure: Procedure): readonly Problem[] =>
  procedure.timeLimits.flatMap(({ legal, promised }, index) => (promised && longer(promised, legal) ? [say.promisedLonger(`/procedure/timeLimits/${index}/promised`)] : []));

const longer = (promised: Limit, legal: Limit): boolean => {
  const one = limitMinutes(promised);
  const other = limitMinutes(legal);
  return one !== undefined && other !== undefined && one > other;
};
