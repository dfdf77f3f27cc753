import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPage } from './fill.ts';
import { dataOfItsOwn } from './seeded.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { accessibilityFindings, launch, visit, type Visitor } from './visitor.ts';

/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env['MOTCUA_PICTURES'];

/** Cấp Giấy phép bán lẻ rượu: settled by the districts. */
const CODE = '2.000620';
const ADDRESS = `/thiet-ke/${CODE}/quy-trinh`;
const CHANGED = 'Thẩm định và kiểm tra địa điểm bán';

describe('an agency that changes its own process', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const data = dataOfItsOwn();
  const downloads = mkdtempSync(join(tmpdir(), 'motcua-downloads-'));
  const people = new Map<string, Visitor>();

  const person = async (login: string): Promise<Visitor> => {
    const known = people.get(login);
    if (known) return known;
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin);
    people.set(login, visitor);
    await signInStaff(visitor, login);
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `agency-${name}.png`), fullPage: true });
  };
  const table = (page: Page) => page.getByRole('button', { name: 'Bảng bước' }).click();
  const nameOf = (page: Page, row: number) => page.getByLabel(`Nội dung công việc, bước ${row}`);

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startServer({ data })]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
    rmSync(downloads, { recursive: true, force: true });
  });

  it('begins from what is in force, changes a step in the table, and takes the table out and in as a workbook', async () => {
    const { page, go } = await person('tpbacgiang.truongphong');
    await go(ADDRESS);
    await page.getByRole('button', { name: 'Bắt đầu sửa quy trình' }).click();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor();
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await table(page);
    await nameOf(page, 2).fill(CHANGED);
    await page.keyboard.press('Enter');
    await page.locator('.pssave[data-save="saving"]').waitFor();
    await page.locator('.pssave[data-save="saved"]').waitFor();
    const before = await page.locator('.pstable tbody input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)); // prettier-ignore
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải bảng (.xlsx)' }).click(),
    ]);
    const file = join(downloads, 'bang.xlsx');
    await download.saveAs(file);
    await nameOf(page, 1).fill('Sẽ bị thay');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByLabel('Chọn tệp XLSX').setInputFiles(file);
    await expect
      .poll(() =>
        page.locator('.pstable tbody input').evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
      ) // prettier-ignore
      .toEqual(before);
    await picture(page, 'table');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('finds everything again when the server is killed in the middle of editing', async () => {
    const { page, go } = await person('tpbacgiang.truongphong');
    await go(ADDRESS);
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await table(page);
    await server?.kill();
    await nameOf(page, 3).fill('Trình lãnh đạo xem xét');
    await page.keyboard.press('Enter');
    await page.locator('.pssave[data-save="unsaved"]').waitFor();
    server = await startServer({ data, port: Number(new URL(server?.origin ?? '').port) });
    // The tab that is still open sends it by itself.
    await page.locator('.pssave[data-save="saved"]').waitFor({ timeout: 20_000 });
    await page.reload();
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await table(page);
    await expect.poll(() => nameOf(page, 3).inputValue()).toBe('Trình lãnh đạo xem xét');
    await expect.poll(() => nameOf(page, 2).inputValue()).toBe(CHANGED);
  });

  it('lets another agency look at it, and says why it is only to look', async () => {
    const { page, go } = await person('stp.truongphong');
    await go(ADDRESS);
    await page.getByText('không sửa được quy trình này: cơ quan khác giải quyết thủ tục này').waitFor();
    await page.locator('.psplace[data-ready="true"]').waitFor();
    expect(await page.getByRole('navigation', { name: 'Bước xử lý' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Gửi Văn phòng duyệt' }).count()).toBe(0);
    await go(`/thiet-ke/${CODE}/bieu-mau`);
    await page.getByText('Chỉ xem: thủ tục do cơ quan khác giải quyết').waitFor();
    await page.locator('.tree button.q').first().click();
    expect(await page.getByLabel('Gợi ý dưới câu hỏi').isDisabled()).toBe(true);
    expect(await page.getByRole('button', { name: /^Thêm câu hỏi:/ }).count()).toBe(0);
    // Nothing to press that would do nothing, and no way to where one may not be.
    await page.getByText('Đang dùng ở').waitFor();
    expect(await page.locator('.editpane button:visible').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Chuẩn bị công bố' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Gửi Văn phòng duyệt' }).count()).toBe(0);
    expect(await page.getByRole('textbox', { name: /tiếng Anh/ }).count()).toBe(0);
    await picture(page, 'only-looks');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('proposes; the office compares, decides and approves; a new dossier runs the changed process', async () => {
    const { page } = await person('tpbacgiang.truongphong');
    const send = page.getByRole('button', { name: 'Gửi Văn phòng duyệt' });
    await expect.poll(() => send.isEnabled(), { timeout: 20_000 }).toBe(true);
    await send.click();
    await page.getByText('Chờ Văn phòng duyệt').first().waitFor();
    const office = await person('vanphong.soan');
    await office.go(ADDRESS);
    await office.page.getByText(CHANGED).first().waitFor();
    await picture(office.page, 'compare');
    const edits = office.page.getByRole('region', { name: 'Ai đã sửa gì' });
    await edits.locator('summary').nth(0).click();
    await edits.getByText('Dự thảo chuyển sang: Chờ Văn phòng duyệt.').waitFor();
    await edits.locator('summary').nth(1).click();
    await edits.getByText(CHANGED).waitFor();
    await office.page.getByLabel('Số quyết định').fill('2024/QĐ-UBND');
    await office.page.getByLabel('Người ký').fill('Phạm Văn Thịnh');
    await office.page.getByRole('button', { name: 'Lập quyết định' }).click();
    await office.page.waitForURL(/\/cong-bo\/2024/);
    const decision = new URL(office.page.url()).pathname;
    const approver = await person('vanphong.duyet');
    await approver.go(decision);
    await approver.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await approver.page.waitForURL(/xong=approve/);
    await approver.page.getByRole('button', { name: /^Áp dụng/ }).click();
    await approver.page.waitForURL(/xong=apply/);
    const clerk = await person('tpbacgiang.motcua');
    await clerk.go(`/mot-cua/tiep-nhan?tim=${encodeURIComponent('bán lẻ rượu')}`);
    await clerk.page.locator('[data-row-link]').first().click();
    await clerk.page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await clerk.page.locator('#o-so-giay-to').fill('024091000777');
    await clerk.page.locator('#o-ho-ten').fill('Đặng Thị Khuyên');
    await fillPage(clerk.page);
    await clerk.page.getByRole('button', { name: 'Thêm địa điểm' }).click();
    await clerk.page.locator('[name^="q[shops]"]').first().waitFor();
    await fillPage(clerk.page);
    await clerk.page.locator('#phan-4 input[type=checkbox]').first().check();
    await picture(clerk.page, 'intake');
    await clerk.page.keyboard.press('Control+Enter');
    await clerk.page.waitForURL(/xong=accept/);
    await picture(clerk.page, 'accepted');
    // The release that the decision brought, which holds the changed process.
    await clerk.page.getByText('Phiên bản 2, áp dụng từ').waitFor();
  });
});
