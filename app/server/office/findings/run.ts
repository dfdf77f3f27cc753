import type { CatalogueRun } from '#engine/service/index.ts';

/** A run as the page shows it and asks for it again while it is under way. */
export const runView = (found: { readonly run: CatalogueRun; readonly changed: boolean } | undefined) =>
  found
    ? {
        status: found.run.status,
        total: found.run.total,
        done: found.run.verified + found.run.reused,
        verified: found.run.verified,
        reused: found.run.reused,
        withErrors: found.run.withErrors,
        withWarnings: found.run.withWarnings,
        endedAt: found.run.endedAt ?? '',
        ms: found.run.ms,
        changed: found.changed,
      }
    : null;

export type RunView = NonNullable<ReturnType<typeof runView>>;
