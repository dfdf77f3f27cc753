import { Form } from '@remix-run/react';
import { useEffect, useState } from 'react';
import type { ProcessDifference } from '#engine/process/browser.ts';
import { parseProcess, processDifferences } from '#engine/process/browser.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { useProcessStudioText, type ProcessStudioTexts } from '#app/i18n/use-process-studio-text.ts';
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
