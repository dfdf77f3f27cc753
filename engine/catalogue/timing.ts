import { formatDate, localDate, type Instant } from '#engine/clock/index.ts';
import type { Decision } from '#engine/definition/index.ts';
import type { Problem } from '#engine/result/index.ts';
import { say } from './messages.ts';

const DAY_MS = 86_400_000;
/** NĐ 63/2010 Điều 15: a province publishes at least 5 days before the effect. */
const NOTICE_DAYS = 5;

/** Findings that need more than the decision: has it been posted in time, and are the processes approved. */
export const lawful = (
  decision: Decision,
  given: { readonly now: Instant; readonly uploadDue?: Instant; readonly withoutProcess: number },
): readonly Problem[] => [
  ...(given.uploadDue !== undefined && given.now > given.uploadDue
    ? [say.uploadLate(formatDate(localDate(given.uploadDue)))]
    : []),
  ...(decision.kind === 'publication' && decision.untilProcessApproved === undefined && given.withoutProcess > 0
    ? [say.processNotApproved(given.withoutProcess)]
    : []),
];

/** Findings about the dates of a decision. */
export const timing = (decision: Decision, effectiveFrom: Instant, now: Instant): readonly Problem[] => {
  const effective = localDate(effectiveFrom);
  if (effective < decision.signedOn) return [say.beforeSigning(effective, decision.signedOn)];
  const days = (Date.parse(effective) - Date.parse(decision.signedOn)) / DAY_MS;
  return [...(days < NOTICE_DAYS ? [say.shortNotice(days)] : []), ...(effectiveFrom < now ? [say.inPast()] : [])];
};
