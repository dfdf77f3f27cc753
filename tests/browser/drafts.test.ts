import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#engine/store/index.ts';
import { seed } from '#seeds/index.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, visit, type Visitor } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];

const annex = [
  'I. LĨNH VỰC CHỨNG THỰC\t',
  'STT\tTên thủ tục hành chính (mã)\tThời hạn giải quyết\tCách thức thực hiện\tPhí, lệ phí\tĐối tượng thực hiện\tKết quả\tCăn cứ pháp lý',
  '1\tChứng thực di chúc (9.001019)\t02 ngày làm việc\tTrực tiếp\t50.000 đồng/di chúc\tCá nhân\tDi chúc được chứng thực\tNghị định số 23/2015/NĐ-CP',
].join('\n');

describe('drafts at the publication desk', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let data = '';
  const office = async (width: 1280 | 360): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    await signInStaff(visitor, 'vanphong.soan');
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'motcua-drafts-'));
    const store = await openSqliteStore({ path: join(data, 'motcua.sqlite'), filesDir: join(data, 'files') });
    await seed({ store });
    await store.close();
    server = await startServer({ data });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (data) rmSync(data, { recursive: true, force: true });
  });

  it('made of pasted text say where each value came from, are filled in, and go on to a decision', async () => {
    const author = await office(1280);
    const { page } = author;
    await author.go('/cong-bo');
    await page.getByRole('link', { name: 'Dự thảo thủ tục' }).click();
    await page.waitForURL(/du-thao$/);
    await page.getByLabel('Chữ dán từ phụ lục quyết định').check();
    await page.getByLabel('Chữ dán từ phụ lục', { exact: true }).fill(annex);
    await page.getByRole('button', { name: 'Lập dự thảo' }).click();
    await page.waitForURL(/du-thao\/.+/);
    await page.getByRole('heading', { name: 'Nội dung và nguồn' }).waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Chứng thực di chúc');
    expect(text).toContain('50.000 đồng/di chúc');
    expect(text).toContain('dòng 3');
    expect(text).toContain('Nguồn không nói: thành phần hồ sơ.');
    await picture(page, 'draft-1280');
    await page.setViewportSize({ width: 360, height: 800 });
    await picture(page, 'draft-360');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.setViewportSize({ width: 1280, height: 900 });

    const saved = async (act: () => Promise<unknown>): Promise<void> => {
      const before = await page.locator('input[name=ban]').inputValue();
      await act();
      await page.waitForFunction(
        (revision) => document.querySelector<HTMLInputElement>('input[name=ban]')?.value !== revision,
        before,
      );
    };
    await saved(async () => {
      await page.getByLabel('Tên cơ quan giải quyết').fill('UBND cấp xã');
      await page.keyboard.press('Tab');
    });
    await saved(() => page.getByLabel('Đơn vị giải quyết').selectOption('receiving'));
    await saved(() => page.getByRole('group', { name: 'Cấp thực hiện' }).getByLabel('Cấp xã').check());
    await saved(() => page.getByRole('group', { name: 'Nơi tiếp nhận' }).getByLabel('Cấp xã').check());
    await saved(() => page.getByLabel('Kết quả là tệp ký số?').selectOption('co'));
    await saved(async () => {
      await page.getByLabel('Thêm giấy tờ').fill('Dự thảo di chúc – 1 bản chính');
      await page.keyboard.press('Tab');
    });
    await saved(async () => {
      await page.getByLabel('Thêm bước trong trình tự').fill('Nộp tại Bộ phận Một cửa');
      await page.keyboard.press('Tab');
    });
    await saved(async () => {
      await page.getByLabel('Thêm yêu cầu, điều kiện').fill('Không');
      await page.keyboard.press('Tab');
    });
    await page.getByText('Đủ để đưa vào quyết định').waitFor();
    expect(await page.locator('main').innerText()).toContain('nhập tay');

    await author.go('/cong-bo/du-thao');
    await picture(page, 'drafts-1280');
    await page.getByLabel('Chọn: Chứng thực di chúc').check();
    await page.getByLabel('Số, ký hiệu quyết định').fill('9301/QĐ-UBND');
    await page.getByLabel('Người ký', { exact: true }).fill('Người ký thử');
    await page.getByLabel('Ngày ký', { exact: true }).fill('01/07/2021');
    await page.getByLabel('Số quyết định của Bộ').fill('1868/QĐ-BTP');
    await page.getByLabel('Bộ ký ngày').fill('15/06/2021');
    await page.getByLabel('Có hiệu lực từ ngày').fill('15/07/2021');
    await page.getByRole('button', { name: 'Xem trước quyết định' }).click();
    await page.waitForURL(/xem-truoc/);
    await page.getByRole('heading', { name: /9301/ }).waitFor();
    const preview = await page.locator('main').innerText();
    expect(preview).toContain('9301/QĐ-UBND');
    expect(preview).toContain('Chứng thực di chúc');
    expect(preview).toContain('Sẵn sàng, 1 mục');
    await picture(page, 'preview-1280');
  });
});
