import type { ParsedFlow, ParsedLane, ParsedNode, ParsedProcess } from '../parse/model.ts';
import type { TaskAct, TaskOutcome, TaskSettings } from '../types.ts';

/** What a step of a generated process or of a step table says about itself. */
export interface StepSettings {
  readonly role?: string;
  readonly unit?: string;
  readonly minutes?: number;
  readonly outcomes?: readonly TaskOutcome[];
  readonly form?: string;
  readonly produces?: readonly string[];
  readonly requires?: readonly string[];
  readonly act?: TaskAct;
  readonly connector?: string;
  readonly deliverable?: string;
}

const settingsOf = ({ outcomes = [], produces = [], requires = [], ...rest }: StepSettings): TaskSettings => ({
  outcomes,
  produces,
  requires,
  ...rest,
});

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Puts a flat process together, element by element, in the order in which it is read. */
export interface ProcessBuilder {
  node(kind: ParsedNode['kind'], id: string, name: string, lane: string, settings?: StepSettings): void;
  flow(
    source: string,
    target: string,
    given?: { readonly name?: string; readonly condition?: string; readonly byDefault?: boolean },
  ): void;
  build(): ParsedProcess;
}

export const processBuilder = (
  head: { readonly id: string; readonly name: string; readonly onTheSpot: boolean },
  lanes: readonly Omit<ParsedLane, 'nodes'>[],
): ProcessBuilder => {
  const nodes: Mutable<ParsedNode>[] = [];
  const flows: ParsedFlow[] = [];
  const inLane = new Map<string, string[]>(lanes.map((lane) => [lane.id, []]));
  return {
    node: (kind, id, name, lane, settings = {}) => {
      nodes.push({
        id,
        kind,
        name,
        settings: settingsOf(settings),
        interrupting: true,
        byEvent: false,
        compensation: false,
        ...(kind.endsWith('Event') ? { event: { type: 'none' as const } } : {}),
      });
      inLane.get(lane)?.push(id);
    },
    flow: (source, target, { name = '', condition, byDefault = false } = {}) => {
      const pair = `${source}-${target}`;
      const again = flows.filter((flow) => flow.source === source && flow.target === target).length;
      const id = again === 0 ? pair : `${pair}-${again + 1}`;
      flows.push({ id, name, source, target, ...(condition === undefined ? {} : { condition }) });
      if (!byDefault) return;
      const node = nodes.find((candidate) => candidate.id === source);
      if (node) node.defaultFlow = id;
    },
    build: () => ({
      ...head,
      executable: true,
      lanes: lanes
        .map((lane) => ({ ...lane, nodes: inLane.get(lane.id) ?? [] }))
        .filter((lane) => lane.nodes.length > 0),
      nodes,
      flows,
      associations: [],
    }),
  };
};
