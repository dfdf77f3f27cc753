import { useState } from 'react';
import {
  startProcess,
  stepProcess,
  type Choices,
  type Graph,
  type ProcessInput,
  type ProcessState,
} from '#engine/process/browser.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { Mark } from './canvas.tsx';

interface Run {
  readonly state: ProcessState;
  readonly done: readonly string[];
}

interface Move {
  readonly label: string;
  readonly input: Exclude<ProcessInput, { type: 'start' }>;
  readonly choices?: Choices;
}

const NOW = '2026-01-05T02:00:00.000Z';

/** What could happen next: each waiting task with its outcomes, and with the ways of a choice behind it that no outcome decides. */
const movesOf = (
  graph: Graph,
  state: ProcessState,
  words: ReturnType<typeof useProcessStudioText>['trial'],
): readonly Move[] =>
  state.tokens.flatMap((token): readonly Move[] => {
    const node = graph.nodes.find((each) => each.id === token.element);
    if (!node) return [];
    const name = node.name || node.id;
    if (node.event?.type === 'timer') return [{ label: words.timer(name), input: { type: 'timer', timer: token.id } }];
    if (!/Task$/i.test(node.kind)) return [];
    if (node.settings.outcomes.length > 0)
      return node.settings.outcomes.map((outcome) => ({
        label: words.completeAs(name, outcome.name.vi),
        input: { type: 'complete', task: token.id, outcome: outcome.id },
      }));
    const next = graph.nodes[graph.flows[node.outgoing[0] ?? -1]?.target ?? -1];
    if (next?.kind === 'exclusiveGateway' && next.outgoing.length > 1)
      return next.outgoing.flatMap((index) => {
        const flow = graph.flows[index];
        const target = flow && graph.nodes[flow.target];
        return flow
          ? [
              {
                label: `${words.complete(name)}. ${words.way}: ${flow.name || target?.name || flow.id}`,
                input: { type: 'complete' as const, task: token.id },
                choices: { [next.id]: [[flow.id]] },
              },
            ]
          : [];
      });
    return [{ label: words.complete(name), input: { type: 'complete', task: token.id } }];
  });

/** The engine itself run through the draft: what it waits for is marked, each button is what somebody would do. */
export const Trial = ({
  graph,
  onMarks,
}: {
  readonly graph: Graph | undefined;
  readonly onMarks: (marks: readonly Mark[]) => void;
}) => {
  const { trial: words } = useProcessStudioText();
  const [run, setRun] = useState<Run>();
  const [ran, setRan] = useState<Graph>();
  const show = (next: Run): void => {
    setRun(next);
    setRan(graph);
    onMarks([
      ...next.done.map((element) => ({ element, tone: 'done' as const })),
      ...next.state.tokens.map((token) => ({ element: token.element, tone: 'token' as const, text: words.waiting })),
    ]);
  };
  const start = (): void => {
    if (!graph) return;
    const started = startProcess(graph, { type: 'start', variables: {} }, { now: NOW, scope: {} });
    if (started.ok)
      show({
        state: started.value.state,
        done: started.value.trace.flatMap((each) => (each.type === 'incident' ? [] : [each.element])),
      });
  };
  const stop = (): void => {
    setRun(undefined);
    onMarks([]);
  };
  const stale = run !== undefined && ran !== graph;
  return (
    <section className="card" aria-labelledby="chay-thu">
      <h2 id="chay-thu">{words.title}</h2>
      {!graph ? <p>{words.cannot}</p> : null}
      {graph && (!run || stale) ? (
        <button type="button" className="btn second s" onClick={start}>
          {stale ? words.restart : words.start}
        </button>
      ) : null}
      {graph && run && !stale ? (
        <>
          <p role="status">
            {run.state.status === 'ended'
              ? words.ended
              : run.state.status === 'incident'
                ? words.stuck
                : words.done(run.done.length)}
          </p>
          <ul className="psmoveslist">
            {(run.state.status === 'ended' ? [] : movesOf(graph, run.state, words)).map((move) => (
              <li key={move.label}>
                <button
                  type="button"
                  className="btn second s"
                  onClick={() => {
                    const stepped = stepProcess(graph, run.state, move.input, {
                      now: NOW,
                      scope: {},
                      ...(move.choices ? { choices: move.choices } : {}),
                    });
                    if (stepped.ok)
                      show({
                        state: stepped.value.state,
                        done: [
                          ...run.done,
                          ...stepped.value.trace.flatMap((each) => (each.type === 'incident' ? [] : [each.element])),
                        ],
                      });
                  }}
                >
                  {move.label}
                </button>
              </li>
            ))}
          </ul>
          <p className="psbar">
            <button type="button" className="linkish" onClick={start}>
              {words.restart}
            </button>
            <button type="button" className="linkish" onClick={stop}>
              {words.stop}
            </button>
          </p>
        </>
      ) : null}
    </section>
  );
};
