import type { DiagramView } from '#app/components/diagram/index.ts';
import { diagramView } from '#app/components/diagram/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { staffTextsFor } from '#app/i18n/staff-texts-for.ts';
import type { Graph, ProcessDiagram } from '#engine/process/index.ts';
import type { Witness, WitnessStep } from '#engine/result/index.ts';

export interface RouteStep {
  readonly element: string;
  readonly name: string;
}

/** A route on the drawing, as far as one of its steps. */
export interface RouteView {
  readonly diagram: DiagramView;
  readonly steps: readonly RouteStep[];
  /** The step shown, from 1; 0 where there is no route and only the place is marked. */
  readonly at: number;
  readonly doings: readonly string[];
}

/** What was passed: by the engine where it has replayed the witness, else as the witness says. */
export interface Passed {
  readonly elements: readonly string[];
  readonly flows: readonly string[];
}

const kindOf = (kind: string): 'startEvent' | 'endEvent' | 'gateway' | 'event' | 'task' => {
  if (kind === 'startEvent' || kind === 'endEvent') return kind;
  if (kind.endsWith('Gateway')) return 'gateway';
  return kind.endsWith('Event') ? 'event' : 'task';
};

/** The flows taken by the time that `elements` have been reached: each is left once for every time it is passed. */
const flowsUpTo = (graph: Graph, { elements, flows }: Passed, at: number): ReadonlySet<string> => {
  const taken = new Set<string>();
  let from = 0;
  for (const id of flows) {
    const flow = graph.flows[graph.flowOf[id] ?? -1];
    const source = flow && graph.nodes[flow.source]?.id;
    const left = source === undefined ? -1 : elements.indexOf(source, from);
    // A branch beside it may be written later than it was taken: then from its first time.
    const place = left >= 0 ? left : source === undefined ? -1 : elements.indexOf(source);
    if (place >= 0 && place < at - 1) taken.add(id);
    if (left >= 0 && elements.indexOf(source ?? '', left + 1) > 0) from = left;
  }
  return taken;
};

/** The drawing with the first `at` elements passed; `mark` is where the finding lies, where there is no route. */
export const routeView = (
  graph: Graph,
  drawing: ProcessDiagram,
  passed: Passed,
  given: { readonly asked: number; readonly script: Witness['script']; readonly mark?: string },
  locale: Locale,
): RouteView => {
  const words = officeTextsFor(locale).findings.route;
  const base = diagramView({ graph, diagram: drawing }, staffTextsFor(locale).diagram);
  const drawn = new Set(base.nodes.map(({ id }) => id));
  const elements = passed.elements.filter((id) => drawn.has(id));
  const at = elements.length === 0 ? 0 : Math.min(Math.max(1, given.asked || elements.length), elements.length);
  const before = new Set(elements.slice(0, at === 0 ? 0 : at - 1));
  const current = at === 0 ? given.mark : elements[at - 1];
  const stateOf = (id: string) => (id === current ? 'current' : before.has(id) ? 'done' : 'ahead');
  const taken = flowsUpTo(graph, { elements, flows: passed.flows }, at);
  const nameOf = (id: string): string => {
    const node = graph.nodes[graph.nodeOf[id] ?? -1];
    if (!node) return id;
    return node.name === '' ? `${words.kinds[kindOf(node.kind)]} ${id}` : node.name;
  };
  return {
    diagram: {
      ...base,
      nodes: base.nodes.map((node) => ({ ...node, state: stateOf(node.id) })),
      flows: base.flows.map((flow) => ({ ...flow, taken: taken.has(flow.id) })),
      steps: base.steps.map((step) => ({ ...step, state: stateOf(step.id) })),
    },
    steps: elements.map((element) => ({ element, name: nameOf(element) })),
    at,
    doings: given.script.map((step) => doingOf(step, nameOf, words.doing)),
  };
};

type Doing = ReturnType<typeof officeTextsFor>['findings']['route']['doing'];

const doingOf = (step: WitnessStep, nameOf: (id: string) => string, words: Doing): string => {
  if ('complete' in step) {
    const outcome = step.with?.['outcome'];
    return `${words.complete(nameOf(step.complete))}${typeof outcome === 'string' ? words.outcome(outcome) : ''}`;
  }
  if ('message' in step) return words.message(nameOf(step.message));
  if ('signal' in step) return words.signal(step.signal);
  if ('timer' in step) return words.timer(nameOf(step.timer));
  if ('error' in step) return words.error(nameOf(step.error));
  if ('advance' in step) return words.advance(step.advance);
  return 'choose' in step ? words.choose(step.choose) : words.start(nameOf(step.start));
};
