import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type {
  ParsedDefinitions,
  ParsedFlow,
  ParsedLane,
  ParsedNode,
  ParsedProcess,
  ParsedScope,
} from '../parse/model.ts';

/** A process and what it calls, laid out flat: every node and flow has its number, nothing is linked yet. */
export interface Draft {
  readonly nodes: readonly DraftNode[];
  readonly flows: readonly DraftFlow[];
  readonly scopes: readonly DraftScope[];
  readonly lanes: readonly ParsedLane[];
  readonly nodeOf: ReadonlyMap<string, number>;
  readonly scopeOf: ReadonlyMap<string, number>;
}

export interface DraftNode {
  readonly parsed: ParsedNode;
  readonly scope: number;
}

export interface DraftFlow {
  readonly parsed: ParsedFlow;
  readonly scope: number;
}

export interface DraftScope {
  readonly id: string;
  readonly node?: number;
  readonly parsed: ParsedScope;
}

/** Numbers nodes in document order, a sub-process before what is in it; called processes come after. */
export const draftOf = (
  definitions: ParsedDefinitions,
  process: ParsedProcess,
  others: readonly ParsedDefinitions[],
  report: (problem: Problem) => void,
): Draft => {
  const nodes: DraftNode[] = [];
  const flows: DraftFlow[] = [];
  const scopes: DraftScope[] = [];
  const lanes: ParsedLane[] = [];
  const nodeOf = new Map<string, number>();
  const scopeOf = new Map<string, number>();
  const wanted: ParsedProcess[] = [process];

  const addScope = (id: string, parsed: ParsedScope, node?: number): void => {
    const scope = scopes.length;
    scopes.push(node === undefined ? { id, parsed } : { id, parsed, node });
    scopeOf.set(id, scope);
    for (const child of parsed.nodes) {
      const index = nodes.length;
      nodes.push({ parsed: child, scope });
      if (nodeOf.has(child.id)) report(said.calledClash(child.id));
      nodeOf.set(child.id, index);
      if (child.inside) addScope(child.id, child.inside, index);
      if (child.kind === 'callActivity') want(child);
    }
    for (const flow of parsed.flows) flows.push({ parsed: flow, scope });
  };
  const want = (caller: ParsedNode): void => {
    const called = calledBy(caller, [definitions, ...others]);
    if (!called) report(said.unknownCalled(caller.id, caller.called ?? ''));
    else if (!wanted.includes(called)) wanted.push(called);
  };

  for (let at = 0; at < wanted.length; at += 1) {
    const next = wanted[at];
    if (!next) break;
    addScope(next.id, next);
    lanes.push(...next.lanes);
  }
  return { nodes, flows, scopes, lanes, nodeOf, scopeOf };
};

/** The file's own processes first, then those of the other files. */
const calledBy = (caller: ParsedNode, files: readonly ParsedDefinitions[]): ParsedProcess | undefined =>
  files.flatMap(({ processes }) => processes).find(({ id }) => id === caller.called);
