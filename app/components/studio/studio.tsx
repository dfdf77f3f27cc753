import { Link, NavLink } from '@remix-run/react';
import { Redo2, Undo2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import {
  contentOf,
  idFrom,
  idsIn,
  listOf,
  put,
  recordOf,
  screens,
  textOf,
  type Json,
  type Path,
  type Screen,
  type StudioContent,
} from '#engine/studio/index.ts';
import { Notice } from '#app/components/notice.tsx';
import { formatTime } from '#app/i18n/format.ts';
import { useStudioText, wordFor } from '#app/i18n/use-studio-text.ts';
import { usePick } from '#app/i18n/use-text.ts';
import type { StudioPreview } from '#app/server/studio/analyse.ts';
import type { SandboxScript } from '#app/server/studio/sandbox.ts';
import type { Standing } from '#app/server/studio/draft.ts';
import { StudioFields, type StudioFieldContext } from './context.ts';
import { FileScreen } from './file-screen.tsx';
import { FindingsList, useFindings } from './findings.tsx';
import { FormScreen } from './form-screen.tsx';
import { conditionNames } from './names.ts';
import { isNationalPlace } from './national.ts';
import { PartScreen } from './part-screen.tsx';
import { useDraft } from './use-draft.ts';

/** The renderer of forms comes along only where something is tried. */
const Sandbox = lazy(async () => ({ default: (await import('./sandbox.tsx')).Sandbox }));

interface Option {
  readonly value: string;
  readonly label: string;
}

interface StudioProps {
  readonly code: string;
  readonly number: number;
  readonly part: string;
  readonly standing: Standing;
  /** The province office prepares a decision; an agency sends its draft to it. */
  readonly office: boolean;
  readonly revision: number;
  readonly savedAt: string;
  readonly content: StudioContent;
  readonly preview: StudioPreview;
  readonly lists: readonly Option[];
  readonly groups: readonly Option[];
  readonly units: readonly Option[];
  /** Places that are the nation's word, as pointers by id. */
  readonly national: readonly string[];
  readonly onPart: (part: string) => void;
}

const isScreen = (part: string): part is Screen => Object.hasOwn(screens, part);

/** Everything of a draft but its process, on one page that keeps its history while its parts are gone through. */
export const Studio = (props: StudioProps) => {
  const { code, number, part, standing, office, lists, groups, units, national, onPart } = props;
  const editable = standing === 'open';
  const words = useStudioText();
  const pick = usePick();
  const draft = useDraft({ ...props, editable, words: words.doing });
  const { content, history, preview, state, note } = draft;
  const [selected, setSelected] = useState<Path | undefined>(undefined);
  const [english, setEnglish] = useState(false);
  const [script, setScript] = useState<SandboxScript | undefined>(undefined);
  const { found, checking } = useFindings(code, draft.savedAt);
  const cases = useMemo(
    () =>
      listOf(content.procedure['cases']).map((each) => ({
        value: textOf(recordOf(each)['id']),
        label: textOf(recordOf(recordOf(each)['name'])['vi']) || textOf(recordOf(each)['id']),
      })),
    [content.procedure],
  );
  const names = useMemo(
    () => conditionNames(preview.form, preview.environment, cases, words, pick),
    [preview, cases, words, pick],
  );
  const { change, current } = draft;
  const places = useMemo(() => new Set(national), [national]);
  const fields = useMemo<StudioFieldContext>(
    () => ({
      names,
      environment: preview.environment,
      cases,
      lists,
      groups,
      units,
      editable,
      english,
      isNational: (path) => isNationalPlace(content, places, path),
      newId: (stem) => idFrom(stem, idsIn(current()), 'muc'),
      put: (path: Path, value: Json | undefined) => {
        // Typing on at one place is one step; each row that is added, moved or taken away is one of its own.
        const mark = Array.isArray(value) ? undefined : `/${path.join('/')}`;
        change(contentOf(put(current(), path, value)), words.doing.edit, mark);
      },
    }),
    [
      names,
      preview.environment,
      cases,
      lists,
      groups,
      units,
      editable,
      english,
      content,
      places,
      change,
      current,
      words.doing.edit,
    ],
  );
  const { undo, redo } = draft;
  useEffect(() => {
    const keys = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      // What is typed there is not of the draft yet: the browser takes it back.
      if (event.target instanceof Element && event.target.closest('[data-not-draft]')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', keys);
    return () => {
      window.removeEventListener('keydown', keys);
    };
  });
  const errors = (found ?? []).filter(({ severity }) => severity === 'error').length;
  const last = history.past.at(-1);
  const next = history.future[0];
  const tabs = ['bieu-mau', ...Object.keys(screens), 'quy-trinh', 'kiem-tra', 'chay-thu', 'tep'];
  const saved =
    state === 'saved'
      ? words.saved(formatTime(draft.savedAt))
      : state === 'saving'
        ? words.saving
        : state === 'failed'
          ? words.offline
          : words.unsaved;
  return (
    <StudioFields.Provider value={fields}>
      <div className="sbar">
        <div className="top">
          <h1>{textOf(recordOf(content.procedure['name'])['vi']) || code}</h1>
          <span className="muted num">{code}</span>
          <span className="tag warn">
            {words.draft} {number}
          </span>
          <span className="sp" />
          {editable ? <>
          <button type="button" className="ib box" disabled={!last} onClick={undo} aria-label={last ? words.undo(last.name) : words.nothingToUndo}>
            <Undo2 className="i" aria-hidden="true" />
          </button>
          <button type="button" className="ib box" disabled={!next} onClick={redo} aria-label={next ? words.redo(next.name) : words.nothingToRedo}>
            <Redo2 className="i" aria-hidden="true" />
          </button>
          <span className={state === 'failed' ? 'savedat bad' : 'savedat'} role="status">
            {saved}
          </span>
          </> : null}
          {office ? (
            <Link className="btn s" to={`/thiet-ke/${code}/cong-bo`}>
              {words.publish}
            </Link>
          ) : editable ? (
            <Link className="btn s" to={`/thiet-ke/${code}/quy-trinh#trinh-duyet`}>
              {words.propose}
            </Link>
          ) : null}
        </div>
        <nav className="views" aria-label={words.tabs.label}>
          {tabs.map((each) => (
            <NavLink key={each} to={`/thiet-ke/${code}/${each}`} preventScrollReset>
              {wordFor(words.tabs, each)}
              {each === 'kiem-tra' && errors > 0 ? <b aria-label={words.findings.errors(errors)}>{errors}</b> : null}
            </NavLink>
          ))}
        </nav>
        <label className="check small">
          <input type="checkbox" checked={english} onChange={(event) => { setEnglish(event.target.checked); }} /> {words.showEnglish}
        </label>
      </div>
      {standing === 'open' ? null : (
        <Notice>
          <p>{words.closed[standing]}</p>
        </Notice>
      )}
      {note ? (
        <Notice live>
          <p>{note.kind === 'restored' ? words.restored : words.merged(note.by)}</p>
          {note.conflicts.length > 0 ? (
            <>
              <p>{words.conflicts(note.conflicts.length)}</p>
              <ul>
                {note.conflicts.map((each) => (
                  <li key={each.path.join('/')}>
                    <code>{each.path.join(' / ')}</code>{' '}
                    <button type="button" className="linklike" onClick={() => { draft.takeTheirs(each, words.doing.merge); }}>
                      {words.takeTheirs}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Notice>
      ) : null}
      {part === 'bieu-mau' ? (
        <FormScreen
          code={code}
          content={content}
          preview={preview}
          selected={selected}
          editable={editable}
          onSelect={setSelected}
          onForm={(form, name) => { change(contentOf({ ...current(), form }), name); }}
        />
      ) : part === 'kiem-tra' ? (
        <FindingsList
          code={code}
          found={found}
          checking={checking}
          onGo={(finding) => {
            if (finding.select.length > 0) setSelected(finding.select);
            onPart(finding.part);
          }}
        />
      ) : part === 'chay-thu' ? (
        <Suspense fallback={<p role="status">{words.sandbox.preparing}</p>}>
          <Sandbox code={code} savedAt={draft.savedAt} script={script} onScript={setScript} />
        </Suspense>
      ) : part === 'tep' ? (
        <FileScreen code={code} content={content} editable={editable} onBring={(brought) => { change(brought, words.doing.bring); setSelected(undefined); }} />
      ) : isScreen(part) ? (
        <fieldset className="plain" disabled={!editable}>
          <PartScreen screen={part} content={content} />
        </fieldset>
      ) : null}
    </StudioFields.Provider>
  ); // prettier-ignore
};
