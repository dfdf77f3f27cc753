import type { ParsedFlow, ParsedNode, ParsedProcess } from '../../parse/model.ts';
import { bridgeOf } from './bridge.ts';

/** A node as it is to be; `before` is what the table said of it before, absent where it is new. */
export interface WantedNode {
  readonly id: string;
  readonly now: ParsedNode;
  readonly before?: ParsedNode;
  /** Lane that the table gives it; absent where that has not changed. */
  readonly lane?: string;
}

export interface WantedFlow {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly now: ParsedFlow;
  readonly before?: ParsedFlow;
  /** Taken over from the drawing, with all that it has. */
  readonly kept: boolean;
  readonly byDefault: boolean;
}

export interface Wanted {
  readonly nodes: readonly WantedNode[];
  readonly flows: readonly WantedFlow[];
  /** Lane of the table → a node of the drawing that is in it. */
  readonly laneOf: ReadonlyMap<string, string>;
}

const laneIn = ({ lanes }: ParsedProcess, id: string): string =>
  lanes.find((lane) => lane.nodes.includes(id))?.id ?? '';

const uniquely = (wish: string, taken: Set<string>): string => {
  let id = wish;
  for (let count = 2; taken.has(id); count += 1) id = `${wish}-${String(count)}`;
  taken.add(id);
  return id;
};

/** What the drawing has to become: the table's new process in the drawing's own ids. */
export const wantedOf = (before: ParsedProcess, now: ParsedProcess, drawn: ParsedProcess): Wanted => {
  const bridge = bridgeOf(before, drawn);
  const taken = new Set([...drawn.nodes, ...drawn.flows, ...drawn.lanes].map(({ id }) => id));
  const ids = new Map<string, string>();
  for (const { id } of now.nodes) ids.set(id, bridge.get(id) ?? uniquely(id, taken));
  const idOf = (id: string): string => ids.get(id) ?? id;
  const ends = new Set(drawn.nodes.filter(({ kind }) => kind === 'endEvent').map(({ id }) => id));
  const endsUsed = new Set<string>();
  const free = new Set(drawn.flows);
  const flows = now.flows.map((flow): WantedFlow => {
    const source = idOf(flow.source);
    const isEnd = now.nodes.find(({ id }) => id === flow.target)?.kind === 'endEvent';
    const same = (each: ParsedFlow): boolean =>
      each.source === source && (isEnd ? ends.has(each.target) : each.target === idOf(flow.target));
    const own = [...free].filter(same);
    const old = own.find(({ condition }) => condition === flow.condition) ?? own[0];
    if (old) free.delete(old);
    const target = old?.target ?? idOf(flow.target);
    if (isEnd) endsUsed.add(target);
    const told = before.flows.find((each) => each.source === flow.source && each.target === flow.target && each.condition === flow.condition); // prettier-ignore
    return {
      id: old?.id ?? uniquely(`${source}-${target}`, taken),
      source,
      target,
      now: flow,
      ...(told ? { before: told } : {}),
      kept: old !== undefined,
      byDefault: now.nodes.find(({ id }) => id === flow.source)?.defaultFlow === flow.id,
    };
  });
  const nodes = now.nodes.flatMap((node): readonly WantedNode[] => {
    const id = idOf(node.id);
    const old = before.nodes.find((each) => each.id === node.id);
    const lane = laneIn(now, node.id);
    const moved = !old || laneIn(before, node.id) !== lane;
    const wanted = { now: node, ...(old ? { before: old } : {}), ...(moved ? { lane } : {}) };
    if (node.kind !== 'endEvent') return [{ id, ...wanted }];
    // Each end of the drawing that is still come to stays.
    return [...(endsUsed.size > 0 ? endsUsed : new Set([id]))].map((each) => ({ id: each, ...wanted }));
  });
  const laneOf = new Map<string, string>();
  for (const lane of before.lanes)
    for (const node of lane.nodes) {
      const there = bridge.get(node);
      if (there !== undefined && !laneOf.has(lane.id)) laneOf.set(lane.id, there);
    }
  return { nodes, flows, laneOf };
};
