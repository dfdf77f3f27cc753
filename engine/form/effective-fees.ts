import { evaluate, isTrue, tableHits, type Scope } from '#engine/expression/browser.ts';
import { ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { concerns } from './effective-case.ts';
import { feeMessages } from './fee-messages.ts';
import { scopeOf } from './scope.ts';
import type { Facts, FeeLine, PreparedFee } from './types.ts';

/** How many of the unit a fee is counted in (copies, pages), by fee id; 1 where nothing is said. */
export type Quantities = Readonly<Record<string, number>>;

const exemptionOf = ({ fee, exempt }: PreparedFee, scope: Scope): FeeLine['exemption'] =>
  (fee.exempt ?? []).find((_, index) => {
    const when = exempt[index];
    return when !== undefined && isTrue(when, scope);
  })?.reason;

/** Whole đồng of one unit, or null when the answers do not say yet. */
const unitAmount = ({ fee, amount }: PreparedFee, scope: Scope): number | null => {
  const value = amount === undefined ? fee.amount : evaluate(amount, scope);
  // Half a đồng is rounded up from the middle; none is in circulation.
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? Math.floor(value + 0.5) : null;
};

/**
 * What is to be paid: one line for each fee that concerns the case, the channel and the answers. An
 * exemption with a condition that holds makes the amount 0 and gives its reason; one without a
 * condition is only shown to people, since nobody can tell here whom it concerns. `quantities` counts
 * units where the fee has one. A fee whose amount does not follow from the answers is a problem.
 */
export const effectiveFees = (
  fees: readonly PreparedFee[],
  facts: Facts,
  quantities: Quantities = {},
): Result<readonly FeeLine[]> => {
  const scope = scopeOf(facts);
  const problems: Problem[] = [];
  const lines = fees.flatMap((prepared): FeeLine[] => {
    const { fee } = prepared;
    if (!concerns(fee, facts) || (prepared.when !== undefined && !isTrue(prepared.when, scope))) return [];
    const line = { fee: fee.id, name: fee.name, due: fee.due } as const;
    const exemption = exemptionOf(prepared, scope);
    if (exemption) return [{ ...line, amount: 0, exemption }];
    const amount = unitAmount(prepared, scope);
    if (amount === null) {
      problems.push(unknownAmount(prepared, scope));
      return [];
    }
    return [{ ...line, amount: amount * quantityOf(fee.id, quantities) }];
  });
  return problems.length > 0 ? { ok: false, problems } : ok(lines);
};

const quantityOf = (fee: string, quantities: Quantities): number => {
  const quantity = Object.hasOwn(quantities, fee) ? (quantities[fee] ?? 1) : 1;
  return Number.isInteger(quantity) && quantity >= 0 ? quantity : 1;
};

const unknownAmount = ({ fee, amount }: PreparedFee, scope: Scope): Problem => {
  const hits = amount === undefined ? [] : tableHits(amount, scope);
  return hits.length > 1
    ? problem(
        'fee.ambiguous',
        `/fees/${fee.id}/amount`,
        feeMessages.ambiguous(fee.name.vi, hits),
        feeMessages.mendSchedule(),
      )
    : problem('fee.unknown', `/fees/${fee.id}/amount`, feeMessages.unknown(fee.name.vi), feeMessages.answerFirst());
};
