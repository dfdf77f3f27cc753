import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '#engine/result/index.ts';
import {
  at,
  begin,
  contentOf,
  merge,
  put,
  record,
  redo,
  same,
  undo,
  type History,
  type Json,
  type Path,
  type StudioContent,
} from '#engine/studio/index.ts';
import type { StudioPreview } from '#app/server/studio/analyse.ts';
import { readBackup, writeBackup } from './backup.ts';

/** What the server answers to a save. */
export interface SaveAnswer {
  readonly saved: boolean;
  readonly revision: number;
  readonly savedAt: string;
  readonly editor: string;
  readonly preview: StudioPreview;
  /** Refused because somebody saved meanwhile: what stands there now. */
  readonly theirs?: StudioContent;
  readonly problems?: readonly Problem[];
}

export interface Conflict {
  readonly path: Path;
  readonly theirs: Json | undefined;
}

export interface Note {
  readonly kind: 'restored' | 'merged';
  readonly by: string;
  readonly conflicts: readonly Conflict[];
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

const SAVE_AFTER_MS = 700;
const BACKUP_AFTER_MS = 250;
const RETRY_AFTER_MS = 4000;

interface Begun {
  readonly code: string;
  readonly content: StudioContent;
  readonly revision: number;
  readonly savedAt: string;
  readonly preview: StudioPreview;
  /** false: nothing is changed, recovered or saved. */
  readonly editable: boolean;
  readonly words: { readonly merge: string; readonly restore: string };
}

/** The draft as it is edited: history, saving as one goes, and what two people did at once. */
export const useDraft = ({ code, content, revision, savedAt, preview: first, editable, words }: Begun) => {
  const [history, setHistory] = useState<History<StudioContent>>(() => begin(content));
  const [preview, setPreview] = useState(first);
  const [state, setState] = useState<SaveState>('saved');
  const [when, setWhen] = useState(savedAt);
  const [note, setNote] = useState<Note | undefined>(undefined);
  /** What the server has, as far as this window knows. */
  const base = useRef({ content, revision });
  const latest = useRef(content);
  const saving = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const backupTimer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const backup = useCallback((): void => {
    const unsaved = !same(latest.current, base.current.content);
    writeBackup(
      code,
      unsaved ? { base: base.current.content, revision: base.current.revision, content: latest.current } : undefined,
    );
  }, [code]);

  const take = useCallback((next: StudioContent, name: string, mark?: string): void => {
    latest.current = next;
    setHistory((before) => record(before, next, name, mark));
  }, []);

  const save = useCallback(async (): Promise<void> => {
    if (saving.current) return;
    if (same(latest.current, base.current.content)) {
      // Undone to what is saved already.
      setState('saved');
      backup();
      return;
    }
    saving.current = true;
    setState('saving');
    const sent = latest.current;
    try {
      const response = await fetch(`/thiet-ke/${encodeURIComponent(code)}/luu`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ revision: base.current.revision, content: sent }),
      });
      if (!response.ok && response.status !== 409) throw new Error(String(response.status));
      const answer = (await response.json()) as SaveAnswer;
      setPreview(answer.preview);
      if (answer.saved) {
        base.current = { content: sent, revision: answer.revision };
        setWhen(answer.savedAt);
        setState('saved');
      } else if (answer.theirs) {
        const { theirs } = answer;
        const merged = merge(base.current.content, latest.current, theirs);
        base.current = { content: theirs, revision: answer.revision };
        take(contentOf(merged.value), words.merge);
        setNote({
          kind: 'merged',
          by: answer.editor,
          conflicts: merged.conflicts.map((path) => ({ path, theirs: at(theirs, path) })),
        });
      }
      saving.current = false;
      backup();
      if (!same(latest.current, base.current.content)) {
        setState('waiting');
        timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
      }
    } catch {
      saving.current = false;
      setState('failed');
      timer.current = setTimeout(() => void save(), RETRY_AFTER_MS);
    }
  }, [backup, code, take, words.merge]);

  const touched = useCallback((): void => {
    setState((before) => (before === 'failed' ? before : 'waiting'));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), SAVE_AFTER_MS);
    clearTimeout(backupTimer.current);
    backupTimer.current = setTimeout(backup, BACKUP_AFTER_MS);
  }, [backup, save]);

  const change = useCallback(
    (next: StudioContent, name: string, mark?: string): void => {
      if (!editable) return;
      take(next, name, mark);
      touched();
    },
    [editable, take, touched],
  );

  const step = useCallback(
    (go: (history: History<StudioContent>) => History<StudioContent>): void => {
      setHistory((before) => {
        const after = go(before);
        latest.current = after.present;
        return after;
      });
      touched();
    },
    [touched],
  );

  // Once, when the page is there: what a crash left behind.
  useEffect(() => {
    if (!editable) return undefined;
    const left = readBackup(code);
    if (left && !same(left.content, content)) {
      const merged = merge(left.base, left.content, content);
      take(contentOf(merged.value), words.restore);
      setNote({
        kind: 'restored',
        by: '',
        conflicts: merged.conflicts.map((path) => ({ path, theirs: at(content, path) })),
      });
      touched();
    }
    const leave = (): void => {
      backup();
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      backup();
      clearTimeout(timer.current);
      clearTimeout(backupTimer.current);
    };
  }, [code]);

  return {
    history,
    content: history.present,
    preview,
    state,
    savedAt: when,
    note,
    dismiss: () => {
      setNote(undefined);
    },
    takeTheirs: ({ path, theirs }: Conflict, name: string): void => {
      change(contentOf(put(latest.current, path, theirs)), name);
      setNote((before) => before && { ...before, conflicts: before.conflicts.filter((each) => each.path !== path) });
    },
    change,
    /** What stands now, also between two renders. */
    current: (): StudioContent => latest.current,
    saveNow: save,
    undo: () => {
      step(undo);
    },
    redo: () => {
      step(redo);
    },
  };
};

export type StudioDraftState = ReturnType<typeof useDraft>;
