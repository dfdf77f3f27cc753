import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startProcess, stepProcess, type Graph, type ProcessInput, type ProcessState } from '#engine/process/index.ts';
import { bpmn, conditional, flows, frozen, graphOf, NOW } from './support.ts';

/** Names that every object answers to, besides those that it was given. */
const ODD = ['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', ''];

const event = (type: string, inside = ''): string => `<${type}EventDefinition${inside}/>`;

/** Something of every kind, so that a state may claim to stand anywhere. */
const EVERYTHING = bpmn(
  `<startEvent id="s"/><userTask id="t"/><receiveTask id="r" messageRef="m" mc:key="= k"/>
   <boundaryEvent id="bt" attachedToRef="t" cancelActivity="false"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">R/PT1H</timeCycle></timerEventDefinition></boundaryEvent>
   <boundaryEvent id="bc" attachedToRef="t">${event('compensate')}</boundaryEvent>
   <userTask id="undo" isForCompensation="true"/><association id="as" sourceRef="bc" targetRef="undo"/>
   <inclusiveGateway id="of" default="of-oj"/><userTask id="o1"/><inclusiveGateway id="oj"/>
   <parallelGateway id="af"/><parallelGateway id="aj"/>
   <eventBasedGateway id="g"/><intermediateCatchEvent id="gm">${event('message', ' messageRef="m"')}</intermediateCatchEvent>
   <intermediateCatchEvent id="gc"><conditionalEventDefinition><condition xsi:type="tFormalExpression">= k = 1</condition></conditionalEventDefinition></intermediateCatchEvent>
   <intermediateThrowEvent id="tc">${event('compensate')}</intermediateThrowEvent>
   <intermediateThrowEvent id="ts">${event('signal', ' signalRef="sig"')}</intermediateThrowEvent>
   <subProcess id="sub"><multiInstanceLoopCharacteristics isSequential="true"><loopCardinality xsi:type="tFormalExpression">= 2</loopCardinality></multiInstanceLoopCharacteristics>
     <startEvent id="ss"/><userTask id="st"><standardLoopCharacteristics loopMaximum="3"/></userTask><endEvent id="se">${event('error', ' errorRef="err"')}</endEvent>${flows('ss>st st>se')}
     <subProcess id="es" triggeredByEvent="true"><startEvent id="ess" isInterrupting="false">${event('escalation', ' escalationRef="esc"')}</startEvent><endEvent id="ese">${event('compensate')}</endEvent>${flows('ess>ese')}</subProcess>
   </subProcess>
   <boundaryEvent id="be" attachedToRef="sub">${event('error', ' errorRef="err"')}</boundaryEvent>
   <transaction id="tx"><startEvent id="xs"/><userTask id="xt"/><endEvent id="xe">${event('cancel')}</endEvent>${flows('xs>xt xt>xe')}</transaction>
   <boundaryEvent id="bx" attachedToRef="tx">${event('cancel')}</boundaryEvent>
   <userTask id="each"><multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection="= list" inputElement="it" outputCollection="all" outputElement="= it"/></extensionElements></multiInstanceLoopCharacteristics></userTask>
   <endEvent id="e"/><endEvent id="end"><terminateEventDefinition/></endEvent>
   ${flows('s>t t>of of>oj o1>oj oj>af af>r af>g r>aj g>gm g>gc gm>aj gc>ts ts>sub sub>tc tc>each each>aj aj>tx bx>e tx>end bt>e be>e')}
   ${conditional('of', 'o1', '= k = 1')}`,
  `<message id="m" name="M"/><signal id="sig" name="S"/><error id="err" errorCode="E"/><escalation id="esc" escalationCode="X"/>`,
);

const json = fc.jsonValue({ maxDepth: 2 });
const record = fc.dictionary(fc.oneof(fc.constantFrom(...ODD, 'k', 'list', 'outcome', 'all'), fc.string()), json, {
  maxKeys: 4,
});

/** States as nobody should have stored them: of the right shape, but nothing in them fits together. */
const hostile = (graph: Graph, stuck: boolean): fc.Arbitrary<ProcessState> => {
  const id = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom('n1', 'n2', 'n3') },
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  );
  const element = fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...graph.nodes.map((node) => node.id), graph.processId) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD) },
  );
  const flow = fc.constantFrom(...graph.flows.map(({ id: known }) => known), ...ODD);
  const count = fc.integer({ min: -1, max: 4 });
  const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.option(value, { nil: undefined, freq: 2 });
  const compensable = fc.record(
    { element, handler: element, inner: fc.array(fc.record({ element, handler: element }), { maxLength: 2 }) },
    { requiredKeys: ['element'] },
  );
  const keys = fc.dictionary(element, fc.string(), { maxKeys: 2 });
  return fc.record({
    v: fc.constant(1 as const),
    process: fc.constant(graph.processId),
    status: fc.constantFrom('active' as const, 'incident' as const),
    next: fc.nat(9),
    scopes: fc.array(
      fc
        .record({
          id,
          element,
          parent: optional(id),
          host: optional(id),
          interrupted: optional(fc.constant(true as const)),
          held: optional(fc.array(element, { maxLength: 2 })),
          keys: optional(keys),
          locals: optional(record),
          compensable: optional(fc.array(compensable, { maxLength: 3 })),
        })
        .map(defined),
      { maxLength: 4 },
    ),
    tokens: fc.array(
      fc
        .record({
          id,
          element,
          scope: id,
          kind: fc.constantFrom(
            ...(stuck ? (['incident'] as const) : []),
            ...(['task', 'task', 'task', 'catch', 'gate', 'scope', 'scope', 'loop', 'throw'] as const),
          ),
          of: optional(id),
          locals: optional(record),
          turn: optional(count),
          loop: optional(
            fc.record({ total: count, started: count, done: count }, { requiredKeys: ['started', 'done'] }),
          ),
          pending: optional(
            fc.array(
              fc.oneof(element, fc.record({ handler: element, inner: fc.array(compensable, { maxLength: 2 }) })),
              {
                maxLength: 3,
              },
            ),
          ),
          code: optional(
            fc.constantFrom(
              'process.activity.no-way',
              'process.error.uncaught',
              'process.timer.no-time',
              'process.livelock',
            ),
          ),
          flow: optional(flow),
          held: optional(fc.array(element, { maxLength: 2 })),
          keys: optional(keys),
        })
        .map(defined),
      { maxLength: 5 },
    ),
    joins: fc.array(fc.record({ scope: id, element, flows: fc.dictionary(flow, count, { maxKeys: 3 }) }), {
      maxLength: 3,
    }),
    timers: fc.array(
      fc.record(
        { id, element, host: id, due: fc.constantFrom(NOW, 'never'), left: count },
        {
          requiredKeys: ['id', 'element', 'host', 'due'],
        },
      ),
      { maxLength: 3 },
    ),
    variables: record,
  });
};

/** Only what is there, as JSON has it. */
const defined = <Given extends object>(given: Given): { [Key in keyof Given]: Exclude<Given[Key], undefined> } =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Given]: Exclude<Given[Key], undefined>;
  };

const anyInput = (graph: Graph): fc.Arbitrary<ProcessInput> => {
  const name = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('n1', 'n2', 'n3', 'M', 'S', 'E', 'X') },
    { weight: 4, arbitrary: fc.constantFrom(...graph.nodes.map((node) => node.id)) },
    { weight: 1, arbitrary: fc.oneof(fc.constantFrom(...ODD), fc.string()) },
  );
  return fc.oneof(
    fc.record({ type: fc.constant('complete' as const), task: name }),
    fc.record({ type: fc.constant('complete' as const), task: name, outcome: name, variables: record }),
    fc.record({ type: fc.constant('error' as const), task: name, code: name }),
    fc.record({ type: fc.constant('timer' as const), timer: name }),
    fc.record({ type: fc.constant('message' as const), name, key: name, variables: record }),
    fc.record({ type: fc.constant('message' as const), name }),
    fc.record({ type: fc.constant('signal' as const), name }),
    fc.record({ type: fc.constant('retry' as const), variables: record }),
    fc.constant<ProcessInput>({ type: 'cancel' }),
    fc.record({ type: fc.constant('start' as const), element: name, variables: record }),
  );
};

describe('a step is total', () => {
  it('answers for every input to every state, with plain JSON or a refusal, and changes nothing it was given', async () => {
    const graph = await graphOf(EVERYTHING);
    fc.assert(
      fc.property(
        fc.oneof(hostile(graph, false), hostile(graph, true)),
        anyInput(graph),
        record,
        (state, input, scope) => {
          const given = frozen(
            JSON.parse(JSON.stringify([state, input, scope])) as [ProcessState, ProcessInput, object],
          );
          const result = stepProcess(graph, given[0], given[1], {
            now: NOW,
            scope: given[2] as Record<string, unknown>,
          });
          if (result.ok) expect(JSON.parse(JSON.stringify(result.value.state))).toEqual(result.value.state);
          else expect(result.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 5_000 },
    );
  }, 60_000);

  it('undoes what scopes that claim to lie in one another have done, and ends', async () => {
    const graph = await graphOf(EVERYTHING);
    const state: ProcessState = {
      v: 1,
      process: graph.processId,
      status: 'incident',
      next: 9,
      scopes: [{ id: 'n1', element: 'es', parent: 'n1' }],
      tokens: [{ id: 'n2', element: 'ese', scope: 'n1', kind: 'incident', code: 'process.livelock' }],
      joins: [],
      timers: [],
      variables: {},
    };
    expect(stepProcess(graph, state, { type: 'retry' }, { now: NOW }).ok).toBe(true);
  });

  it('goes on from wherever a process has come, whatever it is told', async () => {
    const graph = await graphOf(EVERYTHING);
    fc.assert(
      fc.property(record, fc.array(anyInput(graph), { maxLength: 30 }), (variables, inputs) => {
        const started = startProcess(graph, { type: 'start', variables: frozen(variables) }, { now: NOW });
        if (!started.ok) throw new Error('not started');
        let { state } = started.value;
        for (const input of inputs) {
          const result = stepProcess(graph, frozen(state), frozen(input), { now: NOW });
          if (result.ok) state = JSON.parse(JSON.stringify(result.value.state)) as ProcessState;
        }
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});
