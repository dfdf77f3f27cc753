import type { StudioContent } from '#engine/studio/index.ts';

/** What is typed and not saved yet, kept in this browser so that no crash of tab or server loses it. */
export interface Backup {
  readonly base: StudioContent;
  readonly revision: number;
  readonly content: StudioContent;
}

const keyOf = (code: string): string => `motcua.thiet-ke.${code}`;

const isBackup = (value: unknown): value is Backup =>
  typeof value === 'object' && value !== null && 'base' in value && 'content' in value && 'revision' in value;

export const readBackup = (code: string): Backup | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(code)) ?? 'null');
    return isBackup(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

export const writeBackup = (code: string, backup: Backup | undefined): void => {
  try {
    if (backup) localStorage.setItem(keyOf(code), JSON.stringify(backup));
    else localStorage.removeItem(keyOf(code));
  } catch {
    // A full or forbidden storage: the server still has what was saved.
  }
};
