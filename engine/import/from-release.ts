import type { Release } from '#engine/definition/index.ts';
import { noCount } from './count.ts';
import { makeDraft } from './make-draft.ts';
import { emptySource } from './source.ts';
import type { ImportedDraft } from './types.ts';

/** A draft that begins as what a release says; `keepsCode`: it is to follow the release, not to stand beside it. */
export const draftOfRelease = (release: Release, keepsCode: boolean, from: string): ImportedDraft => {
  const { code, ...rest } = release.procedure;
  const parts = Object.keys(rest).filter((part) => part !== 'format' && part !== 'source');
  return {
    procedure: keepsCode ? { ...rest, code } : rest,
    ...(release.form ? { form: release.form } : {}),
    ...(release.process === undefined ? {} : { process: release.process }),
    origins: [...(keepsCode ? ['code'] : []), ...parts].map((part) => ({
      at: `/procedure/${part}`,
      how: 'source' as const,
      from,
    })),
    open: keepsCode ? [] : makeDraft(emptySource(from)).open.filter(({ at }) => at === '/procedure/code'),
    tally: { limits: noCount, fees: noCount, papers: noCount },
  };
};

/** Nothing yet: everything that a release needs is open. */
export const emptyDraft = (title: string): ImportedDraft => makeDraft(emptySource(title));
