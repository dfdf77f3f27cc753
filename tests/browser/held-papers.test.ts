import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPage } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInCitizen, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];
const AN = '099080000001';

describe('somebody the province knows', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let clerk: Visitor;
  const looks: string[] = [];

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
    clerk = await visit(browser, server.origin);
    await signInStaff(clerk, 'thoxuong.motcua');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const picture = async (name: string, visitor: Visitor = clerk): Promise<void> => {
    const { page } = visitor;
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await look(visitor, looks);
      if (PICTURES === undefined) continue;
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}-${width}.png`), fullPage: true });
    }
  };
  const alive = (page: Page): Promise<unknown> =>
    page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
  /** Walks with Tab to what is wanted, as somebody without a mouse does. */
  const walkTo = async (selector: string): Promise<void> => {
    const { page } = clerk;
    for (let step = 0; step < 60; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  const posted = async (act: () => Promise<void>): Promise<void> => {
    const answered = clerk.page.waitForResponse((response) => response.request().method() === 'POST');
    await act();
    await answered;
  };

  it('is found by number in the register, with where each value came from, and is not asked for papers held already', async () => {
    const { page, context } = clerk;
    await clerk.go('/mot-cua/tiep-nhan?tim=dang ky khai sinh');
    await alive(page);
    await walkTo('[data-row-link][aria-label="Chọn: Đăng ký khai sinh"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await alive(page);
    await page.locator('#truong-hop').selectOption('usual');
    await page.keyboard.press('Alt+2');
    await walkTo('#o-so-giay-to');
    await page.keyboard.type(AN);
    await walkTo('[value="tim-nguoi"]');
    await page.keyboard.press('Enter');
    await page.getByText(/^Cơ sở dữ liệu quốc gia về dân cư có người này/).waitFor();
    await page.getByText('Dữ liệu minh họa, không phải người thật.').waitFor();
    expect(await page.locator('#o-ho-ten').inputValue()).toBe('Nguyễn Văn An');
    expect(await page.locator('#nguon-ho-ten').innerText()).toMatch(/^Theo Cơ sở dữ liệu quốc gia về dân cư, 09:\d\d/);
    expect(await page.locator('#nguon-dien-thoai').innerText()).toMatch(/^Theo tài khoản/);
    await picture('tim-thay');

    await page.keyboard.press('Alt+5');
    await posted(() => page.keyboard.press('Space'));
    const copy = page.locator('a.read', { hasText: '.pdf' }).first();
    await copy.waitFor();
    const file = await context.request.get(new URL((await copy.getAttribute('href')) ?? '', page.url()).href);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await picture('dung-ban-da-co');

    await fillPage(page);
    await page.locator('[name="chinh-declaration"], [name^="xuat-trinh-"]').first().check();
    await posted(() => page.keyboard.press('Alt+s'));
    for (const row of await page.locator('table.check tbody tr').all()) {
      const held = row.locator('[name="da-co"]');
      if (/không bắt buộc/.test(await row.innerText()) || (await held.count()) > 0) continue;
      await row.locator('input[type="checkbox"]').first().check();
    }
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/xong=accept/);
    const receipt = page.locator('a[data-key="p"]');
    const paper = await context.request.get(new URL((await receipt.getAttribute('href')) ?? '', page.url()).href);
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByText('bản điện tử đã có tại hồ sơ 000.01.31.H02-210616-0001, ngày 16/06/2021').first().waitFor();
    await picture('ho-so-dung-lai');
  });

  it('keeps the name that was typed beside the registered one, and offers nothing for a number a digit off', async () => {
    const { page } = clerk;
    await clerk.go('/mot-cua/tiep-nhan?tim=dang ky khai sinh');
    await page.getByRole('button', { name: 'Chọn: Đăng ký khai sinh', exact: true }).click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await alive(page);
    await page.locator('#truong-hop').selectOption('usual');
    await page.locator('#o-ho-ten').fill('Nguyễn Văn Ẩn');
    await page.locator('#o-so-giay-to').fill(AN);
    await page.getByRole('button', { name: 'Lấy thông tin' }).click();
    await page.getByText(/ghi tên “Nguyễn Văn An”, khác với tên đang nhập/).waitFor();
    expect(await page.locator('#o-ho-ten').inputValue()).toBe('Nguyễn Văn Ẩn');
    await page.locator('[name="da-co"]').first().check();
    await page.locator('a.read', { hasText: '.pdf' }).first().waitFor();
    await picture('khac-ten');
    await page.locator('#o-so-giay-to').fill('099080000002');
    await page.getByRole('button', { name: 'Lấy thông tin' }).click();
    await page.getByText(/không có số này/).waitFor();
    await page.getByText(/Một bản đã có không dùng được nữa/).waitFor();
    expect(await page.locator('[name="da-co"], a.read').count()).toBe(0);
    await picture('khong-co-so');
    await page.getByRole('button', { name: 'Bỏ hồ sơ này' }).click();
    await page.waitForURL(/tiep-nhan$/);
    expect(looks).toEqual([]);
    expect(clerk.trouble).toEqual([]);
  });

  it('who files on line finds their own papers as well, and nobody else’s', async () => {
    const an = await visit(browser ?? (await launch()), server?.origin ?? '');
    const { page } = an;
    await signInCitizen(an, '0900000001');
    const draft = await page.locator('a[href^="/nop/1.001193/"]').first().getAttribute('href');
    await an.go(`${draft ?? ''}/giay-to`);
    await page.getByText('Ông/Bà đã nộp tại hồ sơ 000.01.31.H02-210616-0001, ngày 16/06/2021.').waitFor();
    await picture('truc-tuyen', an);
    await page.getByRole('button', { name: 'Dùng bản đã có: birth-certificate-notice.pdf' }).click();
    await page.getByText('đã có tại hồ sơ 000.01.31.H02-210616-0001, ngày 16/06/2021').waitFor();
    await picture('truc-tuyen-da-dung', an);
    await page.getByRole('button', { name: /^Xóa birth-certificate-notice/ }).click();
    await page.getByRole('button', { name: 'Dùng bản đã có: birth-certificate-notice.pdf' }).waitFor();
    expect(looks).toEqual([]);
    expect(an.trouble).toEqual([]);
  });
});
