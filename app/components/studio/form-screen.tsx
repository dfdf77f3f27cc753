import { useEffect, useRef, useState } from 'react';
import {
  addPage,
  addQuestion,
  at,
  blankQuestion,
  changeType,
  copy,
  idsIn,
  isHolder,
  listOf,
  listPath,
  moveTo,
  placeOf,
  recordOf,
  remove,
  settingsOf,
  shift,
  textOf,
  type Json,
  type Path,
  type StudioContent,
} from '#engine/studio/index.ts';
import { useStudioText } from '#app/i18n/use-studio-text.ts';
import type { StudioPreview } from '#app/server/studio/analyse.ts';
import { AddPanel } from './add-panel.tsx';
import { Preview } from './preview.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuestionTree } from './question-tree.tsx';

interface FormScreenProps {
  readonly code: string;
  readonly content: StudioContent;
  readonly preview: StudioPreview;
  readonly selected: Path | undefined;
  readonly editable: boolean;
  readonly onSelect: (path: Path | undefined) => void;
  readonly onForm: (form: Json, name: string) => void;
}

type Pane = 'list' | 'edit' | 'preview';

/** The form: its questions, the one that is edited, and how it looks. */
export const FormScreen = ({ code, content, preview, selected, editable, onSelect, onForm }: FormScreenProps) => {
  const words = useStudioText();
  const [adding, setAdding] = useState<{ readonly into: Path; readonly index?: number } | undefined>(undefined);
  const [pane, setPane] = useState<Pane>('list');
  const wanted = useRef<Path | undefined>(undefined);
  // The keys go on with what was added, copied or moved, not with what stands in its place now.
  useEffect(() => {
    const row = wanted.current?.join('/');
    wanted.current = undefined;
    if (row !== undefined) document.querySelector<HTMLElement>(`.tree [data-drag-key="${row}"]`)?.focus();
  });
  const form = content['form'];
  if (form === undefined)
    return (
      <div className="card">
        <p>{words.noForm}</p>
        <button type="button" className="btn" onClick={() => { onForm({ format: 'motcua/form@1', kind: 'pages', pages: [{ id: 'page1', title: { vi: words.firstPage }, questions: [] }] }, words.doing.addPage); }}>
          {words.makeForm}
        </button>
      </div>
    ); // prettier-ignore
  const foreign = recordOf(form)['kind'] === 'json-schema';
  const chosen = selected && at(form, selected) !== undefined ? selected : undefined;
  const pageId = textOf(recordOf(at(form, ['pages', Number(chosen?.[1] ?? 0)]))['id']);
  const select = (path: Path): void => {
    setAdding(undefined);
    onSelect(path);
    setPane('edit');
  };
  const placed = ({ form: next, path }: { readonly form: Json; readonly path: Path }, name: string): void => {
    onForm(next, name);
    onSelect(path);
  };
  const followed = (to: { readonly form: Json; readonly path: Path }, name: string): void => {
    placed(to, name);
    wanted.current = to.path;
  };
  const add = (into: Path, index?: number): void => {
    setAdding(index === undefined ? { into } : { into, index });
    setPane('edit');
  };
  const move = (from: Path, into: Path, index: number): void => {
    placed(moveTo(form, from, into, index), words.doing.move);
  };
  return (
    <>
      <div className="seg panes" role="group" aria-label={words.panes.label}>
        {(['list', 'edit', 'preview'] as const).map((each) => (
          <button key={each} type="button" aria-pressed={pane === each} onClick={() => { setPane(each); }}>
            {words.panes[each]}
          </button>
        ))}
      </div>
      <div className={`studio pane-${pane}`}>
        {foreign ? (
          <section className="treepane card"><p>{words.foreign}</p></section>
        ) : (
          <QuestionTree
            form={form}
            selected={chosen}
            editable={editable}
            onSelect={select}
            onAdd={(into) => { add(into); }}
            onAddPage={() => { followed(addPage(form, words.add.newPage), words.doing.addPage); }}
            onShift={(path, by) => { followed(shift(form, path, by), words.doing.move); }}
            onMove={move}
          />
        )}
        <fieldset className="editpane plain" disabled={!editable}>
          {adding ? (
            <AddPanel
              inside={adding.into.length > 3}
              onCancel={() => {
                wanted.current = chosen ?? adding.into.slice(0, -1);
                setAdding(undefined);
              }}
              onAdd={({ label, type, use }) => {
                const blank = blankQuestion(type, label, idsIn(at(form, ['pages'])), words);
                const { questions: _questions, ...rest } = blank;
                const question = use === '' ? blank : { ...rest, use };
                followed(addQuestion(form, adding.into, question, adding.index ?? listOf(at(form, adding.into)).length), words.doing.add);
                setAdding(undefined);
              }}
            />
          ) : chosen ? (
            <QuestionEditor
              key={textOf(recordOf(at(form, chosen))['id'])}
              content={content}
              path={chosen}
              onShift={(by) => { placed(shift(form, chosen, by), words.doing.move); }}
              onCopy={() => { followed(copy(form, chosen), words.doing.copy); }}
              onRemove={() => {
                const left = remove(form, chosen);
                const before = Math.max(0, placeOf(chosen) - 1);
                wanted.current = [chosen, [...listPath(chosen), before], chosen.slice(0, -2)].find((each) => each.length > 1 && at(left, each) !== undefined);
                onForm(left, words.doing.remove);
                onSelect(undefined);
                setPane('list');
              }}
              onType={(type) => {
                const keeps = new Set(settingsOf(type).map(({ name }) => name));
                if (isHolder({ type })) keeps.add('questions');
                onForm(changeType(form, chosen, type, (name) => keeps.has(name), words), words.doing.type);
              }}
              onPage={(page) => {
                const into = ['pages', page, 'questions'];
                move(chosen, into, listOf(at(form, into)).length);
              }}
              onAddAfter={() => { add(listPath(chosen), placeOf(chosen) + 1); }}
            />
          ) : (
            <p className="card muted">{foreign ? words.foreign : words.choose}</p>
          )}
        </fieldset>
        <Preview code={code} preview={preview} page={pageId} />
      </div>
    </>
  ); // prettier-ignore
};
