import { loadRelease, noShared, type Procedure } from '#engine/definition/index.ts';
import {
  decide,
  prepareRelease,
  sealOnto,
  type Actor,
  type CommandContext,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type PreparedRelease,
  type Role,
  type UnitDirectory,
} from '#engine/dossier/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { at, type Instant } from '#engine/clock/index.ts';
import { calendar } from '../clock/fixture.ts';

/** A department's licence: two cases, a conditional paper, alternatives, a fee at once and a tax later. */
export const procedure: Procedure = {
  format: 'motcua/procedure@1',
  code: '1.999001',
  name: { vi: 'Cấp giấy phép kiểm thử' },
  field: { code: 'test', name: { vi: 'Kiểm thử' } },
  levels: ['province'],
  authority: {
    deciding: { name: { vi: 'Sở Kiểm thử' }, unit: 'unit:H02.SKT' },
    receiving: [{ unit: 'H02.TTPVHCC' }],
  },
  applicants: ['citizen'],
  channels: ['counter', 'online', 'post'],
  cases: [
    { id: 'new', name: { vi: 'Cấp mới' } },
    { id: 'renewal', name: { vi: 'Cấp lại' } },
  ],
  timeLimits: [
    {
      id: 'usual',
      legal: { value: 10, unit: 'working-day' },
      promised: { value: 5, unit: 'working-day' },
      extension: { value: 10, unit: 'working-day' },
    },
    { id: 'renewal', cases: ['renewal'], legal: { value: 3, unit: 'working-day' } },
    { id: 'renewal-online', cases: ['renewal'], channels: ['online'], legal: { value: 2, unit: 'working-day' } },
  ],
  fees: [
    { id: 'fee', name: { vi: 'Lệ phí cấp phép' }, amount: 150_000, due: 'submission' },
    { id: 'tax', name: { vi: 'Thuế' }, amount: 1_000_000, due: 'obligation' },
  ],
  checklist: [
    { id: 'application', name: { vi: 'Đơn đề nghị' }, kind: 'submit', originals: 1 },
    { id: 'identity', name: { vi: 'Căn cước' }, kind: 'submit', oneOf: 'who', copies: 1 },
    { id: 'passport', name: { vi: 'Hộ chiếu' }, kind: 'submit', oneOf: 'who', copies: 1 },
    { id: 'old-licence', name: { vi: 'Giấy phép cũ' }, kind: 'submit', cases: ['renewal'], originals: 1 },
    { id: 'photo', name: { vi: 'Ảnh' }, kind: 'submit', required: false },
  ],
  results: [{ id: 'licence', name: { vi: 'Giấy phép' }, signedFile: true }],
  legalBasis: [{ number: '01/2021/NĐ-CP' }],
};

export const prepare = async (given: Procedure, processXml?: string): Promise<PreparedRelease> => {
  const release = loadRelease({
    code: given.code,
    number: 1,
    procedureJson: given,
    ...(processXml === undefined ? {} : { processXml }),
  });
  if (!release.ok) throw new Error(JSON.stringify(release.problems, null, 2));
  const prepared = await prepareRelease(release.value, noShared);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems, null, 2));
  return prepared.value;
};

export const COUNTER = 'H02.TTPVHCC';
export const AGENCY = 'H02.SKT';

const KNOWN = new Set([COUNTER, AGENCY, 'H02']);
export const units: UnitDirectory = {
  resolve: (rule, receivingUnit) => {
    if (rule === 'receiving') return receivingUnit;
    if (rule === 'parent') return 'H02';
    const code = rule.replace(/^unit:/, '');
    return KNOWN.has(code) ? code : undefined;
  },
  level: (code) => (KNOWN.has(code) ? 'province' : undefined),
};

const staff = (id: string, name: string, unit: string, ...roles: Role[]): Actor => ({
  kind: 'staff',
  id,
  name,
  unit,
  roles,
});

export const people = {
  clerk: staff('clerk', 'Nguyễn Thị Cửa', COUNTER, 'clerk'),
  officer: staff('officer', 'Trần Văn Thụ', AGENCY, 'officer'),
  otherOfficer: staff('officer-2', 'Lê Thị Lý', AGENCY, 'officer'),
  head: staff('head', 'Phạm Trưởng Phòng', AGENCY, 'head'),
  leader: staff('leader', 'Hoàng Giám Đốc', AGENCY, 'leader'),
  stranger: staff('stranger', 'Vũ Người Lạ', 'H02', 'clerk', 'officer', 'head', 'leader'),
  citizen: { kind: 'citizen', id: 'citizen-1', name: 'Giáp Thị Dân', roles: [] },
  otherCitizen: { kind: 'citizen', id: 'citizen-2', name: 'Thân Văn Khác', roles: [] },
  system: { kind: 'system', id: 'system', name: 'Hệ thống', roles: [] },
} as const satisfies Record<string, Actor>;

export const file = { hash: 'a'.repeat(64), name: 'giay-phep.pdf', type: 'application/pdf', bytes: 1000 };

export const paper = (id: string) => ({ paper: id, originals: 1, copies: 0, digital: true, files: [file] });

/** Answers to the generated form. */
export const answers = {
  applicant: {
    fullName: 'Giáp Thị Dân',
    birthDate: '1990-05-01',
    personalId: '024190000001',
    phone: '0912345678',
    address: { province: '24', commune: '07201', detail: 'Số 1 đường Hùng Vương' },
  },
  requestedCase: 'new',
  request: 'Đề nghị cấp giấy phép',
  declaration: true,
};

export const submission = (given: Partial<Extract<DossierCommand, { type: 'submit' }>> = {}): DossierCommand => ({
  type: 'submit',
  channel: 'online',
  case: 'new',
  receivingUnit: COUNTER,
  applicant: { kind: 'citizen', name: 'Giáp Thị Dân', account: 'citizen-1' },
  answers: { ...answers, ...(given.case === undefined ? {} : { requestedCase: given.case }) },
  papers: [paper('application'), paper('identity'), ...(given.case === 'renewal' ? [paper('old-licence')] : [])],
  returnChannel: 'counter',
  ...given,
});

/** One dossier being told as a story: each step is a command by somebody at a time. */
export interface Story {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
  readonly give: (actor: Actor, when: Instant, command: DossierCommand, occurredAt?: Instant) => void;
  /** The codes of the problems, when the command is refused; [] when it would be carried out. */
  readonly refused: (actor: Actor, when: Instant, command: DossierCommand, occurredAt?: Instant) => readonly string[];
  readonly context: (actor: Actor, when: Instant) => CommandContext;
  /** Id of the open task at that element. */
  readonly task: (element: string) => string;
}

export const contextOf = (
  prepared: PreparedRelease,
  actor: Actor,
  now: Instant,
  occurredAt?: Instant,
): CommandContext => ({
  now,
  ...(occurredAt === undefined ? {} : { occurredAt }),
  actor,
  prepared,
  calendar,
  units,
  dossier: 'd1',
  newCode: '000.00.16.H02-210701-0001',
});

/** `more`: what the context brings besides, such as the rules of the day on ways of handing in. */
export const story = (prepared: PreparedRelease, more: Partial<CommandContext> = {}): Story => {
  let state: DossierState | undefined;
  let events: readonly DossierEvent[] = [];
  const current = (): DossierState => {
    if (!state) throw new Error('nothing was submitted');
    return state;
  };
  return {
    get state() {
      return current();
    },
    get events() {
      return events;
    },
    context: (actor, when) => ({ ...contextOf(prepared, actor, when), ...more }),
    task: (element) => {
      const found = state?.tasks.find((task) => task.element === element);
      if (!found) throw new Error(`no task ${element}; open: ${state?.tasks.map((task) => task.element).join(' ')}`);
      return found.id;
    },
    give: (actor, when, command, occurredAt) => {
      const decided = decide(state, command, { ...contextOf(prepared, actor, when, occurredAt), ...more });
      if (!decided.ok) throw new Error(`${command.type}: ${JSON.stringify(decided.problems, null, 2)}`);
      const sealed = sealOnto(state, 'd1', decided.value);
      state = sealed.state;
      events = [...events, ...sealed.events];
    },
    refused: (actor, when, command, occurredAt) => {
      const decided = decide(state, command, { ...contextOf(prepared, actor, when, occurredAt), ...more });
      return decided.ok ? [] : decided.problems.map(({ code }: Problem) => code);
    },
  };
};

export const MONDAY = '2021-07-05';
export const morning = (date: string): Instant => at(date, '08:00');

/** Submitted on line on Friday, accepted on Monday 5 July 2021 at 08:00: promised Monday 12 July, legal Monday 19 July. */
export const accepted = (prepared: PreparedRelease, given: Parameters<typeof submission>[0] = {}): Story => {
  const told = story(prepared);
  told.give(
    given.channel === undefined || given.channel === 'online' ? people.citizen : people.clerk,
    at('2021-07-02', '20:00'),
    submission(given),
  );
  told.give(people.clerk, morning(MONDAY), { type: 'accept' });
  return told;
};

/** As {@link accepted}, examined and submitted: waiting for the leader's signature. */
export const toSign = (prepared: PreparedRelease): Story => {
  const told = accepted(prepared);
  told.give(people.head, at(MONDAY, '09:00'), { type: 'complete', task: told.task('assign') });
  told.give(people.officer, at('2021-07-06', '09:00'), {
    type: 'complete',
    task: told.task('examine'),
    outcome: 'eligible',
  });
  told.give(people.head, at('2021-07-07', '09:00'), { type: 'complete', task: told.task('submit') });
  return told;
};
