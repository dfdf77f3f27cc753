import type { Localized, Severity } from '#engine/result/index.ts';
import type { FindingKind } from './subject.ts';

export const both = (vi: string, en: string): Localized => ({ vi, en });

const kind =
  (severity: Severity) =>
  (vi: string, en: string, law?: Localized): FindingKind => ({ severity, says: { vi, en }, ...(law ? { law } : {}) });

export const error = kind('error');
export const warning = kind('warning');
export const info = kind('info');

/** Articles that more than one check rests on. */
export const law = {
  parts: both('Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2', 'Decree 63/2010/NĐ-CP, Article 8(2)'),
  counter: both('Nghị định 61/2018/NĐ-CP, Điều 7', 'Decree 61/2018/NĐ-CP, Article 7'),
  time: both('Thông tư 01/2018/TT-VPCP, Điều 8', 'Circular 01/2018/TT-VPCP, Article 8'),
  supplement: both(
    'Nghị định 61/2018/NĐ-CP, Điều 11 khoản 2 và Điều 19 khoản 4',
    'Decree 61/2018/NĐ-CP, Articles 11(2) and 19(4)',
  ),
  result: both('Nghị định 61/2018/NĐ-CP, Điều 20', 'Decree 61/2018/NĐ-CP, Article 20'),
} as const;
