import type { Localized } from '#engine/result/index.ts';

const parts: Localized = {
  vi: 'Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2',
  en: 'Decree 63/2010/NĐ-CP, Article 8(2)',
};

/** The source in law of a finding, by code, where it has one. */
const sources: Readonly<Record<string, Localized>> = {
  'release.part.missing': parts,
  'release.time-limit.gap': parts,
  'release.receiving.nobody': {
    vi: 'Nghị định 61/2018/NĐ-CP, Điều 7',
    en: 'Decree 61/2018/NĐ-CP, Article 7',
  },
  'process.time.over-legal': {
    vi: 'Thông tư 01/2018/TT-VPCP, Điều 8',
    en: 'Circular 01/2018/TT-VPCP, Article 8',
  },
  'process.time.over-promised': {
    vi: 'Thông tư 01/2018/TT-VPCP, Điều 8',
    en: 'Circular 01/2018/TT-VPCP, Article 8',
  },
  'process.result.signed-after-entry': {
    vi: 'Nghị định 61/2018/NĐ-CP, Điều 20',
    en: 'Decree 61/2018/NĐ-CP, Article 20',
  },
};

export const lawOf = (code: string): Localized | undefined =>
  Object.hasOwn(sources, code) ? sources[code] : undefined;
