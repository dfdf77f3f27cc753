import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  migrate,
  planMigration,
  revertMigration,
  startProcess,
  stepProcess,
  type Graph,
  type Instructions,
  type Migrated,
  type ProcessState,
} from '#engine/process/index.ts';
import type { Result } from '#engine/result/index.ts';
import { checkState } from '#engine/verify/index.ts';
import { block, compiled, edited, identified, type Edit } from './random-process.ts';
import { bpmn, codes, flows, graphOf, NOW, Trial } from './support.ts';

const LATER = '2021-07-02T00:00:00.000Z';
const start = '<startEvent id="s"/>';
const end = '<endEvent id="e"/>';
const task = (id: string, more = ''): string => `<userTask id="${id}" ${more}/>`;
const timer = (time: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${time}</timeDuration></timerEventDefinition>`;
const line = (...tasks: readonly string[]): string =>
  start +
  tasks.map((id) => task(id)).join('') +
  end +
  flows(['s', ...tasks].map((id, index) => `${id}>${[...tasks, 'e'][index] ?? 'e'}`).join(' '));

const moved = async (
  from: string,
  to: string,
  prepare: (trial: Trial) => void = () => undefined,
  instructions: Instructions = {},
): Promise<{
  readonly from: Graph;
  readonly to: Graph;
  readonly before: ProcessState;
  readonly result: Result<Migrated>;
}> => {
  const [one, other] = [await graphOf(bpmn(from)), await graphOf(bpmn(to))];
  const trial = new Trial(one);
  prepare(trial);
  const plan = planMigration(one, other, instructions);
  const result = migrate(one, other, trial.state, plan, { now: LATER, check: checkState });
  return { from: one, to: other, before: trial.state, result };
};

const stateOf = (result: Result<Migrated>): ProcessState => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.state;
};

const standing = (state: ProcessState): readonly string[] => state.tokens.map(({ element }) => element).sort();

describe('moving a running process to another model', () => {
  it('keeps a waiting task with its token, and goes on by the new model', async () => {
    const { to, result } = await moved(line('a', 'b'), line('a', 'more', 'b'));
    const state = stateOf(result);
    expect(state.tokens).toMatchObject([{ id: 'n2', element: 'a', kind: 'task' }]);
    const next = stepProcess(to, state, { type: 'complete', task: 'a' }, { now: LATER });
    expect(next.ok && standing(next.value.state)).toEqual(['more']);
  });

  it('changes nothing at all when nothing has changed', async () => {
    const { before, result } = await moved(line('a', 'b'), line('a', 'b'));
    expect(JSON.stringify(stateOf(result))).toBe(JSON.stringify(before));
    expect(result.ok && result.value.effects).toEqual([]);
  });

  it('says which task has no counterpart, and moves nothing', async () => {
    const { result } = await moved(line('a', 'b'), line('b', 'c'));
    expect(result.ok ? [] : result.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'process.migrate.unmapped a',
    ]);
  });

  it('finds a renamed element by its place, and says so', async () => {
    const { result } = await moved(line('a', 'b'), line('a2', 'b'));
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual(['process.migrate.by-place']);
    expect(standing(stateOf(result))).toEqual(['a2']);
    expect(result.ok && result.value.effects.map(({ type }) => type)).toEqual(['move-task']);
  });

  it('does what a person says instead, and refuses what makes no sense', async () => {
    const { result } = await moved(line('a', 'b'), line('x', 'y', 'b'), undefined, { a: 'y' });
    expect(standing(stateOf(result))).toEqual(['y']);
    const wrong = async (instructions: Instructions): Promise<readonly string[]> =>
      codes((await moved(line('a', 'b'), line('a', 'b'), undefined, instructions)).result);
    expect(await wrong({ zz: 'a' })).toContain('process.migrate.unknown-source');
    expect(await wrong({ a: 'zz' })).toContain('process.migrate.unknown-target');
    expect(await wrong({ a: null })).toContain('process.migrate.unmapped');
    expect(await wrong({ a: 'b', b: 'b' })).toContain('process.migrate.twice');
    expect(await wrong({ a: 'e' })).toContain('process.migrate.kind');
  });

  it('keeps a promised timer, disarms one whose event is gone, and begins a new one now', async () => {
    const with_ = (id: string, time: string): string =>
      line('a') +
      `<boundaryEvent id="${id}" attachedToRef="a">${timer(time)}</boundaryEvent><endEvent id="f"/>` +
      flows(`${id}>f`);
    const same = await moved(with_('late', 'P5D'), with_('late', 'P1D'));
    expect(stateOf(same.result).timers).toMatchObject([{ element: 'late', due: '2021-07-06T00:00:00.000Z' }]);
    const gone = await moved(with_('late', 'P5D'), line('a'));
    expect(stateOf(gone.result).timers).toEqual([]);
    expect(gone.result.ok && gone.result.value.effects.map(({ type }) => type)).toEqual(['disarm-timer']);
    const added = await moved(line('a'), with_('late', 'P1D'));
    expect(stateOf(added.result).timers).toMatchObject([{ element: 'late', due: '2021-07-03T00:00:00.000Z' }]);
  });

  it('does not wind up again a reminder that has run out', async () => {
    const once =
      line('a') +
      `<boundaryEvent id="remind" attachedToRef="a" cancelActivity="false">${timer('P1D')}</boundaryEvent><endEvent id="f"/>` +
      flows('remind>f');
    const { result } = await moved(once, once, (trial) => void trial.do({ type: 'timer', timer: 'remind' }));
    expect(stateOf(result).timers).toEqual([]);
  });

  const join = (branches: readonly string[]): string =>
    start +
    '<parallelGateway id="f"/><parallelGateway id="j"/>' +
    branches.map((id) => task(id)).join('') +
    end +
    flows(`s>f ${branches.map((id) => `f>${id} ${id}>j`).join(' ')} j>e`);

  it('keeps a join that is half full, and refuses one that lost the way it was reached by', async () => {
    const full = await moved(join(['a', 'b']), join(['a', 'b']), (trial) => void trial.complete('a'));
    expect(stateOf(full.result).joins).toMatchObject([{ element: 'j', flows: { 'a-j': 1 } }]);
    const lost = await moved(join(['a', 'b']), join(['b', 'c', 'd']), (trial) => void trial.complete('a'));
    expect(codes(lost.result)).toContain('process.migrate.join');
    const narrower = await moved(join(['a', 'b', 'c']), join(['a', 'b']), (trial) => void trial.complete('a'));
    expect(codes(narrower.result)).toContain('process.migrate.join-narrower');
  });

  it('refuses a move after which the process could not end (the dynamic change bug)', async () => {
    const { result } = await moved(line('a', 'b'), join(['a', 'b']), (trial) => void trial.complete('a'));
    expect(codes(result)).toEqual(['process.migrate.no-end']);
  });

  it('opens a sub-process that is new around a task, and dissolves one that is gone', async () => {
    const sub =
      start +
      `<subProcess id="u"><startEvent id="us"/>${task('a')}<endEvent id="ue"/>${flows('us>a a>ue')}</subProcess>` +
      task('b') +
      end +
      flows('s>u u>b b>e');
    const into = await moved(line('a', 'b'), sub);
    const state = stateOf(into.result);
    expect(state.scopes.map(({ element }) => element)).toEqual(['p', 'u']);
    const next = stepProcess(into.to, state, { type: 'complete', task: 'a' }, { now: LATER });
    expect(next.ok && standing(next.value.state)).toEqual(['b']);
    const out = await moved(sub, line('a', 'b'));
    expect(stateOf(out.result).scopes).toHaveLength(1);
    expect(standing(stateOf(out.result))).toEqual(['a']);
  });

  it('moves a loop in progress as it is, and refuses another kind of loop', async () => {
    const many = (attributes: string): string =>
      start +
      `<userTask id="a"><multiInstanceLoopCharacteristics ${attributes}><loopCardinality xsi:type="tFormalExpression">3</loopCardinality></multiInstanceLoopCharacteristics></userTask>` +
      end +
      flows('s>a a>e');
    const kept = await moved(many(''), many(''), (trial) => void trial.complete('a'));
    expect(stateOf(kept.result).tokens.find(({ kind }) => kind === 'loop')?.loop).toEqual({
      started: 3,
      done: 1,
      total: 3,
    });
    expect(codes((await moved(many(''), many('isSequential="true"'))).result)).toContain('process.migrate.loop');
    expect(codes((await moved(line('a'), many(''))).result)).toContain('process.migrate.loop');
  });

  it('refuses when what would undo a finished step is gone', async () => {
    const undo = (handler: string): string =>
      line('a', 'b') +
      '<boundaryEvent id="c" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>' +
      (handler === ''
        ? ''
        : `<task id="${handler}" isForCompensation="true"/><association id="as" sourceRef="c" targetRef="${handler}"/>`);
    const { result } = await moved(undo('h'), line('a', 'b'), (trial) => void trial.complete('a'));
    expect(codes(result)).toEqual(['process.migrate.compensation']);
  });

  it('tells of other outcomes, and refuses what has ended', async () => {
    const asked = (outcomes: string): string => start + task('a', `mc:outcomes="${outcomes}"`) + end + flows('s>a a>e');
    const { result } = await moved(asked('yes: Có | no: Không'), asked('yes: Có | later: Sau'));
    expect(result.ok && result.value.warnings.map(({ code }) => code)).toEqual(['process.migrate.outcomes']);
    const over = await moved(line('a'), line('a'), (trial) => void trial.complete('a'));
    expect(codes(over.result)).toEqual(['process.migrate.ended']);
  });

  it('is taken back only while nothing has happened since', async () => {
    const { to, before, result } = await moved(line('a', 'b'), line('a', 'more', 'b'));
    if (!result.ok) throw new Error('refused');
    const { state, undo } = result.value;
    const back = revertMigration(JSON.parse(JSON.stringify(state)) as ProcessState, undo);
    expect(back.ok && JSON.stringify(back.value)).toBe(JSON.stringify(before));
    const on = stepProcess(to, state, { type: 'complete', task: 'a' }, { now: LATER });
    if (!on.ok) throw new Error('refused');
    expect(codes(revertMigration(on.value.state, undo))).toEqual(['process.migrate.moved-on']);
  });
});

const EDITS: readonly Edit[] = ['before', 'after', 'wrap', 'unwrap', 'beside', 'drop'];

/** Runs to the end whatever waits first; how many steps it took, or what stopped it. */
const runOn = (graph: Graph, begin: ProcessState): ProcessState => {
  let state = begin;
  for (let step = 0; state.status === 'active' && step < 2_000; step += 1) {
    const waiting = state.tokens.find(({ kind }) => kind === 'task');
    if (!waiting) return state;
    const seen = [...((state.variables['seen'] as readonly number[] | undefined) ?? []), 1];
    const next = stepProcess(graph, state, { type: 'complete', task: waiting.id, variables: { seen } }, { now: LATER });
    if (!next.ok) throw new Error(JSON.stringify(next.problems));
    state = next.value.state;
  }
  return state;
};

describe('every migration', () => {
  it('is refused with its reasons, or ends in the new process; and taking it back gives the same bytes', async () => {
    let accepted = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.constantFrom(...EDITS),
        fc.nat(12),
        fc.array(fc.nat(3), { minLength: 8, maxLength: 8 }),
        fc.nat(12),
        async (given, edit, at, values, steps) => {
          const first = identified(given);
          const old = await compiled(first);
          const next = await compiled(edited(first, edit, at));
          const names = [...new Set([...old.choices, ...next.choices])];
          const fixed = Object.fromEntries(names.map((name, index) => [name, values[index % values.length] ?? 0]));
          const started = startProcess(
            old.graph,
            { type: 'start', variables: { ...fixed, seen: [1, 1] } },
            { now: NOW },
          );
          if (!started.ok) throw new Error('not started');
          let { state } = started.value;
          for (let step = 0; step < steps; step += 1) {
            const waiting = state.tokens.filter(({ kind }) => kind === 'task');
            const pick = waiting[(values[step % values.length] ?? 0) % Math.max(1, waiting.length)];
            if (!pick) break;
            const stepped = stepProcess(old.graph, state, { type: 'complete', task: pick.id }, { now: NOW });
            if (stepped.ok) ({ state } = stepped.value);
          }
          fc.pre(state.status === 'active');
          const before = JSON.stringify(state);
          const plan = planMigration(old.graph, next.graph);
          const result = migrate(old.graph, next.graph, state, plan, { now: LATER, check: checkState });
          expect(JSON.stringify(state)).toBe(before);
          if (!result.ok) {
            refused += 1;
            expect(result.problems.length).toBeGreaterThan(0);
            expect(
              result.problems.every(({ message, remedy }) => message.en !== undefined && remedy !== undefined),
            ).toBe(true);
            return;
          }
          accepted += 1;
          expect(runOn(next.graph, JSON.parse(JSON.stringify(result.value.state)) as ProcessState).status).toBe(
            'ended',
          );
          const back = revertMigration(result.value.state, result.value.undo);
          expect(back.ok && JSON.stringify(back.value)).toBe(before);
        },
      ),
      { numRuns: 200 },
    );
    expect(accepted).toBeGreaterThan(60);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);

  it('to the same process is the identity', async () => {
    await fc.assert(
      fc.asyncProperty(block, fc.nat(6), async (given, steps) => {
        const { graph } = await compiled(given);
        const started = startProcess(graph, { type: 'start', variables: { seen: [1, 1] } }, { now: NOW });
        if (!started.ok) throw new Error('not started');
        let { state } = started.value;
        for (let step = 0; step < steps; step += 1) {
          const waiting = state.tokens.find(({ kind }) => kind === 'task');
          const stepped = waiting && stepProcess(graph, state, { type: 'complete', task: waiting.id }, { now: NOW });
          if (stepped?.ok) ({ state } = stepped.value);
        }
        fc.pre(state.status === 'active');
        const result = migrate(graph, graph, state, planMigration(graph, graph), { now: LATER, check: checkState });
        expect(result.ok && JSON.stringify(result.value.state)).toBe(JSON.stringify(state));
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
