import { execFileSync } from 'node:child_process';
import type { AppLoadContext } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import type { DecisionItem } from '#engine/definition/index.ts';
import { annexData, annexPdf } from '#app/server/office/annex.ts';
import { decisionOf, publish, stage } from '../service/fixtures.ts';
import { releaseOf } from '../store/fixtures.ts';
import { hasPoppler, wordsOf } from './fixture.ts';

const codeOf = (index: number): string => `1.${String(100_000 + index)}`;
const named = (index: number) =>
  releaseOf(codeOf(index), 1, {
    name: { vi: `Cấp giấy phép số ${String(index)} về hoạt động xây dựng, sửa chữa nhà ở riêng lẻ tại nông thôn` },
    timeLimits: [{ id: 'tl', legal: { kind: 'duration', value: 3 + (index % 20), unit: 'working-day' } }],
  });

/** A decision of a hundred items that also replaces two procedures and repeals one for another. */
const told = async () => {
  const made = await stage();
  const { service, clock } = made;
  const before = [900, 901, 902].map((index) => named(index));
  await publish(
    service,
    decisionOf(
      '1/QĐ-UBND',
      '2021-06-01',
      before.map(({ code }) => ({ action: 'add', code, release: 1 })),
    ),
    before,
  );
  const releases = Array.from({ length: 100 }, (_, index) => named(index));
  const items: DecisionItem[] = releases.map(({ code }, index) =>
    index === 99
      ? { action: 'replace', code, release: 1, replaces: [codeOf(900), codeOf(901)] }
      : { action: 'add', code, release: 1 },
  );
  items.push({ action: 'repeal', code: codeOf(902), replacedBy: codeOf(0) });
  const decision = decisionOf('1234/QĐ-UBND', '2021-07-01', items, {
    title: { vi: 'Công bố Danh mục thủ tục hành chính lĩnh vực xây dựng' },
    signer: { name: 'Nguyễn Văn Ký', title: 'KT. Chủ tịch, Phó Chủ tịch' },
    basis: [{ number: '832/QĐ-BXD', signedOn: '2021-05-01' }],
  });
  await publish(service, decision, releases);
  const context = { service, clock, config: { origins: ['https://motcua.example'] } } as unknown as AppLoadContext;
  return { context, decision };
};

describe('the annex of a decision', () => {
  it('groups its items by kind, and says what replaces what', async () => {
    const { context, decision } = await told();
    const { groups, signer } = await annexData(context, decision);
    expect(groups.map(({ heading, rows }) => [heading, rows.length])).toEqual([
      ['Thủ tục hành chính mới ban hành', 99],
      ['Thủ tục hành chính thay thế', 1],
      ['Thủ tục hành chính bị bãi bỏ', 1],
    ]);
    expect(groups[1]?.rows[0]?.relation).toMatch(/^Thay thế: Cấp giấy phép số 900 .*\(1\.100900\); .*\(1\.100901\)$/);
    expect(groups[2]?.rows[0]).toMatchObject({ basis: '832/QĐ-BXD', limit: '' });
    expect(groups[2]?.rows[0]?.relation).toMatch(/^Được thay thế bằng: Cấp giấy phép số 0 .*\(1\.100000\)$/);
    expect(groups[0]?.rows[0]).toMatchObject({ limit: '3 ngày làm việc', place: 'Bộ phận Một cửa cấp xã' });
    expect(signer.name).toBe('Nguyễn Văn Ký');
  });

  it.skipIf(!hasPoppler)('prints every word of it, tagged, with the columns named anew on every page', async () => {
    const { context, decision } = await told();
    const pdf = await annexPdf(context, decision);
    const words = wordsOf(pdf);
    const data = await annexData(context, decision);
    // A long cell is broken over lines; its words stand in order.
    for (const row of data.groups.flatMap(({ rows }) => rows)) expect(words).toContain(row.code);
    for (const text of [data.about, 'Kèm theo Quyết định số 1234/QĐ-UBND', 'NGUYỄN VĂN KÝ', 'PHÓ CHỦ TỊCH'])
      expect(words.toUpperCase()).toContain(text.toUpperCase());
    const info = execFileSync('pdfinfo', ['-'], { input: pdf }).toString('utf8');
    expect(info).toMatch(/Tagged:\s+yes/);
    const pages = Number(/Pages:\s+(\d+)/.exec(info)?.[1]);
    expect(pages).toBeGreaterThan(3);
    const last = pages;
    for (let page = 1; page < last; page += 1) {
      const text = execFileSync('pdftotext', ['-raw', '-f', String(page), '-l', String(page), '-', '-'], { input: pdf })
        .toString('utf8')
        .replace(/\s+/g, ' ')
        .normalize('NFC');
      expect([page, text.includes('Thời hạn giải quyết'), text.includes(`Trang ${String(page)}`)]).toEqual([
        page,
        true,
        true,
      ]);
    }
    if (process.env['MOTCUA_PICTURES'])
      execFileSync('pdftoppm', ['-r', '60', '-png', '-', `${process.env['MOTCUA_PICTURES']}/annex`], { input: pdf });
  });
});
