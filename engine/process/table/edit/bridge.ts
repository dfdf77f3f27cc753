import type { ParsedFlow, ParsedNode, ParsedProcess } from '../../parse/model.ts';

/** Which element of a drawn process plays the part that a table's own process gives to another id. */
export type Bridge = ReadonlyMap<string, string>;

const isGateway = ({ kind }: ParsedNode): boolean => kind.endsWith('Gateway');

const out = (flows: readonly ParsedFlow[], id: string): readonly string[] =>
  flows.filter((flow) => flow.source === id).map((flow) => flow.target);
const into = (flows: readonly ParsedFlow[], id: string): readonly string[] =>
  flows.filter((flow) => flow.target === id).map((flow) => flow.source);

/**
 * Steps are the same by their id, the start is the start, an end the end; gateways, which tables do not name, are
 * found by what stands before and behind them.
 */
export const bridgeOf = (table: ParsedProcess, drawn: ParsedProcess): Bridge => {
  const found = new Map<string, string>();
  const taken = new Set<string>();
  const match = (id: string, is: string): void => {
    found.set(id, is);
    taken.add(is);
  };
  const free = (kind: string): readonly ParsedNode[] =>
    drawn.nodes.filter((node) => node.kind === kind && !taken.has(node.id));
  for (const node of table.nodes) {
    const same = drawn.nodes.find(({ id }) => id === node.id);
    // A manual task may stand where a table has a step of people.
    if (same && (same.kind === node.kind || !isGateway(node))) match(node.id, same.id);
  }
  for (const kind of ['startEvent', 'endEvent']) {
    const node = table.nodes.find((each) => each.kind === kind && !found.has(each.id));
    const [first] = free(kind);
    if (node && first) match(node.id, first.id);
  }
  const fits = (gateway: ParsedNode, candidate: ParsedNode): boolean => {
    const splits = out(table.flows, gateway.id).length > 1;
    if (splits !== out(drawn.flows, candidate.id).length > 1) return false;
    const meets = (here: readonly string[], there: readonly string[]): boolean =>
      here.some((id) => there.includes(found.get(id) ?? ''));
    return splits
      ? meets(into(table.flows, gateway.id), into(drawn.flows, candidate.id))
      : meets(out(table.flows, gateway.id), out(drawn.flows, candidate.id));
  };
  for (let again = true; again;) {
    again = false;
    for (const node of table.nodes.filter((each) => isGateway(each) && !found.has(each.id))) {
      const candidate = free(node.kind).find((each) => fits(node, each));
      if (!candidate) continue;
      match(node.id, candidate.id);
      again = true;
    }
  }
  return found;
};
