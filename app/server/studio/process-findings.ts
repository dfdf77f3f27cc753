import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { examineInThread } from './examine.ts';
import { PROCESS_PART, releaseOf, type Opened } from './process-draft.ts';

/** Findings of a draft with this process, as of today; those of the process first in their severity. */
export const findingsOf = async (
  context: AppLoadContext,
  code: string,
  { draft, release, nextNumber }: Opened,
  xml: string,
): Promise<readonly Problem[]> => {
  const parts = { ...draft?.parts, [PROCESS_PART]: xml };
  const loaded = releaseOf(code, nextNumber, parts);
  if (!loaded.ok) return loaded.problems;
  const { store } = context.service;
  const asOf = localDate(context.clock.now());
  const [shared, units, people] = await Promise.all([
    store.releases.shared(),
    store.units.all(asOf),
    store.people.held(asOf),
  ]);
  return examineInThread(loaded.value, shared, { asOf, units, people, ...(release ? { prior: release } : {}) });
};
