import { Form } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { ProcessDifference } from '#engine/process/browser.ts';
import { parseProcess, processDifferences } from '#engine/process/browser.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useProcessStudioText, type ProcessStudioTexts } from '#app/i18n/use-process-studio-text.ts';
import type { HeatRow } from '#app/server/studio/process-heat.ts';
import type { ProcessStudioView } from '#app/server/studio/process-view.ts';
import type { Analysis } from './analyse.ts';
import type { Mark } from './canvas.tsx';
import { hoursText } from './hours.ts';

const moment = (at: string): string => `${formatTime(at)} ${formatDay(at)}`;

/** What people say of the elements; a new one is about what is chosen. */
export const Comments = ({
  view,
  chosen,
  names,
}: {
  readonly view: ProcessStudioView;
  readonly chosen: string | undefined;
  readonly names: ReadonlyMap<string, string>;
}) => {
  const { comments: words } = useProcessStudioText();
  const placeName = (place: string): string => {
    const id = /^\/process\/(.+)$/.exec(place)?.[1];
    return id === undefined ? words.whole : (names.get(id) ?? id);
  };
  const place = chosen === undefined ? '/process' : `/process/${chosen}`;
  return (
    <section className="card" aria-labelledby="gop-y">
      <h2 id="gop-y">{words.title}</h2>
      {view.comments.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ul className="pscomments">
        {view.comments.map((comment) => (
          <li key={comment.id} className={comment.resolved ? 'muted' : undefined}>
            <p>
              <b>{comment.author.name}</b>{' '}
              <span className="small muted">
                {words.on(placeName(comment.place))}, {moment(comment.at)}
              </span>
            </p>
            <p>{comment.text}</p>
            {comment.resolved ? (
              <p className="small">{words.resolved(comment.resolved.by.name)}</p>
            ) : (
              <Form method="post">
                <input type="hidden" name="viec" value="xong-gop-y" />
                <input type="hidden" name="ma" value={comment.id} />
                <button className="linkish">{words.resolve}</button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <Form method="post" key={view.comments.length}>
        <input type="hidden" name="viec" value="gop-y" />
        <input type="hidden" name="cho" value={place} />
        <div className="field">
          <label htmlFor="gop-y-chu">
            {words.text} <span className="muted small">{words.on(placeName(place))}</span>
          </label>
          <textarea id="gop-y-chu" name="loi-nhan" rows={2} maxLength={2000} required />
        </div>
        <button className="btn second s">{words.add}</button>
      </Form>
    </section>
  );
};

/** Who changed what; each entry can be gone back to, which is itself a change. */
export const Edits = ({ view }: { readonly view: ProcessStudioView }) => {
  const { history: words } = useProcessStudioText();
  return (
    <section className="card" aria-labelledby="ai-sua">
      <h2 id="ai-sua">{words.title}</h2>
      {view.edits.length === 0 ? <p className="muted">{words.none}</p> : null}
      <ol className="psedits">
        {view.edits.slice(0, 20).map((edit) => (
          <li key={edit.revision}>{words.row(edit.name, moment(edit.at))}</li>
        ))}
      </ol>
    </section>
  );
};

const valueOf = (what: string, value: string, words: ProcessStudioTexts): string => {
  if (value === '') return words.compare.empty;
  if (what === 'minutes') return words.budget.hours(hoursText(Number(value)));
  const named = { ...words.panel.roles, ...words.panel.units, ...words.panel.acts } as Readonly<Record<string, string>>;
  return named[value] ?? value;
};

/** A difference as a sentence. */
export const sentenceOf = (difference: ProcessDifference, words: ProcessStudioTexts): string => {
  const { compare } = words;
  switch (difference.type) {
    case 'added':
      return compare.added(difference.name);
    case 'removed':
      return compare.removed(difference.name);
    case 'moved':
      return compare.moved(difference.name, difference.after ?? compare.first);
    case 'changed':
      return compare.changed(
        difference.name,
        compare.what[difference.what],
        valueOf(difference.what, difference.from, words),
        valueOf(difference.what, difference.to, words),
      );
    case 'flow-added':
      return compare.flowAdded(difference.from, difference.to);
    case 'flow-removed':
      return compare.flowRemoved(difference.from, difference.to);
  }
};

/** The draft against what is in force: sentences, and marks on the diagram. */
export const Comparison = ({
  analysis,
  current,
  onMarks,
}: {
  readonly analysis: Analysis;
  readonly current: string | undefined;
  readonly onMarks: (marks: readonly Mark[]) => void;
}) => {
  const words = useProcessStudioText();
  const [differences, setDifferences] = useState<readonly ProcessDifference[]>([]);
  const { process } = analysis;
  useEffect(() => {
    let gone = false;
    if (current === undefined || !process) return undefined;
    void parseProcess(current).then((parsed) => {
      const [before] = parsed.ok ? parsed.value.processes : [];
      if (!gone && before) setDifferences(processDifferences(before, process));
    });
    return () => {
      gone = true;
    };
  }, [current, process]);
  if (current === undefined) return null;
  const marks = differences.flatMap((each): readonly Mark[] => {
    if (each.type === 'added' || each.type === 'flow-added')
      return [
        { element: each.element, tone: 'added', ...(each.type === 'added' ? { text: words.compare.marks.added } : {}) },
      ];
    if (each.type === 'moved') return [{ element: each.element, tone: 'changed', text: words.compare.marks.moved }];
    if (each.type === 'changed') return [{ element: each.element, tone: 'changed', text: words.compare.marks.changed }];
    return [];
  });
  return (
    <section className="card" aria-labelledby="so-voi">
      <h2 id="so-voi">{words.compare.title}</h2>
      {differences.length === 0 ? (
        <p>{words.compare.none}</p>
      ) : (
        <>
          <ul className="psdiff">
            {differences.map((difference, index) => (
              <li key={index} className={`psd-${difference.type}`}>
                {sentenceOf(difference, words)}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="linkish"
            onClick={() => onMarks([...new Map(marks.map((mark) => [mark.element, mark])).values()])}
          >
            {words.compare.show}
          </button>
        </>
      )}
    </section>
  );
};

/** Where dossiers are now and how long steps take, on the diagram and as a list. */
export const Heat = ({
  code,
  drawn,
  names,
  onMarks,
}: {
  readonly code: string;
  /** The diagram stands: before, it is what is waited for. */
  readonly drawn: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly onMarks: (marks: readonly Mark[]) => void;
}) => {
  const { heat: words, compare } = useProcessStudioText();
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
  const known = (rows === 'failed' ? [] : (rows ?? [])).filter((row) => names.has(row.element));
  const times = (row: HeatRow): string =>
    row.median === undefined
      ? ''
      : words.times(words.hours(hoursText(row.median)), words.hours(hoursText(row.slow ?? row.median)));
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
      ) : known.length === 0 ? (
        <p className="muted">{rows ? words.none : words.counting}</p>
      ) : (
        <>
          <ul className="psdiff">
            {known.map((row) => (
              <li key={row.element}>
                {words.row(names.get(row.element) ?? row.element, row.here, row.late)}
                {row.median === undefined ? '' : `; ${times(row)}`}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="linkish"
            onClick={() =>
              onMarks(
                known.map((row) => ({
                  element: row.element,
                  tone: row.late > 0 ? 'hot' : row.here > 0 ? 'heat' : 'cool',
                  text: [row.here > 0 ? words.badge(row.here, row.late) : '', times(row)]
                    .filter((part) => part !== '')
                    .join('; '),
                })),
              )
            }
          >
            {compare.show}
          </button>
        </>
      )}
    </section>
  );
};
