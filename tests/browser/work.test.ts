import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

describe('the work of a whole unit', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people = new Map<string, Visitor>();

  const staff = async (login: string, width: 1280 | 360 = 1280): Promise<Visitor> => {
    const key = `${login} ${String(width)}`;
    const before = people.get(key);
    if (before) return before;
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    await signInStaff(visitor, login);
    people.set(key, visitor);
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

  it('a leader hands ticked tasks to somebody, and is told which could not be', async () => {
    const leader = await staff('thoxuong.chutich');
    await leader.go('/cong-viec?don-vi=1');
    const ticks = leader.page.locator('input[name="chon"]');
    await ticks.nth(0).check();
    await ticks.nth(1).check();
    await leader.page.getByLabel('Giao cho').selectOption({ label: 'Trần Văn Hải' });
    await leader.page.getByRole('button', { name: 'Giao các việc đã chọn' }).click();
    await leader.page
      .getByText(/Đã giao \d+ việc|chưa thực hiện được/)
      .first()
      .waitFor();
    await look(leader, looks);
  });

  it('a filter is kept under a name, used and removed', async () => {
    const leader = await staff('thoxuong.chutich');
    await leader.go('/cong-viec?don-vi=1&xem=late');
    await leader.page.getByLabel('Đặt tên để lưu bộ lọc này').fill('Quá hạn của xã');
    await leader.page.getByRole('button', { name: 'Lưu bộ lọc' }).click();
    await leader.page.getByRole('link', { name: 'Quá hạn của xã' }).waitFor();
    await leader.go('/cong-viec');
    await leader.page.getByRole('link', { name: 'Quá hạn của xã' }).click();
    await leader.page.waitForURL(/xem=late/);
    await look(leader, looks);
    await leader.page.getByRole('button', { name: 'Xóa bộ lọc Quá hạn của xã' }).click();
    await leader.page.getByRole('link', { name: 'Quá hạn của xã' }).waitFor({ state: 'detached' });
  });

  it('somebody away is stood in for until the last day, and by nobody before', async () => {
    const leader = await staff('thoxuong.chutich');
    await leader.go('/cong-viec/vang-mat');
    await leader.page.getByLabel('Người vắng mặt').selectOption({ label: 'Đỗ Hữu Long' });
    await leader.page.getByLabel('Người làm thay').selectOption({ label: 'Trần Văn Hải' });
    await leader.page.getByLabel('Từ ngày').fill('15/07/2021');
    await leader.page.getByLabel('Đến hết ngày').fill('32/07/2021');
    await leader.page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await leader.page.getByText('Ngày vắng mặt chưa đúng').first().waitFor();
    await leader.page.getByLabel('Đến hết ngày').fill('16/07/2021');
    await leader.page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await leader.page.waitForURL(/xong=added/);
    await look(leader, looks);

    const substitute = await staff('thoxuong.hotich');
    await substitute.go('/cong-viec');
    await substitute.page.getByText('Ông/Bà đang làm thay: Đỗ Hữu Long.').waitFor();
    await substitute.go('/cong-viec/ky-nhieu');
    await substitute.page.getByRole('heading', { name: 'Ký nhiều kết quả' }).waitFor();
    await look(substitute, looks);
  });

  it('an incident is one record of the unit, and stands on the dossiers of its time', async () => {
    const leader = await staff('thoxuong.chutich');
    await leader.go('/cong-viec/su-co');
    await leader.page.getByLabel('Bắt đầu ngày').fill('14/07/2021');
    await leader.page.locator('[name="gio-tu"]').fill('13:30');
    await leader.page.getByLabel('Kết thúc ngày').fill('14/07/2021');
    await leader.page.locator('[name="gio-den"]').fill('27:00');
    await leader.page.getByLabel('Căn cứ, diễn biến').fill('Thông báo cắt điện 45/TB-ĐL');
    await leader.page.getByRole('button', { name: 'Ghi sự cố' }).click();
    await leader.page.getByText('Thời gian chưa đúng').first().waitFor();
    await leader.page.locator('[name="gio-den"]').fill('17:00');
    await leader.page.getByRole('button', { name: 'Ghi sự cố' }).click();
    await leader.page.getByText('Đã ghi sự cố.').waitFor();
    await look(leader, looks);
    await leader.go('/cong-viec?don-vi=1&tim=210712-0002');
    await leader.page.locator('main a', { hasText: '210712-0002' }).first().click();
    await leader.page.locator('#su-co').getByText('3,5 giờ làm việc của hồ sơ này').waitFor();
    await look(leader, looks);
  });

  it('a day off announced later counts anew what runs over it, and keeps what was promised', async () => {
    const admin = await staff('quantri');
    await admin.go('/quan-tri/lich');
    const form = admin.page.locator('#cong-bo');
    await form.getByLabel('Ngày (ngày/tháng/năm)').fill('18/07/2021');
    await form.getByLabel('Tên ngày, lý do').fill('Nghỉ bù');
    await form.getByLabel('Số văn bản').fill('100/TB-VPCP');
    await form.getByRole('button', { name: 'Công bố và tính lại' }).click();
    await admin.page.getByText('ngày này không thay đổi gì').first().waitFor();
    await form.getByLabel('Ngày (ngày/tháng/năm)').fill('16/07/2021');
    await form.getByRole('button', { name: 'Công bố và tính lại' }).click();
    const told = admin.page.locator('#da-cong-bo');
    await told.getByText('Thêm ngày nghỉ: 16/07/2021, Nghỉ bù (100/TB-VPCP)').waitFor();
    await told.getByText('210712-0002').waitFor();
    await look(admin, looks);
  });

  it('an administrator names a reserve, who signs in with the password told once and works while the clerk is away', async () => {
    const admin = await staff('quantri');
    await admin.go('/quan-tri/don-vi/H02.07201');
    const unit = admin.page;
    await unit.getByLabel('Tên đăng nhập').fill('Thọ Xương');
    await unit.getByRole('button', { name: 'Giao vai trò' }).click();
    await unit.getByText('Tên đăng nhập gồm 3 đến 60').first().waitFor();
    await look(admin, looks);
    await unit.getByLabel('Tên đăng nhập').fill('thoxuong.duphong');
    await unit.getByLabel('Họ và tên (khi').fill('Ngô Thị Dự');
    await unit.getByLabel('Chức danh (khi').fill('Công chức tư pháp');
    await unit.getByLabel('Điện thoại cơ quan').fill('0204 3555 123');
    await unit.getByLabel(/Người dự phòng/).check();
    await unit.getByRole('button', { name: 'Giao vai trò' }).click();
    await unit.getByText('Đã lập tài khoản thoxuong.duphong').waitFor();
    const password = await unit.locator('code').first().innerText();
    await unit.getByText(/lập tài khoản cho Ngô Thị Dự/).waitFor();
    await look(admin, looks);
    await picture(admin, 'unit-roles');

    // Public, with who is in reserve (NĐ 61/2018 Điều 9).
    if (!browser || !server) throw new Error('not started');
    const anybody = await visit(browser, server.origin, 360);
    await anybody.go('/bo-phan-mot-cua?tim=tho xuong');
    await look(anybody, looks);
    await anybody.page.getByRole('link', { name: /Thọ Xương/ }).click();
    await anybody.page.getByText('Công chức tư pháp (dự phòng)').waitFor();
    await look(anybody, looks);
    await picture(anybody, 'one-stop-360');

    const reserve = await visit(browser, server.origin, 1280);
    const signIn = async (secret: string): Promise<void> => {
      await reserve.go('/dang-nhap/can-bo');
      await reserve.page.getByLabel('Tên đăng nhập').fill('thoxuong.duphong');
      await reserve.page.getByLabel('Mật khẩu').fill(secret);
      await reserve.page.getByRole('button', { name: 'Đăng nhập' }).click();
    };
    await signIn(password);
    await reserve.page.getByText('hiện không giữ vai trò nào').first().waitFor();
    const leader = await staff('thoxuong.chutich');
    await leader.go('/cong-viec/vang-mat');
    await leader.page.getByLabel('Người vắng mặt').selectOption({ label: 'Nguyễn Ngọc Mai' });
    await leader.page.getByLabel('Người làm thay').selectOption({ label: 'Ngô Thị Dự (dự phòng)' });
    await leader.page.getByLabel('Từ ngày').fill('15/07/2021');
    await leader.page.getByLabel('Đến hết ngày').fill('15/07/2021');
    await leader.page.getByRole('button', { name: 'Ghi vắng mặt' }).click();
    await leader.page.waitForURL(/xong=added/);
    await signIn(password);
    await reserve.page.waitForURL(/mot-cua/);
    await reserve.go('/doi-mat-khau');
    await reserve.page.getByLabel('Mật khẩu đang dùng').fill(password);
    await reserve.page.getByLabel('Mật khẩu mới', { exact: true }).fill('ngắn');
    await reserve.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await reserve.page.getByText('Mật khẩu mới còn ngắn').first().waitFor();
    await look(reserve, looks);
    await reserve.page.getByLabel('Mật khẩu đang dùng').fill(password);
    await reserve.page.getByLabel('Mật khẩu mới', { exact: true }).fill('một câu dài dễ nhớ');
    await reserve.page.getByLabel('Nhắc lại mật khẩu mới').fill('một câu dài dễ nhớ');
    await reserve.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await reserve.page.getByText('Đã đổi mật khẩu.').waitFor();
    await picture(reserve, 'password');
    await reserve.go('/mot-cua');
    await reserve.page.getByRole('heading', { level: 1 }).first().waitFor();
  });

  it('who has a task that is nearly due is reminded of it, and gets there with one click', async () => {
    const head = await staff('thoxuong.phochutich');
    // Three and a half working hours before the end of the day on which several steps end.
    await setClock(head, '15/07/2021', '13:30');
    await expect
      .poll(async () => {
        await head.go('/cong-viec');
        return head.page.getByRole('link', { name: /việc sắp đến hạn, đã được nhắc/ }).count();
      })
      .toBe(1);
    await head.page.getByRole('link', { name: /việc sắp đến hạn, đã được nhắc/ }).click();
    await head.page.getByRole('heading', { name: 'Nhắc việc' }).waitFor();
    await look(head, looks);
    await picture(head, 'reminders');
    await head.page.locator('tbody a').first().click();
    await head.page.waitForURL(/cong-viec\/[0-9a-f-]{36}/);
  });

  it('holds together on a narrow screen, without findings', async () => {
    const phone = await staff('quantri', 360);
    await phone.go('/quan-tri/don-vi/H02.07201');
    await look(phone, looks);
    await picture(phone, 'unit-roles-360');
    const narrow = await staff('thoxuong.chutich', 360);
    await narrow.go('/cong-viec?don-vi=1');
    await look(narrow, looks);
    await narrow.go('/cong-viec/vang-mat');
    await look(narrow, looks);
    await narrow.go('/cong-viec/nhac-viec');
    await look(narrow, looks);
    await picture(narrow, 'reminders-360');
    await narrow.go('/cong-viec/su-co');
    await look(narrow, looks);
    expect(looks).toEqual([]);
  });
});
