import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const UNIT = 'H02.07201';

describe('the queue at a counter', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people: Visitor[] = [];

  const somebody = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    return visitor;
  };
  const picture = async ({ page }: Visitor, name: string): Promise<void> => {
    const folder = process.env['MOTCUA_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a visitor takes a number, the clerk calls it to a desk, and the hall reads it', async () => {
    const screen = await somebody();
    const hall = await somebody();
    await hall.go(`/man-hinh/${UNIT}`);
    await hall.page.getByText('Chưa gọi số nào').waitFor();
    await look(hall, looks);

    for (const service of ['Nộp hồ sơ', 'Nhận kết quả']) {
      await screen.go(`/lay-so/${UNIT}`);
      await look(screen, looks);
      await picture(screen, 'queue-kiosk');
      await screen.page.getByRole('button', { name: service }).click();
      await screen.page.waitForURL(/so=/);
    }
    await screen.page.getByText('Trước Ông/Bà còn 1 người.').waitFor();
    expect(await screen.page.locator('h1').innerText()).toMatch(/Số của Ông\/Bà\s+2/);
    await look(screen, looks);
    await picture(screen, 'queue-ticket');

    const clerk = await somebody();
    await signInStaff(clerk, 'thoxuong.motcua');
    await clerk.go('/mot-cua');
    await clerk.page.getByRole('link', { name: 'Gọi số', exact: true }).click();
    await clerk.page.waitForURL(/goi-so/);
    // Nobody knows yet at which desk this clerk sits: it is asked before a number is called to it.
    await clerk.go('/mot-cua');
    await clerk.page.getByRole('button', { name: /Người tiếp theo/ }).click();
    await clerk.page.waitForURL(/goi-so\?hoi-quay/);
    await clerk.page.getByText('Hãy nhập số quầy').waitFor();
    await clerk.go('/mot-cua/goi-so');
    await clerk.page.getByRole('button', { name: 'Người tiếp theo' }).click();
    await clerk.page.getByText('Hãy nhập số quầy').waitFor();
    await clerk.page.getByLabel('Quầy số').fill('3');
    await clerk.page.keyboard.press('Control+Enter');
    await clerk.page.getByText('Đang phục vụ số 1').waitFor();
    await look(clerk, looks);
    await picture(clerk, 'queue-desk');

    // Read in the hall without anybody doing anything there.
    await hall.page.getByRole('cell', { name: '3' }).waitFor();
    await look(hall, looks);
    await picture(hall, 'queue-hall');

    await clerk.page.getByRole('button', { name: /Bỏ qua/ }).click();
    await clerk.page.getByText('Chưa gọi số nào').waitFor();
    await clerk.page.getByRole('button', { name: 'Người tiếp theo' }).click();
    await clerk.page.getByText('Đang phục vụ số 2').waitFor();
    await clerk.page.getByRole('button', { name: 'Gọi lại số 1' }).click();
    await clerk.page.locator('tr', { hasText: 'Đang phục vụ' }).first().waitFor();
    await clerk.page.getByRole('button', { name: 'Người tiếp theo' }).click();
    await clerk.page.getByText('Không còn ai chờ.').waitFor();
  });

  it('works without scripts, and is found only where there is a counter', async () => {
    if (!browser || !server) throw new Error('not started');
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin, locale: 'vi-VN' });
    const page = await plain.newPage();
    await page.goto(`/lay-so/${UNIT}`);
    await page.getByRole('button', { name: 'Hướng dẫn' }).click();
    await page.waitForURL(/so=3/);
    await page.goto(`/man-hinh/${UNIT}`);
    expect(await page.getByText('1 người đang chờ').count()).toBe(1);
    expect(await page.content()).toContain('http-equiv="refresh"');
    expect((await page.goto('/lay-so/H02'))?.status()).toBe(404);
    await plain.close();
  });

  it('“Người tiếp theo” calls who waits and opens the intake, which says whom it is for', async () => {
    const clerk = await somebody();
    await signInStaff(clerk, 'thoxuong.motcua');
    const { page } = clerk;
    await clerk.go('/mot-cua');
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
    await page.keyboard.press('Alt+n');
    await page.waitForURL(/tiep-nhan$/);
    await page.getByText('Số 3, quầy 3').waitFor();
    await look(clerk, looks);
    await picture(clerk, 'queue-intake');
    await page.locator('[data-row-link]').first().click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await page.getByText('Số 3, quầy 3').waitFor();
    // Nobody waits any more: the intake opens all the same, and whom it was for is done.
    await clerk.go('/mot-cua');
    await page.getByRole('button', { name: /Người tiếp theo/ }).click();
    await page.waitForURL(/tiep-nhan$/);
    await page.getByRole('heading', { name: 'Tiếp nhận hồ sơ' }).waitFor();
    expect(await page.getByText('Số 3, quầy 3').count()).toBe(0);
  });

  it('the administrator says what numbers are taken for, and the screens follow at once', async () => {
    const admin = await somebody();
    await signInStaff(admin, 'quantri');
    await admin.go('/quan-tri/lay-so');
    await look(admin, looks);
    await admin.page.getByLabel('Thêm loại việc').fill('Nộp phí, lệ phí');
    await admin.page.getByRole('button', { name: 'Lưu' }).click();
    await admin.page.getByText('Đã lưu.').waitFor();
    await picture(admin, 'queue-kinds');
    const screen = await somebody();
    await screen.go(`/lay-so/${UNIT}`);
    await screen.page.getByRole('button', { name: 'Nộp phí, lệ phí' }).click();
    await screen.page.getByText('Nộp phí, lệ phí,').waitFor();
    // Taken off again: the number keeps its place in the queue.
    await admin.page.getByLabel('Tên loại việc').last().fill('');
    await admin.page.getByRole('button', { name: 'Lưu' }).click();
    await admin.page.waitForFunction(() => document.querySelectorAll('input[name="ten"]').length === 4);
    await screen.go(`/lay-so/${UNIT}`);
    expect(await screen.page.getByRole('button').allInnerTexts()).toEqual([
      'Nộp hồ sơ',
      'Nhận kết quả',
      'Hướng dẫn, hỏi thông tin',
    ]);
    const phone = await somebody(360);
    await signInStaff(phone, 'quantri');
    await phone.go('/quan-tri/lay-so');
    await look(phone, looks);
  });

  it('holds together, also on a phone', async () => {
    const phone = await somebody(360);
    for (const path of [`/lay-so/${UNIT}`, `/lay-so/${UNIT}?so=1`, `/man-hinh/${UNIT}`]) {
      await phone.go(path);
      await look(phone, looks);
    }
    expect(looks).toEqual([]);
    expect(people.flatMap(({ trouble }) => trouble)).toEqual([]);
  });
});
