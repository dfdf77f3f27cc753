import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];
const NUMBER = '9910/NQ-UBTVQH';
const ADDRESS = `/cong-bo/${encodeURIComponent(NUMBER.replace('/', '_'))}`;

/** Thọ Xương goes into Song Mai, which is renamed; nothing else is written than what changes. */
const TABLE = [
  ['Hợp nhất', 'H02.07201', 'H02.07222', 'Ủy ban nhân dân phường Song Mai Mới'].join('\t'),
  ['Hợp nhất', 'H02.07222', 'H02.07222'].join('\t'),
].join('\n');

describe('offices are reorganised at the desk', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];

  const visitor = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    return visit(browser, server.origin, width);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('from a pasted table to a rehearsal, by two persons, to dossiers handed over and back', async () => {
    const author = await visitor();
    await signInStaff(author, 'vanphong.soan');
    await author.go('/cong-bo');
    await author.page.getByRole('link', { name: 'Sắp xếp đơn vị' }).click();
    await author.page.getByRole('heading', { name: 'Sắp xếp đơn vị', level: 1 }).waitFor();
    await look(author, looks);
    await picture(author.page, 'form');
    const { page } = author;
    await page.getByLabel('Số, ký hiệu quyết định').fill(NUMBER);
    await page.getByLabel('Người ký').fill('Người ký thử');
    await page.getByLabel('Ngày ký').fill('20/07/2021');
    await page.getByLabel('Có hiệu lực từ ngày').fill('01/08/2021');
    await page.getByLabel('Hoặc dán các dòng').fill('Xóa\tH02.07201\tH02.07222');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('không hiểu thay đổi "Xóa"').waitFor();
    // Nothing that was typed is lost.
    expect(await page.getByLabel('Ngày ký').inputValue()).toBe('20/07/2021');
    await picture(page, 'refused');
    await page.getByLabel('Hoặc dán các dòng').fill(TABLE);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đang giải quyết đi đâu' }).waitFor();
    const told = await page.locator('main').innerText();
    expect(told).toContain('241 → 240');
    expect(told).toContain('phường Song Mai Mới');
    await look(author, looks);
    await picture(page, 'rehearsal');
    await page.getByRole('button', { name: /Trình phê duyệt/ }).click();
    await page.getByRole('heading', { name: NUMBER }).waitFor();

    const approver = await visitor();
    await signInStaff(approver, 'vanphong.duyet');
    await approver.go(ADDRESS);
    await approver.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await approver.page.getByRole('button', { name: /Áp dụng/ }).click();
    await approver.page.getByText('Đã áp dụng quyết định.').waitFor();
    await approver.page.getByText('Bắt đầu lúc 00:00 ngày 01/08/2021.').waitFor();
    await picture(approver.page, 'applied');

    await setClock(approver, '02/08/2021', '07:30');
    await approver.go(ADDRESS);
    await approver.page
      .getByText('Đã xong')
      .waitFor({ timeout: 30_000 })
      .catch(async () => {
        await approver.go(ADDRESS);
        await approver.page.getByText('Đã xong').waitFor({ timeout: 30_000 });
      });
    await approver.page.getByRole('link', { name: 'Xem từng hồ sơ' }).click();
    await approver.page.getByRole('heading', { name: 'Chuyển giao hồ sơ' }).waitFor();
    const rows = approver.page.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThan(0);
    expect(await rows.first().innerText()).toContain('phường Song Mai Mới');
    await look(approver, looks);
    await picture(approver.page, 'transfers');

    await approver.go(ADDRESS);
    await approver.page.getByText('Khôi phục như trước').click();
    await approver.page.getByLabel('Số, ký hiệu quyết định').fill('9911/NQ-UBTVQH');
    await approver.page.getByLabel('Người ký').fill('Người ký thử');
    await approver.page.getByLabel('Ngày ký').fill('02/08/2021');
    await approver.page.getByLabel('Có hiệu lực từ ngày').fill('10/08/2021');
    await approver.page.getByRole('button', { name: 'Xem trước việc khôi phục' }).click();
    await approver.page.getByText(`Khôi phục như trước Quyết định ${NUMBER}`).waitFor();
    expect(await approver.page.locator('main').innerText()).toContain('240 → 241');
    await picture(approver.page, 'back');
    const phone = await visitor(360);
    await signInStaff(phone, 'vanphong.soan');
    for (const path of ['/cong-bo/sap-xep', ADDRESS, `${ADDRESS}/chuyen-giao`]) {
      await phone.go(path);
      await look(phone, looks);
    }
    await picture(phone.page, 'phone');
    expect(looks).toEqual([]);
  });
});
