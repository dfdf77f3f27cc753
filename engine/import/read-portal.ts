import type { Channel } from '#engine/definition/index.ts';
import { cite, isObject, textOf, type Json } from './json-access.ts';
import { readCopies } from './make-papers.ts';
import { tidy } from './numbers.ts';
import {
  emptySource,
  type Cited,
  type SourceFee,
  type SourceLimit,
  type SourcePaper,
  type SourceProcedure,
} from './source.ts';

export const isPortal = (json: unknown): json is Json =>
  isObject(json) && 'ma_thu_tuc' in json && 'ten_thu_tuc' in json;

const NOTHING = /^(?:không có thông tin|không có|không|không quy định)\.?$/iu;

/** The public page of the national portal, field by field, tables run together as text (domain 1.2 a). */
export const readPortal = (json: Json): SourceProcedure => {
  const [code, name, field, agency, receiving] = (
    ['ma_thu_tuc', 'ten_thu_tuc', 'linh_vuc', 'co_quan_co_tham_quyen', 'dia_chi_tiep_nhan'] as const
  ).map((key) => said(json, key));
  const performs = said(json, 'co_quan_thuc_hien');
  const deciding = agency ?? performs;
  const ways = waysOf(textOf(json['cach_thuc_thuc_hien']) ?? '');
  return {
    ...emptySource(`Cổng Dịch vụ công quốc gia, mã ${code?.words ?? ''}${numbered(json)}`),
    ...(code ? { code } : {}),
    ...(name
      ? {
          name: {
            ...name,
            words: name.words.replace(/^thủ tục\s+(\p{L})/iu, (_, first: string) => first.toUpperCase()),
          },
        }
      : {}),
    ...(field ? { field } : {}),
    ...(deciding ? { agency: deciding } : {}),
    ...(receiving ? { receiving } : {}),
    coordinating: [said(json, 'co_quan_phoi_hop')].filter((each) => each !== undefined),
    levels: split(json, 'cap_thuc_hien'),
    applicants: split(json, 'doi_tuong_thuc_hien'),
    channels: ways.map(({ words, from }) => ({ words, from })),
    limits: ways.map((way): SourceLimit => ({ words: way.time, from: way.from, channels: [way.channel] })),
    fees: ways.flatMap((way): readonly SourceFee[] =>
      way.fee === '' ? [] : [{ words: way.fee, from: way.from, channels: [way.channel] }],
    ),
    papers: papersOf(textOf(json['thanh_phan_ho_so']) ?? ''),
    results: [...(said(json, 'ket_qua_thuc_hien')?.words ?? '').split(/\n|;/u)].flatMap((words) => {
      const kept = tidy(words).replace(/^[-+•]\s*/u, '');
      const [own] = /KQ\.[A-Z0-9.]+|\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-KQ\d+/u.exec(kept) ?? [];
      const named = tidy(kept.replace(own ?? '\u0000', '').replace(/[(),\s-]+$/u, ''));
      return named === '' ? [] : [{ words: named, from: '/ket_qua_thuc_hien', ...(own ? { code: own } : {}) }];
    }),
    legalBasis: lawsOf(textOf(json['can_cu_phap_ly']) ?? ''),
    publicSteps: (textOf(json['trinh_tu_thuc_hien']) ?? '')
      .split(/\n\s*(?=-\s)/u)
      .flatMap((words) =>
        tidy(words) === '' ? [] : [{ words: tidy(words).replace(/^-\s*/u, ''), from: '/trinh_tu_thuc_hien' }],
      ),
    conditions: [said(json, 'yeu_cau_dieu_kien')].filter((each) => each !== undefined),
  };
};

const numbered = (json: Json): string => {
  const decision = textOf(json['so_quyet_dinh']);
  return decision ? ` (Quyết định ${decision})` : '';
};

const said = (json: Json, key: string): Cited | undefined => {
  const cited = cite(json, key);
  return cited && !NOTHING.test(tidy(cited.words)) ? { ...cited, words: tidy(cited.words) } : undefined;
};

/** Lists are written with commas; a bracket keeps its own. */
const split = (json: Json, key: string): readonly Cited[] =>
  (said(json, key)?.words ?? '')
    .split(/[,;](?![^(]*\))/u)
    .map(tidy)
    .filter((words) => words !== '')
    .map((words) => ({ words, from: `/${key}` }));

interface Way extends Cited {
  readonly channel: Channel;
  readonly time: string;
  readonly fee: string;
}

const WAYS: Readonly<Record<string, Channel>> = {
  'Trực tuyến': 'online',
  'Trực tiếp': 'counter',
  'Dịch vụ bưu chính': 'post',
};

/** `Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến5 Ngày làm việcMiễn phí…`: cells without borders. */
const waysOf = (text: string): readonly Way[] => {
  const body = text.replace(/^Hình thức nộp\s*Thời gian\s*(?:giải quyết\s*)?Phí, lệ phí\s*Mô tả/u, '');
  // A way of filing begins a row only before a time: the same words inside a description do not.
  const pieces = body.split(/(?=(?:Trực tuyến|Trực tiếp|Dịch vụ bưu chính)\s*(?:\d|Không|Ngay|Trong))/u);
  return pieces.flatMap((piece): readonly Way[] => {
    const [, words = '', rest = ''] = /^(Trực tuyến|Trực tiếp|Dịch vụ bưu chính)(.*)$/su.exec(piece) ?? [];
    const channel = WAYS[words];
    if (channel === undefined) return [];
    const [, time = '', after = ''] =
      /^\s*((?:\d{1,3}(?:,\d)?)\s*(?:Ngày làm việc|Ngày|Giờ làm việc|Giờ|Tháng)?(?![\p{Ll}]))(.*)$/su.exec(rest) ?? [];
    if (time === '') return [{ words, from: '/cach_thuc_thuc_hien', channel, time: rest.slice(0, 400), fee: '' }];
    const [, fee = ''] = /^\s*(?:Phí|Lệ phí)?\s*:?\s*(Miễn phí|[\d.]+\s*Đồng)/iu.exec(after) ?? [];
    const told = tidy(after.replace(/^\s*(?:Phí|Lệ phí)?\s*:?\s*(?:Miễn phí|[\d.]+\s*Đồng)?/iu, ''));
    // "Miễn phí" is the page's word for an empty box: where the description speaks of a fee, it decides nothing.
    const doubtful = /^miễn phí$/iu.test(fee) && /phí|lệ phí|đồng/iu.test(told);
    return [{ words, from: '/cach_thuc_thuc_hien', channel, time, fee: doubtful ? told : fee }];
  });
};

/** `* Giấy tờ phải nộp:Tên giấy tờMẫu đơn, tờ khaiSố lượng- … 1 bản chính`: by the counts, which end each row. */
const papersOf = (text: string): readonly SourcePaper[] =>
  text.split(/(?=\*\s*[^:*]{2,80}:\s*Tên giấy tờ)|(?=--\s*Tên giấy tờ)/u).flatMap((section): readonly SourcePaper[] => {
    const [, heading = ''] = /^\*\s*([^:*]{2,80}):/u.exec(section) ?? [];
    if (/lưu ý|ghi chú/iu.test(heading)) return [];
    const present = /xuất trình/iu.test(heading);
    const body = section.replace(/^.*?Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/su, '');
    return [...body.matchAll(/(.*?)((?:\d+\s*bản\s*(?:chính|sao)\s*)+)/gsu)].flatMap(([, words = '', counts = '']) => {
      const copies = readCopies(counts);
      // "0 bản chính" ends remarks, not papers.
      if (copies.originals === undefined && copies.copies === undefined) return [];
      return [
        {
          words: tidy(words).replace(/^[-+•]\s*/u, ''),
          from: '/thanh_phan_ho_so',
          ...copies,
          ...(present ? { present } : {}),
        },
      ];
    });
  });

const lawsOf = (text: string): readonly Cited[] =>
  [
    ...new Set(
      [...text.matchAll(/\d{1,4}(?:\.\d+)?\/\d{4}\/(?:QH\d{2}|[A-ZĐ]{2,}[-A-ZĐ]*)/gu)].map(([number]) => number),
    ),
  ].map((words) => ({ words, from: '/can_cu_phap_ly' }));
