import type { Fee } from '#engine/definition/index.ts';
import type { Cases } from './make-cases.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { idMaker, tidy } from './numbers.ts';
import { countsUnits, readFeeText, type FeeText } from './read-fee.ts';
import type { SourceFee } from './source.ts';
import type { Count } from './types.ts';

/** Amounts that the source has as numbers already; without one, its words are read. */
const read = (fee: SourceFee): FeeText => {
  const { parts, words, together = 'sum', exempt = [] } = fee;
  if (!parts) {
    const text = readFeeText(words);
    return 'exempt' in text && exempt.length > 0 ? { ...text, exempt } : text;
  }
  const numbers = parts.flatMap(({ label, amount, per }) =>
    amount === undefined ? [] : [{ amount, ...(label ? { label } : {}), ...(per ? { per } : {}) }],
  );
  if (numbers.length === 0) return { kind: 'not-determined' };
  return { kind: 'read', together: numbers.length === 1 ? 'single' : together, parts: numbers, exempt };
};

/** Fees (phí, lệ phí). `none`: the source says of every case that there is none. */
export const makeFees = (
  given: readonly SourceFee[],
  cases: Cases,
  notes: Notes,
): { readonly rows: Fee[]; readonly none: boolean; readonly count: Count } => {
  const rows: Fee[] = [];
  const idOf = idMaker();
  const count = { stated: 0, structured: 0, conditional: 0, silent: 0 };
  const free: SourceFee[] = [];
  let other = 0;
  for (const each of given) {
    const text = read(each);
    if (text.kind === 'silent' || text.kind === 'elsewhere') {
      count.silent += 1;
      other += 1;
      if (text.kind === 'elsewhere') {
        notes.leaveOpen('/procedure/fees', 'fee.not-determined', open.feeElsewhere(), true, each.words);
        notes.origin('/procedure/fees', 'source', each.from, each.words);
      }
      continue;
    }
    if (text.kind === 'not-determined') {
      // Words without any number state no amount.
      if (/\d/u.test(each.words) || each.parts) count.stated += 1;
      else count.silent += 1;
      other += 1;
      notes.leaveOpen('/procedure/fees', 'fee.not-determined', open.fee(), true, each.words);
      notes.origin('/procedure/fees', 'source', each.from, each.words);
      continue;
    }
    count.stated += 1;
    count.structured += 1;
    for (const part of each.parts ?? [])
      if (part.amount === undefined)
        notes.leaveOpen(
          '/procedure/fees',
          'fee.not-determined',
          open.feeElsewhere(),
          true,
          [part.label, part.words].filter(Boolean).join(': '),
        );
    if (text.kind === 'free') {
      free.push(each);
      if (text.rest) notes.leaveOpen('/procedure/fees', 'fee.not-determined', open.feeRest(), false, text.rest);
      continue;
    }
    other += 1;
    let hangs = false;
    for (const part of text.parts) {
      const at = `/procedure/fees/${rows.length}`;
      const place = cases.placeOf(each.case, each.channels);
      const name = part.label ?? 'Phí, lệ phí';
      const until = part.until ?? each.until;
      rows.push({
        id: idOf(part.label ?? place.cases?.[0] ?? place.channels?.[0] ?? 'fee', `fee-${rows.length + 1}`),
        name: { vi: name.slice(0, 300) },
        ...kindOf(name),
        ...place,
        amount: part.amount,
        unit: { vi: part.per ? `đồng/${part.per}` : 'đồng' },
        due: each.atResult ? 'obligation' : 'submission',
        ...(text.exempt.length > 0 ? { exempt: text.exempt.map((reason) => ({ reason: { vi: reason } })) } : {}),
        ...(part.refundable ? { refundable: { vi: part.refundable } } : {}),
        ...(until ? { reducedUntil: until } : {}),
        ...(text.schedule ? { schedule: text.schedule } : {}),
        note: { vi: tidy(each.words) },
      });
      notes.origin(at, each.parts ? 'source' : 'read', each.from, each.words);
      if (text.together === 'one-of') {
        hangs = true;
        notes.leaveOpen(at, 'fee.condition', open.feeCondition(), true, part.label ?? each.words);
      }
      if (countsUnits(part)) {
        hangs = true;
        notes.leaveOpen(at, 'fee.quantity', open.feeQuantity(part.per ?? 'đơn vị'), true, each.words);
      }
    }
    if (hangs) count.conditional += 1;
  }
  const none = free.length > 0 && other === 0;
  if (none) for (const each of free) notes.origin('/procedure/none', 'read', each.from, each.words);
  else
    for (const each of free) {
      notes.origin(`/procedure/fees/${rows.length}`, 'read', each.from, each.words);
      const place = cases.placeOf(each.case, each.channels);
      rows.push({
        id: idOf(`free-${place.cases?.[0] ?? place.channels?.[0] ?? ''}`, `free-${rows.length + 1}`),
        name: { vi: 'Phí, lệ phí' },
        ...place,
        amount: 0,
        unit: { vi: 'đồng' },
        due: 'submission',
        note: { vi: tidy(each.words) },
      });
    }
  return { rows, none, count };
};

const kindOf = (name: string): { readonly kind?: 'fee' | 'charge' } =>
  /^lệ phí/iu.test(name) ? { kind: 'charge' } : /^phí(?!,)/iu.test(name) ? { kind: 'fee' } : {};
