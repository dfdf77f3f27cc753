import type { AppLoadContext } from '@remix-run/node';
import type { ContentHash } from '#engine/definition/index.ts';
import type { CatalogueEntry } from '#engine/store/index.ts';
import { rowAt } from './standing.ts';

/** A release that a decision made public. */
export interface PublishedRelease {
  readonly number: number;
  readonly decision: string;
  /** Its row of the catalogue; absent: corrected since, or withdrawn before its effect. */
  readonly entry?: CatalogueEntry;
}

/** By its content; undefined: no such release, or none that a decision has put in force yet. */
export const publishedRelease = async (
  { service, clock }: AppLoadContext,
  code: string,
  hash: ContentHash,
): Promise<PublishedRelease | undefined> => {
  const rows = (await service.catalogue.history(code)).filter((row) => row.hash === hash);
  const entry = rowAt(rows, clock.now()) ?? rows.at(-1);
  if (entry) return { number: entry.number, decision: entry.decision, entry };
  const numbers = (await service.store.releases.numbers(code)).filter((each) => each.hash === hash);
  if (numbers.length === 0) return undefined;
  // Releases of decisions that were never applied are nobody's business yet.
  for (const { appliedAt, number: decision, decision: given } of await service.catalogue.decisions()) {
    if (appliedAt === undefined) continue;
    const item = given.items.find((each) => each.code === code && numbers.some((n) => n.number === each.release));
    if (item?.release !== undefined) return { number: item.release, decision };
  }
  return undefined;
};
