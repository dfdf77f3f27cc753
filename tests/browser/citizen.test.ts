import type { Browser } from 'playwright-core';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyToken } from '#app/server/papers/verify-token.ts';
import { tinyPdf } from '#seeds/index.ts';
import { citizenStage, type CitizenStage } from './citizen-setup.ts';
import { fillApplication, fillPage } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInCitizen } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const AN = '0900000001';
const BINH = '0900000002';
const HOSTILE = '<script>alert(1)</script> \u202eAnh 🎉';

const file = (name: string, buffer: Buffer, mimeType = 'application/pdf') => ({ name, mimeType, buffer });
const pdf = (title: string) => file(`${title}.pdf`, Buffer.from(tinyPdf(title)));

/** What citizens do and what may go wrong for them, each on the pages themselves. */
describe('a citizen', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let stage: CitizenStage | undefined;
  const looks: string[] = [];

  const made = (): CitizenStage => {
    if (!stage) throw new Error('not started');
    return stage;
  };
  const visitor = async (width: 1280 | 360): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    return visit(browser, server.origin, width);
  };
  let an: Visitor;
  let binh: Visitor;
  const main = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();

  const begin = async ({ page, go }: Visitor): Promise<string> => {
    await go('/nop/1.001193');
    await page.getByLabel('Đăng ký khai sinh thông thường').check();
    await page.locator('[name="noi-nop"]').selectOption({ label: 'Ủy ban nhân dân phường Thọ Xương' });
    await page.getByRole('button', { name: 'Tạo hồ sơ' }).click();
    await page.waitForURL(/\/nop\/1\.001193\/.+/);
    return new URL(page.url()).pathname;
  };
  const save = async ({ page }: Visitor): Promise<number> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    return (await answered).status();
  };

  beforeAll(async () => {
    stage = await citizenStage();
    server = await startServer({ data: stage.data });
    browser = await launch();
    an = await visitor(1280);
    await signInCitizen(an, AN);
    binh = await visitor(360);
    await signInCitizen(binh, BINH);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (stage) rmSync(stage.data, { recursive: true, force: true });
  });

  it('files an application on a phone whose scripts do not load', async () => {
    const phone = await visitor(360);
    await phone.page.route('**/*.js', (route) => route.abort());
    await signInCitizen(phone, BINH);
    const { page, go } = phone;
    const draft = await begin(phone);
    await fillApplication(page, draft, {}, () => look(phone, looks));
    await go(`${draft}/giay-to`);
    expect(await main(phone)).toContain('Ông/Bà đã điền tờ khai trên mạng, không phải tải lên.');
    await page.locator('#tep-birth-certificate-notice').setInputFiles(pdf('giay-chung-sinh'));
    await page.getByRole('button', { name: 'Tải lên các tệp đã chọn' }).click();
    await page.locator('#birth-certificate-notice').getByText('Đã tải lên').waitFor();
    await look(phone, looks);
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/nhan-ket-qua/);
    await page.getByLabel('Nhận bản điện tử').check();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/kiem-tra/);
    await look(phone, looks);
    await page.getByLabel(/Tôi cam đoan/).check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.waitForURL(/da-nop/);
    await look(phone, looks);
    const code = decodeURIComponent(/ho-so\/([^/]+)/.exec(page.url())?.[1] ?? '');
    await go(`/ho-so/${code}`);
    await look(phone, looks);
    expect(await main(phone)).toContain('Mới nộp, chờ tiếp nhận');
  });

  it('is led from an error’s sentence to its question, and what was typed stays as it was', async () => {
    const draft = await begin(an);
    await an.go(`${draft}/trang/child`);
    const { page } = an;
    const name = page.locator('[name="q[childName]"]');
    await name.fill(HOSTILE);
    await page.locator('[name="q[childBirthDate][d]"]').fill('31');
    await page.locator('[name="q[childBirthDate][m]"]').fill('02');
    await page.locator('[name="q[childBirthDate][y]"]').fill('2021');
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    const line = page.getByRole('alert').getByRole('link', { name: /Ngày.*sinh.*31\/02/ });
    await line.waitFor();
    await look(an, looks);
    const target = (await line.getAttribute('href')) ?? '#none';
    await line.click();
    expect(await page.locator(target).count()).toBe(1);
    expect(await name.inputValue()).toContain('<script>alert(1)</script>');
    expect(await page.title()).toMatch(/^Lỗi/);
  });

  it('is told which files cannot be taken, and why', async () => {
    const draft = await begin(an);
    await an.go(`${draft}/giay-to`);
    const { page } = an;
    const box = page.locator('#birth-certificate-notice');
    const send = async (given: ReturnType<typeof file>): Promise<string> => {
      await page.locator('#tep-birth-certificate-notice').setInputFiles(given);
      await box.getByText(given.name).first().waitFor();
      await page.getByRole('alert').getByText(given.name).waitFor();
      return box.innerText();
    };
    expect(await send(file('anh.pdf', Buffer.from('MZ\u0090\0\u0003 this program cannot be run')))).toContain(
      'anh.pdf',
    );
    expect(
      await send(file('hinh.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml')),
    ).toContain('hinh.svg');
    const large = Buffer.concat([Buffer.from(tinyPdf('lon')), Buffer.alloc(20_000_000, 32)]);
    expect(await send(file('lon.pdf', large))).toMatch(/lon\.pdf.*10 MB/s);
    await look(an, looks);
    expect(await box.getByText('Đã tải lên').count()).toBe(0);
  });

  it('loses nothing with the same page in two windows: the second is told, and decides', async () => {
    const draft = await begin(an);
    await an.go(`${draft}/trang/child`);
    const second = await an.context.newPage();
    await second.goto(`${draft}/trang/child`);
    await an.page.locator('[name="q[childName]"]').fill('Nguyễn Thị Một');
    await fillPage(an.page);
    expect(await save(an)).toBeLessThan(400);
    await second.locator('[name="q[childName]"]').fill('Nguyễn Thị Hai');
    await fillPage(second);
    await second.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await second.getByText(/vừa được sửa ở một cửa sổ khác/).waitFor();
    expect(await second.locator('[name="q[childName]"]').inputValue()).toBe('Nguyễn Thị Hai');
    await an.go(`${draft}/trang/child`);
    expect(await an.page.locator('[name="q[childName]"]').inputValue()).toBe('Nguyễn Thị Một');
    await second.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await second.waitForURL((url) => !url.pathname.endsWith('/child'));
    await an.go(`${draft}/trang/child`);
    expect(await an.page.locator('[name="q[childName]"]').inputValue()).toBe('Nguyễn Thị Hai');
    await second.close();
  });

  it('keeps what was typed when the session ended meanwhile', async () => {
    const person = await visitor(360);
    await signInCitizen(person, BINH);
    const draft = await begin(person);
    const { page, context } = person;
    await person.go(`${draft}/trang/child`);
    await fillPage(page, { 'q[childName]': 'Trần Minh Khôi' });
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.getByRole('heading', { name: 'Phiên đăng nhập đã kết thúc' }).waitFor();
    await look(person, looks);
    // Signed in again in another window.
    await context.addCookies(cookies);
    await page.getByRole('button', { name: 'Lưu những gì đã nhập' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/child'));
    await person.go(`${draft}/trang/child`);
    expect(await page.locator('[name="q[childName]"]').inputValue()).toBe('Trần Minh Khôi');
    await context.close();
  });

  it('files once, however often the button is pressed', async () => {
    const draft = await begin(binh);
    const { page, go } = binh;
    await fillApplication(page, draft);
    await go(`${draft}/giay-to`);
    await page.locator('#tep-birth-certificate-notice').setInputFiles(pdf('giay-chung-sinh'));
    await page.locator('#birth-certificate-notice').getByText('Đã tải lên').waitFor();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/nhan-ket-qua/);
    await page.getByLabel('Nhận bản điện tử').check();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/kiem-tra/);
    const mine = async (): Promise<number> => {
      const other = await binh.context.newPage();
      await other.goto('/toi');
      const count = await other.locator('main a[href^="/ho-so/"]').count();
      await other.close();
      return count;
    };
    const before = await mine();
    const second = await binh.context.newPage();
    await second.goto(page.url());
    await second.getByLabel(/Tôi cam đoan/).check();
    await page.getByLabel(/Tôi cam đoan/).check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).dblclick();
    await page.waitForURL(/da-nop/);
    await second.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await second.waitForURL(/da-nop/);
    expect(second.url()).toBe(page.url());
    expect((await mine()) - before).toBe(1);
    await second.close();
  });

  it('supplies what the office asked for', async () => {
    const { page, go } = an;
    const code = made().toSupply;
    await go(`/ho-so/${code}`);
    await look(an, looks);
    expect(await main(an)).toContain('Ảnh chụp mờ, không đọc được ngày sinh');
    await page.locator(`main a[href="/ho-so/${code}/bo-sung"]`).click();
    await page.waitForURL(/bo-sung/);
    await look(an, looks);
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Giấy chứng sinh/ })
      .waitFor();
    await look(an, looks);
    await page.locator('#tep-birth-certificate-notice').setInputFiles(pdf('giay-chung-sinh-ro'));
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click();
    await page.waitForURL((url) => url.pathname === `/ho-so/${code}`);
    await look(an, looks);
    const after = await main(an);
    expect(after).toContain('Đang giải quyết');
    expect(after).not.toContain('Ảnh chụp mờ, không đọc được ngày sinh');
    await go(`/ho-so/${code}/bo-sung`);
    expect(await main(an)).toContain('hiện không có yêu cầu bổ sung');
  });

  it('withdraws a dossier, with a reason', async () => {
    const { page, go } = an;
    const code = made().toWithdraw;
    await go(`/ho-so/${code}`);
    await page.getByRole('link', { name: 'Rút hồ sơ' }).click();
    await page.waitForURL(/\/rut$/);
    await look(an, looks);
    await page.getByLabel('Lý do').fill('Tôi nộp nhầm thủ tục');
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
    await page.waitForURL((url) => url.pathname === `/ho-so/${code}`);
    await page.locator('main').getByText('Đã rút').first().waitFor();
    expect(await page.getByRole('link', { name: 'Rút hồ sơ' }).count()).toBe(0);
    await go(`/ho-so/${code}/rut`);
    expect(await main(an)).toContain('hiện không rút được');
  });

  it('follows a settled dossier without the steps it never took, and takes the result home', async () => {
    const { code } = made().settled;
    await an.go(`/ho-so/${code}`);
    await look(an, looks);
    expect(await main(an)).not.toContain('văn bản từ chối');
    const link = an.page.getByRole('link', { name: /Tải về/ }).first();
    const result = await an.context.request.get((await link.getAttribute('href')) ?? '');
    expect(result.headers()['content-type']).toContain('application/pdf');
    // Somebody else gets neither the page's content nor the file.
    await binh.go(`/ho-so/${code}`);
    expect(await main(binh)).not.toContain('Nguyễn Văn An');
    const stranger = await binh.context.request.get((await link.getAttribute('href')) ?? '', { maxRedirects: 0 });
    expect(stranger.status()).toBeGreaterThanOrEqual(300);
  });

  it('has a paper checked by the code on it', async () => {
    const anybody = await visitor(360);
    const { settled } = made();
    await anybody.go(`/xac-minh/${encodeURIComponent(verifyToken(settled))}`);
    await look(anybody, looks);
    expect(await main(anybody)).toContain('Giấy tờ này do hệ thống Một Cửa tỉnh Bắc Giang lập');
    expect(await main(anybody)).not.toContain('Nguyễn Văn An');
    await anybody.go(`/xac-minh/${encodeURIComponent(verifyToken({ ...settled, id: 'another' }))}`);
    await look(anybody, looks);
    expect(await main(anybody)).toContain('Không xác minh được giấy tờ này');
    await anybody.context.close();
  });

  it('reads everything in English', async () => {
    const reader = await visitor(360);
    const { page, go } = reader;
    await signInCitizen(reader, BINH);
    await go('/');
    await page.locator('footer').getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'What do you need to do?' }).waitFor();
    const marks = /[ăâđêôơưạảãáàấầẩẫậắằẳẵặẹẻẽéèếềểễệịỉĩíìọỏõóòốồổỗộớờởỡợụủũúùứừửữựỳýỷỹỵ]/i;
    for (const path of [
      '/',
      '/thu-tuc',
      '/thu-tuc/1.001193',
      '/ho-so',
      '/toi',
      '/huong-dan',
      '/nop/1.001193',
      '/khong-co',
    ]) {
      await go(path);
      await look(reader, looks);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const frame = await page.locator('header, footer, nav, main :is(h1, button, label, legend)').allInnerTexts();
      const own = frame.join('\n').replaceAll(/Bắc Giang|Trần Thị Bình|Tiếng Việt/g, '');
      expect(
        marks
          .exec(own)
          ?.input?.split('\n')
          .filter((line) => marks.test(line)) ?? [],
        path,
      ).toEqual([]);
    }
    await reader.context.close();
  });

  it('is told that a procedure was repealed while the application was being filled in', async () => {
    const { draft, repealedOn } = made();
    await an.go(draft);
    expect(await main(an)).not.toContain('đã bãi bỏ');
    await setClock(an, repealedOn.split('-').reverse().join('/'), '08:00');
    await an.go(`${draft}/giay-to`);
    await an.page.waitForURL((url) => url.pathname === draft);
    await look(an, looks);
    expect(await main(an)).toContain('Thủ tục này đã bãi bỏ, không nhận hồ sơ mới');
  });

  it('meets pages that fit the window and that everybody can use', () => {
    expect(looks).toEqual([]);
    // Refused answers are told by status 422 or 401 and pages that are not there by 404; nothing else may complain.
    const trouble = [an, binh].flatMap((each) => each.trouble);
    expect(trouble.filter(({ what }) => !/status of (401|404|409|422)/.test(what))).toEqual([]);
  });
});
