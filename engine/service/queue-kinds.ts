import { conform, queueKindsSchema, type QueueKind, type QueueKinds } from '#engine/definition/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';
import { say } from './messages.ts';

const SETTING = 'queue.kinds';

/** Kinds of service at the counters' queues: data (`motcua/queue@1`). */
export interface QueueKindService {
  /** Takes the place of all there were; numbers already taken keep the id of theirs. */
  put(json: unknown): Promise<Result<void>>;
  /** None: numbers are taken without saying what for. */
  all(): Promise<readonly QueueKind[]>;
}

export const queueKindService = (store: Store): QueueKindService => ({
  put: async (json) => {
    const read = conform<QueueKinds>(queueKindsSchema, json);
    if (!read.ok) return read;
    const ids = read.value.kinds.map(({ id }) => id);
    const twice = ids.find((id, place) => ids.indexOf(id) !== place);
    if (twice !== undefined) return fail(say.queueKindTwice(twice));
    await store.settings.put(SETTING, read.value);
    return ok(undefined);
  },
  all: async () => ((await store.settings.get(SETTING)) as QueueKinds | undefined)?.kinds ?? [],
});
