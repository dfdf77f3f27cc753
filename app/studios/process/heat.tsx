import { useEffect, useState } from 'react';
import { useProcessStudioText } from '#app/i18n/use-process-studio-text.ts';
import type { HeatRow } from '#app/server/studio/process-heat.ts';
import type { Mark } from './canvas.tsx';
import { hoursText } from './hours.ts';

interface HeatProps {
  readonly code: string;
  /** The diagram stands: before, it is what is waited for. */
  readonly drawn: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly onMarks: (marks: readonly Mark[]) => void;
}

/** Where dossiers are now and how long steps take, on the diagram and as a table. */
export const Heat = ({ code, drawn, names, onMarks }: HeatProps) => {
  const { heat: words } = useProcessStudioText();
  const [rows, setRows] = useState<readonly HeatRow[] | 'failed' | undefined>(undefined);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    if (!drawn) return undefined;
    const ending = new AbortController();
    fetch(`/thiet-ke/${encodeURIComponent(code)}/quy-trinh/nhiet`, { signal: ending.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        setRows((await response.json()) as readonly HeatRow[]);
      })
      .catch(() => {
        if (!ending.signal.aborted) setRows('failed');
      });
    return () => {
      ending.abort();
    };
  }, [code, drawn, asked]);
  const counted = rows === 'failed' ? [] : (rows ?? []);
  const order = [...names.keys()];
  const known = counted
    .filter((row) => names.has(row.element))
    .sort((one, other) => order.indexOf(one.element) - order.indexOf(other.element));
  /** At steps of the release that they run, which this draft has no more. */
  const elsewhere = counted.filter((row) => !names.has(row.element)).reduce((sum, { here }) => sum + here, 0);
  const hours = (minutes: number | undefined): string => (minutes === undefined ? '' : hoursText(minutes));
  const marks = (): readonly Mark[] =>
    known.map((row) => ({
      element: row.element,
      tone: row.late > 0 ? 'hot' : row.here > 0 ? 'heat' : 'cool',
      text: [
        row.here > 0 ? words.badge(row.here, row.late) : '',
        row.median === undefined ? '' : words.times(hours(row.median), hours(row.slow)),
      ]
        .filter((part) => part !== '')
        .join(' · '),
    }));
  return (
    <section className="card" aria-labelledby="ho-so-dau">
      <h2 id="ho-so-dau">{words.show}</h2>
      {rows === 'failed' ? (
        <>
          <p className="muted">{words.failed}</p>
          <button
            type="button"
            className="linkish"
            onClick={() => {
              setRows(undefined);
              setAsked(asked + 1);
            }}
          >
            {words.again}
          </button>
        </>
      ) : rows === undefined ? (
        <p className="muted">{words.counting}</p>
      ) : counted.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : null}
      {known.length > 0 ? (
        <>
          <div className="psheat">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.step}</th>
                  <th scope="col">{words.here}</th>
                  <th scope="col">{words.late}</th>
                  <th scope="col">{words.median}</th>
                  <th scope="col">{words.slow}</th>
                </tr>
              </thead>
              <tbody>
                {known.map((row) => (
                  <tr key={row.element}>
                    <th scope="row">{names.get(row.element)}</th>
                    <td>{row.here}</td>
                    <td className={row.late > 0 ? 'bad' : ''}>{row.late}</td>
                    <td>{hours(row.median)}</td>
                    <td>{hours(row.slow)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="small muted">{words.explained}</p>
        </>
      ) : null}
      {elsewhere > 0 ? <p>{words.elsewhere(elsewhere)}</p> : null}
      {known.length > 0 ? (
        <button type="button" className="linkish" onClick={() => onMarks(marks())}>
          {words.paint}
        </button>
      ) : null}
    </section>
  );
};
