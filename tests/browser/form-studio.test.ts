import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Cookie, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { tinyPdf } from '#seeds/index.ts';
import { fillApplication } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInCitizen, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env['MOTCUA_PICTURES'];
const CODE = '9.000777';
const SHEET = [
  'TT\tNội dung công việc\tNgười thực hiện\tThời gian (giờ)',
  '1\tTiếp nhận\tBộ phận Một cửa\t2',
  '2\tThẩm định\tCông chức chuyên môn\t8',
  '3\tPhê duyệt\tLãnh đạo\t4',
  '4\tVào sổ, đóng dấu\tVăn thư\t2',
  '5\tTrả kết quả\tBộ phận Một cửa\tKhông tính',
].join('\n');

/** Chosen as soon as the page's scripts answer: its HTML stands there before. */
const choose = async (page: Page, question: string): Promise<void> => {
  const button = page.locator('.tree button', { hasText: question });
  await expect
    .poll(async () => {
      await button.click();
      return button.getAttribute('aria-current');
    })
    .toBe('true');
};

const middle = async (of: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  await of.scrollIntoViewIfNeeded();
  const box = await of.boundingBox();
  if (!box) throw new Error('not on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const drag = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  const start = await middle(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x, start.y + 12);
  const end = await middle(to);
  await page.mouse.move(end.x, end.y, { steps: 4 });
  await page.mouse.up();
};

const fingerDrag = async (page: Page, from: Locator, to: Locator): Promise<void> => {
  const [end, start] = [await middle(to), await middle(from)];
  const touch = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { readonly x: number; readonly y: number }) =>
    touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await send('touchStart', start);
  await send('touchMove', { x: start.x, y: start.y + 12 });
  await send('touchMove', end);
  await send('touchEnd');
};

describe('the form studio', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people: Visitor[] = [];
  const signedIn = new Map<string, Cookie[]>();

  const author = async (width: 1280 | 360 = 1280, login = 'vanphong.soan'): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    const known = signedIn.get(login);
    // Once for each login: more would be too many for a minute.
    if (known) await visitor.context.addCookies(known);
    else {
      await signInStaff(visitor, login);
      signedIn.set(login, await visitor.context.cookies());
    }
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `studio-${name}.png`), fullPage: true });
  };
  const saved = (page: Page) => page.locator('.savedat', { hasText: 'Đã lưu lúc' }).waitFor();
  const settled = async (page: Page): Promise<void> => {
    await page.waitForTimeout(300);
    await saved(page);
  };
  const addQuestion = async (page: Page, pageTitle: string, label: string, type: string): Promise<void> => {
    await page.getByRole('button', { name: `Thêm câu hỏi: ${pageTitle}` }).click();
    await page.getByLabel('Nội dung câu hỏi').fill(label);
    await page.locator('.addpanel').getByLabel('Kiểu trả lời').selectOption(type);
    await page.locator('.addpanel').getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.locator('.tree button.on', { hasText: label }).waitFor();
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  // Pages that nobody looks at any more would take what the next one needs.
  afterEach(() => Promise.all(people.map(({ context }) => context.close())));
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('makes a procedure from nothing, with a question that depends on another', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go('/thiet-ke');
    await look(visitor, looks);
    const box = page.locator('section.card', { hasText: 'Thủ tục mới từ đầu' });
    await box.getByLabel('Mã thủ tục').fill(CODE);
    await box.getByLabel('Tên thủ tục').fill('Đăng ký sự kiện thử');
    await box.getByRole('button', { name: 'Tạo dự thảo' }).click();
    await page.waitForURL(/bieu-mau$/);
    await addQuestion(page, 'Trang 1', 'Trẻ sinh tại nhà', 'yes-no');
    await page.getByLabel('Bắt buộc', { exact: true }).check();
    await addQuestion(page, 'Trang 1', 'Người làm chứng', 'text');
    await settled(page);
    await page.getByRole('button', { name: 'Thêm điều kiện' }).click();
    await page.getByLabel('Nhìn vào').selectOption({ label: 'Trẻ sinh tại nhà' });
    await page.getByText('Hợp kiểu').waitFor();
    await settled(page);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Trẻ sinh tại nhà').first().waitFor();
    expect(await frame.getByText('Người làm chứng').count()).toBe(0);
    await frame.getByText('Có', { exact: true }).first().click();
    await frame.getByText('Người làm chứng').first().waitFor();
    await picture(page, 'form');
    await look(visitor, looks);
  });

  it('checks FEEL while it is typed and completes names', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    await choose(page, 'Người làm chứng');
    await page.getByRole('button', { name: 'Xem dạng FEEL' }).click();
    const text = page.getByLabel('Biểu thức FEEL');
    expect(await text.inputValue()).toBe('form.treSinhTaiNha = true');
    await text.fill('form.treSinhTaiNha = 3');
    await page.locator('.feel .bad').first().waitFor();
    await text.fill('form.tre');
    await page.getByRole('button', { name: /form\.treSinhTaiNha/ }).click();
    expect(await text.inputValue()).toBe('form.treSinhTaiNha');
    await text.fill('form.treSinhTaiNha = true');
    await page.getByText('Hợp kiểu').waitFor();
    await settled(page);
  });

  it('is worked by keyboard alone, and everything can be undone', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const before = await names();
    await page.locator('.tree button.q').first().focus();
    await page.keyboard.press('Alt+ArrowDown');
    expect(await names()).toEqual([...before].reverse());
    await page.keyboard.press('Control+z');
    expect(await names()).toEqual(before);
    await page.keyboard.press('Control+y');
    expect(await names()).toEqual([...before].reverse());
    await page.keyboard.press('Control+z');
    await page.locator('.tree button.q').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Xóa', exact: true }).press('Enter');
    expect(await names()).toHaveLength(1);
    await page.keyboard.press('Control+z');
    expect(await names()).toEqual(before);
    await settled(page);
  });

  it('keeps what two people change at once, and what was typed before a crash', async () => {
    const [one, other] = [await author(), await author(1280, 'vanphong.soan')];
    await one.go(`/thiet-ke/${CODE}/bieu-mau`);
    await other.go(`/thiet-ke/${CODE}/bieu-mau`);
    await choose(one.page, 'Trẻ sinh tại nhà');
    await one.page.getByLabel('Gợi ý dưới câu hỏi').fill('Không ở cơ sở y tế');
    await settled(one.page);
    await choose(other.page, 'Người làm chứng');
    await other.page.getByLabel('Gợi ý dưới câu hỏi').fill('Ghi họ và tên');
    await other.page.getByText('Hai bản đã được gộp').waitFor();
    await settled(other.page);
    await choose(other.page, 'Trẻ sinh tại nhà');
    expect(await other.page.getByLabel('Gợi ý dưới câu hỏi').inputValue()).toBe('Không ở cơ sở y tế');
    // The server does not answer; the tab dies; what was typed is there again.
    await other.page.route('**/luu', (route) => route.abort());
    await other.page.getByLabel('Gợi ý dưới câu hỏi').fill('Gõ trước khi mất kết nối');
    await other.page.locator('.savedat', { hasText: 'vẫn giữ trên máy này' }).first().waitFor();
    await other.page.waitForTimeout(500);
    other.trouble.length = 0;
    const again = await other.context.newPage();
    await again.goto(`/thiet-ke/${CODE}/bieu-mau`);
    await again.getByText('Đã khôi phục').waitFor();
    await again.locator('.tree button', { hasText: 'Trẻ sinh tại nhà' }).click();
    expect(await again.getByLabel('Gợi ý dưới câu hỏi').inputValue()).toBe('Gõ trước khi mất kết nối');
    await settled(again);
    await other.page.close();
  });

  it('has a screen for every part of a procedure, says what is missing, and leads there', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/kiem-tra`);
    await page.locator('.finding.error').first().waitFor();
    await picture(page, 'findings');
    await look(visitor, looks);
    await page
      .getByRole('navigation', { name: 'Các phần của thủ tục' })
      .getByRole('link', { name: 'Thông tin' })
      .click();
    await page.getByLabel('Mã lĩnh vực').fill('su-kien');
    await page.getByRole('group', { name: 'Lĩnh vực' }).getByLabel('Tên', { exact: true }).fill('Sự kiện');
    const deciding = page.getByRole('group', { name: 'Cơ quan quyết định' });
    await deciding.getByLabel('Tên', { exact: true }).fill('Ủy ban nhân dân cấp xã');
    await deciding.getByLabel('Đơn vị quyết định').selectOption('receiving');
    await page.getByRole('button', { name: 'Thêm: nơi tiếp nhận' }).click();
    await page.getByRole('group', { name: 'Dòng 1' }).getByLabel('Cấp', { exact: true }).selectOption('commune');
    await picture(page, 'information');
    await look(visitor, looks);
    const go = (name: string) =>
      page.getByRole('navigation', { name: 'Các phần của thủ tục' }).getByRole('link', { name, exact: true }).click();
    await go('Trường hợp');
    await page.getByLabel(/Pháp luật không quy định/).check();
    await go('Thành phần hồ sơ');
    await page.getByRole('button', { name: 'Thêm: giấy tờ' }).click();
    const paper = page.getByRole('group', { name: /^Dòng 1/ });
    await paper.getByLabel('Tên', { exact: true }).fill('Văn bản của người làm chứng');
    await paper.getByRole('button', { name: 'Thêm điều kiện' }).click();
    await paper.getByLabel('Nhìn vào').selectOption({ label: 'Trẻ sinh tại nhà' });
    await picture(page, 'papers');
    await look(visitor, looks);
    await go('Thời hạn');
    await page.getByRole('button', { name: 'Thêm: thời hạn' }).click();
    await page.getByLabel('Số', { exact: true }).fill('3');
    await go('Phí, lệ phí');
    await page.getByRole('button', { name: 'Thêm: phí, lệ phí' }).click();
    const fee = page.getByRole('group', { name: /^Dòng 1/ });
    await fee.getByLabel('Tên', { exact: true }).fill('Lệ phí đăng ký');
    await fee
      .getByRole('group', { name: /Mức thu/ })
      .getByLabel('Loại')
      .selectOption('feel');
    await fee.getByLabel('Biểu thức FEEL').first().fill('if form.treSinhTaiNha = true then 8000 else 5000');
    await page.getByText('Hợp kiểu').first().waitFor();
    await picture(page, 'fees');
    await go('Kết quả');
    await page.getByRole('button', { name: 'Thêm: kết quả' }).click();
    await page
      .getByRole('group', { name: /^Dòng 1/ })
      .getByLabel('Tên', { exact: true })
      .fill('Giấy xác nhận');
    await go('Yêu cầu và trình tự');
    await page
      .getByLabel(/Pháp luật không quy định/)
      .nth(1)
      .waitFor();
    for (const each of await page.getByLabel(/Pháp luật không quy định/).all()) await each.check();
    await go('Căn cứ pháp lý');
    await page.getByRole('button', { name: 'Thêm: căn cứ pháp lý' }).click();
    await page.getByLabel('Số hiệu').fill('123/2015/NĐ-CP');
    await settled(page);
    await go('Kiểm tra');
    await page.getByText(/^0 lỗi$|Dự thảo công bố được/).waitFor();
    await picture(page, 'sound');
  });

  it('makes a process with an approval loop out of a table', async () => {
    const { page, go } = await author();
    await go(`/thiet-ke/${CODE}/quy-trinh`);
    await page.locator('.psplace[data-ready="true"]').waitFor();
    await page.getByRole('button', { name: 'Bảng bước' }).click();
    await page.getByRole('button', { name: 'Dán từ bảng tính' }).click();
    await page.getByLabel('Bảng bước sao chép từ bảng tính').fill(SHEET);
    await page.getByRole('button', { name: 'Lấy bảng này' }).click();
    await page.getByRole('button', { name: 'Sơ đồ', exact: true }).click();
    await page.locator('.djs-shape[data-element-id="phe-duyet"]').waitFor();
    await page.getByLabel('Chọn phần tử').selectOption('phe-duyet');
    await page.getByRole('button', { name: 'Vòng duyệt' }).click();
    await page.locator('.djs-shape[data-element-id^="Gateway"]').first().waitFor();
    await page.locator('.pssave[data-save="saved"]').waitFor();
    await page.locator('[data-findings="done"]').waitFor();
    await page.getByText('Chưa thấy vướng mắc nào.').waitFor();
  });

  it('tries the draft from intake to result, with time that moves and nothing kept', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/chay-thu`);
    await page.getByLabel('Kênh nộp').selectOption('online');
    await page.getByRole('button', { name: 'Điền dữ liệu mẫu' }).click();
    await page.getByText('Có', { exact: true }).click();
    await page.getByText('Người làm chứng').waitFor();
    await look(visitor, looks);
    await page.getByRole('button', { name: 'Nộp và chạy thử' }).click();
    const does = async (name: string | RegExp): Promise<void> => {
      await page.getByRole('button', { name }).first().click();
    };
    await page.getByText('Văn bản của người làm chứng', { exact: true }).waitFor();
    await page.getByText('8.000 đ').first().waitFor();
    // A double click takes it in once; taking it in is the process's first step.
    await page.getByRole('button', { name: 'Tiếp nhận hồ sơ' }).dblclick();
    await page.getByText('Đang chờ: Thẩm định').waitFor();
    expect(await page.getByText('Tiếp nhận hồ sơ, hẹn trả').count()).toBe(1);
    expect(await page.getByRole('alert').count()).toBe(0);
    await does('Thẩm định');
    await does('Phê duyệt: Trả lại');
    await does('Thẩm định');
    await does('Quá hạn 1 ngày làm việc');
    await page
      .getByText(/^Quá hạn 1 ngày/)
      .first()
      .waitFor();
    await picture(page, 'sandbox');
    await look(visitor, looks);
    await does('Phê duyệt: Ký Giấy xác nhận');
    await does('Vào sổ, đóng dấu');
    await does('Trả kết quả');
    await page.getByText('Hồ sơ thử đã kết thúc.').waitFor();
    // The draft is changed, the same play goes on with it.
    await does('Lùi một bước');
    await page.getByRole('button', { name: 'Trả kết quả' }).waitFor();
  });

  it('is published, and a citizen files it', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/cong-bo`);
    await page.getByLabel('Số quyết định').fill('777/QĐ-UBND');
    await page.getByLabel('Người ký').fill('Người ký thử');
    await look(visitor, looks);
    await page.getByRole('button', { name: 'Kiểm tra và chuyển sang Công bố' }).click();
    await page.getByText('Đăng ký sự kiện thử').first().waitFor();
    await page.getByRole('button', { name: /Trình phê duyệt/ }).click();
    await page.waitForURL(/xong=propose/);
    const decision = new URL(page.url()).pathname;
    const approver = await author(1280, 'vanphong.duyet');
    await approver.go(decision);
    await approver.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await approver.page.waitForURL(/xong=approve/);
    await approver.page.getByRole('button', { name: /^Áp dụng/ }).click();
    await approver.page.waitForURL(/xong=apply/);
    const citizen = await visit(browser as Browser, server?.origin ?? '', 360);
    people.push(citizen);
    await signInCitizen(citizen, '0900000002', `/nop/${CODE}`);
    const { page: phone } = citizen;
    await phone.locator('[name="noi-nop"]').selectOption({ label: 'Ủy ban nhân dân phường Thọ Xương' });
    await phone.getByRole('button', { name: 'Tạo hồ sơ' }).click();
    await phone.waitForURL(new RegExp(`/nop/${CODE}/.+`));
    const draft = phone.url();
    await fillApplication(phone, draft, { 'q[treSinhTaiNha]': 'true', 'q[nguoiLamChung]': 'Trần Văn Bình' });
    await citizen.go(`${draft}/giay-to`);
    await phone
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(tinyPdf('a')) });
    await phone.getByText('Đã tải lên').first().waitFor();
    await phone.getByRole('button', { name: 'Lưu và tiếp tục' }).last().click();
    await phone.getByLabel(/^Nhận tại/).check();
    await phone.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await phone.getByText('8.000 đ').first().waitFor();
    await phone.getByLabel(/Tôi cam đoan/).check();
    await phone.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await phone.waitForURL(/da-nop/);
  });

  it('brings in a table of fields and a JSON Schema', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/tep`);
    await page
      .getByLabel('Dán bảng các trường')
      .last()
      .fill('Trang\tCâu hỏi\tKiểu\tLựa chọn\nNgười nộp\tGiới tính\tchọn một\tNam|Nữ');
    await page.getByRole('button', { name: 'Thêm các câu hỏi này' }).click();
    await page.getByText('Đã thêm 1 trang câu hỏi.').waitFor();
    await look(visitor, looks);
    const schema = {
      $schema: 'http://json-schema.org/draft-04/schema#',
      type: 'object',
      properties: { owner: { type: 'string', title: 'Chủ sở hữu' } },
    };
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(schema)) });
    await page.getByRole('button', { name: 'Đưa vào', exact: true }).click();
    await page.getByText('Đã đưa vào 1 phần.').waitFor();
    await settled(page);
    await page.getByRole('link', { name: 'Biểu mẫu', exact: true }).click();
    await page.frameLocator('iframe').getByText('Chủ sở hữu').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('.tree button', { hasText: 'Giới tính' }).waitFor();
    await settled(page);
  });

  it('moves questions and papers by dragging, and takes it back', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const before = await names();
    const [first = '', second = ''] = before;
    await drag(page, page.locator('.tree button.q').nth(0), page.locator('.tree button.q').nth(1));
    await expect.poll(names).toEqual([second, first, ...before.slice(2)]);
    await page.keyboard.press('Control+z');
    await expect.poll(names).toEqual(before);
    const pages = () => page.locator('.tree button.pg .t').allInnerTexts();
    const pagesBefore = await pages();
    expect(pagesBefore).toEqual(['1. Trang 1', '2. Người nộp']);
    // Let down on the page itself, or on any question of it.
    for (const onto of ['.tree button.pg', '.tree > li:nth-child(2) button.q']) {
      await drag(page, page.locator('.tree button.pg').nth(0), page.locator(onto).last());
      await expect.poll(pages).toEqual(['1. Người nộp', '2. Trang 1']);
      expect((await names()).slice(-before.length + 1)).toEqual(before.slice(0, -1));
      await page.keyboard.press('Control+z');
      await expect.poll(pages).toEqual(pagesBefore);
    }
    await expect.poll(names).toEqual(before);
    await visitor.go(`/thiet-ke/${CODE}/giay-to`);
    const papers = page.locator('.rows').first().locator('> .rowbox > .rowhead > b');
    if ((await papers.count()) < 2) await page.getByRole('button', { name: 'Thêm: giấy tờ' }).click();
    const papersBefore = await papers.allInnerTexts();
    await drag(page, papers.nth(0), papers.nth(1));
    await expect.poll(() => papers.allInnerTexts()).not.toEqual(papersBefore);
    await page.keyboard.press('Control+z');
    await expect.poll(() => papers.allInnerTexts()).toEqual(papersBefore);
    await settled(page);
  });

  it('gives the whole draft as an archive and takes it back, and says of a file what is wrong and where', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/tep`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải cả thư mục (.zip)' }).click(),
    ]);
    const archive = { name: `${CODE}.zip`, mimeType: 'application/zip', buffer: readFileSync(await download.path()) };
    await page.getByRole('link', { name: 'Biểu mẫu', exact: true }).click();
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const before = await names();
    await page.locator('.tree button.q').first().click();
    await page.getByRole('button', { name: 'Xóa', exact: true }).click();
    await expect.poll(names).toHaveLength(before.length - 1);
    await page.getByRole('link', { name: 'Tệp và nhập', exact: true }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'form.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"format": "motcua/form@1", "pages" []}'),
    });
    await page.getByRole('button', { name: 'Đưa vào', exact: true }).click();
    await page.getByText('form.json: Tệp không phải JSON hợp lệ: lỗi ở dòng 1, cột 37.').waitFor();
    await page.locator('input[type=file]').setInputFiles(archive);
    await page.getByRole('button', { name: 'Đưa vào', exact: true }).click();
    await page.getByText(/^Đã đưa vào \d phần\.$/).waitFor();
    await page.getByRole('link', { name: 'Biểu mẫu', exact: true }).click();
    await expect.poll(names).toEqual(before);
    await settled(page);
  });

  it('takes files out and in by keyboard alone', async () => {
    const visitor = await author();
    const { page } = visitor;
    // Somebody always listens, so that choosers are caught from the first to the last.
    page.on('filechooser', () => undefined);
    await visitor.go(`/thiet-ke/${CODE}/tep`);
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const focused = () =>
      page.evaluate(() => {
        const { activeElement: at } = document;
        const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0] : undefined;
        return (label ?? at)?.textContent?.trim() ?? '';
      });
    /** On by Tab to what is called so, as somebody without a mouse goes. */
    const tabTo = async (name: string): Promise<void> => {
      for (let step = 0; step < 80; step += 1) {
        await page.keyboard.press('Tab');
        if ((await focused()) === name) return;
      }
      throw new Error(`no Tab leads to ${name}`);
    };
    const downloaded = async (name: string, key: 'Enter' | 'Space'): Promise<{ name: string; buffer: Buffer }> => {
      await tabTo(name);
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press(key)]);
      return { name: download.suggestedFilename(), buffer: readFileSync(await download.path()) };
    };
    await page.getByRole('button', { name: 'Tải form.json' }).waitFor();
    // The page's scripts answer once they say that the draft is saved.
    await saved(page);
    const form = await downloaded('Tải form.json', 'Enter');
    expect(form.name).toBe('form.json');
    const archive = await downloaded('Tải cả thư mục (.zip)', 'Enter');
    expect(archive.name).toMatch(/\.zip$/);
    const whole = await downloaded('Tải cả dự thảo trong một tệp', 'Space');
    expect(whole.name).toBe(`${CODE}.json`);
    const pages = (content: unknown): unknown => (content as { pages?: unknown }).pages;
    expect(pages((JSON.parse(whole.buffer.toString()) as { form?: unknown }).form)).toEqual(
      pages(JSON.parse(form.buffer.toString())),
    );
    // Nothing chosen is said, beside the button.
    await tabTo('Đưa vào');
    await page.keyboard.press('Enter');
    await page.getByText('Chưa chọn tệp nào.').waitFor();
    const bring = async (file: { readonly name: string; readonly buffer: Buffer }): Promise<void> => {
      await page.keyboard.press('Shift+Tab');
      await expect.poll(focused).toBe('Đưa vào từ tệp');
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
      await chooser.setFiles({ mimeType: 'application/octet-stream', ...file });
      await page.keyboard.press('Tab');
      await expect.poll(focused).toBe('Đưa vào');
      await page.keyboard.press('Enter');
    };
    const schema = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { chu: { type: 'string', title: 'Chủ xe' } } }; // prettier-ignore
    await bring({ name: 'xe.json', buffer: Buffer.from(JSON.stringify(schema)) });
    await page.getByText('Đã đưa vào 1 phần.').waitFor();
    await page.keyboard.press('Control+z');
    await bring({ name: 'khac.csv', buffer: Buffer.from('Trang;Kiểu\nXe;chữ') });
    await page.getByText('khac.csv: Không thấy cột Câu hỏi ở dòng đầu.').waitFor();
    await bring({ name: 'bang.csv', buffer: Buffer.from('Trang;Câu hỏi;Kiểu\nXe;Biển số;chữ') });
    await page.getByText('Đã đưa vào 1 phần.').waitFor();
    await tabTo('Dán bảng các trường');
    await page.keyboard.insertText('Câu hỏi\tKiểu\nMàu sơn\tchữ');
    // What was only typed here is taken back here.
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByLabel('Dán bảng các trường').last().inputValue()).toBe('');
    await page.keyboard.insertText('Câu hỏi\tKiểu\nMàu sơn\tchữ');
    await tabTo('Thêm các câu hỏi này');
    await page.keyboard.press('Space');
    await page.getByText('Đã thêm 1 trang câu hỏi.').waitFor();
    await tabTo('Mã thủ tục');
    await page.keyboard.type('0.000000');
    await page.keyboard.press('Enter');
    await page.getByText('Không có thủ tục nào đang áp dụng mang mã 0.000000.').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('1.001193');
    await page.keyboard.press('Enter');
    await page.getByText(/^Đã thêm \d+ trang câu hỏi\.$/).waitFor();
    await look(visitor, looks);
    await page.getByRole('link', { name: 'Biểu mẫu', exact: true }).press('Enter');
    await expect.poll(names).toContain('Màu sơn\nMột dòng chữ');
    await expect.poll(names).toContain('Biển số\nMột dòng chữ');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z');
    await expect.poll(names).not.toContain('Biển số\nMột dòng chữ');
    await settled(page);
  });

  it('keeps the keys with what they moved, added or took away', async () => {
    const visitor = await author();
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    await saved(page);
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const before = await names();
    const first = page.locator('.tree button.q').first();
    await first.focus();
    // Past the other question of its page, and on to the next page.
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(focused).toContain('Trẻ sinh tại nhà');
    expect(await page.locator('.tree > li').nth(1).innerText()).toContain('Trẻ sinh tại nhà');
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(names).toEqual(before);
    await page.getByRole('button', { name: 'Thêm câu hỏi: Trang 1' }).press('Enter');
    await page.keyboard.type('Ghi chú thêm');
    await page.keyboard.press('Enter');
    await expect.poll(focused).toContain('Ghi chú thêm');
    await page.getByRole('button', { name: 'Xóa', exact: true }).press('Enter');
    await expect.poll(focused).toContain(before.at(-2)?.split('\n')[0] ?? '');
    await expect.poll(names).toEqual(before);
    await settled(page);
  });

  it('fits a phone', async () => {
    const visitor = await author(360);
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    await look(visitor, looks);
    await page.locator('.tree button', { hasText: 'Người làm chứng' }).tap();
    await page.getByLabel('Gợi ý dưới câu hỏi').waitFor();
    await picture(page, 'phone');
    await look(visitor, looks);
    await page.getByRole('button', { name: 'Xem trước' }).tap();
    await page.frameLocator('iframe').getByText('Trẻ sinh tại nhà').first().waitFor();
    await picture(page, 'phone-preview');
    for (const part of ['giay-to', 'le-phi', 'tep', 'kiem-tra', 'chay-thu']) {
      await visitor.go(`/thiet-ke/${CODE}/${part}`);
      await look(visitor, looks);
    }
  });

  it('lets a finger on the grip move a question', async () => {
    const visitor = await author(360);
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    const names = () => page.locator('.tree button.q .t').allInnerTexts();
    const before = await names();
    await fingerDrag(page, page.locator('.tree button.q .grip').nth(0), page.locator('.tree button.q').nth(1));
    await expect.poll(names).toEqual([before[1], before[0], ...before.slice(2)]);
    await page.getByRole('button', { name: /^Hoàn tác/ }).click();
    await expect.poll(names).toEqual(before);
    await settled(page);
  });

  it('lets a finger on the grip move a page', async () => {
    const visitor = await author(360);
    const { page } = visitor;
    await visitor.go(`/thiet-ke/${CODE}/bieu-mau`);
    const pages = () => page.locator('.tree button.pg .t').allInnerTexts();
    const before = await pages();
    await fingerDrag(page, page.locator('.tree button.pg .grip').nth(1), page.locator('.tree button.pg').nth(0));
    await expect.poll(pages).toEqual(['1. Người nộp', '2. Trang 1']);
    await page.getByRole('button', { name: /^Hoàn tác/ }).click();
    await expect.poll(pages).toEqual(before);
    await settled(page);
  });

  it('leaves no trouble behind', () => {
    expect(looks).toEqual([]);
    expect(people.flatMap(({ trouble }) => trouble).filter(({ what }) => !/409|ERR_FAILED/.test(what))).toEqual([]);
  });
});
