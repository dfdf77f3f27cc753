import type { DossierState, DossierStatus } from '#engine/dossier/index.ts';
import type { Localized } from '#engine/result/index.ts';

/** Something the applicant has still to pay. */
export interface Owed {
  readonly fee: string;
  readonly name: Localized;
  /** Still open, whole đồng. */
  readonly amount: number;
  /** `submission`: the fee of the dossier; `obligation`: asked for, the clock stands until it is paid. */
  readonly kind: 'submission' | 'obligation';
  readonly reason?: string;
}

const OVER: ReadonlySet<DossierStatus> = new Set(['refused', 'withdrawn', 'stopped', 'returned']);

const paidFor = ({ payments }: DossierState, fee: string, since = ''): number =>
  payments.filter((payment) => payment.fee === fee && payment.at >= since).reduce((sum, { amount }) => sum + amount, 0);

/** What is owed now (NĐ 61/2018 Điều 22): first what holds the dossier up. Empty when it is over. */
export const owedOf = (state: DossierState, names: ReadonlyMap<string, Localized>): readonly Owed[] => {
  if (OVER.has(state.status)) return [];
  const { obligation } = state;
  const asked = obligation && obligation.paidAt === undefined ? obligation : undefined;
  const nameOf = (fee: string): Localized => names.get(fee) ?? { vi: fee };
  const open: Owed[] = [];
  if (asked) {
    const amount = asked.amount - paidFor(state, asked.fee, asked.askedAt);
    if (amount > 0)
      open.push({ fee: asked.fee, name: nameOf(asked.fee), amount, kind: 'obligation', reason: asked.reason });
  }
  for (const { fee, name, amount, due } of state.fees) {
    if (due !== 'submission' || fee === obligation?.fee) continue;
    const left = amount - paidFor(state, fee);
    if (left > 0) open.push({ fee, name, amount: left, kind: 'submission' });
  }
  return open;
};
