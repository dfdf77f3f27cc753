import fc from 'fast-check';
import { expect } from 'vitest';
import { addDays, at, localDate, type Instant, type WorkingCalendar } from '#engine/clock/index.ts';
import {
  decide,
  measuredMinutes,
  nationalStatus,
  permitted,
  replay,
  sealOnto,
  settingsOf,
  verifyChain,
  type Actor,
  type CommandContext,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { file, paper } from './fixture.ts';

/** Where a random story is told: a release, whoever may act, and what is handed in. */
export interface StoryWorld {
  readonly prepared: PreparedRelease;
  /** Whoever hands it in comes first. */
  readonly actors: readonly Actor[];
  readonly submission: () => DossierCommand;
  readonly context: (actor: Actor, now: Instant, occurredAt?: Instant) => CommandContext;
  readonly calendar: WorkingCalendar;
  /** When it begins. */
  readonly from: Instant;
}

const TYPES = [
  'submit',
  'accept',
  'refuse',
  'receive-transfer',
  'claim',
  'assign',
  'complete',
  'sign-result',
  'attach-result',
  'ask-supplement',
  'supply-supplement',
  'ask-payment',
  'record-payment',
  'extend',
  'suspend',
  'resume',
  'withdraw',
  'finish',
  'hand-out',
  'stop',
  'comment',
  'ask-opinion',
  'give-opinion',
  'propose',
  'confirm',
  'reject',
  'fire-timer',
  'hear-signal',
  'recount',
  'transfer',
] as const satisfies readonly DossierCommand['type'][];

/** Commands that end a story soon are given seldom, so that stories get long. */
const type = fc.oneof(
  {
    weight: 24,
    arbitrary: fc.constantFrom(
      'accept',
      'claim',
      'complete',
      'sign-result',
      'attach-result',
      'finish',
      'hand-out' as const,
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...TYPES.filter((each) => !['refuse', 'withdraw', 'stop', 'submit'].includes(each))),
  },
  { weight: 1, arbitrary: fc.constantFrom(...TYPES) },
);

export interface Move {
  readonly type: DossierCommand['type'];
  readonly actor: number;
  /** Prefer somebody to whom the table offers the command. */
  readonly able: boolean;
  readonly minutes: number;
  readonly late: number;
  readonly pick: number;
}

export const move: fc.Arbitrary<Move> = fc.record({
  type,
  actor: fc.nat(1000),
  able: fc.nat(4).map((n) => n > 0),
  minutes: fc.oneof({ weight: 3, arbitrary: fc.nat(90) }, { weight: 1, arbitrary: fc.nat(4000) }),
  late: fc.oneof(
    { weight: 5, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: -100, max: 3000 }) },
  ),
  pick: fc.nat(1000),
});

const commandOf = (
  { type: kind, pick }: Move,
  state: DossierState | undefined,
  { prepared, submission, actors }: StoryWorld,
): DossierCommand => {
  const { procedure } = prepared.release;
  const some = <Item>(list: readonly Item[] | undefined): Item | undefined => list?.[pick % Math.max(1, list.length)];
  const result = some(procedure.results)?.id ?? 'result';
  const fee = state?.obligation?.fee ?? some(procedure.fees?.filter(({ due }) => due === 'obligation'))?.id ?? 'tax';
  const paperId = state?.supplement?.papers[0]?.paper ?? some(procedure.checklist)?.id ?? 'application';
  const task = state?.tasks[pick % Math.max(1, state.tasks.length)];
  const id = task?.id ?? `d1:n${pick}`;
  const outcomes = task ? settingsOf(prepared, task.element).outcomes : [];
  const outcome = outcomes[pick % Math.max(1, outcomes.length)]?.id;
  switch (kind) {
    case 'submit':
      return submission();
    case 'accept':
      return { type: 'accept', ...(pick % 3 === 0 ? { feesPaid: [some(procedure.fees)?.id ?? 'fee'] } : {}) };
    case 'refuse':
      return { type: 'refuse', reason: 'Không thuộc thẩm quyền' };
    case 'receive-transfer':
      return { type: 'receive-transfer' };
    case 'claim':
      return { type: 'claim', task: id };
    case 'assign':
      return { type: 'assign', task: id, to: { id: some(actors)?.id ?? 'officer-1', name: 'Công chức' } };
    case 'complete':
      return {
        type: 'complete',
        task: id,
        ...(outcome === undefined ? {} : { outcome }),
        answers: { score: pick % 110 },
      };
    case 'sign-result':
      return { type: 'sign-result', task: id, result, file, refusal: pick % 3 === 0 };
    case 'attach-result':
      return { type: 'attach-result', result, file };
    case 'ask-supplement':
      return {
        type: 'ask-supplement',
        papers: [{ paper: pick % 5 === 0 ? 'unknown' : paperId, what: 'Thiếu' }],
        reason: 'Thiếu chữ ký',
      };
    case 'supply-supplement':
      return { type: 'supply-supplement', papers: [paper(paperId)] };
    case 'ask-payment':
      return { type: 'ask-payment', fee, amount: 1000, reason: 'Thuế' };
    case 'record-payment':
      return { type: 'record-payment', fee, amount: pick % 2 === 0 ? 1000 : 400, method: 'counter' };
    case 'extend':
      return {
        type: 'extend',
        newDue: addDays(localDate(state?.lastAt ?? at('2021-07-05', '08:00')), pick % 40),
        reason: 'Chờ ý kiến',
      };
    case 'suspend':
      return { type: 'suspend', ground: 'Phong tỏa' };
    case 'resume':
      return { type: 'resume' };
    case 'withdraw':
      return { type: 'withdraw' };
    case 'finish':
      return { type: 'finish' };
    case 'hand-out':
      return { type: 'hand-out', to: 'Giáp Thị Dân', via: 'counter' };
    case 'stop':
      return { type: 'stop', reason: 'Dừng' };
    case 'bring-paper':
      return { type: 'bring-paper', paper: 'application', from: 'd2', fromCode: 'D2', files: [file] };
    case 'comment':
      return { type: 'comment', text: 'Đã gọi điện cho người nộp' };
    case 'ask-opinion':
      return {
        type: 'ask-opinion',
        unit: pick % 2 === 0 ? 'H02' : (state?.receivingUnit ?? 'H02'),
        question: 'Có ý kiến gì',
        until: addDays(localDate(state?.lastAt ?? at('2021-07-05', '08:00')), pick % 40),
      };
    case 'give-opinion':
      return { type: 'give-opinion', opinion: `yk${(pick % 3) + 1}`, answer: 'Nhất trí' };
    case 'propose':
      return {
        type: 'propose',
        act:
          pick % 3 === 0
            ? { type: 'correct-result', result, file, reason: 'Sai năm sinh' }
            : pick % 3 === 1
              ? { type: 'repair', repair: 'retry', reason: 'Lỗi dịch vụ' }
              : {
                  type: 'late-entry',
                  command: {
                    type: 'complete',
                    task: id,
                    ...(outcome === undefined ? {} : { outcome }),
                    answers: { score: 60 },
                  },
                  occurredAt: new Date(Date.parse(state?.lastAt ?? at('2021-07-05', '08:00')) + 300_000).toISOString(),
                  evidence: 'Công văn số 12',
                },
      };
    case 'confirm':
      return { type: 'confirm', proposal: state?.proposals?.[0]?.id ?? 'dn0' };
    case 'reject':
      return { type: 'reject', proposal: state?.proposals?.[0]?.id ?? 'dn0', reason: 'Chưa rõ' };
    case 'recount':
      return { type: 'recount', reason: 'Lịch mới' };
    case 'transfer':
      return { type: 'transfer', decision: `${pick % 3}/NQ`, reason: 'Sắp xếp', moves: [] };
    case 'hear-signal':
      return { type: 'hear-signal', name: 'nobody waits for it' };
    case 'convert':
      return { type: 'convert', release: prepared.hash, reason: 'Theo quy định mới' };
    case 'ask-conversion':
      return {
        type: 'ask-conversion',
        release: prepared.hash,
        reason: 'Theo quy định mới',
        until: '2031-01-01T00:00:00.000Z',
        otherwise: 'keep',
      };
    case 'answer-conversion':
      return { type: 'answer-conversion', choice: pick % 2 === 0 ? 'convert' : 'keep' };
    case 'revert-conversion':
      return { type: 'revert-conversion', reason: 'Trả về quy định cũ' };
    case 'fire-timer':
      return { type: 'fire-timer', token: state?.timers[pick % Math.max(1, state.timers.length)]?.token ?? 'n0' };
  }
};

const freeze = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
};

const isPersonsWork = (prepared: PreparedRelease, element: string): boolean => {
  const node = prepared.graph.nodes[prepared.graph.nodeOf[element] ?? -1];
  return node?.kind === 'userTask' || node?.kind === 'manualTask' || node?.kind === 'task';
};

/** What must hold of every dossier, whatever was done to it. */
const holds = (
  state: DossierState,
  events: readonly DossierEvent[],
  { prepared, calendar }: StoryWorld,
  now: string,
  code: string,
): void => {
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(state.seq).toBe(events.length);
  expect(state.code).toBe(code);
  expect(JSON.stringify(JSON.parse(JSON.stringify(state)))).toBe(JSON.stringify(state));
  expect(measuredMinutes(state, calendar, now)).toBeGreaterThanOrEqual(0);
  expect(nationalStatus(state)).toBeGreaterThanOrEqual(1);
  expect(nationalStatus(state)).toBeLessThanOrEqual(10);
  const waiting = (state.process?.tokens ?? []).filter(
    ({ kind, element }) => kind === 'task' && isPersonsWork(prepared, element),
  );
  expect(state.tasks.map(({ token }) => token).sort()).toEqual(waiting.map(({ id }) => id).sort());
  expect(state.timers.map(({ token }) => token).sort()).toEqual(
    (state.process?.timers ?? []).map(({ id }) => id).sort(),
  );
  expect(new Set(state.tasks.map(({ id }) => id)).size).toBe(state.tasks.length);
  expect(state.pauses.filter(({ to }) => to === undefined).length).toBe(
    state.acceptedAt !== undefined && ['supplement', 'obligation', 'suspended'].includes(state.status) ? 1 : 0,
  );
  expect(state.finishedAt !== undefined).toBe(state.status === 'finished' || state.status === 'returned');
  // A notification takes effect by being filed: the law names no result of it.
  if (state.finishedAt !== undefined && (prepared.release.procedure.results ?? []).length > 0)
    expect(state.results.length).toBeGreaterThan(0);
};

/** The costlier ones, once a story: the chain is whole, and the events alone tell the same state to the byte. */
const isRetold = (state: DossierState, events: readonly DossierEvent[]): void => {
  expect(verifyChain(events)).toEqual({ ok: true, value: { events: events.length } });
  const again = replay(JSON.parse(JSON.stringify(events)) as DossierEvent[]);
  expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(state));
};

/** What the table offers is what `decide` takes, as far as status, person and law go. */
const agrees = (
  state: DossierState,
  command: DossierCommand,
  actor: Actor,
  ok: boolean,
  codes: readonly string[],
  world: StoryWorld,
  now: string,
): void => {
  if (command.type === 'submit' || command.type === 'fire-timer' || command.type === 'hear-signal') return;
  const taskId = 'task' in command ? command.task : undefined;
  const offer = permitted(state, actor, world.context(actor, now)).find(
    ({ command: each, task }) => each === command.type && (taskId === undefined || task === taskId),
  );
  if (ok && actor.kind !== 'system') expect(offer?.allowed).toBe(true);
  // What two persons do may be a command of its own, with its own status and role.
  if (command.type === 'propose' || command.type === 'confirm') return;
  if (offer?.allowed === true) expect(codes).not.toContain('dossier.status');
  if (offer?.allowed === true) expect(codes).not.toContain('dossier.role');
};

/** Tells one story of random moves, and holds every state of it against what must always hold. */
export const tell = (world: StoryWorld, moves: readonly Move[]): ReadonlySet<DossierState['status']> => {
  const reached = new Set<DossierState['status']>();
  let state: DossierState | undefined;
  let events: readonly DossierEvent[] = [];
  let now = Date.parse(world.from);
  const first: Move = { type: 'submit', actor: 0, able: false, minutes: 0, late: 0, pick: 0 };
  let code = '';
  for (const each of [first, ...moves]) {
    now += each.minutes * 60_000;
    const when = new Date(now).toISOString();
    const command = commandOf(each, state, world);
    const standing = state;
    const able =
      each.able && standing
        ? world.actors.find((actor) =>
            permitted(standing, actor, world.context(actor, when)).some((offer) => offer.command === command.type),
          )
        : undefined;
    const actor = able ?? world.actors[each.actor % world.actors.length];
    if (!actor) throw new Error('a world without people');
    const occurredAt = each.late === 0 ? undefined : new Date(now - each.late * 60_000).toISOString();
    const decided = decide(freeze(state), freeze(command), world.context(actor, when, occurredAt));
    if (state && occurredAt === undefined)
      agrees(
        state,
        command,
        actor,
        decided.ok,
        decided.ok ? [] : decided.problems.map((found) => found.code),
        world,
        when,
      );
    if (!decided.ok) {
      expect(decided.problems.length).toBeGreaterThan(0);
      continue;
    }
    expect(decided.value.length).toBeGreaterThan(0);
    const sealed = sealOnto(state, 'd1', decided.value);
    state = sealed.state;
    events = [...events, ...sealed.events];
    if (!state) throw new Error('no state');
    code = code === '' ? state.code : code;
    reached.add(state.status);
    holds(state, events, world, when, code);
  }
  if (state) isRetold(state, events);
  return reached;
};
