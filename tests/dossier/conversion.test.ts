import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { at, type Instant } from '#engine/clock/index.ts';
import { loadRelease, noShared, type Procedure } from '#engine/definition/index.ts';
import {
  checklistOf,
  decide,
  examineConversion,
  factsOf,
  permitted,
  prepareRelease,
  replay,
  sealOnto,
  verifyChain,
  type Actor,
  type CommandContext,
  type DossierCommand,
  type DossierEvent,
  type DossierState,
  type PreparedRelease,
} from '#engine/dossier/index.ts';
import { markingOf } from '#engine/process/index.ts';
import { checkState } from '#engine/verify/index.ts';
import { branching } from './branching.ts';
import { accepted, contextOf, file, MONDAY, morning, paper, people, procedure, submission } from './fixture.ts';

const prepare = async (given: Procedure, number: number, processXml?: string): Promise<PreparedRelease> => {
  const release = loadRelease({
    code: given.code,
    number,
    procedureJson: given,
    ...(processXml === undefined ? {} : { processXml }),
  });
  if (!release.ok) throw new Error(JSON.stringify(release.problems));
  const prepared = await prepareRelease(release.value, noShared);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.problems));
  return prepared.value;
};

const variants: Record<string, Partial<Procedure>> = {
  'cheaper and quicker': {
    fees: [
      { id: 'fee', name: { vi: 'Lệ phí' }, amount: 50_000, due: 'submission' },
      { id: 'tax', name: { vi: 'Thuế' }, amount: 900_000, due: 'obligation' },
    ],
    timeLimits: [
      { id: 'usual', legal: { value: 8, unit: 'working-day' }, promised: { value: 4, unit: 'working-day' } },
    ],
  },
  slower: { timeLimits: [{ id: 'usual', legal: { value: 20, unit: 'working-day' } }] },
  dearer: {
    fees: [
      { id: 'fee', name: { vi: 'Lệ phí' }, amount: 500_000, due: 'submission' },
      { id: 'tax', name: { vi: 'Thuế' }, amount: 900_000, due: 'obligation' },
    ],
  },
  'one paper more': {
    checklist: [...(procedure.checklist ?? []), { id: 'plan', name: { vi: 'Bản vẽ' }, kind: 'submit', originals: 1 }],
  },
  'one paper less': { checklist: (procedure.checklist ?? []).filter(({ id }) => id !== 'photo') },
};

const processes: Record<string, string> = {
  same: branching,
  'renamed and another role': branching
    .replace('name="Cho ý kiến" mc:role="officer"', 'name="Góp ý" mc:role="head"')
    .replace('PT4H', 'PT6H'),
  'a step before the signature': branching.replace(
    '<sequenceFlow id="f9" sourceRef="join" targetRef="sign"/>',
    '<sequenceFlow id="f9" sourceRef="join" targetRef="draft"/><userTask id="draft" name="Dự thảo" mc:role="officer" mc:unit="deciding"/><sequenceFlow id="f12" sourceRef="draft" targetRef="sign"/>',
  ),
  'a step after the reception': branching.replace(
    '<sequenceFlow id="f2" sourceRef="receive" targetRef="split"/>',
    '<sequenceFlow id="f2" sourceRef="receive" targetRef="sort"/><userTask id="sort" name="Phân loại" mc:role="head" mc:unit="deciding"/><sequenceFlow id="f13" sourceRef="sort" targetRef="split"/>',
  ),
};

let old: PreparedRelease;
let releases: readonly { readonly name: string; readonly release: PreparedRelease }[];
beforeAll(async () => {
  old = await prepare(procedure, 1, branching);
  const made: { name: string; release: PreparedRelease }[] = [];
  let number = 2;
  for (const [name, over] of Object.entries({ unchanged: {}, ...variants }))
    for (const [process, xml] of Object.entries(processes)) {
      if (name === 'unchanged' && process === 'same') continue;
      made.push({
        name: `${name}, ${process}`,
        release: await prepare({ ...procedure, ...over, description: { vi: name } }, (number += 1), xml),
      });
    }
  releases = made;
}, 60_000);

const named = (name: string): PreparedRelease => {
  const found = releases.find((one) => one.name === name);
  if (!found) throw new Error(name);
  return found.release;
};

interface Told {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
}

const give = (
  told: Told | undefined,
  prepared: PreparedRelease,
  actor: Actor,
  when: Instant,
  command: DossierCommand,
  more: Partial<CommandContext> = {},
): Told | readonly string[] => {
  const decided = decide(told?.state, command, { ...contextOf(prepared, actor, when), ...more });
  if (!decided.ok) return decided.problems.map(({ code }) => code);
  const sealed = sealOnto(told?.state, 'd1', decided.value);
  if (!sealed.state) throw new Error('no state');
  return { state: sealed.state, events: [...(told?.events ?? []), ...sealed.events] };
};

const isTold = (given: Told | readonly string[]): given is Told => 'state' in given;

const toConvert = (target: PreparedRelease) => ({ target, check: checkState });
const convert = (told: Told, target: PreparedRelease, when: Instant, from = old) =>
  give(
    told,
    from,
    people.system,
    when,
    { type: 'convert', release: target.hash, reason: 'Theo quyết định' },
    toConvert(target),
  );

const begun = (): Told => {
  const { state, events } = accepted(old);
  return { state, events };
};
const doing = (told: Told, element: string, actor: Actor, when: Instant, outcome?: string): Told => {
  const task = told.state.tasks.find((one) => one.element === element)?.id ?? '';
  const done = give(told, old, actor, when, {
    type: 'complete',
    task,
    answers: { score: 70 },
    ...(outcome === undefined ? {} : { outcome }),
  });
  if (!isTold(done)) throw new Error(done.join());
  return done;
};
const adviser: Actor = { kind: 'staff', id: 'adviser', name: 'Đỗ Văn Phòng', unit: 'H02', roles: ['officer', 'head'] };

describe('converting a running dossier to another release', () => {
  it('puts answers, fees, tasks and clock in the place of the old ones, and keeps who has a task', () => {
    const target = named('cheaper and quicker, renamed and another role');
    const held = give(begun(), old, people.officer, at(MONDAY, '09:00'), {
      type: 'claim',
      task: begun().state.tasks.find(({ element }) => element === 'check')?.id ?? '',
    });
    if (!isTold(held)) throw new Error(held.join());
    const done = convert(held, target, at(MONDAY, '10:00'));
    if (!isTold(done)) throw new Error(done.join());
    const { state } = done;
    expect(state).toMatchObject({
      releaseNumber: target.release.number,
      releaseHash: target.hash,
      status: 'processing',
    });
    expect(state.fees.map(({ amount }) => amount)).toEqual([50_000, 900_000]);
    expect(state.tasks.map(({ name, role, assignee }) => [name, role, assignee?.id])).toEqual([
      ['Thẩm định', 'officer', 'officer'],
      ['Góp ý', 'head', undefined],
    ]);
    // Four working days instead of five were promised: the earlier date holds.
    expect(state.promised?.due).toBe(at('2021-07-09', '17:00'));
    expect(verifyChain(done.events).ok).toBe(true);
    const again = replay(JSON.parse(JSON.stringify(done.events)) as DossierEvent[]);
    expect(again.ok && JSON.stringify(again.value)).toBe(JSON.stringify(state));
  });

  it('never promises later than the receipt does', () => {
    const done = convert(begun(), named('slower, same'), at(MONDAY, '10:00'));
    if (!isTold(done)) throw new Error(done.join());
    expect(done.state.promised?.due).toBe(begun().state.promised?.due);
    expect((done.state.legal?.due ?? '') > (begun().state.legal?.due ?? '')).toBe(true);
  });

  it.each([
    ['one paper more, same', 'papers'],
    ['dearer, same', 'fees'],
  ])('says why it cannot: %s', (name, aspect) => {
    const { state } = begun();
    const { against, standing } = examineConversion(state, named(name), {
      ...contextOf(old, people.system, at(MONDAY, '10:00')),
      check: checkState,
    });
    expect(standing).toBeUndefined();
    expect(against.map((found) => found.aspect)).toEqual([aspect]);
  });

  it('stays where the new process would have asked for another step first', () => {
    const examined = doing(begun(), 'check', people.officer, at(MONDAY, '09:00'), 'eligible');
    expect(convert(examined, named('unchanged, a step after the reception'), at(MONDAY, '10:00'))).not.toHaveProperty(
      'state',
    );
    // Only one of two ways has come to the join: the new step after it is still ahead of both.
    expect(convert(examined, named('unchanged, a step before the signature'), at(MONDAY, '10:00'))).toHaveProperty(
      'state',
    );
    const both = doing(examined, 'consult', adviser, at(MONDAY, '09:30'));
    expect(convert(both, named('unchanged, a step before the signature'), at(MONDAY, '10:00'))).toEqual([
      'dossier.convert.place-differs',
    ]);
  });

  it('does not make a dossier late that is in time', () => {
    const quick = named('cheaper and quicker, same');
    expect(convert(begun(), quick, at('2021-07-12', '08:00'))).toEqual(['dossier.convert.late-at-once']);
  });

  it('goes back to what it was, until something else happens', () => {
    const before = begun();
    const target = named('cheaper and quicker, renamed and another role');
    const done = convert(before, target, at(MONDAY, '10:00'));
    if (!isTold(done)) throw new Error(done.join());
    const revert: DossierCommand = { type: 'revert-conversion', reason: 'Quyết định bị hủy' };
    const back = give(done, target, people.system, at(MONDAY, '11:00'), revert, { before: before.state });
    if (!isTold(back)) throw new Error(back.join());
    expect({ ...back.state, seq: 0, lastHash: '', lastAt: '' }).toEqual({
      ...before.state,
      seq: 0,
      lastHash: '',
      lastAt: '',
    });
    const claimed = give(done, target, people.officer, at(MONDAY, '10:30'), {
      type: 'claim',
      task: done.state.tasks.find(({ element }) => element === 'check')?.id ?? '',
    });
    if (!isTold(claimed)) throw new Error(claimed.join());
    expect(give(claimed, target, people.system, at(MONDAY, '11:00'), revert, { before: before.state })).toEqual([
      'dossier.convert.moved-on',
    ]);
  });

  it('asks the applicant once, and does what is answered', () => {
    const target = named('slower, same');
    const ask: DossierCommand = {
      type: 'ask-conversion',
      release: target.hash,
      reason: 'Theo quyết định',
      until: at('2021-07-16', '00:00'),
      otherwise: 'keep',
    };
    const asked = give(begun(), old, people.system, at(MONDAY, '10:00'), ask, toConvert(target));
    if (!isTold(asked)) throw new Error(asked.join());
    expect(asked.state.question).toMatchObject({ otherwise: 'keep', releaseNumber: target.release.number });
    const answer = (choice: 'convert' | 'keep', actor: Actor): Told | readonly string[] =>
      give(asked, old, actor, at(MONDAY, '14:00'), { type: 'answer-conversion', choice }, toConvert(target));
    expect(give(asked, old, people.system, at(MONDAY, '11:00'), ask, toConvert(target))).toEqual([
      'dossier.convert.question-open',
    ]);
    expect(answer('convert', people.otherCitizen)).not.toHaveProperty('state');
    const yes = answer('convert', people.citizen);
    expect(isTold(yes) && [yes.state.releaseHash, yes.state.question?.answer?.silent]).toEqual([target.hash, false]);
    const no = answer('keep', people.clerk);
    expect(isTold(no) && [no.state.releaseHash, no.state.question?.answer?.choice]).toEqual([old.hash, 'keep']);
    if (!isTold(no)) return;
    expect(give(no, old, people.citizen, at(MONDAY, '15:00'), { type: 'answer-conversion', choice: 'keep' })).toEqual([
      'dossier.convert.no-question',
    ]);
  });
});

const step = fc.constantFrom<readonly [string, Actor, DossierCommand['type'], string?]>(
  ['check', people.officer, 'complete', 'eligible'],
  ['check', people.officer, 'claim'],
  ['consult', adviser, 'complete'],
  ['sign', people.leader, 'sign-result'],
  ['', people.officer, 'ask-payment'],
  ['', people.clerk, 'record-payment'],
  ['', people.officer, 'ask-supplement'],
  ['', people.citizen, 'supply-supplement'],
  ['', people.leader, 'suspend'],
  ['', people.leader, 'resume'],
);

const commandOf = (
  [element, , type, outcome]: readonly [string, Actor, DossierCommand['type'], string?],
  { tasks }: DossierState,
): DossierCommand | undefined => {
  const task = tasks.find((one) => one.element === element)?.id ?? '';
  switch (type) {
    case 'complete':
      return { type, task, answers: { score: 70 }, ...(outcome === undefined ? {} : { outcome }) };
    case 'claim':
      return { type, task };
    case 'sign-result':
      return { type, task, result: 'licence', file };
    case 'ask-payment':
      return { type, fee: 'tax', amount: 900_000, reason: 'Thuế' };
    case 'record-payment':
      return { type, fee: 'tax', amount: 900_000, method: 'counter' };
    case 'ask-supplement':
      return { type, papers: [{ paper: 'application', what: 'Thiếu chữ ký' }], reason: 'Thiếu' };
    case 'supply-supplement':
      return { type, papers: [paper('application')] };
    case 'suspend':
      return { type, ground: 'Phong tỏa' };
    case 'resume':
      return { type };
    default:
      return undefined;
  }
};

/** All that the release decides of a dossier, as anybody would see it. */
const seen = (state: DossierState, prepared: PreparedRelease, when: Instant) => {
  const everybody = [...Object.values(people), adviser];
  return {
    status: state.status,
    answers: state.answers,
    fees: state.fees,
    decidingUnit: state.decidingUnit,
    timeLimit: state.timeLimit,
    legal: state.legal?.due,
    checklist: checklistOf(prepared, factsOf(state, contextOf(prepared, people.clerk, when))).map(
      (one) => one.paper.id,
    ),
    marking: state.process && markingOf(state.process),
    variables: state.process?.variables,
    tasks: state.tasks
      .map(({ element, name, role, unit, assignee }) => [element, name, role, unit, assignee?.id])
      .sort(),
    permitted: everybody.flatMap((actor) =>
      permitted(state, actor, contextOf(prepared, actor, when)).map(({ command, task, allowed }) => [
        actor.id,
        command,
        state.tasks.find(({ id }) => id === task)?.element ?? '',
        allowed,
      ]),
    ),
  };
};

describe('any history, any release', () => {
  it('a converted dossier and a fresh one that did the same evaluate the same; what does not fit stays as it is', () => {
    let converted = 0;
    let stayed = 0;
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.boolean(),
        fc.array(fc.tuple(step, fc.integer({ min: 10, max: 600 })), { maxLength: 8 }),
        (which, isAccepted, steps) => {
          const target = releases[which % releases.length]?.release ?? old;
          const fresh: { told: Told | undefined } = { told: undefined };
          let told: Told | undefined;
          let now = Date.parse(at('2021-07-02', '20:00'));
          const both = (actor: Actor, of: (state: DossierState | undefined) => DossierCommand | undefined): void => {
            const when = new Date(now).toISOString();
            const command = of(told?.state);
            const done = command && give(told, old, actor, when, command);
            if (!done || !isTold(done)) return;
            told = done;
            const same = of(fresh.told?.state);
            const freshly =
              same && (told.events.length > 1 && !fresh.told ? [] : give(fresh.told, target, actor, when, same));
            // What the new release would have refused: the two have parted.
            fresh.told = freshly && isTold(freshly) ? freshly : undefined;
            if (!fresh.told) parted = true;
          };
          let parted = false;
          both(people.citizen, () => submission());
          now = Date.parse(morning(MONDAY));
          if (isAccepted) both(people.clerk, () => ({ type: 'accept' }));
          for (const [one, minutes] of isAccepted ? steps : []) {
            now += minutes * 60_000;
            both(one[1], (state) => state && commandOf(one, state));
          }
          if (!told) throw new Error('nothing was submitted');
          now += 60_000;
          const when = new Date(now).toISOString();
          const before = JSON.stringify(told.state);
          const done = convert(told, target, when);
          expect(JSON.stringify(told.state)).toBe(before);
          if (!isTold(done)) {
            stayed += 1;
            expect(done.length).toBeGreaterThan(0);
            return;
          }
          converted += 1;
          expect(parted).toBe(false);
          if (!fresh.told) return;
          expect(seen(done.state, target, when)).toEqual(seen(fresh.told.state, target, when));
          expect((done.state.promised?.due ?? '') <= (told.state.promised?.due ?? '')).toBe(true);
        },
      ),
      { numRuns: 400 },
    );
    expect(converted).toBeGreaterThan(60);
    expect(stayed).toBeGreaterThan(60);
  }, 120_000);
});
