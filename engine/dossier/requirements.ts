import type { Localized, Problem } from '#engine/result/index.ts';
import type { CommandContext } from './context.ts';
import { problems } from './problems.ts';
import type { DossierState } from './types.ts';

const isPaid = (state: DossierState, fee: string): boolean => {
  const line = state.fees.find((each) => each.fee === fee);
  const paid = state.payments.filter((payment) => payment.fee === fee).reduce((sum, { amount }) => sum + amount, 0);
  if (state.obligation?.fee === fee) return state.obligation.paidAt !== undefined;
  return line === undefined || paid >= line.amount;
};

/** What of `mc:requires` is not there yet: `receipt`, `refusal`, `result:<id>`, `payment:<fee>`. */
const missing = (state: DossierState, needed: string, { prepared }: CommandContext): Localized | undefined => {
  const { procedure } = prepared.release;
  const [kind, id = ''] = needed.split(':');
  switch (kind) {
    case 'receipt':
      return state.acceptedAt === undefined ? { vi: 'giấy tiếp nhận hồ sơ', en: 'the receipt' } : undefined;
    case 'refusal':
      return state.results.some(({ refusal }) => refusal) ? undefined : { vi: 'văn bản từ chối', en: 'the refusal' };
    case 'result': {
      // A dossier that was refused has no other result.
      const there = state.results.some(({ result, refusal }) => result === id || refusal);
      const name = (procedure.results ?? []).find((each) => each.id === id)?.name;
      return there
        ? undefined
        : { vi: `kết quả "${name?.vi ?? id}"`, en: `the result "${name?.en ?? name?.vi ?? id}"` };
    }
    case 'payment': {
      const name = (procedure.fees ?? []).find((each) => each.id === id)?.name;
      return isPaid(state, id)
        ? undefined
        : { vi: `khoản nộp "${name?.vi ?? id}"`, en: `the payment of "${name?.en ?? name?.vi ?? id}"` };
    }
    default:
      return { vi: needed, en: needed };
  }
};

export const requirementsMissing = (
  state: DossierState,
  requires: readonly string[],
  context: CommandContext,
): readonly Problem[] =>
  requires.flatMap((needed) => {
    const what = missing(state, needed, context);
    return what ? [problems.requires(what)] : [];
  });
