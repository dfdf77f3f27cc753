import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { prepareSubject } from '#engine/verify/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { examineInThread } from './examine.ts';
import { PROCESS_PART, partsOf, releaseOf, type Opened } from './process-draft.ts';
import { NO_TIME, processTime, type ProcessTime } from './process-time.ts';

export interface ProcessFindings {
  readonly problems: readonly Problem[];
  readonly time: ProcessTime;
}

/** Findings of a draft, or of what is in force, with this process, as of today; and how it spends its time. */
export const findingsOf = async (
  context: AppLoadContext,
  code: string,
  { draft, release, nextNumber }: Opened,
  xml: string,
): Promise<ProcessFindings> => {
  const parts = { ...(draft?.parts ?? (release ? partsOf(release) : {})), [PROCESS_PART]: xml };
  const loaded = releaseOf(code, nextNumber, parts);
  if (!loaded.ok) return { problems: loaded.problems, time: NO_TIME };
  const { store } = context.service;
  const asOf = localDate(context.clock.now());
  const [shared, units, people] = await Promise.all([
    store.releases.shared(),
    store.units.all(asOf),
    store.people.held(asOf),
  ]);
  const problems = await examineInThread(loaded.value, shared, {
    asOf,
    units,
    people,
    ...(release ? { prior: release } : {}),
  });
  const { graph } = (await prepareSubject(loaded.value, shared, { asOf })).process;
  return { problems, time: graph ? processTime(loaded.value.procedure, graph) : NO_TIME };
};
