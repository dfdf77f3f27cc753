import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { labelData, renderPaper } from '#app/server/papers/index.ts';
import { context, hasPoppler, state, wordsOf } from './fixture.ts';

const kept = (name: string, pdf: Uint8Array): Uint8Array => {
  const folder = process.env['MOTCUA_PICTURES'];
  if (folder) writeFileSync(`${folder}/${name}.pdf`, pdf);
  return pdf;
};
const infoOf = (pdf: Uint8Array): string => execFileSync('pdfinfo', ['-'], { input: pdf }).toString();

const LONG = 'Cấp đổi giấy phép kinh doanh vận tải '.repeat(8);

describe.skipIf(!hasPoppler)('the label of a dossier (needs pdftotext from poppler-utils)', () => {
  it('bears code, person, procedure, line of the register and the day promised, tagged, on one small page', async () => {
    const pdf = kept('label', await renderPaper('label', await labelData(context()), context().issuedAt));
    const words = wordsOf(pdf);
    for (const field of [
      state.code,
      'TRẦN THỊ HÒA',
      'Thay đổi, cải chính hộ tịch, xác định lại dân tộc',
      'cải chính hộ tịch',
      'Quyển số: 01/2021; Số thứ tự: 17',
      'Hẹn trả: 17 giờ 00 phút, ngày 13/05/2021',
    ])
      expect(words).toContain(field);
    // Nothing that a stranger who sees the folder need not read.
    for (const kept of ['024178006731', '0912 407 386', 'Giáp Hải']) expect(words).not.toContain(kept);
    const info = infoOf(pdf);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toMatch(/Pages:\s+1\n/);
    expect(info).toMatch(/Page size:\s+283\.\d+ x 170\.\d+ pts/);
  });

  it('stays on its page however long the names are, and a visit has a page for each', async () => {
    const one = await labelData(
      context({ applicant: { ...state.applicant, name: 'Nguyễn Hoàng Bảo Anh '.repeat(8) } }),
    );
    const long = { ...one, procedure: { name: LONG, case: LONG } };
    const pdf = kept('label-visit', await renderPaper('label', { ...long, more: [long, one] }, context().issuedAt));
    expect(infoOf(pdf)).toMatch(/Pages:\s+3\n/);
    expect(wordsOf(pdf).split('Hẹn trả')).toHaveLength(4);
  });
});
