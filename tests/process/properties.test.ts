import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startProcess, stepProcess, type Graph, type ProcessState } from '#engine/process/index.ts';
import { verifySoundness } from '#engine/verify/index.ts';
import { bpmn, graphOf, NOW } from './support.ts';

/** A well-structured process: what opens is closed by its like. */
type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'sequence' | 'and' | 'xor' | 'or'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop' | 'sub'; readonly part: Block };

const { block } = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.constant<Block>({ kind: 'task' }),
    fc.record({
      kind: fc.constantFrom('sequence' as const, 'and' as const, 'xor' as const, 'or' as const),
      parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constantFrom('loop' as const, 'sub' as const), part: tie('block') }),
  ),
}));

/** Writes a block as XML; every choice reads a variable of its own, so that a run is fixed by its variables. */
class Writer {
  readonly choices: string[] = [];
  #count = 0;

  /** Elements, and the ids at which the block begins and ends. */
  write(given: Block): { readonly xml: string; readonly from: string; readonly to: string } {
    const id = `n${(this.#count += 1)}`;
    switch (given.kind) {
      case 'task':
        return { xml: `<userTask id="${id}"/>`, from: id, to: id };
      case 'sequence': {
        const parts = given.parts.map((part) => this.write(part));
        const links = parts.slice(1).map((part, index) => this.#flow(parts[index]?.to ?? '', part.from));
        return {
          xml: [...parts.map((part) => part.xml), ...links].join(''),
          from: parts[0]?.from ?? '',
          to: parts.at(-1)?.to ?? '',
        };
      }
      case 'sub': {
        const part = this.write(given.part);
        const inner = `<startEvent id="${id}s"/>${part.xml}<endEvent id="${id}e"/>${this.#flow(`${id}s`, part.from)}${this.#flow(part.to, `${id}e`)}`;
        return { xml: `<subProcess id="${id}">${inner}</subProcess>`, from: id, to: id };
      }
      case 'loop': {
        const part = this.write(given.part);
        const gateway = `<exclusiveGateway id="${id}f"/><exclusiveGateway id="${id}t" default="${id}t-${id}end"/><task id="${id}end"/>`;
        const again = this.#choice();
        return {
          xml:
            gateway +
            part.xml +
            this.#flow(`${id}f`, part.from) +
            this.#flow(part.to, `${id}t`) +
            this.#flow(`${id}t`, `${id}f`, `${again} > count(seen)`) +
            this.#flow(`${id}t`, `${id}end`),
          from: `${id}f`,
          to: `${id}end`,
        };
      }
      default: {
        const kind = { and: 'parallelGateway', xor: 'exclusiveGateway', or: 'inclusiveGateway' }[given.kind];
        const parts = given.parts.map((part) => this.write(part));
        const variable = this.#choice();
        const ways = parts.map((part, index) => {
          const condition =
            given.kind === 'and' || index === 0
              ? undefined
              : given.kind === 'xor'
                ? `${variable} = ${index}`
                : `${variable} >= ${index}`;
          return this.#flow(`${id}f`, part.from, condition) + this.#flow(part.to, `${id}t`);
        });
        const byDefault = given.kind === 'and' ? '' : ` default="${id}f-${parts[0]?.from ?? ''}"`;
        return {
          xml:
            `<${kind} id="${id}f"${byDefault}/><${kind} id="${id}t"/>` +
            parts.map((part) => part.xml).join('') +
            ways.join(''),
          from: `${id}f`,
          to: `${id}t`,
        };
      }
    }
  }

  #choice(): string {
    this.choices.push(`c${this.choices.length}`);
    return this.choices.at(-1) ?? '';
  }

  #flow(source: string, target: string, condition?: string): string {
    const inside =
      condition === undefined
        ? ''
        : `<conditionExpression xsi:type="tFormalExpression">= ${condition.replace(/>/g, '&gt;')}</conditionExpression>`;
    return `<sequenceFlow id="${source}-${target}" sourceRef="${source}" targetRef="${target}">${inside}</sequenceFlow>`;
  }
}

const compiled = async (given: Block): Promise<{ graph: Graph; choices: readonly string[] }> => {
  const writer = new Writer();
  const { xml, from, to } = writer.write(given);
  const ends = `<startEvent id="s"/><endEvent id="e"/><sequenceFlow id="first" sourceRef="s" targetRef="${from}"/><sequenceFlow id="last" sourceRef="${to}" targetRef="e"/>`;
  return { graph: await graphOf(bpmn(ends + xml)), choices: writer.choices };
};

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
