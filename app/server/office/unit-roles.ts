import { randomInt } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { AppLoadContext } from '@remix-run/node';
import { addDays, localDate } from '#engine/clock/index.ts';
import type { Actor, Role } from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

export const ROLES: readonly Role[] = [
  'clerk',
  'officer',
  'head',
  'leader',
  'office',
  'office-approver',
  'agency-author',
  'admin',
];

/** What the page says after a change; a password is told once and kept nowhere. */
export interface RolesAnswer {
  readonly problems: readonly Problem[];
  readonly typed: Readonly<Record<string, readonly string[]>>;
  readonly done?: {
    readonly kind: 'made' | 'given' | 'ended' | 'reset';
    readonly name: string;
    readonly login: string;
    readonly password?: string;
  };
}

/** Letters and digits that nobody confuses when they are read aloud: 12 of 31, some 59 bits. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const newPassword = (): string => {
  const letter = (): string => LETTERS[randomInt(LETTERS.length)] ?? '';
  return Array.from({ length: 3 }, () => Array.from({ length: 4 }, letter).join('')).join('-');
};

const BOXES: Readonly<Record<string, string>> = {
  '/login': 'ten-dang-nhap',
  '/name': 'ho-ten',
  '/from': 'tu',
  '/role': 'vai-tro',
};
const atBoxes = (problems: readonly Problem[]): readonly Problem[] =>
  problems.map((each) => ({ ...each, path: BOXES[each.path] ?? each.path }));

/** Roles given and ended, passwords given anew, at one unit. */
export const changeRoles = async (
  context: AppLoadContext,
  actor: Actor,
  unit: string,
  data: FormData,
): Promise<RolesAnswer> => {
  const { staff, store } = context.service;
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, 200) : '';
  };
  const typed = Object.fromEntries([...data.keys()].map((name) => [name, [text(name)]]));
  const refused = (problems: readonly Problem[]): RolesAnswer => ({ problems: atBoxes(problems), typed });
  const role = ROLES.find((each) => each === text('vai-tro')) ?? 'clerk';
  const password = newPassword();

  if (text('viec') === 'thoi') {
    const until = readTypedDate(text('den')) ?? '';
    const ended = await staff.end({ person: text('nguoi'), unit, role, from: text('tu') }, until, actor);
    if (!ended.ok) return refused(ended.problems);
    const person = await store.people.byId(text('nguoi'));
    return { problems: [], typed: {}, done: { kind: 'ended', name: person?.name ?? '', login: person?.login ?? '' } };
  }
  if (text('viec') === 'cap-lai') {
    const changed = await staff.password(text('nguoi'), unit, await hash(password), actor);
    if (!changed.ok) return refused(changed.problems);
    const { name, login = '' } = changed.value;
    return { problems: [], typed: {}, done: { kind: 'reset', name, login, password } };
  }
  const until = text('den');
  const given = await staff.assign(
    {
      login: text('ten-dang-nhap').toLowerCase(),
      name: text('ho-ten'),
      title: text('chuc-danh'),
      officePhone: text('dien-thoai'),
      passwordHash: await hash(password),
      unit,
      role,
      from: readTypedDate(text('tu')) ?? '',
      ...(until === '' ? {} : { until: readTypedDate(until) ?? '' }),
      reserve: text('du-phong') === 'co',
    },
    actor,
  );
  if (!given.ok) return refused(given.problems);
  const { person, made } = given.value;
  const { name, login = '' } = person;
  return {
    problems: [],
    typed: {},
    done: { kind: made ? 'made' : 'given', name, login, ...(made ? { password } : {}) },
  };
};

/** What administrators did at the unit, newest first. */
export const roleChanges = async (context: AppLoadContext, unit: string) =>
  (await context.service.staff.changes(unit)).map(({ id, at, byName, kind, personName, role, from, to, reserve }) => ({
    id,
    at,
    byName,
    kind,
    personName,
    role: role ?? null,
    from: from ?? '',
    to: to === undefined ? '' : addDays(to, -1),
    reserve: reserve === true,
    day: localDate(at),
  }));
