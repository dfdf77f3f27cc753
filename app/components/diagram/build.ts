import { localDate, type Instant } from '#engine/clock/index.ts';
import type { DossierEvent, DossierState, PreparedRelease } from '#engine/dossier/index.ts';
import type { Graph, GraphNode } from '#engine/process/index.ts';
import type { DiagramLane, DiagramNode, DiagramStep, DiagramView, StepState } from './view.ts';

/** Words the drawing needs; the caller has them in the reader's language. */
export interface DiagramWords {
  readonly since: (day: string) => string;
  readonly until: (day: string) => string;
  readonly days: (days: number) => string;
  readonly hours: (hours: number) => string;
  readonly pause: Readonly<
    Record<'supplement' | 'obligation' | 'suspended', (from: string, to: string | undefined) => string>
  >;
  readonly heldBy: (name: string) => string;
  readonly nobody: string;
}

const dayMonth = (instant: Instant): string => localDate(instant).slice(5).split('-').reverse().join('/');

const isWork = (node: Pick<GraphNode, 'kind'>) => /task$/i.test(node.kind) || node.kind === 'callActivity';

/** Half-day steps of working time: 240 minutes are 0.5 days, 60 are 1 hour. */
const timeWords = (minutes: number, words: DiagramWords): string =>
  minutes % 240 === 0 ? words.days(minutes / 480) : words.hours(Math.round((minutes / 60) * 10) / 10);

/** When each element was finished last, from the events that name one. */
const finishedAt = (events: readonly DossierEvent[]): ReadonlyMap<string, Instant> => {
  const times = new Map<string, Instant>();
  for (const event of events) {
    const element = event.data['element'];
    if (typeof element === 'string') times.set(element, event.occurredAt);
  }
  return times;
};

interface Standing {
  readonly state: DossierState;
  readonly events: readonly DossierEvent[];
}

const stateOf = (id: string, { state }: Standing): StepState => {
  if (
    state.tasks.some((task) => task.element === id) ||
    (state.process?.tokens ?? []).some((token) => token.element === id)
  )
    return 'current';
  return state.visited.includes(id) ? 'done' : 'ahead';
};

/** The pause that stands, or the last one of the step that is open now; pauses of earlier steps are history. */
const pauseOf = (element: string, { state }: Standing, words: DiagramWords): string | undefined => {
  const last = state.pauses.at(-1);
  const opened = state.tasks.find((task) => task.element === element)?.openedAt;
  if (!last || (last.to !== undefined && (opened === undefined || opened > last.from))) return undefined;
  return words.pause[last.ground](dayMonth(last.from), last.to ? dayMonth(last.to) : undefined);
};

const captionOf = (
  node: GraphNode,
  standing: Standing | undefined,
  times: ReadonlyMap<string, Instant>,
  words: DiagramWords,
): string | undefined => {
  const minutes = node.settings.minutes;
  const allowed = minutes === undefined ? undefined : timeWords(minutes, words);
  if (!standing) return allowed;
  const open = standing.state.tasks.find((task) => task.element === node.id);
  if (open) return words.since(dayMonth(open.openedAt));
  const done = times.get(node.id);
  if (done && standing.state.visited.includes(node.id)) return dayMonth(done);
  return allowed;
};

/** A step's row: the lane it stands in, and for the current one who holds it. */
const stepOf = (
  node: DiagramNode,
  lane: string | undefined,
  standing: Standing | undefined,
  words: DiagramWords,
): DiagramStep => {
  const task = standing?.state.tasks.find((each) => each.element === node.id);
  const holder = task ? (task.assignee ? words.heldBy(task.assignee.name) : words.nobody) : undefined;
  const detail = [lane, holder, node.pause].filter((part) => part !== undefined && part !== '').join('. ');
  return {
    id: node.id,
    name: node.name,
    state: node.state,
    ...(node.caption ? { caption: node.caption } : {}),
    ...(detail ? { detail } : {}),
  };
};

const laneOf = (graph: Graph, id: string) => graph.lanes.find((lane) => lane.nodes.includes(id));

/**
 * The drawing of a release's process, with where a dossier stands when one is given.
 */
export const diagramView = (
  release: Pick<PreparedRelease, 'graph' | 'diagram'>,
  words: DiagramWords,
  standing?: Standing,
): DiagramView => {
  const { graph, diagram } = release;
  const times = standing ? finishedAt(standing.events) : new Map<string, Instant>();
  const graphNode = (id: string) => graph.nodes.find((node) => node.id === id);
  const nodes: readonly DiagramNode[] = diagram.nodes.map((drawn) => {
    const node = graphNode(drawn.id);
    const state = standing ? stateOf(drawn.id, standing) : 'ahead';
    const caption = node && isWork(node) ? captionOf(node, standing, times, words) : undefined;
    const pause =
      state === 'current' && standing && node && isWork(node) ? pauseOf(drawn.id, standing, words) : undefined;
    return { ...drawn, state, ...(caption ? { caption } : {}), ...(pause ? { pause } : {}) };
  });
  const lanes: readonly DiagramLane[] = diagram.lanes.map((lane) => {
    const minutes = (graph.lanes.find((each) => each.id === lane.id)?.nodes ?? [])
      .map((id) => graphNode(id)?.settings.minutes ?? 0)
      .reduce((sum, each) => sum + each, 0);
    return minutes > 0 ? { ...lane, caption: timeWords(minutes, words) } : lane;
  });
  const visited = new Set(standing?.state.visited ?? []);
  const flows = diagram.flows.map((flow) => ({ ...flow, taken: visited.has(flow.id) }));
  const steps = [...nodes]
    .filter((node) => /task$/i.test(node.kind) || node.kind === 'callActivity')
    .sort((a, b) => a.x - b.x || a.y - b.y)
    .map((node) => stepOf(node, laneOf(graph, node.id)?.name, standing, words));
  return { width: diagram.width, height: diagram.height, lanes, nodes, flows, steps };
};
