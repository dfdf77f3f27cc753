import { formatDate, localDate, type Instant } from '#engine/clock/index.ts';
import type { PreparedRelease } from '#engine/dossier/index.ts';
import { fail, ok, type Problem, type Result } from '#engine/result/index.ts';
import type { CatalogueEntry, Store } from '#engine/store/index.ts';
import { say } from './messages.ts';
import type { ReleaseCache } from './releases.ts';

export interface InForce {
  readonly entry: CatalogueEntry;
  readonly release: PreparedRelease;
}

/** Which release takes in new dossiers at an instant, answered from memory while the catalogue stands. */
export interface Intake {
  history(code: string): Promise<readonly CatalogueEntry[]>;
  inForce(code: string, at: Instant): Promise<InForce | undefined>;
  /** As `inForce`, and why not when there is none. */
  open(code: string, at: Instant): Promise<Result<InForce>>;
  /** Where people go instead of a procedure that ended. */
  replacedBy(code: string, at: Instant): Promise<string | undefined>;
}

const holds = (row: CatalogueEntry, at: Instant): boolean =>
  row.effectiveFrom <= at && (row.effectiveTo === undefined || row.effectiveTo > at);

export const intake = (store: Store, releases: ReleaseCache): Intake => {
  let version = -1;
  const histories = new Map<string, readonly CatalogueEntry[]>();
  const waiting = new Map<string, boolean>();

  const history = async (code: string): Promise<readonly CatalogueEntry[]> => {
    const current = await store.catalogueVersion();
    if (current !== version) {
      histories.clear();
      waiting.clear();
      version = current;
    }
    const kept = histories.get(code);
    if (kept) return kept;
    const rows = await store.catalogue.history(code);
    // Another's change may have come while these were read.
    if (rows.length > 0 && version === current) histories.set(code, rows);
    return rows;
  };
  /** The compiled release under the number the catalogue gives it: two numbers may share content. */
  const released = async (entry: CatalogueEntry): Promise<InForce> => {
    const prepared = await releases.byHash(entry.hash);
    const release =
      prepared.release.number === entry.number
        ? prepared
        : { ...prepared, release: { ...prepared.release, number: entry.number } };
    return { entry, release };
  };
  const inForce = async (code: string, at: Instant): Promise<InForce | undefined> => {
    const entry = (await history(code)).find((row) => holds(row, at));
    return entry && released(entry);
  };
  const replacedBy = async (code: string, at: Instant): Promise<string | undefined> =>
    (await history(code)).filter((row) => row.effectiveTo !== undefined && row.effectiveTo <= at).at(-1)?.replacedBy;

  const refusal = async (code: string, at: Instant): Promise<Problem> => {
    const rows = await history(code);
    const next = rows.find((row) => row.effectiveFrom > at);
    if (next) return say.intakeNotYet(code, formatDate(localDate(next.effectiveFrom)));
    return rows.length === 0 ? say.unknownProcedure(code) : say.intakeClosed(code, await replacedBy(code, at));
  };
  /** The decision may ask to wait until the internal process is approved (TT 01/2018 Điều 8). */
  const waits = async ({ entry, release }: InForce): Promise<boolean> => {
    if (!release.processGenerated) return false;
    const known = waiting.get(entry.decision);
    if (known !== undefined) return known;
    const asked = version;
    const decision = (await store.catalogue.decision(entry.decision))?.decision;
    const waits = decision?.kind === 'publication' && decision.untilProcessApproved === 'wait';
    if (asked === version) waiting.set(entry.decision, waits);
    return waits;
  };
  return {
    history,
    inForce,
    replacedBy,
    open: async (code, at) => {
      const found = await inForce(code, at);
      if (!found) return fail(await refusal(code, at));
      return (await waits(found)) ? fail(say.intakeWaits(code)) : ok(found);
    },
  };
};
