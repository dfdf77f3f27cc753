import type { AppLoadContext } from '@remix-run/node';
import { localDate, parseInstant } from '#engine/clock/index.ts';
import type { DecisionRecord } from '#engine/store/index.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { pick } from '#app/i18n/pick.ts';

export type ChangeKind = 'added' | 'amended' | 'replaced' | 'repealed';

/** A decision that changed the catalogue, as the public sees it. */
export interface PublicDecision {
  readonly number: string;
  readonly title: string;
  readonly signedOn: string;
  /** Vietnamese day from which it applies. */
  readonly from: string;
  readonly kinds: readonly ChangeKind[];
  readonly items: readonly {
    readonly code: string;
    readonly kind: ChangeKind;
    /** Codes that it takes the place of. */
    readonly replaces: readonly string[];
    readonly replacedBy: string | null;
  }[];
}

const kindOf = (action: string): ChangeKind =>
  action === 'repeal' ? 'repealed' : action === 'add' ? 'added' : action === 'replace' ? 'replaced' : 'amended';

const view = ({ decision }: DecisionRecord, locale: Locale): PublicDecision => {
  const items = decision.items.map((item) => ({
    code: item.code,
    kind: kindOf(item.action),
    replaces: item.replaces ?? [],
    replacedBy: item.replacedBy ?? null,
  }));
  return {
    number: decision.number,
    title: decision.title ? pick(decision.title, locale) : decision.number,
    signedOn: decision.signedOn,
    from: localDate(parseInstant(decision.effectiveFrom) ?? decision.effectiveFrom),
    kinds: [...new Set(items.map((item) => item.kind))],
    items,
  };
};

/** Applied decisions, the latest effect first. */
export const publicDecisions = async (context: AppLoadContext, locale: Locale): Promise<readonly PublicDecision[]> =>
  (await context.service.catalogue.decisions())
    .filter((record) => record.status === 'applied' && record.decision.kind === 'publication')
    .map((record) => view(record, locale))
    .sort((left, right) => right.from.localeCompare(left.from) || right.number.localeCompare(left.number));
