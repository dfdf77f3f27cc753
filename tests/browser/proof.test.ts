import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataOfItsOwn } from './seeded.ts';
import { startServer, type RunningServer } from './server.ts';
import { launch, look, visit } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];

describe('what anybody can check', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let data = '';
  const looks: string[] = [];
  const visitor = async (width: 1280 | 360) => {
    if (!browser || !server) throw new Error('not started');
    return visit(browser, server.origin, width);
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    data = dataOfItsOwn();
    server = await startServer({ data });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (data) rmSync(data, { recursive: true, force: true });
  });

  it('reads a procedure as of another day at an address that stays, and files nothing there', async () => {
    for (const width of [1280, 360] as const) {
      const reader = await visitor(width);
      const { page } = reader;
      await reader.go('/thu-tuc/1.004859');
      await page.getByLabel('Xem quy định của ngày khác').fill('15/02/2021');
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await page.getByText('Đây là quy định áp dụng ngày 15/02/2021, không phải quy định hiện hành').waitFor();
      expect(await page.getByRole('link', { name: 'Bắt đầu nộp hồ sơ' }).count()).toBe(0);
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(
        /\/thu-tuc\/1\.004859\/ngay\/2021-02-15$/,
      );
      await look(reader, looks);
      await picture(page, `day-${width}`);
      await reader.go('/thu-tuc/1.004859/ngay/1999-01-01');
      await page.getByText('Ngày 01/01/1999 thủ tục này không có quy định nào áp dụng').waitFor();
      await look(reader, looks);
      await picture(page, `nothing-${width}`);
      await reader.go('/thu-tuc/1.004859/ngay/2021-02-15');
      await page.locator('.proof code').click();
      await page.getByText('Đây là nội dung của phiên bản 1').waitFor();
      await look(reader, looks);
      await picture(page, `release-${width}`);
      expect(reader.trouble).toEqual([]);
    }
    expect(looks).toEqual([]);
  });

  it('reads the public log, finds a kept hash in it, and takes a release’s hash anew', async () => {
    for (const width of [1280, 360] as const) {
      const reader = await visitor(width);
      const { page } = reader;
      await reader.go('/quyet-dinh');
      await page.getByRole('link', { name: 'Nhật ký công khai' }).click();
      await page.getByText(/^Chuỗi \d+ mục khớp$/).waitFor();
      const head = await page.locator('.note code').first().innerText();
      await page.getByLabel('Mã băm đã ghi lại').fill(head);
      await page.getByRole('button', { name: 'Xem', exact: true }).click();
      await page.getByText(/^Mã băm này là của mục/).waitFor();
      await look(reader, looks);
      await picture(page, `log-${width}`);
      await reader.go(`/quyet-dinh/nhat-ky?ma-bam=${'0'.repeat(64)}`);
      await page.getByText('Nhật ký không có mã băm này').waitFor();
      await page.locator('.logitems a[href*="/phien-ban/"]').first().click();
      await page.getByText('Đây là nội dung của phiên bản').waitFor();
      const hash = new URL(page.url()).pathname.split('/').at(-1);
      const content = await reader.context.request.get(`${page.url()}/noi-dung`);
      expect(
        createHash('sha256')
          .update(await content.body())
          .digest('hex'),
      ).toBe(hash);
      expect(reader.trouble).toEqual([]);
    }
    expect(looks).toEqual([]);
  });
});
