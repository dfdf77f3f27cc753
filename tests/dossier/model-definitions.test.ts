import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, compileCalendar, type WorkingCalendar } from '#engine/clock/index.ts';
import {
  prepareRelease,
  type Actor,
  type DossierCommand,
  type PreparedRelease,
  type Role,
  type UnitDirectory,
} from '#engine/dossier/index.ts';
import { effectiveCase, possibleCases, type Facts } from '#engine/form/index.ts';
import { fillAnswers } from '#seeds/answers.ts';
import { papersFor } from '#seeds/dossiers/papers.ts';
import { definitions } from '../seeds/stage.ts';
import { file } from './fixture.ts';
import { move, tell, type StoryWorld } from './random-story.ts';

const DAY = '2021-07-05';
const ROLES: readonly Role[] = ['clerk', 'officer', 'head', 'leader'];
const units = new Map(definitions.units.map((unit) => [unit.code, unit]));

const directory: UnitDirectory = {
  resolve: (rule, receiving) => {
    if (rule === 'receiving') return receiving;
    const code = rule === 'parent' ? units.get(receiving)?.parent : rule.replace(/^unit:/, '');
    return code !== undefined && units.has(code) ? code : undefined;
  },
  level: (code) => units.get(code)?.level,
};

/** The first unit whose counter takes it in. */
const counterOf = ({ release }: PreparedRelease): string => {
  const { receiving } = release.procedure.authority;
  const found = definitions.units.find(
    (unit) => unit.counter && receiving.some(({ level, unit: named }) => named === unit.code || level === unit.level),
  );
  if (!found) throw new Error(`no counter takes in ${release.code}`);
  return found.code;
};

const worldOf = (prepared: PreparedRelease, calendar: WorkingCalendar, seed: number): StoryWorld => {
  const { procedure } = prepared.release;
  const counter = counterOf(prepared);
  const channel = procedure.channels[seed % procedure.channels.length] ?? 'counter';
  const facts: Facts = {
    answers: {},
    channel,
    unit: { code: counter, level: units.get(counter)?.level ?? 'commune' },
    applicant: { kind: 'citizen' },
    today: DAY,
  };
  const cases = procedure.cases ?? [];
  const chosen = cases[seed % Math.max(1, cases.length)]?.id;
  const withCase = chosen === undefined ? facts : { ...facts, case: chosen };
  const answers = fillAnswers(prepared.form, withCase, `story-${String(seed)}`, false, true);
  const possible = possibleCases(procedure, prepared.caseConditions, { ...withCase, answers }).map(({ id }) => id);
  const fits =
    chosen !== undefined && possible.includes(chosen)
      ? chosen
      : (possible[0] ?? effectiveCase(procedure, prepared.caseConditions, { ...facts, answers }));
  const told: Facts = { ...facts, answers, ...(fits === undefined ? {} : { case: fits }) };
  const citizen: Actor = { kind: 'citizen', id: 'citizen', name: 'Giáp Thị Dân', roles: [] };
  const places = [
    ...new Set(
      [
        counter,
        units.get(counter)?.parent,
        directory.resolve(procedure.authority.deciding.unit, counter),
        'H02',
      ].filter((code) => code !== undefined),
    ),
  ];
  const staff = places.flatMap((unit) =>
    ROLES.flatMap((role) =>
      [1, 2].map((n): Actor => ({
        kind: 'staff',
        id: `${unit}-${role}-${String(n)}`,
        name: `${role} ${String(n)}`,
        unit,
        roles: [role],
      })),
    ),
  );
  const clerk = staff.find(({ unit, roles }) => unit === counter && roles.includes('clerk'));
  if (!clerk) throw new Error('no clerk');
  const system: Actor = { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] };
  return {
    prepared,
    calendar,
    from: at(DAY, '07:30'),
    actors: [channel === 'online' ? citizen : clerk, citizen, ...staff, system],
    context: (actor, now, occurredAt) => ({
      now,
      ...(occurredAt === undefined ? {} : { occurredAt }),
      actor,
      prepared,
      calendar,
      units: directory,
      dossier: 'd1',
      newCode: '000.01.16.H02-210705-0001',
    }),
    submission: (): DossierCommand => ({
      type: 'submit',
      channel,
      ...(told.case === undefined ? {} : { case: told.case }),
      receivingUnit: counter,
      applicant: { kind: 'citizen', name: 'Giáp Thị Dân', account: 'citizen' },
      answers: told.answers,
      papers: papersFor(prepared, told, file),
      returnChannel: 'counter',
    }),
  };
};

describe('random commands by random people at random times, over every procedure of the demo', () => {
  const releases: PreparedRelease[] = [];
  let calendar: WorkingCalendar;
  beforeAll(async () => {
    const [first] = definitions.calendars;
    if (!first) throw new Error('no calendar');
    const compiled = compileCalendar(first);
    if (!compiled.ok) throw new Error('the calendar does not compile');
    calendar = compiled.value;
    for (const release of definitions.releases.values()) {
      const prepared = await prepareRelease(release, definitions.shared);
      if (!prepared.ok) throw new Error(`${release.code}: ${JSON.stringify(prepared.problems[0])}`);
      releases.push(prepared.value);
    }
  }, 120_000);

  it.each([...definitions.releases.keys()])(
    'leave every dossier of %s whole',
    (name) => {
      const prepared = releases.find(({ release }) => `${release.code}/${String(release.number)}` === name);
      if (!prepared) throw new Error(`${name} was not prepared`);
      const reached = new Set<string>();
      fc.assert(
        fc.property(fc.nat(11), fc.array(move, { minLength: 30, maxLength: 60, size: 'max' }), (seed, moves) => {
          for (const status of tell(worldOf(prepared, calendar, seed), moves)) reached.add(status);
        }),
        { numRuns: 12 },
      );
      expect([...reached]).toEqual(expect.arrayContaining(['submitted', 'processing']));
    },
    60_000,
  );
});
