import { useEffect, useState } from 'react';
import type { Problem } from '#engine/result/index.ts';
import type { ProcessFindings } from '#app/server/studio/process-findings.ts';
import type { ProcessTime } from '#app/server/studio/process-time.ts';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { Mark } from './canvas.tsx';

export interface FindingsState {
  readonly problems: readonly Problem[];
  readonly running: boolean;
  readonly failed: boolean;
  readonly time: ProcessTime;
}

const WAIT_MS = 400;

/** What the server's checks say of the text, asked again whenever it rests. `xml`: absent while there is something more urgent to do. */
export const useFindings = (code: string, xml: string | undefined, first: readonly Problem[]): FindingsState => {
  const [state, setState] = useState<FindingsState>({
    problems: first,
    running: true,
    failed: false,
    time: { kinds: [], steps: [] },
  });
  useEffect(() => {
    if (xml === undefined) return undefined;
    const ending = new AbortController();
    const timer = setTimeout(() => {
      const body = new FormData();
      body.set('xml', xml);
      setState((before) => ({ ...before, running: true }));
      fetch(`/thiet-ke/${encodeURIComponent(code)}/quy-trinh/soi`, { method: 'POST', body, signal: ending.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          const { problems, time } = (await response.json()) as ProcessFindings;
          setState({ problems, time, running: false, failed: false });
        })
        .catch(() => {
          if (!ending.signal.aborted) setState((before) => ({ ...before, running: false, failed: true }));
        });
    }, WAIT_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [code, xml]);
  return state;
};

/** `/process/tham-dinh/…` → `tham-dinh`. */
export const elementOf = (problem: Problem): string | undefined => /^\/process\/([^/]+)/.exec(problem.path)?.[1];

interface Props {
  readonly state: FindingsState;
  readonly names: ReadonlyMap<string, string>;
  readonly onShow: (element: string) => void;
  readonly onPlay: (marks: readonly Mark[]) => void;
}

export const FindingsList = ({ state, names, onShow, onPlay }: Props) => {
  const { findings: words } = useProcessStudioText();
  const pick = usePick();
  const [played, setPlayed] = useState<{ readonly problem: Problem; readonly at: number }>();
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of state.problems) counts[severity] += 1;
  const isInProcess = (found: Problem): boolean => found.path.startsWith('/process');
  const playAt = (problem: Problem, at: number): void => {
    const elements = problem.witness?.elements ?? [];
    const flows = problem.witness?.flows ?? [];
    const passed = new Set(elements.slice(0, at));
    setPlayed({ problem, at });
    onPlay([
      ...[...passed].map((element) => ({ element, tone: 'done' as const })),
      ...(at === elements.length ? flows.map((element) => ({ element, tone: 'done' as const })) : []),
      ...(elements[at - 1] === undefined
        ? []
        : [{ element: elements[at - 1] ?? '', tone: 'token' as const, text: String(at) }]),
    ]);
  };
  const group = (title: string, list: readonly Problem[]) =>
    list.length === 0 ? null : (
      <>
        <h3>{title}</h3>
        <ul className="psfindings">
          {list.map((found, index) => {
            const element = elementOf(found);
            const elements = found.witness?.elements ?? [];
            return (
              <li key={`${found.code} ${found.path} ${index}`} className={`ps-${found.severity}`}>
                <p>
                  {pick(found.message)} {found.remedy ? <span className="muted">{pick(found.remedy)}</span> : null}
                </p>
                <p className="psbar">
                  {element !== undefined && names.has(element) ? (
                    <button type="button" className="linkish" onClick={() => onShow(element)}>
                      {words.show}
                      <span className="vh">: {names.get(element)}</span>
                    </button>
                  ) : null}
                  {elements.length > 0 ? (
                    <button type="button" className="linkish" onClick={() => playAt(found, 1)}>
                      {words.play}
                    </button>
                  ) : null}
                </p>
                {played?.problem === found ? (
                  <div className="psplay">
                    <p role="status">
                      {words.stepOf(
                        played.at,
                        elements.length,
                        names.get(elements[played.at - 1] ?? '') ?? elements[played.at - 1] ?? '',
                      )}
                    </p>
                    <p className="psbar">
                      <button
                        type="button"
                        className="btn second s"
                        disabled={played.at <= 1}
                        onClick={() => playAt(found, played.at - 1)}
                      >
                        {words.previous}
                      </button>
                      <button
                        type="button"
                        className="btn second s"
                        disabled={played.at >= elements.length}
                        onClick={() => playAt(found, played.at + 1)}
                      >
                        {words.next}
                      </button>
                      <button
                        type="button"
                        className="btn second s"
                        onClick={() => {
                          setPlayed(undefined);
                          onPlay([]);
                        }}
                      >
                        {words.close}
                      </button>
                    </p>
                  </div>
                ) : null}
              </li>
            );
          })}
        </ul>
      </>
    );
  return (
    <section className="card" aria-labelledby="kiem-tra">
      <h2 id="kiem-tra">{words.title}</h2>
      <p role="status" data-findings={state.running ? 'running' : 'done'}>
        {state.running
          ? words.running
          : state.failed
            ? words.failed
            : state.problems.length === 0
              ? words.none
              : words.count(counts.error, counts.warning)}
      </p>
      {group(words.ofProcess, state.problems.filter(isInProcess))}
      {group(
        words.elsewhere,
        state.problems.filter((found) => !isInProcess(found)),
      )}
    </section>
  );
};
