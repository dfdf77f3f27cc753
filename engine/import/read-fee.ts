import { readDay, readNumber, tidy } from './numbers.ts';

export interface FeePart {
  /** Words before the amount: what is paid for. */
  readonly label?: string;
  /** Whole đồng. */
  readonly amount: number;
  /** `lần`, `hồ sơ`, `trang` … as written after the stroke. */
  readonly per?: string;
  /** From this unit on another amount: `từ trang thứ 3`. */
  readonly tier?: { readonly from: number; readonly amount: number };
  readonly cap?: { readonly amount: number; readonly per?: string };
  readonly until?: string;
  readonly refundable?: string;
}

export type FeeText =
  /** The law provides none, or it is not collected. */
  | { readonly kind: 'free'; readonly rest?: string }
  /** `sum`: all are paid; `one-of`: which of them, the words say in a label. */
  | {
      readonly kind: 'read';
      readonly together: 'single' | 'sum' | 'one-of';
      readonly parts: readonly FeePart[];
      readonly exempt: readonly string[];
      readonly schedule?: string;
    }
  /** Another document sets it: `Mức do HĐND cấp tỉnh quyết định`. */
  | { readonly kind: 'elsewhere'; readonly exempt: readonly string[]; readonly schedule?: string }
  | { readonly kind: 'silent' }
  | { readonly kind: 'not-determined' };

const FREE =
  /^(?:không(?: có| thu| mất phí| thu phí| thu phí, lệ phí| phải nộp)?|miễn(?: phí| lệ phí| phí, lệ phí| thu)?|0(?: đồng)?|không quy định|không có phí, lệ phí)\.?$/iu;
const SILENT =
  /^(?:|-|–|không có thông tin|chưa có thông tin|theo quy định|không cấu hình|mức không có trong nguồn)$/iu;
const MONEY =
  /(?<![\d./])(\d{1,3}(?:\.\d{3})+|\d{4,9}|\d{1,3}(?=\s*(?:nghìn|ngàn)))\s*(nghìn|ngàn)?\s*(đồng|đ|vnđ|vnd)(?![a-zà-ỹ])/giu;
const OTHER_MONEY = /\b(?:usd|eur|đô la)\b|\$/iu;
const PER =
  /^\s*(?:\/|trên|cho (?:mỗi|một))\s*(?:0?1\s+)?([a-zà-ỹđ][a-zà-ỹđ ]{0,24}?)(?=\s*(?:[,;.()/:]|$|từ |tối đa|không quá|trở|áp dụng|phí |lệ phí ))/iu;
const ELSEWHERE =
  /(?:hội đồng nhân dân|hđnd|ủy ban nhân dân|uỷ ban nhân dân|ubnd|địa phương).{0,40}(?:quy định|quyết định|ban hành)|(?:hội đồng nhân dân|hđnd) (?:cấp )?tỉnh|theo (?:quy định|thông tư|tt|nghị quyết|luật)/iu;
const SCHEDULE = /\d{1,4}\/\d{4}\/(?:TT|NĐ|NQ|QH|TTLT|QĐ)[-A-ZĐ0-9]*/u;
const UNTIL = /(?:đến hết(?: ngày)?|[–-]|đến(?: ngày)?)\s*(\d{1,2}\/\d{1,2}\/\d{4})/iu;
const FREE_ALSO = /^(?:không|miễn)/iu;

const exemptIn = (text: string): readonly string[] => {
  const [, listed] =
    /(?:^|[;.,]\s*)miễn(?:\s+(?:phí|lệ phí|thu))?(?:\s+(?:đối với|cho))?\s*:?\s+([^.]*)$/iu.exec(text) ?? [];
  if (listed === undefined || /^(?:phí|lệ phí)/iu.test(listed)) return [];
  return listed
    .split(';')
    .map(tidy)
    .filter((reason) => reason !== '' && !/\d/.test(reason));
};

/** Words that make the parts alternatives: each has its own case. */
const ALTERNATIVE =
  /loại\s+[A-ZĐ0-9]|trường hợp|đối với|tại |khu vực|cấp (?:mới|lại|đổi)|trực tuyến|trực tiếp|bưu chính/iu;

/** Reads a cell "Phí, lệ phí". Total; amounts in đồng only, and only where the words leave no choice. */
export const readFeeText = (given: string): FeeText => {
  const text = tidy(given.replaceAll('\n', ' ; '));
  if (SILENT.test(text)) return { kind: 'silent' };
  if (FREE.test(text)) return { kind: 'free' };
  if (OTHER_MONEY.test(text)) return { kind: 'not-determined' };
  const [schedule] = SCHEDULE.exec(text) ?? [];
  const exempt = exemptIn(text);
  const parts = partsOf(text);
  if (parts === undefined || /một trong (?:hai|các|những) mức/iu.test(text)) return { kind: 'not-determined' };
  const more = { exempt, ...(schedule ? { schedule } : {}) };
  if (parts.length === 0) {
    const free = freeWithMore(text);
    if (free) return free;
    return ELSEWHERE.test(text) ? { kind: 'elsewhere', ...more } : { kind: 'not-determined' };
  }
  // An amount beside "miễn phí": which of them holds, the words must say.
  if (FREE_ALSO.test(text) && parts.every(({ label = 'miễn' }) => FREE_ALSO.test(label)))
    return { kind: 'not-determined' };
  const [only] = parts;
  if (parts.length === 1 && only) return { kind: 'read', together: 'single', parts: [only], ...more };
  if (parts.some((part) => part.label === undefined)) return { kind: 'not-determined' };
  const summed = /\+|cộng|và phí|và lệ phí/iu.test(text);
  const alternatives = parts.every((part) => ALTERNATIVE.test(part.label ?? ''));
  if (!summed && !alternatives) return { kind: 'not-determined' };
  return { kind: 'read', together: summed ? 'sum' : 'one-of', parts, ...more };
};

/** `Không (…)`, `Miễn lệ phí; bản sao …`: free, with a remark. */
const freeWithMore = (text: string): FeeText | undefined => {
  const [, rest] = /^(?:không(?: thu)?|miễn (?:phí|lệ phí)(?: theo bản ghi)?)\s*[(;,.]\s*(.+?)\)?$/iu.exec(text) ?? [];
  return rest === undefined ? undefined : { kind: 'free', rest };
};

/** Undefined: the amounts cannot be told apart. */
const partsOf = (text: string): readonly FeePart[] | undefined => {
  const hits = [...text.matchAll(MONEY)];
  const parts: FeePart[] = [];
  let end = 0;
  for (const [place, hit] of hits.entries()) {
    const amount = amountOf(hit);
    if (amount === undefined) return undefined;
    const before = tidy(text.slice(end, hit.index));
    const after = text.slice(hit.index + hit[0].length, hits[place + 1]?.index);
    const [perWords, per] = PER.exec(after) ?? [];
    end = hit.index + hit[0].length + (perWords?.length ?? 0);
    const last = parts.at(-1);
    const unit = per === undefined ? {} : { per: tidy(per) };
    if (last && /(?:tối đa|không quá|mức thu tối đa)[^\d]*$/iu.test(before)) {
      parts[parts.length - 1] = { ...last, cap: { amount, ...unit } };
      continue;
    }
    const [, from] = /từ \S+(?: \S+)? thứ (\d+|hai|ba|tư)/iu.exec(before) ?? [];
    if (last && from !== undefined) {
      parts[parts.length - 1] = { ...last, tier: { from: ORDINALS[from.toLowerCase()] ?? Number(from), amount } };
      continue;
    }
    const [, until] = UNTIL.exec(after) ?? [];
    const reducedUntil = until === undefined ? undefined : readDay(until);
    const label = labelOf(before);
    parts.push({
      amount,
      ...unit,
      ...(label ? { label } : {}),
      ...(reducedUntil ? { until: reducedUntil } : {}),
      ...refundOf(after),
    });
  }
  return parts;
};

const ORDINALS: Readonly<Record<string, number>> = { hai: 2, ba: 3, tư: 4 };

const amountOf = ([, number = '', thousands]: RegExpMatchArray): number | undefined => {
  const value = readNumber(number);
  return value === undefined ? undefined : value * (thousands === undefined ? 1 : 1000);
};

const labelOf = (before: string): string | undefined => {
  const words = tidy(before.replace(/^[\s,;.+()–-]+|[\s,;.:+(–-]+$/gu, '').replace(/\(?áp dụng từ[^)]*\)?/iu, ''));
  const label = words.replace(/^(?:và|mức thu|mức|là)\s*/iu, '').replace(/\s*(?:là|mức thu)$/iu, '');
  return label.length >= 2 && !/^\d/.test(label) ? label : undefined;
};

const refundOf = (after: string): { readonly refundable?: string } => {
  const [, words] = /\(([^)]*hoàn[^)]*)\)/iu.exec(after) ?? [];
  return words === undefined ? {} : { refundable: words };
};

/** Units of which one application has exactly one: the amount is fixed. */
const ONCE =
  /^(?:lần|hồ sơ|trường hợp|giao dịch|di chúc|văn bản|giấy|giấy phép|lần (?:đăng ký|cấp|thẩm định)|thủ tục|giấy chứng nhận|giấy phép\/lần|việc|vụ|thẻ|hợp đồng|chứng chỉ)$/iu;

/** true: so much for each page, person, room …: the amount hangs on an answer. */
export const countsUnits = ({ per, tier }: FeePart): boolean =>
  tier !== undefined || (per !== undefined && !ONCE.test(per));
