import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startProcess, stepProcess, type ProcessState } from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { block, compiled } from './random-process.ts';
import { NOW } from './support.ts';

const stepped = (result: ReturnType<typeof stepProcess>): ProcessState => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value.state;
};

const waiting = (state: ProcessState): readonly { readonly id: string; readonly element: string }[] =>
  state.tokens.filter((token) => token.kind === 'task');

/** What of a state does not depend on the order in which side-by-side work was done. */
const shape = (state: ProcessState): unknown => ({
  status: state.status,
  tokens: state.tokens.map((token) => `${token.kind} ${token.element}`).sort(),
  joins: state.joins.map((join) => JSON.stringify([join.element, Object.entries(join.flows).sort()])).sort(),
});

describe('every well-structured process', () => {
  it('is sound, always ends, keeps its tokens together, and survives being stored at every step', async () => {
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }),
        fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }),
        async (given, values, picks) => {
          const { graph, choices } = await compiled(given);
          expect(verifySoundness(graph).findings.filter((found) => found.severity === 'error')).toEqual([]);
          const fixed = Object.fromEntries(choices.map((name, index) => [name, values[index % values.length] ?? 0]));
          let state = stepped(startProcess(graph, { type: 'start', variables: { ...fixed, seen: [] } }, { now: NOW }));
          for (let step = 0; state.status === 'active'; step += 1) {
            expect(step).toBeLessThan(3_000);
            const tasks = waiting(state);
            // Something can always be done, and no scope is without anything in it.
            expect(tasks.length).toBeGreaterThan(0);
            for (const scope of state.scopes)
              expect(
                state.tokens.some((token) => token.scope === scope.id) ||
                  state.joins.some((join) => join.scope === scope.id),
              ).toBe(true);
            const pick = tasks[(picks[step % picks.length] ?? 0) % tasks.length];
            const seen = [...(state.variables['seen'] as readonly number[]), 1];
            const input = { type: 'complete' as const, task: pick?.id ?? '', variables: { seen } };
            const stored = stepped(
              stepProcess(graph, JSON.parse(JSON.stringify(state)) as ProcessState, input, { now: NOW }),
            );
            const before = JSON.stringify(state);
            const direct = stepped(stepProcess(graph, state, input, { now: NOW }));
            expect(JSON.stringify(state)).toBe(before);
            expect(JSON.stringify(stored)).toBe(JSON.stringify(direct));
            state = direct;
          }
          expect(state).toMatchObject({ status: 'ended', tokens: [], scopes: [], joins: [], timers: [] });
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);

  it('comes to the same state whichever of two independent steps is done first', async () => {
    await fc.assert(
      fc.asyncProperty(
        block,
        fc.array(fc.nat(3), { minLength: 30, maxLength: 30 }),
        fc.nat(50),
        fc.nat(50),
        async (given, values, one, other) => {
          const { graph, choices } = await compiled({ kind: 'and', parts: [given, given] });
          const fixed = Object.fromEntries(choices.map((name, index) => [name, values[index % values.length] ?? 0]));
          const state = stepped(
            startProcess(graph, { type: 'start', variables: { ...fixed, seen: [1, 1, 1, 1] } }, { now: NOW }),
          );
          const tasks = waiting(state);
          const [first, second] = [tasks[one % tasks.length], tasks[other % tasks.length]];
          fc.pre(first !== undefined && second !== undefined && first.id !== second.id);
          const both = (order: readonly string[]): ProcessState =>
            order.reduce(
              (at, task) => stepped(stepProcess(graph, at, { type: 'complete', task }, { now: NOW })),
              state,
            );
          expect(shape(both([first?.id ?? '', second?.id ?? '']))).toEqual(
            shape(both([second?.id ?? '', first?.id ?? ''])),
          );
        },
      ),
      { numRuns: 80 },
    );
  }, 60_000);
});
