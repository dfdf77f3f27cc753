import type { CalendarDefinition, ClockPort, Instant } from '#engine/clock/index.ts';
import { at } from '#engine/clock/index.ts';
import type { Decision, DecisionItem, Release } from '#engine/definition/index.ts';
import type { Actor, DossierState } from '#engine/dossier/index.ts';
import type { Result } from '#engine/result/index.ts';
import { createService, type Service, type ServiceOptions } from '#engine/service/index.ts';
import type { Store, Unit } from '#engine/store/index.ts';
import { freshStore } from '../store/fixtures.ts';

/** A clock that stands until it is moved. */
export const handClock = (start: Instant): ClockPort & { set(now: Instant): void } => {
  let now = start;
  return { now: () => now, set: (next) => (now = next) };
};

export const calendar: CalendarDefinition = {
  format: 'motcua/calendar@1',
  name: 'vietnam',
  title: { vi: 'Lịch làm việc' },
  hours: [
    {
      from: '2020-01-01',
      week: [
        {
          weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
          sessions: [
            { from: '07:00', to: '11:30' },
            { from: '13:30', to: '17:00' },
          ],
        },
      ],
    },
  ],
  years: [{ year: 2021, off: [{ date: '2021-09-02', name: { vi: 'Quốc khánh' } }], makeUp: [] }],
};

const unit = (code: string, level: Unit['level'], kind: Unit['kind'], identCode: string, parent?: string): Unit => ({
  code,
  name: code,
  level,
  kind,
  identCode,
  counter: kind !== 'department',
  calendar: 'vietnam',
  validFrom: '2020-01-01',
  ...(parent === undefined ? {} : { parent }),
});

export const units: readonly Unit[] = [
  unit('H02', 'province', 'office', '000.00.00.H02'),
  unit('H02.213', 'district', 'district', '000.00.13.H02', 'H02'),
  unit('H02.07201', 'commune', 'commune', '000.01.13.H02', 'H02.213'),
  unit('H02.07202', 'commune', 'commune', '000.02.13.H02', 'H02.213'),
];

export const author: Actor = { kind: 'staff', id: 'office-1', name: 'Nguyễn Văn An', unit: 'H02', roles: ['office'] };
export const approver: Actor = {
  kind: 'staff',
  id: 'office-2',
  name: 'Trần Thị Bình',
  unit: 'H02',
  roles: ['office-approver'],
};
export const citizen: Actor = { kind: 'citizen', id: 'citizen-1', name: 'Lê Thị Chi', roles: [] };
export const clerk: Actor = {
  kind: 'staff',
  id: 'clerk-1',
  name: 'Phạm Văn Dũng',
  unit: 'H02.07201',
  roles: ['clerk'],
};

export interface Stage {
  readonly service: Service;
  readonly store: Store;
  readonly file: string;
  readonly clock: ReturnType<typeof handClock>;
}

export const stage = async (
  now: Instant = at('2021-06-01', '08:00'),
  options: Partial<ServiceOptions> = {},
): Promise<Stage> => {
  const { store, file } = await freshStore();
  const clock = handClock(now);
  const service = await createService({ store, clock, verify: async () => ({ problems: [] }), ...options });
  value(await store.units.put(units));
  value(await service.units.putCalendar(calendar));
  return { service, store, file, clock };
};

/** The value of a result that must be fine. */
export const value = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2));
  return result.value;
};

export const codes = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.problems.filter((found) => found.severity === 'error').map((found) => found.code);

export const decisionOf = (
  number: string,
  effectiveFrom: string,
  items: readonly DecisionItem[],
  over: Partial<Decision> = {},
): Decision => ({
  format: 'motcua/decision@1',
  number,
  kind: 'publication',
  signedOn: '2021-05-20',
  effectiveFrom,
  items: [...items],
  ...over,
});

/** Proposes, approves and applies, by two people. */
export const publish = async (service: Service, decision: Decision, releases: readonly Release[] = []) => {
  const record = value(await service.catalogue.propose({ decision, releases }, author));
  value(await service.catalogue.approve(record.number, record.contentHash, approver));
  return value(await service.catalogue.apply(record.number, approver));
};

/** What a generated form asks for. */
export const answers: DossierState['answers'] = {
  applicant: {
    fullName: 'Lê Thị Chi',
    birthDate: '1990-05-01',
    personalId: '024190000123',
    phone: '0912345678',
    address: { province: '24', commune: '07201', detail: 'Số 1 đường Hùng Vương' },
  },
  request: 'Đề nghị cấp giấy khai sinh',
  declaration: true,
};

/** An on-line submission as a page would send it. */
export const submission = (
  procedure: string,
  key: string,
  over: Partial<Extract<Parameters<Service['dossiers']['execute']>[0]['command'], { type: 'submit' }>> = {},
) => ({
  dossier: '',
  procedure,
  command: {
    type: 'submit' as const,
    channel: 'online' as const,
    receivingUnit: 'H02.07201',
    applicant: { kind: 'citizen' as const, name: 'Lê Thị Chi' },
    answers,
    papers: [],
    returnChannel: 'counter' as const,
    ...over,
  },
  actor: citizen,
  key,
});
