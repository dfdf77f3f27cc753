import { useCallback, useEffect, useRef, useState } from 'react';
import { textHash } from './text-hash.ts';

export type SaveState =
  | { readonly type: 'saved'; readonly at: string }
  | { readonly type: 'saving' | 'unsaved' }
  | { readonly type: 'conflict'; readonly message: string };

export type SaveAnswer =
  | { readonly ok: true; readonly at: string }
  | { readonly ok: false; readonly message: string; readonly conflict: boolean; readonly theirs?: string };

interface Kept {
  readonly xml: string;
  readonly basedOn: string;
}

const SAVE_AFTER_MS = 700;
const RETRY_MS = 5_000;
const MOST_STEPS = 300;
const keyOf = (code: string): string => `motcua.quy-trinh.${code}`;

const readKept = (code: string): Kept | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(code)) ?? 'null');
    return typeof value === 'object' && value !== null && 'xml' in value && 'basedOn' in value
      ? (value as Kept)
      : undefined;
  } catch {
    return undefined;
  }
};

export interface EditedProcess {
  readonly xml: string;
  /** Grows with every text that did not come from the diagram itself: the diagram reads it anew. */
  readonly shown: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  readonly recovered: boolean;
  /** A change by `diagram` is drawn already. */
  change(xml: string, by: 'diagram' | 'other'): void;
  undo(): void;
  redo(): void;
  takeTheirs(): void;
  keepMine(): void;
}

/**
 * The one text that diagram and table edit: its history, its saves as it goes, and what a crash left behind in
 * this browser. Everything that changes it can be undone, whichever view did it.
 */
export const useProcess = (code: string, stored: string, savedAt: string, editable: boolean): EditedProcess => {
  const [steps, setSteps] = useState({ list: [stored], at: 0, shown: 0 });
  const [save, setSave] = useState<SaveState>({ type: 'saved', at: savedAt });
  const [recovered, setRecovered] = useState(false);
  const basedOn = useRef(textHash(stored));
  const theirs = useRef<string>();
  const lastSaved = useRef(savedAt);
  /** One save at a time: a second would be based on what the first is about to replace. */
  const sending = useRef(false);
  /** Nothing is judged before what a crash left behind was looked for. */
  const opened = useRef(false);
  const [attempt, setAttempt] = useState(0);
  const xml = steps.list[steps.at] ?? stored;

  const change = useCallback((next: string, by: 'diagram' | 'other') => {
    setSteps((before) => {
      if (before.list[before.at] === next) return before;
      const list = [...before.list.slice(0, before.at + 1), next].slice(-MOST_STEPS);
      return { list, at: list.length - 1, shown: by === 'diagram' ? before.shown : before.shown + 1 };
    });
  }, []);
  const go = useCallback((by: 1 | -1) => {
    setSteps((before) => {
      const at = before.at + by;
      return at < 0 || at >= before.list.length ? before : { ...before, at, shown: before.shown + 1 };
    });
  }, []);

  useEffect(() => {
    const kept = editable ? readKept(code) : undefined;
    if (!kept || kept.xml === stored) return;
    basedOn.current = kept.basedOn;
    change(kept.xml, 'other');
    setRecovered(true);
    // Only what was left behind when the page opens is recovered.
  }, []);

  useEffect(() => {
    if (!editable) return undefined;
    if (!opened.current) {
      opened.current = true;
      return undefined;
    }
    if (!sending.current && textHash(xml) === basedOn.current) {
      // Taken back before it was ever sent: nothing waits, and nothing is to be recovered.
      setSave((before) =>
        before.type === 'saving' || before.type === 'unsaved' ? { type: 'saved', at: lastSaved.current } : before,
      );
      localStorage.removeItem(keyOf(code));
      return undefined;
    }
    localStorage.setItem(keyOf(code), JSON.stringify({ xml, basedOn: basedOn.current }));
    setSave((before) => (before.type === 'conflict' ? before : { type: 'saving' }));
    const send = async (): Promise<void> => {
      // What is under way looks again when it is answered.
      if (sending.current) return;
      sending.current = true;
      const body = new FormData();
      body.set('xml', xml);
      body.set('basedOn', basedOn.current);
      try {
        const response = await fetch(`/thiet-ke/${encodeURIComponent(code)}/quy-trinh/luu`, { method: 'POST', body });
        if (!response.ok) throw new Error(String(response.status));
        const answer = (await response.json()) as SaveAnswer;
        if (answer.ok) {
          basedOn.current = textHash(xml);
          lastSaved.current = answer.at;
          setAttempt((count) => count + 1);
        } else {
          theirs.current = answer.theirs;
          setSave(answer.conflict ? { type: 'conflict', message: answer.message } : { type: 'unsaved' });
        }
      } catch {
        setSave({ type: 'unsaved' });
      } finally {
        sending.current = false;
      }
    };
    const timer = setTimeout(() => void send(), SAVE_AFTER_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [code, editable, xml, attempt]);

  useEffect(() => {
    if (save.type !== 'unsaved') return undefined;
    const timer = setTimeout(() => setAttempt((count) => count + 1), RETRY_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [save]);

  return {
    xml,
    shown: steps.shown,
    canUndo: steps.at > 0,
    canRedo: steps.at < steps.list.length - 1,
    save,
    recovered,
    change,
    undo: useCallback(() => go(-1), [go]),
    redo: useCallback(() => go(1), [go]),
    takeTheirs: useCallback(() => {
      if (theirs.current === undefined) return;
      basedOn.current = textHash(theirs.current);
      localStorage.removeItem(keyOf(code));
      change(theirs.current, 'other');
      setSave({ type: 'saved', at: new Date().toISOString() });
    }, [change, code]),
    keepMine: useCallback(() => {
      if (theirs.current !== undefined) basedOn.current = textHash(theirs.current);
      setAttempt((count) => count + 1);
    }, []),
  };
};
