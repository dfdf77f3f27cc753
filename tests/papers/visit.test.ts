import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { groupReceiptData, receiptData, renderPaper, type PaperContext } from '#app/server/papers/index.ts';
import { accepted, context, hasPoppler, state, wordsOf } from './fixture.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];

const other = '000.00.16.H02-210506-0028';
const together = {
  visit: 'v-1',
  dossiers: [
    { id: 'd-1', procedure: '1.004859' },
    { id: 'd-2', procedure: '1.004859' },
  ],
  group: {
    code: 'LT-01',
    name: { vi: 'Cải chính hộ tịch và cấp lại thẻ' },
    decision: '9004/QĐ-UBND',
    lead: 'd-1',
    awaits: [],
    limit: { legal: { kind: 'duration' as const, value: 15, unit: 'working-day' as const } },
  },
};
const member = (id: string, code: string, due: string): PaperContext =>
  context({
    id,
    code,
    together,
    fees: id === 'd-1' ? state.fees : [],
    promised: { ...(state.promised ?? { provisional: false, summary: { vi: '' }, lines: [] }), due },
  });

const kept = (name: string, pdf: Uint8Array): Uint8Array => {
  if (PICTURES !== undefined) writeFileSync(`${PICTURES}/${name}.pdf`, pdf);
  return pdf;
};

describe('the one receipt of linked procedures (TT 01/2018/TT-VPCP Điều 4)', () => {
  const lead = member('d-1', state.code, '2021-05-07T10:00:00.000Z');
  const second = member('d-2', other, '2021-05-27T10:00:00.000Z');

  it('bears the leading dossier’s code, names every member and its agency, and is due when the last is', async () => {
    const data = await groupReceiptData(lead, accepted, [lead, second], ['citizen']);
    expect(data.head.code).toBe(state.code);
    expect(data.procedure.name).toBe('Cải chính hộ tịch và cấp lại thẻ');
    expect(data.linked.map(({ code, leads, agency }) => [code, leads, agency])).toEqual([
      [state.code, true, 'UBND thành phố Bắc Giang'],
      [other, false, 'UBND thành phố Bắc Giang'],
    ]);
    expect(data.dueAt).toBe('17 giờ 00 phút, ngày 27/05/2021');
    expect(data.fees).toContain('25.000 đ');
    expect(data.papers).toHaveLength(6);
  });

  it.skipIf(!hasPoppler)('prints both codes', async () => {
    const data = await groupReceiptData(lead, accepted, [lead, second], ['file', 'citizen']);
    const words = wordsOf(kept('giay-hen-lien-thong', await renderPaper('receipt', data, lead.issuedAt)));
    expect(words).toContain('Nhóm thủ tục hành chính liên thông');
    expect(words).toContain(other);
  });
});

describe('the receipts of one visit', () => {
  it.skipIf(!hasPoppler)('are in one file, each with its own code on its own sheets', async () => {
    const first = await receiptData(context(), accepted, ['file', 'citizen']);
    const next = await receiptData(context({ code: other }), accepted, ['file', 'citizen']);
    const pdf = await renderPaper('receipt', { ...first, more: [next] }, context().issuedAt);
    const words = wordsOf(kept('giay-hen-ca-luot', pdf));
    const count = (text: string) => words.split(text).length - 1;
    expect(count('Liên 1: Lưu')).toBe(2);
    expect(count(`Mã hồ sơ: ${state.code}`)).toBe(2);
    expect(count(`Mã hồ sơ: ${other}`)).toBe(2);
    // At the foot of each page stands the code of its own dossier.
    expect(count(`${other} · Mẫu số 01`)).toBeGreaterThanOrEqual(2);
  });
});
