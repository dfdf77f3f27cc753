import type { DecisionPlan } from '#engine/catalogue/index.ts';
import { moment, type Instant } from '#engine/clock/index.ts';
import type { DecisionRecord, Store } from '#engine/store/index.ts';
import { noticeTexts } from './messages.ts';

type Drafts = Pick<Store, 'drafts' | 'outbox'>;

/**
 * Owners of drafts are told as soon as a decision closes intake of their procedure: until when they can file, and what
 * takes its place. A notice has an id of its own, so that it is given once however often this runs.
 */
export const tellDraftOwners = async (
  { drafts, outbox }: Drafts,
  { number }: DecisionRecord,
  { items, effectiveFrom }: DecisionPlan,
  now: Instant,
): Promise<void> => {
  const ending = items.flatMap(({ action, ends, replaces, replacedBy, code }) => [
    ...(action === 'repeal' && ends ? [{ ends, instead: replacedBy }] : []),
    ...replaces.map((entry) => ({ ends: entry, instead: code })),
  ]);
  const names = new Map(items.map(({ code, name }) => [code, name]));
  for (const { ends, instead } of ending) {
    const place = instead === undefined ? undefined : `${names.get(instead) ?? ''} (${instead})`.trim();
    for (const { id, owner } of await drafts.byProcedure(ends.code))
      await outbox.addNotice({
        id: `closing ${number} ${id}`,
        account: owner,
        dossier: '',
        at: now,
        text: noticeTexts.closing(ends.name, ends.code, moment(effectiveFrom).vi, number, place),
      });
  }
};

/** And told again when the decision is withdrawn before its effect. */
export const draftsReopened = async (
  { drafts, outbox }: Drafts,
  { number, decision }: DecisionRecord,
  now: Instant,
): Promise<void> => {
  const ended = decision.items.flatMap(({ action, code, replaces = [] }) => [
    ...(action === 'repeal' ? [code] : []),
    ...replaces,
  ]);
  for (const code of ended)
    for (const { id, owner } of await drafts.byProcedure(code))
      await outbox.addNotice({
        id: `reopened ${number} ${id}`,
        account: owner,
        dossier: '',
        at: now,
        text: noticeTexts.reopened(code, number),
      });
};
