import type { Problem } from '#engine/result/index.ts';
import { duplicateIds } from './ids.ts';
import * as say from './messages.ts';
import type { Procedure } from './schema/procedure.ts';

/**
 * What a schema cannot say: ids are unique, references lead somewhere, nothing contradicts itself.
 * Paths are JSON pointers into procedure.json.
 */
export const procedureRules = (procedure: Procedure): readonly Problem[] => [
  ...duplicateIds(procedure.cases, '/cases'),
  ...duplicateIds(procedure.timeLimits, '/timeLimits'),
  ...duplicateIds(procedure.fees, '/fees'),
  ...duplicateIds(procedure.checklist, '/checklist'),
  ...duplicateIds(procedure.results, '/results'),
  ...caseReferences(procedure),
  ...offeredChannels(procedure),
  ...coveredLevels(procedure),
  ...alternatives(procedure),
  ...feeTables(procedure),
  ...contradictions(procedure),
];

const caseReferences = (procedure: Procedure): readonly Problem[] => {
  const known = new Set((procedure.cases ?? []).map(({ id }) => id));
  const lists = {
    timeLimits: procedure.timeLimits,
    fees: procedure.fees,
    checklist: procedure.checklist,
    publicSteps: procedure.publicSteps,
  };
  return Object.entries(lists).flatMap(([part, rows]) =>
    (rows ?? []).flatMap((row, index) =>
      (row.cases ?? []).flatMap((id, position) =>
        known.has(id) ? [] : [say.unknownCase(`/${part}/${index}/cases/${position}`, id, [...known])],
      ),
    ),
  );
};

const offeredChannels = (procedure: Procedure): readonly Problem[] => {
  const offered = new Set(procedure.channels);
  const lists = { timeLimits: procedure.timeLimits, fees: procedure.fees, checklist: procedure.checklist };
  return Object.entries(lists).flatMap(([part, rows]) =>
    (rows ?? []).flatMap((row, index) =>
      (row.channels ?? []).flatMap((channel, position) =>
        offered.has(channel) ? [] : [say.channelNotOffered(`/${part}/${index}/channels/${position}`, channel)],
      ),
    ),
  );
};

const coveredLevels = (procedure: Procedure): readonly Problem[] => {
  const levels = new Set(procedure.levels);
  return procedure.timeLimits.flatMap((row, index) =>
    (row.levels ?? []).flatMap((level, position) =>
      levels.has(level) ? [] : [say.levelNotCovered(`/timeLimits/${index}/levels/${position}`, level)],
    ),
  );
};

const alternatives = (procedure: Procedure): readonly Problem[] => {
  const papers = procedure.checklist ?? [];
  return papers.flatMap(({ oneOf }, index) =>
    oneOf !== undefined && papers.filter((other) => other.oneOf === oneOf).length < 2
      ? [say.lonelyAlternative(`/checklist/${index}/oneOf`, oneOf)]
      : [],
  );
};

const feeTables = (procedure: Procedure): readonly Problem[] =>
  (procedure.fees ?? []).flatMap(({ amount }, index) =>
    typeof amount !== 'object'
      ? []
      : amount.rules.flatMap(({ when }, row) =>
          when.length === amount.inputs.length
            ? []
            : [say.tableWidth(`/fees/${index}/amount/rules/${row}/when`, when.length, amount.inputs.length)],
        ),
  );

const contradictions = (procedure: Procedure): readonly Problem[] => {
  const found: Problem[] = [];
  (procedure.none ?? []).forEach((part, index) => {
    if ((procedure[part] ?? []).length > 0) found.push(say.noneButFilled(`/none/${index}`, part));
  });
  (procedure.replaces ?? []).forEach((code, index) => {
    if (code === procedure.code) found.push(say.replacesItself(`/replaces/${index}`, code));
  });
  (procedure.timeLimits ?? []).forEach(({ cases, channels }, index) => {
    if (cases?.length === 0 || channels?.length === 0) found.push(say.emptySelection(`/timeLimits/${index}`));
  });
  return found;
};
