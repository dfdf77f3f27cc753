import type { GraphNode } from '#engine/process/index.ts';
import type { Procedure } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { both, error, law } from '../describe.ts';
import { enter, fails, passes, path, receive, sign, usual } from '../example.ts';
import * as say from '../messages.ts';
import { holdersOf, isStaffed, placeOf, receivingUnits } from '../people.ts';
import { elementPath, humanSteps, stepName } from '../steps.ts';
import { shownAtUnit, shownByRun, standsAt, withWitness } from '../shown-by-run.ts';
import type { Check, RoleHolder, Subject, VerifyUnit } from '../subject.ts';

const commune = { code: 'H02.1', level: 'commune', counter: true } as const;

const staff = (held: string): readonly RoleHolder[] => held.split(' ').map((role) => ({ unit: 'H02.1', role }));

export const roles: readonly string[] = [
  'clerk',
  'officer',
  'head',
  'leader',
  'office',
  'office-approver',
  'agency-author',
  'admin',
];

/** Every step says which role at which unit does it, and at every unit concerned somebody holds it. */
export const executors: Check = {
  name: 'executors',
  part: 'people',
  proves: both(
    'Mỗi bước nêu rõ vai trò và đơn vị; ở mọi đơn vị tiếp nhận đều có người giữ vai trò đó, hôm nay và vào ngày hiệu lực.',
    'Every step says role and unit; at every receiving unit somebody holds the role, today and on the day of effect.',
  ),
  findings: {
    'process.task.no-role': error('Bước chưa ghi vai trò.', 'A step has no role.'),
    'process.task.no-unit': error('Bước chưa ghi đơn vị.', 'A step has no unit.'),
    'process.task.unknown-role': error('Vai trò không có trong hệ thống.', 'A role does not exist.'),
    'process.task.nobody': error(
      'Có đơn vị không ai giữ vai trò của bước.',
      'At some unit nobody holds the role.',
      law.counter,
    ),
    'release.unit.unknown': error('Không có đơn vị đó.', 'There is no such unit.'),
    'release.receiving.nobody': error('Không bộ phận một cửa nào tiếp nhận.', 'No counter takes it in.', law.counter),
  },
  examples: [
    passes('Đủ người', 'Everybody is there', {
      process: usual,
      context: { units: [commune], people: staff('officer leader') },
    }),
    fails('process.task.nobody', 'Chưa có người ký', 'Nobody to sign', {
      process: usual,
      context: { units: [commune], people: staff('officer') },
    }),
    fails('process.task.nobody', 'Hôm nay chưa có người ký', 'Nobody to sign today', {
      process: usual,
      context: { units: [commune], people: staff('officer leader'), peopleToday: staff('officer') },
    }),
    fails('release.receiving.nobody', 'Đơn vị không có bộ phận một cửa', 'A unit without a counter', {
      process: usual,
      context: { units: [{ ...commune, counter: false }] },
    }),
    fails('process.task.unknown-role', 'Vai trò lạ', 'A role that is not known', {
      process: usual.replace('mc:role="leader"', 'mc:role="king"'),
    }),
    fails(['process.task.no-role', 'process.task.no-unit'], 'Bước không có người', 'A step without anybody', {
      process: `${path('receive note sign enter')}${receive}${sign}${enter}<userTask id="note"/>`,
    }),
    fails('release.unit.unknown', 'Đơn vị không có', 'A unit that is not there', {
      process: usual,
      procedure: {
        authority: { deciding: { name: { vi: 'Sở' }, unit: 'unit:H02.X' }, receiving: [{ level: 'commune' }] },
      },
      context: { units: [commune] },
    }),
  ],
  run: (subject) => {
    const { context } = subject;
    const { procedure } = subject.release;
    const { graph } = subject.process;
    const receiving = context.units ? receivingUnits(procedure, context.units) : undefined;
    return [
      ...(receiving?.length === 0 ? [say.noReceivingUnit()] : []),
      ...namedUnits(procedure, context.units),
      ...(graph
        ? humanSteps(graph).flatMap((node) => [
            ...settingsProblems(node).map((found) =>
              withWitness(
                found,
                shownByRun(subject, node, (run) => standsAt(run, node)),
              ),
            ),
            ...peopleProblems(subject, node, receiving),
          ])
        : []),
    ];
  },
  fix: ({ code, path: place }, { release }) =>
    code === 'process.task.no-unit' && release.process !== undefined
      ? {
          label: both('Giao cho đơn vị tiếp nhận.', 'Give it to the receiving unit.'),
          edits: [{ element: place.replace('/process/', ''), attribute: 'mc:unit', to: 'receiving' }],
        }
      : undefined,
};

const settingsProblems = (node: GraphNode): readonly Problem[] => {
  const { role, unit } = node.settings;
  const path = elementPath(node);
  const name = stepName(node);
  const problems: Problem[] = [];
  if (role === undefined) problems.push(say.noExecutor(path, name, 'role'));
  else if (!roles.includes(role)) problems.push(say.unknownRole(path, name, role, roles));
  if (unit === undefined) problems.push(say.noExecutor(path, name, 'unit'));
  return problems;
};

const namedUnits = ({ authority }: Procedure, units: readonly VerifyUnit[] | undefined): readonly Problem[] => {
  if (!units) return [];
  const known = new Set(units.map(({ code }) => code));
  const problems: Problem[] = [];
  const look = (unit: string | undefined, path: string): void => {
    if (unit !== undefined && !known.has(unit)) problems.push(say.unknownUnit(path, unit));
  };
  look(/^unit:(.+)$/.exec(authority.deciding.unit)?.[1], '/procedure/authority/deciding/unit');
  authority.receiving.forEach(({ unit }, index) => look(unit, `/procedure/authority/receiving/${index}/unit`));
  authority.coordinating?.forEach(({ unit }, index) => look(unit, `/procedure/authority/coordinating/${index}/unit`));
  return problems;
};

const peopleProblems = (
  subject: Subject,
  node: GraphNode,
  receiving: readonly VerifyUnit[] | undefined,
): readonly Problem[] => {
  const { context } = subject;
  const { procedure } = subject.release;
  const { role, unit } = node.settings;
  const { units, people, peopleToday } = context;
  if (role === undefined || unit === undefined || !units || !receiving) return [];
  const named = /^unit:(.+)$/.exec(unit)?.[1];
  if (named !== undefined && !units.some(({ code }) => code === named))
    return [say.unknownUnit(elementPath(node), named)];
  const places = [...new Set(receiving.flatMap((from) => placeOf(unit, from, procedure) ?? []))];
  /** Shown by a dossier that comes to a place where nobody is. */
  const emptyPosts = (holders: readonly RoleHolder[], at: readonly string[], when: 'then' | 'today') => {
    const [empty = [], told] = postsWithout(node, role, holders, at, when);
    const from = receiving.find((one) => empty.includes(placeOf(unit, one, procedure) ?? ''));
    return told ? [withWitness(told, shownAtUnit(subject, node, from))] : [];
  };
  return [
    ...(people ? emptyPosts(people, places, 'then') : []),
    ...(peopleToday
      ? emptyPosts(
          peopleToday,
          // A unit that has nobody at all today is not open yet.
          places.filter((place) => isStaffed(peopleToday, place)),
          'today',
        )
      : []),
  ];
};

/** Places where nobody holds the role, and what is said of them. */
const postsWithout = (
  node: GraphNode,
  role: string,
  people: readonly RoleHolder[],
  places: readonly string[],
  when: 'then' | 'today',
): readonly [empty: readonly string[], told: Problem] | readonly [] => {
  const empty = places.filter((place) => holdersOf(people, place, role).size === 0);
  if (empty.length === 0) return [];
  const told = say.nobody(elementPath(node), stepName(node), role, empty, places.length, when);
  // Where nobody has been entered anywhere yet, it is a reminder: people may come after the procedure.
  return [empty, places.some((place) => isStaffed(people, place)) ? told : { ...told, severity: 'warning' }];
};
