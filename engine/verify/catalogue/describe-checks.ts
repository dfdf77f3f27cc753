import type { Localized } from '#engine/result/index.ts';
import { checks } from '../checks/index.ts';
import type { Check } from '../subject.ts';
import { findingParts, type FindingPart } from './part.ts';

const partNames: Readonly<Record<FindingPart, Localized>> = {
  information: { vi: 'Thông tin chung', en: 'Information' },
  form: { vi: 'Tờ khai', en: 'Form' },
  papers: { vi: 'Giấy tờ', en: 'Papers' },
  time: { vi: 'Thời hạn', en: 'Time' },
  fees: { vi: 'Phí, lệ phí', en: 'Fees' },
  process: { vi: 'Quy trình', en: 'Process' },
  people: { vi: 'Con người, đơn vị', en: 'People' },
  change: { vi: 'Thay đổi so với phiên bản trước', en: 'Change' },
  safety: { vi: 'An toàn nội dung', en: 'Safety' },
};

const severityNames = { error: 'lỗi · error', warning: 'cảnh báo · warning', info: 'lưu ý · note' } as const;

/** The catalogue of all checks as Markdown, made from the checks themselves. */
export const checksAsMarkdown = (): string =>
  [
    '# Danh mục kiểm tra · Catalogue of checks',
    '',
    'Made from the checks themselves by `npm run docs:checks`; not written by hand. A release with an error cannot be',
    'put in force. Codes never change their meaning. Each example is carried out by `tests/verify/checks.test.ts`.',
    '',
    ...findingParts.flatMap((part) => {
      const own = checks.filter((check) => check.part === part);
      return own.length > 0
        ? [`## ${partNames[part].vi} · ${partNames[part].en ?? ''}`, '', ...own.flatMap(ofCheck)]
        : [];
    }),
  ].join('\n');

const ofCheck = (check: Check): readonly string[] => [
  `### \`${check.name}\``,
  '',
  check.proves.vi,
  `*${check.proves.en ?? ''}*`,
  '',
  '| Mã · code | Mức · severity | Nghĩa · meaning | Căn cứ · source |',
  '|---|---|---|---|',
  ...Object.entries(check.findings).map(
    ([code, { severity, says, law }]) =>
      `| \`${code}\` | ${severityNames[severity]} | ${says.vi} *${says.en ?? ''}* | ${law ? `${law.vi} · ${law.en ?? ''}` : ''} |`,
  ),
  '',
  ...(check.fix ? ['Có sửa nhanh. *Offers a change that takes some of its findings away.*', ''] : []),
  ...check.examples.map(
    ({ about, finds }) =>
      `- ${about.vi} (*${about.en ?? ''}*): ${finds.length > 0 ? finds.map((code) => `\`${code}\``).join(', ') : 'đạt · passes'}`,
  ),
  '',
];
