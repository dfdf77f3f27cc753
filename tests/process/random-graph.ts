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
  .tuple(flat(5), fc.option(flat(3), { nil: undefined }))
  .map(([outer, inner]) => ({ ...outer, inner }));

/** The inside of a process or sub-process; `p` goes before every id. */
const write = ({ forwards, terminates, places, inner }: Shape, p = ''): string => {
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
  flow(`${p}first`, `${p}g0`);
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
        out.push(`<subProcess id="${wait}">${write(inner, `${wait}_`)}</subProcess>`);
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

export const xmlOf = (given: Shape): string => bpmn(write(given));

/** Whether the inner graph has found a place in the outer one. */
export const holdsInner = (given: Shape): boolean => write(given).includes('<subProcess');
