import { conform, oneStopRulesSchema, type OneStopRules } from '#engine/definition/index.ts';
import { nationalOneStop } from '#engine/dossier/index.ts';
import { ok, type Result } from '#engine/result/index.ts';
import type { Store } from '#engine/store/index.ts';

const SETTING = 'one-stop.rules';

/** Rules of the one-stop by day: how often and until when papers may be asked for, dates moved, lateness judged. */
export interface OneStopService {
  rules(): Promise<OneStopRules>;
  /** Takes the place of all periods; what was decided before keeps what it was decided by. */
  put(json: unknown): Promise<Result<OneStopRules>>;
}

export const oneStopService = (store: Pick<Store, 'settings'>): OneStopService => ({
  rules: async () => ((await store.settings.get(SETTING)) as OneStopRules | undefined) ?? nationalOneStop,
  put: async (json) => {
    const read = conform<OneStopRules>(oneStopRulesSchema, json);
    if (!read.ok) return read;
    await store.settings.put(SETTING, read.value);
    return ok(read.value);
  },
});
