import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, at } from '#engine/clock/index.ts';
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
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { calendar } from '../clock/fixture.ts';
import { contextOf, COUNTER, file, MONDAY, paper, people, prepare, procedure, submission } from './fixture.ts';
import { branching } from './branching.ts';

let releases: readonly PreparedRelease[];
beforeAll(async () => {
  releases = [await prepare(procedure), await prepare(procedure, branching)];
});

const adviser: Actor = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer'] };
const actors: readonly Actor[] = [...Object.values(people), adviser];
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

interface Move {
  readonly type: DossierCommand['type'];
  readonly actor: number;
  /** Prefer somebody to whom the table offers the command. */
  readonly able: boolean;
  readonly minutes: number;
  readonly late: number;
  readonly pick: number;
}

const move: fc.Arbitrary<Move> = fc.record({
  type,
  actor: fc.nat(actors.length - 1),
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
  prepared: PreparedRelease,
): DossierCommand => {
  const task = state?.tasks[pick % Math.max(1, state.tasks.length)];
  const id = task?.id ?? `d1:n${pick}`;
  const outcomes = task ? settingsOf(prepared, task.element).outcomes : [];
  const outcome = outcomes[pick % Math.max(1, outcomes.length)]?.id;
  switch (kind) {
    case 'submit':
      return submission();
    case 'accept':
      return { type: 'accept', ...(pick % 3 === 0 ? { feesPaid: ['fee'] } : {}) };
    case 'refuse':
      return { type: 'refuse', reason: 'Không thuộc thẩm quyền' };
    case 'receive-transfer':
      return { type: 'receive-transfer' };
    case 'claim':
      return { type: 'claim', task: id };
    case 'assign':
      return { type: 'assign', task: id, to: { id: `officer-${(pick % 2) + 1}`, name: 'Công chức' } };
    case 'complete':
      return {
        type: 'complete',
        task: id,
        ...(outcome === undefined ? {} : { outcome }),
        answers: { score: pick % 110 },
      };
    case 'sign-result':
      return { type: 'sign-result', task: id, result: 'licence', file, refusal: pick % 3 === 0 };
    case 'attach-result':
      return { type: 'attach-result', result: 'licence', file };
    case 'ask-supplement':
      return {
        type: 'ask-supplement',
        papers: [{ paper: pick % 5 === 0 ? 'unknown' : 'application', what: 'Thiếu' }],
        reason: 'Thiếu chữ ký',
      };
    case 'supply-supplement':
      return { type: 'supply-supplement', papers: [paper('application')] };
    case 'ask-payment':
      return { type: 'ask-payment', fee: 'tax', amount: 1000, reason: 'Thuế' };
    case 'record-payment':
      return { type: 'record-payment', fee: 'tax', amount: pick % 2 === 0 ? 1000 : 400, method: 'counter' };
    case 'extend':
      return { type: 'extend', newDue: addDays(MONDAY, pick % 40), reason: 'Chờ ý kiến' };
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
        unit: pick % 2 === 0 ? 'H02' : COUNTER,
        question: 'Có ý kiến gì',
        until: addDays(MONDAY, pick % 40),
      };
    case 'give-opinion':
      return { type: 'give-opinion', opinion: `yk${(pick % 3) + 1}`, answer: 'Nhất trí' };
    case 'propose':
      return {
        type: 'propose',
        act:
          pick % 3 === 0
            ? { type: 'correct-result', result: 'licence', file, reason: 'Sai năm sinh' }
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
                  occurredAt: new Date(Date.parse(state?.lastAt ?? at(MONDAY, '08:00')) + 300_000).toISOString(),
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
  prepared: PreparedRelease,
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
  if (state.finishedAt !== undefined) expect(state.results.length).toBeGreaterThan(0);
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
  prepared: PreparedRelease,
  now: string,
): void => {
  if (command.type === 'submit' || command.type === 'fire-timer' || command.type === 'hear-signal') return;
  const taskId = 'task' in command ? command.task : undefined;
  const offer = permitted(state, actor, contextOf(prepared, actor, now)).find(
    ({ command: each, task }) => each === command.type && (taskId === undefined || task === taskId),
  );
  if (ok && actor.kind !== 'system') expect(offer?.allowed).toBe(true);
  // What two persons do may be a command of its own, with its own status and role.
  if (command.type === 'propose' || command.type === 'confirm') return;
  if (offer?.allowed === true) expect(codes).not.toContain('dossier.status');
  if (offer?.allowed === true) expect(codes).not.toContain('dossier.role');
};

const LENGTH = 70;

describe('random commands by random people at random times', () => {
  it('leave every dossier whole', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(fc.nat(1), fc.array(move, { minLength: 30, maxLength: LENGTH, size: 'max' }), (which, moves) => {
        const prepared = releases[which] ?? releases[0];
        if (!prepared) return;
        let state: DossierState | undefined;
        let events: readonly DossierEvent[] = [];
        let now = Date.parse(at(MONDAY, '07:30'));
        const first: Move = {
          type: 'submit',
          actor: actors.indexOf(people.citizen),
          able: false,
          minutes: 0,
          late: 0,
          pick: 0,
        };
        let code = '';
        for (const each of [first, ...moves]) {
          now += each.minutes * 60_000;
          const when = new Date(now).toISOString();
          const command = commandOf(each, state, prepared);
          const able =
            each.able && state
              ? actors.find((actor) =>
                  permitted(state as DossierState, actor, contextOf(prepared, actor, when)).some(
                    (offer) => offer.command === command.type,
                  ),
                )
              : undefined;
          const actor = able ?? actors[each.actor] ?? people.clerk;
          const occurredAt = each.late === 0 ? undefined : new Date(now - each.late * 60_000).toISOString();
          const decided = decide(freeze(state), freeze(command), contextOf(prepared, actor, when, occurredAt));
          if (state && occurredAt === undefined)
            agrees(
              state,
              command,
              actor,
              decided.ok,
              decided.ok ? [] : decided.problems.map((found) => found.code),
              prepared,
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
          holds(state, events, prepared, when, code);
        }
        if (state) isRetold(state, events);
      }),
      { numRuns: 100 },
    );
    // The stories went somewhere.
    expect([...reached].sort()).toEqual(
      expect.arrayContaining(['finished', 'obligation', 'processing', 'submitted', 'supplement', 'suspended']),
    );
  }, 120_000);
});
