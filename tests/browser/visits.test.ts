import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPage } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];

describe('a visit to the counter', () => {
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

  const picture = async (name: string, of: Visitor = clerk): Promise<void> => {
    await look(of, looks);
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await of.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };
  const alive = (page: Page): Promise<unknown> =>
    page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
  const saved = async (page: Page, act: () => Promise<void>): Promise<void> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await act();
    await answered;
  };
  /** What the law asks for, ticked, once the answers have said what that is. */
  const tickPapers = async (page: Page): Promise<void> => {
    await saved(page, () => page.getByRole('button', { name: /Lưu và tính lại/ }).click());
    await page.waitForTimeout(500);
    for (const row of await page.locator('table.check tbody tr').all()) {
      if (/không bắt buộc/.test(await row.innerText())) continue;
      const box = row.locator('input[type="checkbox"]').first();
      if ((await box.count()) > 0) await box.check();
    }
  };
  const pdf = async (address: string | null): Promise<void> => {
    const file = await clerk.context.request.get(new URL(address ?? '', clerk.page.url()).href);
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  };
  const choose = async (page: Page, search: string): Promise<void> => {
    await page.getByLabel('Thủ tục', { exact: true }).fill(search);
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click();
    await page.waitForURL(/tim=/);
    await page.locator('[data-row-link]').first().click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await alive(page);
  };

  it('brings two dossiers of one person, which are taken in at once and printed in one file', async () => {
    const { page } = clerk;
    await clerk.go('/mot-cua/tiep-nhan');
    await choose(page, 'chung thuc ban sao');
    await page.locator('#o-so-giay-to').fill('024091000888');
    await page.locator('#o-ho-ten').fill('Đỗ Thị Hạnh');
    await fillPage(page, { 'q[documentName]': 'Bằng tốt nghiệp', 'q[pages]': '3', 'q[copyCount]': '2' });
    await page.locator('[name="xuat-trinh-original"]').check();
    await page.getByRole('button', { name: /Thêm thủ tục cho người này/ }).click();
    await page.waitForURL(/luot=/);
    await page.getByText('Thêm thủ tục cho Đỗ Thị Hạnh.').waitFor();
    await picture('them-thu-tuc');
    await choose(page, 'dang ky khai tu');
    expect(await page.locator('#o-ho-ten').inputValue()).toBe('Đỗ Thị Hạnh');
    await picture('luot-hai-ho-so');

    // The second is not finished: nothing of the visit is taken in, and the place is named.
    await page.getByRole('button', { name: /Tiếp nhận cả 2 hồ sơ/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByRole('button', { name: /^1\. Chứng thực bản sao/ }).click();
    await page.locator('[aria-current="step"]', { hasText: /^1\./ }).waitFor();
    // Each application keeps what was typed for it, wherever one goes in between.
    expect(await page.locator('[name="q[documentName]"]').inputValue()).toBe('Bằng tốt nghiệp');
    expect(await page.locator('[name="xuat-trinh-original"]').isChecked()).toBe(true);
    await alive(page);
    await page.getByRole('button', { name: /Tiếp nhận cả 2 hồ sơ/ }).click();
    await page.getByRole('link', { name: /Hồ sơ 2 \(Đăng ký khai tử\) còn \d+ chỗ chưa xong/ }).waitFor();
    await picture('luot-con-thieu');

    await page.getByRole('button', { name: /^2\. Đăng ký khai tử/ }).click();
    await page.locator('[aria-current="step"]', { hasText: 'Đăng ký khai tử' }).waitFor();
    await alive(page);
    await page.locator('#truong-hop').selectOption({ index: 1 });
    await fillPage(page);
    await tickPapers(page);
    await page.getByRole('button', { name: /Tiếp nhận cả 2 hồ sơ/ }).click();
    await page.waitForURL(/\/mot-cua\/luot\/.*xong=accept/);
    await picture('luot-da-tiep-nhan');
    expect(await page.locator('main tbody tr').count()).toBe(2);
    await pdf(await page.locator('a[data-key="p"]').getAttribute('href'));
    await pdf(await page.getByRole('link', { name: 'In nhãn của cả lượt' }).getAttribute('href'));
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/mot-cua\/ho-so/);
    await page.getByRole('heading', { name: 'Nộp cùng lượt' }).waitFor();
  });

  it('goes on with the same person', async () => {
    const { page } = clerk;
    await clerk.go('/mot-cua/so-theo-doi?tim=Đỗ Thị Hạnh');
    await page.locator('main tbody a').first().click();
    await page.waitForURL(/mot-cua\/ho-so\/([0-9a-f-]+)/);
    const id = /ho-so\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? '';
    await clerk.go(`/mot-cua/tiep-nhan?nguoi=${id}`);
    await choose(page, 'dang ky ket hon');
    expect(await page.locator('#o-ho-ten').inputValue()).toBe('Đỗ Thị Hạnh');
    await page.getByRole('button', { name: 'Bỏ hồ sơ này' }).click();
    await page.waitForURL(/tiep-nhan$/);
  });

  it('brings linked procedures: one receipt, a dossier for each agency, and the paper that one makes for the other', async () => {
    const { page } = clerk;
    await clerk.go('/mot-cua/tiep-nhan?tim=khai sinh bao hiem');
    await page.getByRole('heading', { name: 'Nhóm thủ tục liên thông' }).waitFor();
    await picture('chon-nhom');
    await page.getByRole('button', { name: /^Chọn: Đăng ký khai sinh, cấp thẻ/ }).click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await alive(page);
    await page.locator('#o-so-giay-to').fill('024091000889');
    await page.locator('#o-ho-ten').fill('Giáp Thị Mận');
    await page.locator('#truong-hop').selectOption('usual');
    await fillPage(page);
    await tickPapers(page);
    await picture('nhom-khai-sinh');
    await page.getByRole('button', { name: /^2\. / }).click();
    await page.locator('[aria-current="step"]', { hasText: /^2\./ }).waitFor();
    await alive(page);
    expect(await page.locator('#o-ho-ten').inputValue()).toBe('Giáp Thị Mận');
    // What was answered for the birth is not asked again.
    expect(await page.locator('[name="q[childName]"]').inputValue()).toBe('Nguyễn Hoàng Bảo Anh');
    await fillPage(page);
    await tickPapers(page);
    await page.getByText(/Người nộp không phải nộp “Giấy khai sinh của trẻ em”/).waitFor();
    await picture('nhom-bao-hiem');
    await page.getByRole('button', { name: /Tiếp nhận cả 2 hồ sơ/ }).click();
    await page.waitForURL(/\/mot-cua\/luot\/.*xong=accept/);
    await picture('nhom-da-tiep-nhan');
    await page.getByText(/Chờ “Giấy khai sinh của trẻ em”/).waitFor();
    await page.getByText('Cả nhóm hẹn trả xong').waitFor();
    await pdf(await page.locator('a[data-key="p"]').getAttribute('href'));
  });

  it('are written at the office’s desk: a group is published without a file, taken in by, and changed', async () => {
    if (!browser || !server) throw new Error('not started');
    const author = await visit(browser, server.origin);
    await signInStaff(author, 'vanphong.soan');
    const { page } = author;
    await author.go('/cong-bo');
    await page.getByRole('link', { name: 'Nhóm liên thông' }).click();
    await page.waitForURL(/lien-thong$/);
    await page.getByRole('link', { name: /Đăng ký khai sinh, cấp thẻ bảo hiểm/ }).waitFor();
    await look(author, looks);
    await page.getByLabel('Mã nhóm').fill('LT-KETHON-CHUNGTHUC');
    await page.getByLabel('Các thủ tục trong nhóm').fill('1.000894\n9.999999');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByText('Thủ tục 9.999999 hiện không áp dụng.').waitFor();
    await page.getByText('Nhóm chưa có tên.').waitFor();
    await look(author, looks);
    await page.getByLabel('Các thủ tục trong nhóm').fill('1.000894\n2.000815');
    // The answer comes a moment later: what is typed meanwhile stays.
    await page.route('**/cong-bo/lien-thong*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
    await page.getByRole('button', { name: 'Đọc các thủ tục' }).last().click();
    await page.getByLabel('Tên nhóm').fill('Đăng ký kết hôn, chứng thực bản sao');
    await page.locator('legend', { hasText: '2.000815' }).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    expect(await page.getByLabel('Tên nhóm').inputValue()).toBe('Đăng ký kết hôn, chứng thực bản sao');
    await page
      .getByLabel(/Thời hạn theo quy định trong nhóm/)
      .last()
      .fill('2');
    await page.getByLabel('Số, ký hiệu quyết định').fill('77/QĐ-UBND');
    await page.getByLabel('Người ký').fill('Lê Ánh Dương');
    await page.getByLabel('Ngày ký').fill('14/07/2021');
    await page.getByLabel('Có hiệu lực từ ngày').fill('15/07/2021');
    await picture('soan-nhom', author);
    await look(author, looks);
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.waitForURL(/xem-truoc/);
    await page.getByText('LT-KETHON-CHUNGTHUC').waitFor();
    await picture('xem-truoc-nhom', author);
    await page.getByRole('button', { name: /Trình phê duyệt/ }).click();
    await page.waitForURL(/xong=propose/);
    const approver = await visit(browser, server.origin);
    await signInStaff(approver, 'vanphong.duyet');
    await approver.go('/cong-bo/77_Q%C4%90-UBND');
    await approver.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await approver.page.waitForURL(/xong=approve/);
    await approver.page.getByRole('button', { name: /^Áp dụng/ }).click();
    await approver.page.waitForURL(/xong=apply/);
    await clerk.go('/mot-cua/tiep-nhan?tim=ket hon chung thuc');
    await clerk.page.getByRole('button', { name: /^Chọn: Đăng ký kết hôn, chứng thực bản sao/ }).waitFor();
    // What is published stands in the boxes again.
    await author.go('/cong-bo/lien-thong?nhom=LT-KHAISINH-BHYT');
    await page.getByText('Kết thúc nhóm này').waitFor();
    expect(await page.locator('[name="giay-9.000004.H02-birth-certificate"]').inputValue()).toBe(
      '1.001193|birth-certificate',
    );
    expect(await page.locator('[name="hoi-9.000004.H02"]:checked').count()).toBe(4);
    await picture('sua-nhom', author);
    await page.setViewportSize({ width: 360, height: 800 });
    await picture('sua-nhom-360', author);
  });

  it('photographs a paper with the camera of a tablet or phone, which a desk is not offered', async () => {
    if (!browser || !server) throw new Error('not started');
    const phone = await visit(browser, server.origin, 360);
    const { page } = phone;
    await signInStaff(phone, 'thoxuong.motcua');
    await phone.go('/mot-cua/tiep-nhan');
    await choose(page, 'dang ky khai tu');
    const camera = page.locator('input[capture="environment"]').first();
    await page.locator('.pick.camera label').first().waitFor();
    await camera.setInputFiles({
      name: 'anh-chup.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from(
        '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
        'base64',
      ),
    });
    await saved(page, () => page.getByRole('button', { name: /Lưu và tính lại/ }).click());
    await page.locator('a.read', { hasText: 'anh-chup.jpg' }).waitFor();
    await look(phone, looks);
    const desk = await visit(browser, server.origin);
    await signInStaff(desk, 'thoxuong.motcua');
    await desk.go(new URL(page.url()).pathname);
    await desk.page.locator('#phan-4').waitFor();
    expect(await desk.page.locator('.pick.camera').first().isVisible()).toBe(false);
    expect([...phone.trouble, ...desk.trouble]).toEqual([]);
  });

  it('holds together, also on a phone', async () => {
    if (!browser || !server) throw new Error('not started');
    const phone = await visit(browser, server.origin, 360);
    await signInStaff(phone, 'thoxuong.motcua');
    await phone.go('/mot-cua/so-theo-doi?tim=Giáp Thị Mận');
    const href = (await phone.page.locator('main tbody a').first().getAttribute('href')) ?? '';
    await phone.go(href.replace('/ho-so/', '/luot/'));
    await look(phone, looks);
    if (PICTURES !== undefined) await phone.page.screenshot({ path: join(PICTURES, 'luot-360.png'), fullPage: true });
    await phone.go(href);
    await look(phone, looks);
    expect(looks).toEqual([]);
    expect([...clerk.trouble, ...phone.trouble]).toEqual([]);
  });
});
