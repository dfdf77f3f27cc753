import type { Problem } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import { chooseProcess } from './choose.ts';
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

/** Processes of releases by the name a call activity gives them, `CODE@NUMBER`. */
export type CalledReleases = ReadonlyMap<string, ParsedDefinitions>;

/** Where called processes are found, besides the file itself. */
interface Callable {
  readonly called?: readonly ParsedDefinitions[];
  readonly releases?: CalledReleases;
}

/** A process to lay out, and the files in which it finds those it calls. */
interface Wanted {
  readonly process: ParsedProcess;
  readonly files: readonly ParsedDefinitions[];
}

/** Numbers nodes in document order, a sub-process before what is in it; called processes come after. */
export const draftOf = (
  definitions: ParsedDefinitions,
  process: ParsedProcess,
  { called: others = [], releases = new Map() }: Callable,
  report: (problem: Problem) => void,
): Draft => {
  const nodes: DraftNode[] = [];
  const flows: DraftFlow[] = [];
  const scopes: DraftScope[] = [];
  const lanes: ParsedLane[] = [];
  const nodeOf = new Map<string, number>();
  const scopeOf = new Map<string, number>();
  const wanted: Wanted[] = [{ process, files: [definitions, ...others] }];

  const addScope = (id: string, parsed: ParsedScope, files: Wanted['files'], node?: number): void => {
    const scope = scopes.length;
    scopes.push(node === undefined ? { id, parsed } : { id, parsed, node });
    scopeOf.set(id, scope);
    for (const child of parsed.nodes) {
      const index = nodes.length;
      nodes.push({ parsed: child, scope });
      if (nodeOf.has(child.id)) report(said.calledClash(child.id));
      nodeOf.set(child.id, index);
      if (child.inside) addScope(child.id, child.inside, files, index);
      if (child.kind === 'callActivity') want(child, files);
    }
    for (const flow of parsed.flows) flows.push({ parsed: flow, scope });
  };
  const want = (caller: ParsedNode, files: Wanted['files']): void => {
    const called = calledRelease(caller, releases) ?? calledBy(caller, files);
    if (!called) report(said.unknownCalled(caller.id, caller.called ?? ''));
    else if (!wanted.some((one) => one.process.id === called.process.id)) wanted.push(called);
  };

  for (let at = 0; at < wanted.length; at += 1) {
    const next = wanted[at];
    if (!next) break;
    addScope(next.process.id, next.process, next.files);
    lanes.push(...next.process.lanes);
  }
  return { nodes, flows, scopes, lanes, nodeOf, scopeOf };
};

/** The process of the release that is called, under the name by which it is called. */
const calledRelease = ({ called: name }: ParsedNode, releases: CalledReleases): Wanted | undefined => {
  const release = name === undefined ? undefined : releases.get(name);
  const chosen = release && chooseProcess(release, undefined);
  return name === undefined || !release || !chosen?.ok
    ? undefined
    : { process: { ...chosen.value, id: name }, files: [release] };
};

/** The file's own processes first, then those of the other files. */
const calledBy = (caller: ParsedNode, files: readonly ParsedDefinitions[]): Wanted | undefined => {
  const process = files.flatMap(({ processes }) => processes).find(({ id }) => id === caller.called);
  return process && { process, files };
};
