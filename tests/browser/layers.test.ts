import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];
const FILE = fileURLToPath(new URL('../../definitions/national/3.000347-2.json', import.meta.url));

describe('national content at the office', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
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
    if (server) rmSync(server.data, { recursive: true, force: true });
  });

  it('that is ahead is listed, asked about only where it conflicts, and becomes a draft', async () => {
    if (!browser || !server) throw new Error('not started');
    const looks: string[] = [];
    const author = await visit(browser, server.origin, 1280);
    const { page } = author;
    await signInStaff(author, 'vanphong.soan');
    await author.go('/danh-muc');
    await page.getByRole('link', { name: 'Nội dung quốc gia' }).click();
    await page.getByRole('heading', { name: 'Nội dung quốc gia mới' }).waitFor();
    await look(author, looks);
    await picture(page, 'layers-list-1280');

    await page.locator('input[type=file]').setInputFiles(FILE);
    await page.getByRole('button', { name: 'Đồng bộ' }).click();
    await page.getByText('Đã đồng bộ 1 thủ tục').waitFor();
    await page.getByText('không đổi', { exact: false }).first().waitFor();

    await page.getByRole('link', { name: /Công nhận hộ nghèo/ }).click();
    await page.getByText('4 xung đột cần chọn').first().waitFor();
    await look(author, looks);
    await picture(page, 'layers-1280');
    await page.setViewportSize({ width: 360, height: 800 });
    await look(author, looks);
    await picture(page, 'layers-360');
    await page.setViewportSize({ width: 1280, height: 900 });

    const conflicts = page.locator('fieldset.lyconflict');
    await conflicts.nth(0).getByLabel('Lấy theo quốc gia').check();
    await conflicts.nth(1).getByLabel('Giữ của tỉnh').check();
    await page.getByRole('button', { name: 'Tạo bản dự thảo' }).click();
    await page.getByRole('heading', { name: 'Chưa tạo được bản dự thảo' }).waitFor();
    await look(author, looks);
    await picture(page, 'layers-refused-1280');
    expect(await conflicts.nth(0).getByLabel('Lấy theo quốc gia').isChecked()).toBe(true);
    await conflicts.nth(2).getByLabel('Viết nội dung khác').check();
    await conflicts.nth(2).getByLabel('Nội dung viết').fill('Quyết định công nhận hộ nghèo thường xuyên');
    await conflicts.nth(3).getByLabel('Lấy theo quốc gia').check();
    await page.getByRole('button', { name: 'Tạo bản dự thảo' }).click();
    await page.waitForURL(/du-thao\/.+/);
    await page.getByRole('heading', { name: 'Nội dung và nguồn' }).waitFor();
    await picture(page, 'layers-draft-1280');
    const text = await page.locator('main').innerText();
    expect(text).toContain('Quyết định công nhận hộ nghèo thường xuyên');
    expect(text).toContain('nhập tay');
    expect(text).toContain('1.011607, phiên bản 1');
    expect(looks).toEqual([]);
    expect(author.trouble).toEqual([]);
  });

  it('is shown in the studio and cannot be changed there, while the province’s own fields can', async () => {
    if (!browser || !server) throw new Error('not started');
    const looks: string[] = [];
    const author = await visit(browser, server.origin, 1280);
    const { page } = author;
    await signInStaff(author, 'vanphong.soan');
    await author.go('/thiet-ke');
    await page.getByLabel('Mã thủ tục đang có hiệu lực').fill('3.000347');
    await page.getByRole('button', { name: 'Sửa thủ tục này' }).click();
    await page.waitForURL(/bieu-mau$/);
    await author.go('/thiet-ke/3.000347/giay-to');
    await page.getByText('Ô ghi “Quốc gia” là nội dung đã tiếp nhận').waitFor();
    const row = page.getByRole('group', { name: /Giấy khám sức khỏe/ });
    await row.getByText('Quốc gia').first().waitFor();
    expect(await row.getByLabel('Tên', { exact: true }).isDisabled()).toBe(true);
    expect(await row.getByRole('button', { name: /^Xóa/ }).isDisabled()).toBe(true);
    await look(author, looks);
    await picture(page, 'layers-studio-1280');
    await page.setViewportSize({ width: 360, height: 800 });
    await look(author, looks);
    await picture(page, 'layers-studio-360');
    expect(looks).toEqual([]);
    await author.context.close();
  });

  it('works without scripts, on a phone, with what was ticked kept', async () => {
    if (!browser || !server) throw new Error('not started');
    const context = await browser.newContext({
      javaScriptEnabled: false,
      baseURL: server.origin,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    await page.goto('/dang-nhap/can-bo');
    await page.getByLabel('Tên đăng nhập').fill('vanphong.soan');
    await page.getByLabel('Mật khẩu', { exact: true }).fill('motcua-demo');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
    await page.goto('/danh-muc/3.000347/ba-tang');
    await page.getByText('Không có xung đột').first().waitFor();
    await picture(page, 'layers-licence-360');
    await page.getByRole('button', { name: 'Tạo bản dự thảo' }).click();
    await page.waitForURL(/du-thao\/.+/);
    await page.getByText('Trừ hạng A1, A, B1').first().waitFor();
    await context.close();
  });
});
