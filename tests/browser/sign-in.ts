import type { Visitor } from './visitor.ts';

/** Staff, with the demo's password. */
export const signInStaff = async ({ page, go }: Visitor, login: string): Promise<void> => {
  await go('/dang-nhap/can-bo');
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill('motcua-demo');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
};

/** A citizen, with the one-time code that the demo shows. */
export const signInCitizen = async ({ page, go }: Visitor, phone: string, back = '/toi'): Promise<void> => {
  await go(`/dang-nhap?ve=${encodeURIComponent(back)}`);
  await page.getByLabel('Số điện thoại hoặc số định danh cá nhân').fill(phone);
  await page.getByRole('button', { name: 'Gửi mã' }).click();
  const shown = await page.getByText(/Mã của Ông\/Bà là \d{6}/).textContent();
  const code = /là (\d{6})/.exec(shown ?? '')?.[1] ?? '';
  await page.getByLabel('Mã dùng một lần').fill(code);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/dang-nhap'));
};

/** Puts the demo's clock: `day` as ngày/tháng/năm, `time` as giờ:phút. */
export const setClock = async ({ page, go }: Visitor, day: string, time: string): Promise<void> => {
  await go('/demo/dong-ho');
  await page.getByLabel('Ngày', { exact: true }).fill(day);
  await page.getByLabel('Giờ', { exact: true }).fill(time);
  await page.getByRole('button', { name: 'Đặt đồng hồ' }).click();
  await page.locator('main p', { hasText: 'Bây giờ là' }).filter({ hasText: day }).waitFor();
};
