import type { ChangeKind } from '#app/server/views/changes.ts';

/** New green, amended and replaced blue, repealed grey: the word is always there too. */
export const toneOfChange: Readonly<Record<ChangeKind, 'ok' | 'action' | 'plain'>> = {
  added: 'ok',
  amended: 'action',
  replaced: 'action',
  repealed: 'plain',
};
