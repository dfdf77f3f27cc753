import type { Localized } from '#engine/result/index.ts';
import type { OpenCode, OpenPoint, Origin } from './types.ts';

/** Collects where values came from and what stays open, while a draft is made. */
export interface Notes {
  readonly origins: readonly Origin[];
  readonly open: readonly OpenPoint[];
  origin(at: string, how: Origin['how'], from: string, words?: string): void;
  leaveOpen(at: string, code: OpenCode, message: Localized, blocks: boolean, words?: string): void;
}

export const takeNotes = (): Notes => {
  const origins: Origin[] = [];
  const open: OpenPoint[] = [];
  return {
    origins,
    open,
    origin: (at, how, from, words) => {
      origins.push({ at, how, from, ...(words === undefined || words === '' ? {} : { words: words.slice(0, 2000) }) });
    },
    leaveOpen: (at, code, message, blocks, words) => {
      open.push({
        at,
        code,
        message,
        blocks,
        ...(words === undefined || words === '' ? {} : { words: words.slice(0, 2000) }),
      });
    },
  };
};
