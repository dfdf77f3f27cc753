import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { accessibilityFindings, launch, visit, type Visitor } from './visitor.ts';

/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env['MOTCUA_PICTURES'];

/** Công nhận hộ nghèo: settled at the commune, and no running dossier depends on its draft. */
const CODE = '1.011607';
const ADDRESS = `/thiet-ke/${CODE}/quy-trinh`;

const SHEET = [
  'TT\tNội dung công việc\tNgười thực hiện\tThời gian (giờ)\tKết quả',
  '1\tTiếp nhận hồ sơ\tBộ phận Một cửa\t4\tGiấy tiếp nhận',
  '2\tThẩm định, dự thảo kết quả\tCông chức chuyên môn\t16\tDự thảo',
  '3\tPhê duyệt kết quả\tLãnh đạo\t8\tQuyết định',
  '4\tVào sổ, đóng dấu\tVăn thư\t2\tQuyết định đã đóng dấu',
  '5\tTrả kết quả\tBộ phận Một cửa\tKhông tính\t',
].join('\n');

describe('the process studio', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const people: Visitor[] = [];

  const person = async (login: string): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin);
    people.push(visitor);
    await signInStaff(visitor, login);
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };
  const open = async ({ page, go }: Visitor): Promise<void> => {
    await go(ADDRESS);
    const begin = page.getByRole('button', { name: 'Bắt đầu sửa quy trình' });
    if (await begin.isVisible()) await begin.click();
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await page.getByRole('button', { name: 'Hoàn tác' }).waitFor();
  };
  const saved = (page: Page) => page.locator('.pssave[data-save="saved"]').waitFor();
  const nameOf = (page: Page, row: number) => page.getByLabel(`Nội dung công việc, bước ${row}`);

  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startServer()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    const data = server?.data;
    await server?.stop();
    if (data !== undefined) rmSync(data, { recursive: true, force: true });
  });

  it('shows the diagram in Vietnamese, with the mark of bpmn.io and nothing that axe finds', async () => {
    const office = await person('vanphong.soan');
    await open(office);
    const { page } = office;
    await expect.poll(() => page.locator('.bjs-powered-by').isVisible()).toBe(true);
    expect(await page.getByRole('navigation', { name: 'Bước xử lý' }).innerText()).toContain('Kiểm tra thực địa');
    await page.locator('[data-findings="done"]').waitFor();
    await picture(page, 'diagram');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  it('shows what is in force to whoever only looks: the place that a finding names, its time, and no fault', async () => {
    const office = await person('vanphong.soan');
    const { page } = office;
    await office.go('/thiet-ke/1.001193/quy-trinh?phan-tu=sign');
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await expect.poll(() => page.getByLabel('Chọn phần tử').inputValue()).toBe('sign');
    await page.locator('[data-findings="done"]').waitFor();
    const main = page.locator('main');
    await main.getByText('Chưa thấy vướng mắc nào').waitFor();
    expect(await main.innerText()).not.toContain('Không mở được sơ đồ');
    expect((await page.locator('.psplace').boundingBox())?.width).toBeGreaterThan(600);
    // Each case against its own limit: three days for what has to be verified elsewhere.
    await page.locator('.psbudget li', { hasText: 'Cần xác minh' }).getByText('13 giờ, trong hạn').waitFor();
    await page.getByText('Mỗi bước còn dư bao nhiêu').click();
    await picture(page, 'in-force');
    await page.getByRole('row', { name: 'Ký Giấy khai sinh 1 giờ 3 giờ' }).waitFor();
    // Where its dossiers are, as a table and on the diagram.
    const heat = page.getByRole('region', { name: 'Hồ sơ đang ở đâu' });
    await heat.getByRole('row', { name: /^Tiếp nhận hồ sơ \d+ \d+ [\d,]+ [\d,]+$/ }).waitFor();
    await heat.getByRole('button', { name: 'Tô trên sơ đồ' }).click();
    await page
      .locator('.psbadge.ps-heat', { hasText: /hồ sơ · [\d,]+\/[\d,]+ giờ/ })
      .first()
      .waitFor();
    await picture(page, 'heat');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(office.trouble).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    await picture(page, 'in-force-360');
  });

  it('takes a step table from a spreadsheet, becomes the diagram, and undoes it all', async () => {
    const { page } = people[0] ?? (await person('vanphong.soan'));
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    // What is in force has ways that no table can show, and says so.
    await page.getByText('chỉ vẽ được bằng sơ đồ').waitFor();
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByLabel('Bảng bước sao chép từ bảng tính').fill(SHEET);
    await page.getByRole('button', { name: 'Lấy bảng này' }).click();
    await expect.poll(() => nameOf(page, 4).inputValue()).toBe('Vào sổ, đóng dấu');
    await picture(page, 'table');
    expect(await accessibilityFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();
    await expect.poll(() => page.locator('.djs-shape[data-element-id="vao-so-dong-dau"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    // By keyboard: a word changed, a step moved, all of it taken back.
    await nameOf(page, 4).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' Sở');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => nameOf(page, 3).inputValue()).toBe('Vào sổ, đóng dấu Sở');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await page.getByText('chỉ vẽ được bằng sơ đồ').waitFor();
    expect(await page.getByRole('button', { name: 'Hoàn tác' }).isDisabled()).toBe(true);
    await saved(page);
  });

  it('keeps what stands when a change is taken back while its save is under way', async () => {
    const { page } = people[0] ?? (await person('vanphong.soan'));
    let asked = 0;
    await page.route('**/quy-trinh/luu', async (route) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 1500));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByLabel('Bảng bước sao chép từ bảng tính').fill(SHEET);
    await page.getByRole('button', { name: 'Lấy bảng này' }).click();
    await expect.poll(() => asked).toBe(1);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await page.getByText('chỉ vẽ được bằng sơ đồ').waitFor();
    await expect.poll(() => asked, { timeout: 10_000 }).toBe(2);
    await saved(page);
    await page.unroute('**/quy-trinh/luu');
    await page.reload();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await page.getByText('chỉ vẽ được bằng sơ đồ').waitFor();
  });

  it('makes an approval loop, tries it, and keeps it over a crash', async () => {
    const { page } = people[0] ?? (await person('vanphong.soan'));
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByLabel('Bảng bước sao chép từ bảng tính').fill(SHEET);
    await page.getByRole('button', { name: 'Lấy bảng này' }).click();
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();
    await expect.poll(() => page.locator('.djs-shape[data-element-id="phe-duyet-ket-qua"]').count()).toBe(1);
    await page.getByLabel('Chọn phần tử').selectOption('phe-duyet-ket-qua');
    await page.getByRole('button', { name: 'Vòng duyệt' }).click();
    await expect.poll(() => page.locator('.djs-connection').count()).toBeGreaterThan(6);
    await page.getByRole('button', { name: 'Chạy thử quy trình' }).click();
    await page.getByRole('button', { name: /Làm xong “Tiếp nhận hồ sơ”/ }).click();
    await page.getByRole('button', { name: /Làm xong “Thẩm định/ }).click();
    await page.getByRole('button', { name: '“Phê duyệt kết quả”: Trả lại' }).click();
    await page.getByRole('button', { name: /Làm xong “Thẩm định/ }).click();
    await page.getByRole('button', { name: '“Phê duyệt kết quả”: Đồng ý' }).click();
    await page.getByRole('button', { name: /Làm xong “Vào sổ/ }).click();
    await page.getByRole('button', { name: /Làm xong “Trả kết quả”/ }).click();
    await page.getByText('Quy trình đã kết thúc.').waitFor();
    await picture(page, 'loop');
    await saved(page);
    // The tab dies before anything could be sent.
    await page.route('**/luu*', (route) => route.abort());
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await nameOf(page, 1).fill('Tiếp nhận, số hóa hồ sơ');
    await page.keyboard.press('Enter');
    await page.locator('.pssave[data-save="unsaved"]').waitFor();
    await page.unroute('**/luu*');
    await page.reload();
    await page.getByText('Đã khôi phục phần sửa chưa kịp lưu lần trước.').waitFor();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await expect.poll(() => nameOf(page, 1).inputValue()).toBe('Tiếp nhận, số hóa hồ sơ');
    await saved(page);
  });

  it('lets no second editor overwrite the first', async () => {
    const one = people[0] ?? (await person('vanphong.soan'));
    const other = await person('vanphong.duyet');
    await open(other);
    await one.page.getByRole('button', { name: 'Bảng bước' }).click();
    await nameOf(one.page, 2).fill('Thẩm định hồ sơ');
    await one.page.keyboard.press('Enter');
    await saved(one.page);
    await one.page.waitForTimeout(1500);
    await other.page.getByRole('button', { name: 'Bảng bước' }).click();
    await nameOf(other.page, 3).fill('Ký quyết định');
    await other.page.keyboard.press('Enter');
    await other.page.getByText('vừa sửa quy trình này ở nơi khác').waitFor();
    await other.page.getByRole('button', { name: 'Lấy bản của người đó' }).click();
    await expect.poll(() => nameOf(other.page, 2).inputValue()).toBe('Thẩm định hồ sơ');
  });

  it('goes from the agency to the office and into force', async () => {
    const { page } = people[0] ?? (await person('vanphong.soan'));
    await page.getByLabel('Nội dung góp ý').fill('Thời hạn thẩm định nên dài hơn.');
    await page.getByRole('button', { name: 'Gửi góp ý' }).click();
    await page.getByText('Thời hạn thẩm định nên dài hơn.').first().waitFor();
    await page.locator('[data-findings="done"]').waitFor();
    await picture(page, 'before-sending');
    const send = page.getByRole('button', { name: 'Gửi Văn phòng duyệt' });
    await expect.poll(() => send.isEnabled(), { timeout: 15_000 }).toBe(true);
    await send.click();
    await page.getByLabel('Số quyết định').fill('1999/QĐ-UBND');
    await page.getByLabel('Người ký').fill('Phạm Văn Thịnh');
    await page.getByRole('button', { name: 'Lập quyết định' }).click();
    await page.waitForURL(/\/cong-bo\/1999/);
    expect(await page.locator('main').innerText()).toContain(CODE);
  });
});
