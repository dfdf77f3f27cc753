import fc from 'fast-check';
import { bpmn } from './support.ts';

/** One way out of a node: to a node by number (the last one: the end), and what waits on it. */
interface Way {
  readonly to: number;
  readonly on: 'task' | 'timeout' | 'reminder' | 'inside';
  /** Where the time limit of the task leads. */
  readonly late: number;
}

interface Place {
  readonly kind: 'exclusive' | 'parallel' | 'inclusive' | 'event';
  readonly ways: readonly Way[];
}

/** Any graph at all of gateways, with somebody to wait for on each way between them. */
export interface Shape {
  readonly forwards: boolean;
  readonly terminates: boolean;
  readonly places: readonly Place[];
  readonly inner?: Shape | undefined;
  /** How the inner graph is held: as it is, as a called process, several times, with an error, with something that interrupts it. */
  readonly held?: 'plain' | 'called' | 'repeated' | 'failing' | 'interrupted';
}

const way = fc.record<Way>({
  to: fc.nat(20),
  on: fc.constantFrom('task', 'task', 'task', 'timeout', 'reminder', 'inside'),
  late: fc.nat(20),
});

const place = fc.record<Place>({
  kind: fc.constantFrom('exclusive', 'exclusive', 'parallel', 'parallel', 'inclusive', 'event'),
  ways: fc.array(way, { minLength: 1, maxLength: 2 }),
});

const flat = (maxLength: number): fc.Arbitrary<Shape> =>
  fc.record({
    forwards: fc.boolean(),
    terminates: fc.integer({ min: 0, max: 5 }).map((dice) => dice === 0),
    places: fc.array(place, { minLength: 1, maxLength }),
  });

export const shape: fc.Arbitrary<Shape> = fc
  .tuple(
    flat(5),
    fc.option(flat(3), { nil: undefined }),
    fc.constantFrom('plain', 'called', 'repeated', 'failing', 'interrupted'),
  )
  .map(([outer, inner, held]) => ({ ...outer, inner, held }));

const ERROR = '<errorEventDefinition errorRef="wrong"/>';
const CALLED = 'called';
const TWICE =
  '<multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">= 2</loopCardinality></multiInstanceLoopCharacteristics>';

/** Another graph inside a graph, which is looked at by itself too. */
const holding = (id: string, inner: Shape, held: NonNullable<Shape['held']>): string => {
  const p = `${id}_`;
  if (held === 'called') return `<callActivity id="${id}" calledElement="${CALLED}"/>`;
  const interrupting =
    held === 'interrupted'
      ? `<subProcess id="${p}es" triggeredByEvent="true"><startEvent id="${p}ess"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></startEvent><userTask id="${p}est"/><endEvent id="${p}ese"/><sequenceFlow id="${p}es1" sourceRef="${p}ess" targetRef="${p}est"/><sequenceFlow id="${p}es2" sourceRef="${p}est" targetRef="${p}ese"/></subProcess>`
      : '';
  const loop = held === 'repeated' ? TWICE : '';
  return `<subProcess id="${id}">${loop}${write(inner, p, held === 'failing')}${interrupting}</subProcess>`;
};

/** The inside of a process or sub-process; `p` goes before every id. */
const write = ({ forwards, terminates, places, inner, held = 'plain' }: Shape, p = '', fails = false): string => {
  const out: string[] = [];
  let count = 0;
  const flow = (source: string, target: string): void => {
    out.push(`<sequenceFlow id="${p}f${String((count += 1))}" sourceRef="${source}" targetRef="${target}"/>`);
  };
  // A graph that only goes forwards has no cycles.
  const target = (from: number, to: number): string => {
    const at = forwards ? from + 1 + (to % (places.length - from)) : to % (places.length + 1);
    return at === places.length ? `${p}end` : `${p}g${String(at)}`;
  };
  out.push(
    `<startEvent id="${p}start"/><endEvent id="${p}end">${terminates ? '<terminateEventDefinition/>' : ''}</endEvent><userTask id="${p}first"/>`,
  );
  flow(`${p}start`, `${p}first`);
  if (fails) {
    out.push(`<exclusiveGateway id="${p}fails"/><endEvent id="${p}failed">${ERROR}</endEvent>`);
    flow(`${p}first`, `${p}fails`);
    flow(`${p}fails`, `${p}failed`);
  }
  flow(fails ? `${p}fails` : `${p}first`, `${p}g0`);
  let hasInner = false;
  places.forEach(({ kind, ways }, from) => {
    const id = `${p}g${String(from)}`;
    // One way only is no choice between events.
    const real = kind === 'event' && ways.length < 2 ? 'exclusive' : kind === 'event' ? 'eventBased' : kind;
    out.push(`<${real}Gateway id="${id}"/>`);
    ways.forEach(({ to, on, late }, index) => {
      const wait = `${id}w${String(index)}`;
      flow(id, wait);
      flow(wait, target(from, to));
      if (real === 'eventBased') {
        out.push(
          `<intermediateCatchEvent id="${wait}"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>`,
        );
        return;
      }
      if (on === 'inside' && inner && !hasInner) {
        hasInner = true;
        out.push(holding(wait, inner, held));
        if (held !== 'failing') return;
        out.push(`<boundaryEvent id="${wait}x" attachedToRef="${wait}">${ERROR}</boundaryEvent>`);
        flow(`${wait}x`, target(from, late));
        return;
      }
      out.push(`<userTask id="${wait}"/>`);
      const interrupts = on === 'timeout';
      // A reminder in a cycle would start its branch again beside the first: looked at by itself elsewhere.
      if (!interrupts && !(on === 'reminder' && forwards)) return;
      out.push(
        `<boundaryEvent id="${wait}t" attachedToRef="${wait}" cancelActivity="${String(interrupts)}"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="${wait}l"/>`,
      );
      flow(`${wait}t`, `${wait}l`);
      if (!interrupts) out.push(`<endEvent id="${wait}e"/>`);
      flow(`${wait}l`, interrupts ? target(from, late) : `${wait}e`);
    });
  });
  return out.join('');
};

export const xmlOf = (given: Shape): string => {
  const called =
    given.inner && given.held === 'called' ? `<process id="${CALLED}">${write(given.inner, 'c_')}</process>` : '';
  return bpmn(write(given), `<error id="wrong" errorCode="wrong"/>${called}`);
};

/** Whether the inner graph has found a place in the outer one. */
export const holdsInner = (given: Shape): boolean => /<subProcess|<callActivity/.test(write(given));
