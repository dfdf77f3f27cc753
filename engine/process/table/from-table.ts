import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import { processBuilder, type ProcessBuilder, type StepSettings } from '../generate/build.ts';
import { drawProcess } from '../layout/draw.ts';
import { said } from '../messages.ts';
import type { ParsedProcess } from '../parse/model.ts';
import { taskActs, type TaskAct } from '../types.ts';
import { writeProcess } from '../write.ts';
import type { StepRow, StepTable } from './model.ts';
import { minutesOfText } from './time-text.ts';

export const END = 'end';

/** BPMN XML with a diagram of the process that the table describes; refused when a row points to nothing or cannot be read. */
export const fromStepTable = (table: StepTable): Result<string> => {
  const process = processOfTable(table);
  return process.ok ? ok(writeProcess(process.value, drawProcess(process.value))) : process;
};

/** One row, or several rows side by side. */
interface Group {
  readonly id: string;
  readonly rows: readonly StepRow[];
  /** Group that follows, or `end`. */
  readonly next: string;
}

export const processOfTable = (table: StepTable): Result<ParsedProcess> => {
  const problems = checkRows(table.rows);
  if (problems.length > 0) return fail(...problems);
  const laneOf = lanesOf(table.rows);
  const workers = new Map(table.rows.map((row) => [laneOf(row), row]));
  const lanes = [...workers].map(([id, row]) => ({ id, name: laneName(row), role: row.who, unit: unitOf(row) }));
  const build = processBuilder(
    { id: table.id ?? 'process', name: table.name, onTheSpot: table.onTheSpot ?? false },
    lanes,
  );
  const groups = groupsOf(table.rows);
  const [first] = groups;
  if (!first) return fail(said.emptyTable());

  const ways = waysBetween(groups);
  const arrivals = new Map<string, number>([[first.id, 1]]);
  for (const way of ways) arrivals.set(way.to, (arrivals.get(way.to) ?? 0) + 1);
  const doorOf = (id: string): string =>
    id !== END && (arrivals.get(id) ?? 0) > 1 ? `before-${id}` : entryOf(groups, id);

  build.node('startEvent', 'start', '', laneOf(first.rows[0]));
  build.flow('start', doorOf(first.id));
  for (const group of groups) addGroup({ build, laneOf }, group, doorOf, (arrivals.get(group.id) ?? 0) > 1);
  build.node('endEvent', END, '', laneOf(groups.at(-1)?.rows.at(-1)));
  return ok(build.build());
};

type LaneOf = (row: StepRow | undefined) => string;

/** A lane for each role, unit and performer; performers of one role are told apart by a number. */
const lanesOf = (rows: readonly StepRow[]): LaneOf => {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  const keyOf = (row: StepRow): string => JSON.stringify([row.who, unitOf(row), laneName(row)]);
  for (const row of rows) {
    if (ids.has(keyOf(row))) continue;
    const plain = `lane-${row.who}-${unitOf(row)}`.replace(/[^A-Za-z0-9.-]/g, '-');
    let id = plain;
    for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
    taken.add(id);
    ids.set(keyOf(row), id);
  }
  return (row) => (row ? (ids.get(keyOf(row)) ?? '') : '');
};

interface Drawing {
  readonly build: ProcessBuilder;
  readonly laneOf: LaneOf;
}

const unitOf = (row: StepRow): string => row.unit ?? (row.who === 'clerk' ? 'receiving' : 'deciding');
const LANES: Readonly<Record<string, string>> = {
  clerk: 'Bộ phận Một cửa',
  officer: 'Công chức chuyên môn',
  head: 'Trưởng phòng',
  leader: 'Lãnh đạo',
  office: 'Văn phòng',
};
/** Name of the lane of a role nobody gave another name. */
export const standardPerformer = (who: string): string => LANES[who] ?? who;
const laneName = (row: StepRow): string => row.performer ?? standardPerformer(row.who);

const checkRows = (rows: readonly StepRow[]): readonly Problem[] => {
  const ids = rows.map((row) => row.step);
  const known = new Set([...ids, END]);
  return rows.flatMap((row, index) => {
    const targets = [row.next, ...(row.outcomes ?? []).map((outcome) => outcome.next)].flatMap(
      (target) => target ?? [],
    );
    return [
      ...(/^[A-Za-z_][\w-]*$/.test(row.step) && row.step !== END && row.step !== 'start'
        ? []
        : [said.badStep(row.step)]),
      ...(ids.indexOf(row.step) === index ? [] : [said.duplicateId(row.step)]),
      ...targets.filter((target) => !known.has(target)).map((target) => said.unknownStep(row.step, target)),
      ...(row.time !== undefined && minutesOfText(row.time) === undefined
        ? [said.badDuration(row.step, row.time)]
        : []),
      ...(row.act !== undefined && !isAct(row.act) ? [said.badAct(row.step, row.act)] : []),
      ...(row.parallel !== undefined &&
      (row.next !== undefined || row.outcomes?.some((outcome) => outcome.next !== undefined))
        ? [said.parallelNext(row.step)]
        : []),
    ];
  });
};

const isAct = (value: string): value is TaskAct => (taskActs as readonly string[]).includes(value);

const groupsOf = (rows: readonly StepRow[]): readonly Group[] => {
  const parts: StepRow[][] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (row.parallel !== undefined && last?.[0]?.parallel === row.parallel) last.push(row);
    else parts.push([row]);
  }
  const idOf = (part: readonly StepRow[] | undefined): string => part?.[0]?.step ?? END;
  return parts.map((part, index) => ({ id: idOf(part), rows: part, next: part[0]?.next ?? idOf(parts[index + 1]) }));
};

interface Way {
  readonly to: string;
}

/** Every arrival at a group from another. */
const waysBetween = (groups: readonly Group[]): readonly Way[] =>
  groups.flatMap((group): readonly Way[] => {
    const [row] = group.rows;
    const jumps =
      group.rows.length === 1
        ? (row?.outcomes ?? []).flatMap((outcome) => (outcome.next === undefined ? [] : [{ to: outcome.next }]))
        : [];
    const skips = group.rows.length === 1 && row?.condition !== undefined ? [{ to: group.next }] : [];
    return [...skips, ...jumps, ...(everyOutcomeJumps(row) ? [] : [{ to: group.next }])];
  });

const everyOutcomeJumps = (row: StepRow | undefined): boolean =>
  row?.outcomes !== undefined && row.outcomes.length > 0 && row.outcomes.every((outcome) => outcome.next !== undefined);

const entryOf = (groups: readonly Group[], id: string): string => {
  const group = groups.find((candidate) => candidate.id === id);
  if (!group) return END;
  if (group.rows.length > 1) return `fork-${id}`;
  return group.rows[0]?.condition === undefined ? id : `if-${id}`;
};

const addGroup = (drawing: Drawing, group: Group, doorOf: (id: string) => string, merged: boolean): void => {
  const [row] = group.rows;
  if (!row) return;
  const { build, laneOf } = drawing;
  const lane = laneOf(row);
  const entry = group.rows.length > 1 ? `fork-${group.id}` : row.condition === undefined ? group.id : `if-${group.id}`;
  if (merged) {
    build.node('exclusiveGateway', `before-${group.id}`, '', lane);
    build.flow(`before-${group.id}`, entry);
  }
  if (group.rows.length === 1) {
    addConditional(drawing, row, doorOf(group.next));
    return addExits(drawing, row, doorOf(group.next), doorOf);
  }
  build.node('parallelGateway', `fork-${group.id}`, '', lane);
  for (const each of group.rows) {
    build.flow(`fork-${group.id}`, each.condition === undefined ? each.step : `if-${each.step}`);
    addConditional(drawing, each, `join-${group.id}`, true);
  }
  build.node('parallelGateway', `join-${group.id}`, '', lane);
  build.flow(`join-${group.id}`, doorOf(group.next));
};

/** The task, with a gateway before it that passes it by when its condition does not hold. */
const addConditional = ({ build, laneOf }: Drawing, row: StepRow, past: string, inBranch = false): void => {
  const lane = laneOf(row);
  const skip = inBranch && row.condition !== undefined ? `past-${row.step}` : past;
  if (row.condition !== undefined) {
    build.node('exclusiveGateway', `if-${row.step}`, '', lane);
    build.flow(`if-${row.step}`, row.step, { condition: row.condition });
    build.flow(`if-${row.step}`, skip, { byDefault: true });
  }
  build.node('userTask', row.step, row.name, lane, settingsOf(row));
  if (!inBranch) return;
  if (row.condition !== undefined) {
    build.node('exclusiveGateway', `past-${row.step}`, '', lane);
    build.flow(`past-${row.step}`, past);
  }
  build.flow(row.step, skip);
};

/** A gateway behind the task when its outcomes lead to different places. */
const addExits = ({ build, laneOf }: Drawing, row: StepRow, next: string, doorOf: (id: string) => string): void => {
  const jumps = (row.outcomes ?? []).filter((outcome) => outcome.next !== undefined);
  if (jumps.length === 0) return build.flow(row.step, next);
  const gateway = `after-${row.step}`;
  build.node('exclusiveGateway', gateway, '', laneOf(row));
  build.flow(row.step, gateway);
  const last = everyOutcomeJumps(row) ? jumps.at(-1) : undefined;
  for (const outcome of jumps) {
    const given =
      outcome === last
        ? { name: outcome.name, byDefault: true }
        : { name: outcome.name, condition: `outcome.${row.step} = "${outcome.id}"` };
    build.flow(gateway, doorOf(outcome.next ?? END), given);
  }
  if (!last) build.flow(gateway, next, { byDefault: true });
};

const words = (text: string | undefined): readonly string[] => (text ?? '').split(/\s+/).filter((word) => word !== '');

const settingsOf = (row: StepRow): StepSettings => {
  const minutes = row.time === undefined ? undefined : minutesOfText(row.time);
  return {
    outcomes: (row.outcomes ?? []).map((outcome) => ({ id: outcome.id, name: { vi: outcome.name } })),
    produces: words(row.product),
    requires: words(row.requires),
    ...(minutes === undefined ? {} : { minutes }),
    ...(row.act !== undefined && isAct(row.act) ? { act: row.act } : {}),
    ...(row.form === undefined ? {} : { form: row.form }),
    ...(row.deliverable === undefined ? {} : { deliverable: row.deliverable }),
  };
};
