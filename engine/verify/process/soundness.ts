import type { Graph } from '#engine/process/index.ts';
import { buildNet } from './build-net.ts';
import { explore, settle, type Exploration, type Fault } from './explore.ts';
import { lint } from './lint.ts';
import { said } from './messages.ts';
import { allSteps, type Net } from './net.ts';
import { reduce } from './reduce.ts';
import { regionsOf, type Region } from './regions.ts';
import type { SoundnessFinding, SoundnessReport, Verdict } from './report.ts';
import { witnessesOf, type Witnesses } from './witness.ts';

/**
 * Whether the process can always end, ends properly, has nothing that waits for ever and nothing
 * dead: structure first, then the net of each scope, reduced, then explored (exact for exclusive,
 * parallel and event-based gateways, boundary events and sub-processes; conditions are abstracted
 * from). A fault comes with a run that shows it.
 */
export const verifySoundness = (graph: Graph): SoundnessReport => {
  const regions = regionsOf(graph);
  const witnesses = witnessesOf(graph, regions);
  const findings = lint(graph, regions).map((found) => withRun(graph, witnesses, found));
  let undecided = false;
  for (const region of regions) {
    const looked = lookAt(graph, region, witnesses);
    findings.push(...looked.findings);
    undecided ||= looked.undecided;
  }
  return { verdict: verdictOf(findings, undecided), findings };
};

/** A fault of structure is shown by a run up to it; what nothing leads to, by a whole run that never comes by. */
const withRun = (graph: Graph, witnesses: Witnesses, found: SoundnessFinding): SoundnessFinding => {
  const node = graph.nodes[graph.nodeOf[found.element] ?? -1];
  return { ...found, witness: (node ? witnesses.upTo(node) : null) ?? witnesses.whole() };
};

const verdictOf = (findings: readonly SoundnessFinding[], undecided: boolean): Verdict => {
  if (findings.some((finding) => finding.severity === 'error')) return 'unsound';
  return undecided ? 'undecided' : 'sound';
};

/** Markings of the whole net that are looked at for a nearer fault. */
const NEARBY_MARKINGS = 2_000;

const CODES: Readonly<Record<Fault, string>> = {
  unsafe: 'soundness.unsafe',
  deadlock: 'soundness.deadlock',
  trap: 'soundness.trap',
};

const lookAt = (
  graph: Graph,
  region: Region,
  witnesses: Witnesses,
): { readonly findings: readonly SoundnessFinding[]; readonly undecided: boolean } => {
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
  return {
    findings: small.sound
      ? deadIn(graph, net, reduced, small, witnesses)
      : [faultOf(graph, region, net, reduced, small, witnesses)],
    undecided: false,
  };
};

/** A run of the reduced net, written out, is a run of the whole one; there it may go a little further before it stops. */
const faultOf = (
  graph: Graph,
  region: Region,
  net: Net,
  reduced: Net,
  exploration: Exploration,
  witnesses: Witnesses,
): SoundnessFinding => {
  const fault = exploration.fault ?? 'deadlock';
  if (fault === 'unsafe') {
    // In the whole net tokens meet earlier, where people would see it: two of one task.
    const near = explore(net, NEARBY_MARKINGS);
    if (near.fault === 'unsafe') return finding(graph, region, net, near.path, near.places, fault, witnesses);
  }
  const path = exploration.path.flatMap((index) => allSteps(reduced.transitions[index]?.steps ?? index));
  const settled = fault === 'deadlock' ? settle(net, path) : undefined;
  return settled
    ? finding(graph, region, net, settled.path, settled.places, fault, witnesses)
    : finding(graph, region, net, path, exploration.places, fault, witnesses, reduced);
};

const finding = (
  graph: Graph,
  region: Region,
  net: Net,
  path: readonly number[],
  places: readonly number[],
  fault: Fault,
  witnesses: Witnesses,
  named: Net = net,
): SoundnessFinding => {
  const element = standingAt(graph, named, places) ?? region.id;
  return {
    code: CODES[fault],
    element,
    severity: 'error',
    message: said[fault](nameOf(graph, element)),
    witness: witnesses.along(region, net, path),
  };
};

/** Where the tokens stand: the node behind a filled flow, a waiting join before anything else. */
const standingAt = (graph: Graph, net: Net, places: readonly number[]): string | undefined => {
  const elements = places.flatMap((place) => {
    const name = net.places[place] ?? '';
    const flow = graph.flows[graph.flowOf[name] ?? -1];
    const node = graph.nodes[flow ? flow.target : (graph.nodeOf[name] ?? -1)];
    return node ? [node] : [];
  });
  return (elements.find((node) => node.incoming.length > 1 && node.kind.endsWith('Gateway')) ?? elements[0])?.id;
};

/** What only stands in transitions that never happened. */
const deadIn = (
  graph: Graph,
  net: Net,
  reduced: Net,
  { fired }: Exploration,
  witnesses: Witnesses,
): readonly SoundnessFinding[] => {
  if (fired.size === reduced.transitions.length) return [];
  const nodesOf = (wanted: boolean): readonly number[] =>
    reduced.transitions.flatMap(({ steps }, index) =>
      fired.has(index) === wanted ? allSteps(steps ?? index).flatMap((step) => net.transitions[step]?.node ?? []) : [],
    );
  const alive = new Set(nodesOf(true));
  return [...new Set(nodesOf(false))]
    .filter((index) => !alive.has(index))
    .flatMap((index) => graph.nodes[index] ?? [])
    .map((node) => ({
      code: 'soundness.dead',
      element: node.id,
      severity: 'error',
      message: said.dead(node.name || node.id),
      witness: witnesses.whole(),
    }));
};

const nameOf = (graph: Graph, id: string): string =>
  graph.nodes[graph.nodeOf[id] ?? -1]?.name || (id === graph.processId ? graph.name || id : id);
