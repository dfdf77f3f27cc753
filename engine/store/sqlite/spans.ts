import type { Instant } from '#engine/clock/index.ts';

const MINUTE_MS = 60_000;
/** Years beyond the spans' reach are as good as never. */
const LAST_MINUTE = 2_147_483_646;

/** Rows of `catalogue_spans AS span` around a point of the two time axes; the exact instants are compared on the row itself. */
export const AROUND_POINT = `span.effective_from <= :effectiveMinute AND span.effective_to >= :effectiveMinute
  AND span.known_from <= :knownMinute AND span.known_to >= :knownMinute`;

const minuteOf = (instant: Instant): number => Math.min(Math.floor(Date.parse(instant) / MINUTE_MS), LAST_MINUTE);

/** The point for {@link AROUND_POINT}; without `knownAt`, as known now. */
export const pointOf = (
  asOf: Instant,
  knownAt?: Instant,
): { readonly effectiveMinute: number; readonly knownMinute: number } => ({
  effectiveMinute: minuteOf(asOf),
  knownMinute: knownAt === undefined ? LAST_MINUTE : minuteOf(knownAt),
});
