import type { Channel, Level, Procedure, TimeLimitRow } from '#engine/definition/index.ts';

/** What a dossier is, as far as its time limit goes. */
export interface LimitKey {
  readonly case?: string;
  readonly channel: Channel;
  readonly level?: Level;
}

const fits = <Value>(allowed: readonly Value[] | undefined, value: Value | undefined): boolean =>
  allowed === undefined || allowed.length === 0 || (value !== undefined && allowed.includes(value));

/** Named axes weigh more than any number of unnamed ones: the case first, then the channel, then the level. */
const weight = (row: TimeLimitRow): number =>
  (row.cases?.length ? 4 : 0) + (row.channels?.length ? 2 : 0) + (row.levels?.length ? 1 : 0);

/** The most specific row of `timeLimits` that applies; of equals, the first. Undefined when none does. */
export const limitFor = (procedure: Pick<Procedure, 'timeLimits'>, key: LimitKey): TimeLimitRow | undefined =>
  procedure.timeLimits
    .filter((row) => fits(row.cases, key.case) && fits(row.channels, key.channel) && fits(row.levels, key.level))
    .reduce<TimeLimitRow | undefined>(
      (best, row) => (best === undefined || weight(row) > weight(best) ? row : best),
      undefined,
    );
