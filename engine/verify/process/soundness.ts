import type { Graph } from '#engine/process/index.ts';
import { buildNet } from './build-net.ts';
import { explore, type Exploration, type Fault } from './explore.ts';
import { lint } from './lint.ts';
import { said } from './messages.ts';
import type { Net } from './net.ts';
import { reduce } from './reduce.ts';
import { regionsOf, type Region } from './regions.ts';
import type { SoundnessFinding, SoundnessReport, Verdict, Witness } from './report.ts';
import { witnessOf } from './witness.ts';

/** Looking for a witness, or for what never happens, stops here; the verdict does not depend on it. */
const MAX_FOR_WITNESS = 50_000;

/**
 * Whether the process can always end, ends properly, has nothing that waits for ever and nothing
 * dead: structure first, then the net of each scope, reduced, then explored (exact for exclusive,
 * parallel and event-based gateways, boundary events and sub-processes; conditions are abstracted
 * from). A fault comes with a run that shows it.
 */
export const verifySoundness = (graph: Graph): SoundnessReport => {
  const regions = regionsOf(graph);
  const findings = [...lint(graph, regions)];
  let undecided = false;
  for (const region of regions) {
    const looked = lookAt(graph, region);
    findings.push(...looked.findings);
    undecided ||= looked.undecided;
  }
  return { verdict: verdictOf(findings, undecided), findings };
};

const verdictOf = (findings: readonly SoundnessFinding[], undecided: boolean): Verdict => {
  if (findings.some((finding) => finding.severity === 'error')) return 'unsound';
  return undecided ? 'undecided' : 'sound';
};

const CODES: Readonly<Record<Fault, string>> = { unsafe: 'soundness.unsafe', deadlock: 'soundness.deadlock', trap: 'soundness.trap' };

const lookAt = (graph: Graph, region: Region): { readonly findings: readonly SoundnessFinding[]; readonly undecided: boolean } => {
  const built = buildNet(graph, region.nodes, region.entries);
  const tooLarge = (element: string): SoundnessFinding => ({
    code: 'soundness.too-large',
    element,
    severity: 'warning',
    message: said.tooLarge(nameOf(graph, element)),
    witness: null,
  });
  if (!built.ok) return { findings: [tooLarge(built.element)], undecided: true };
  const { net } = built;
  const reduced = reduce(net);
  const small = explore(reduced);
  if (small.sound === undefined) return { findings: [tooLarge(region.id)], undecided: true };
  if (small.sound && isTrivial(reduced)) return { findings: [], undecided: false };

  const whole = reduced === net ? small : explore(net, MAX_FOR_WITNESS);
  if (!small.sound) {
    const shown = whole.sound === false ? whole : undefined;
    return { findings: [faultOf(graph, region, shown ? net : reduced, shown ?? small, shown !== undefined)], undecided: false };
  }
  return { findings: whole.sound === true ? deadIn(graph, net, whole) : [], undecided: false };
};

/** Everything from the beginning straight to one end: nothing in it can be dead. */
const isTrivial = (net: Net): boolean => net.transitions.length === 1 && net.finals.length === 1;

const faultOf = (graph: Graph, region: Region, net: Net, exploration: Exploration, exact: boolean): SoundnessFinding => {
  const fault = exploration.fault ?? 'deadlock';
  const element = placeElement(graph, net, exploration) ?? region.id;
  const witness: Witness | null = exact ? witnessOf(graph, net, exploration.path) : null;
  return { code: CODES[fault], element, severity: 'error', message: said[fault](nameOf(graph, element)), witness };
};

/** Where the tokens stand: the node behind a filled flow, a waiting join before anything else. */
const placeElement = (graph: Graph, net: Net, { places }: Exploration): string | undefined => {
  const elements = places.flatMap((place) => {
    const name = net.places[place] ?? '';
    const flow = graph.flows[graph.flowOf[name] ?? -1];
    const node = graph.nodes[flow ? flow.target : (graph.nodeOf[name] ?? -1)];
    return node ? [node] : [];
  });
  return (elements.find((node) => node.incoming.length > 1 && node.kind.endsWith('Gateway')) ?? elements[0])?.id;
};

const deadIn = (graph: Graph, net: Net, { fired }: Exploration): readonly SoundnessFinding[] => {
  const alive = new Set([...fired].flatMap((index) => net.transitions[index]?.node ?? []));
  const known = new Set(net.transitions.flatMap((transition) => transition.node ?? []));
  return [...known]
    .filter((index) => !alive.has(index))
    .flatMap((index) => graph.nodes[index] ?? [])
    .map((node) => ({ code: 'soundness.dead', element: node.id, severity: 'error', message: said.dead(node.name || node.id), witness: null }));
};

const nameOf = (graph: Graph, id: string): string => graph.nodes[graph.nodeOf[id] ?? -1]?.name || (id === graph.processId ? graph.name || id : id);
