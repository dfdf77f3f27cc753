import { GripVertical, Plus, Split } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import {
  at,
  isHolder,
  listOf,
  recordOf,
  textOf,
  type Json,
  type Path,
  type QuestionType,
} from '#engine/studio/index.ts';
import { useStudioText, wordFor } from '#app/i18n/use-studio-text.ts';
import { useDrag } from './use-drag.ts';

interface TreeProps {
  readonly form: Json | undefined;
  readonly selected: Path | undefined;
  readonly editable: boolean;
  readonly onSelect: (path: Path) => void;
  readonly onAdd: (into: Path) => void;
  readonly onAddPage: () => void;
  readonly onShift: (path: Path, by: -1 | 1) => void;
  readonly onMove: (path: Path, into: Path, index: number) => void;
}

export const labelOf = (value: Json | undefined, key: 'label' | 'title'): string =>
  textOf(recordOf(recordOf(value)[key])['vi']);

const samePath = (one: Path | undefined, other: Path): boolean => one?.join('/') === other.join('/');

const pathOf = (key: string): Path => key.split('/').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

const isPage = (path: Path): boolean => path.length === 2;

const pageKey = (key: string): string => pathOf(key).slice(0, 2).join('/');

/** The pages with their questions: chosen by click, tap or key; moved by dragging or with Alt and an arrow. */
export const QuestionTree = ({ form, selected, editable, onSelect, onAdd, onAddPage, onShift, onMove }: TreeProps) => {
  const words = useStudioText();
  const drag = useDrag('questions', (from, to) => {
    const [source, target] = [pathOf(from), pathOf(to)];
    if (isPage(source)) onMove(source, ['pages'], Number(target[1]));
    else if (isPage(target)) onMove(source, [...target, 'questions'], 0);
    else onMove(source, target.slice(0, -1), Number(target.at(-1)));
  });
  const { dragged } = drag;
  // A page is let down on pages: over a question, on the page that it stands on.
  const overKey = dragged && isPage(pathOf(dragged.key)) ? pageKey(dragged.over) : dragged?.over;
  const pages = listOf(at(form, ['pages']));
  const total = pages.reduce<number>((sum, page) => sum + listOf(recordOf(page)['questions']).length, 0);
  const onKey = (event: KeyboardEvent<HTMLButtonElement>, path: Path): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    const by = event.key === 'ArrowUp' ? -1 : 1;
    if (event.altKey) return editable ? void onShift(path, by) : undefined;
    const all = [
      ...(event.currentTarget.closest('.tree')?.querySelectorAll<HTMLButtonElement>('button[data-item]') ?? []),
    ];
    all[all.indexOf(event.currentTarget) + by]?.focus();
  };
  const item = (path: Path, value: Json, text: string, detail: string, className: string) => {
    const key = path.join('/');
    return (
      <button
        type="button"
        data-item=""
        className={`${className}${samePath(selected, path) ? ' on' : ''}${overKey === key && dragged?.key !== key ? ' over' : ''}${dragged?.key === key ? ' dragged' : ''}`}
        aria-current={samePath(selected, path) ? 'true' : undefined}
        {...drag.row(key)}
        {...(editable ? drag.held(key) : {})}
        onKeyDown={(event) => {
          onKey(event, path);
        }}
        onClick={() => {
          onSelect(path);
        }}
      >
        {editable ? <GripVertical className="i s grip" aria-hidden="true" /> : null}
        <span className="t">
          {text}
          {detail === '' ? null : <small>{detail}</small>}
        </span>
        {textOf(recordOf(value)['when']) === '' ? null : <Split className="i s" aria-hidden="true" />}
      </button>
    );
  };
  const question = (value: Json, path: Path) => {
    const record = recordOf(value);
    const type = textOf(record['type']) as QuestionType;
    const inner = listOf(record['questions']);
    return (
      <li key={path.join('/')}>
        {item(path, value, labelOf(value, 'label'), wordFor(words.types, type), path.length > 4 ? 'q sub' : 'q')}
        {isHolder(value) ? (
          <ul>
            {inner.map((each, index) => question(each, [...path, 'questions', index]))}
            {editable ? <li>
              <button type="button" className="addq sub" onClick={() => { onAdd([...path, 'questions']); }}>
                <Plus className="i s" aria-hidden="true" /> {words.add.inside}
              </button>
            </li> : null}
          </ul>
        ) : null}
      </li>
    ); // prettier-ignore
  };
  return (
    <section className="treepane" aria-label={words.questions}>
      <header>
        <h2>{words.questions}</h2>
        <span className="muted small">{words.counts(pages.length, total)}</span>
      </header>
      <ul className="tree">
        {pages.map((page, index) => (
          <li key={textOf(recordOf(page)['id'])}>
            {item(['pages', index], page, `${String(index + 1)}. ${labelOf(page, 'title')}`, '', 'pg')}
            <ul>
              {listOf(recordOf(page)['questions']).map((each, place) => question(each, ['pages', index, 'questions', place]))}
              {editable ? <li>
                <button
                  type="button"
                  className="addq"
                  aria-label={`${words.add.question}: ${labelOf(page, 'title')}`}
                  onClick={() => { onAdd(['pages', index, 'questions']); }}
                >
                  <Plus className="i s" aria-hidden="true" /> {words.add.question}
                </button>
              </li> : null}
            </ul>
          </li>
        ))}
      </ul>
      {editable ? (
        <>
          <button type="button" className="btn second s" onClick={onAddPage}>
            <Plus className="i s" aria-hidden="true" /> {words.add.page}
          </button>
          <p className="small muted keyshint">{words.keys}</p>
        </>
      ) : null}
    </section>
  ); // prettier-ignore
};
