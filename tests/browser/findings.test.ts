import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findingsStage, type FindingsStage } from './findings-setup.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env['MOTCUA_PICTURES'];

describe('the findings of the checks', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let stage: FindingsStage | undefined;
  const looks: string[] = [];
  const people: Visitor[] = [];

  const office = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    await signInStaff(visitor, 'vanphong.soan');
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };
  const textOf = ({ page }: Visitor): Promise<string> => page.locator('main').innerText();
  /** Walks with Tab to what is wanted, as somebody without a mouse does. */
  const walkTo = async (page: Page, selector: string): Promise<void> => {
    for (let step = 0; step < 80; step += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not reach ${selector}`);
  };

  beforeAll(async () => {
    stage = await findingsStage();
    server = await startServer({ data: stage.data });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (stage) rmSync(stage.data, { recursive: true, force: true });
  });

  it('of the whole catalogue are found while other pages answer, and are shown when the run ends', async () => {
    const author = await office();
    const { page } = author;
    await author.go('/danh-muc');
    await page.getByRole('link', { name: 'Kiểm tra danh mục' }).click();
    await page.waitForURL(/kiem-tra$/);
    await page.getByText('Chưa kiểm tra lần nào').waitFor();
    await look(author, looks);
    await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click();
    await page.getByRole('button', { name: 'Dừng kiểm tra' }).waitFor();
    await look(author, looks);
    await picture(page, 'running');
    // Without touching the page: it asks by itself and shows what came out.
    await page.getByText('Kiểm tra xong lúc').waitFor({ timeout: 120_000 });
    await page.getByText('1 thủ tục có lỗi').waitFor();
    const text = await textOf(author);
    expect(text).toContain('process.gateway.no-way');
    expect(text).toContain('form.question.never-shown');
    expect(text).toContain('Chấp thuận tổ chức sự kiện');
    await look(author, looks);
    await picture(page, 'catalogue');
  });

  it('can be filtered by severity, part, check, field and unit, in the address', async () => {
    const author = await office();
    const { page } = author;
    await author.go('/danh-muc/kiem-tra');
    await page.getByLabel('Phần').selectOption('process');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await page.waitForURL(/phan=process/);
    // The address changes before the list does.
    await page.locator('.flist', { hasText: 'form.question.never-shown' }).waitFor({ state: 'detached' });
    expect(await textOf(author)).toContain('process.gateway.no-way');
    expect(await page.locator('.flist').innerText()).not.toContain('form.question.never-shown');
    for (const query of ['ma=form.question.never-shown', 'muc-do=error', 'tim=to+chuc+su+kien']) {
      await author.go(`/danh-muc/kiem-tra?${query}`);
      expect(await page.locator('.flist li').count(), query).toBeGreaterThan(0);
    }
    for (const query of ['tim=khong+co', 'don-vi=H02', 'linh-vuc=khong+co']) {
      await author.go(`/danh-muc/kiem-tra?${query}`);
      expect(await textOf(author), query).toContain('Không có vướng mắc nào khớp các điều kiện này');
    }
    await look(author, looks);
    const unit = await page.locator('#don-vi option').evaluateAll((options) => options.length);
    expect(unit).toBeGreaterThan(1);
  });

  it('are played on the diagram step by step, by keyboard alone', async () => {
    const author = await office();
    const { page } = author;
    await author.go('/danh-muc/kiem-tra?phan=process');
    await walkTo(page, '.fsay a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/9\.000901\/kiem-tra\?loi=/);
    await page.locator('#so-do').waitFor();
    const text = await textOf(author);
    expect(text).toContain('Số khách dự kiến');
    expect(text).toMatch(/Số khách dự kiến[^\n]*\n?[^\n]*50/);
    expect(await page.locator('.fnow').innerText()).toMatch(/Bước 3 trên 3: Quy mô sự kiện.*dừng tại đây/);
    expect(await page.locator('.pd-flow.pd-taken').count()).toBe(2);
    await look(author, looks);
    await picture(page, 'route');
    await walkTo(page, '.fmoves a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/buoc=1/);
    await page.getByText('Bước 1 trên 3: Nộp hồ sơ').waitFor();
    await walkTo(page, '.fmoves a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/buoc=2/);
    await page.getByText('Bước 2 trên 3: Thẩm tra hồ sơ').waitFor();
    await look(author, looks);
  });

  it('are played on the form, with the question marked and nothing to be changed', async () => {
    const author = await office();
    const { page } = author;
    await author.go('/danh-muc/9.000901/kiem-tra?loi=1');
    await page.locator('#bieu-mau').waitFor();
    expect(await page.locator('#bieu-mau input:not([type=hidden])').first().isDisabled()).toBe(true);
    expect(await page.locator('[name="q[guests]"]').inputValue()).toBe('50');
    expect(await page.locator('#bieu-mau .field.err').innerText()).toMatch(/Số khách dự kiến[^]*Vướng mắc ở câu này/);
    await page.locator('#bieu-mau').getByRole('link', { name: 'Người liên hệ' }).click();
    await page.waitForURL(/trang-mau=contact/);
    await page.locator('[name="q[contact]"]').waitFor();
    await look(author, looks);
    await picture(page, 'form');
  });

  it('of a draft are looked at before it is published, without scripts too', async () => {
    const author = await office();
    const { page } = author;
    await author.go('/cong-bo');
    await page.getByLabel('Tệp quyết định (JSON)').setInputFiles(stage?.file ?? '');
    await page.getByRole('button', { name: 'Xem trước' }).click();
    await page.getByRole('link', { name: /Xem từng vướng mắc/ }).click();
    await page.waitForURL(/kiem-tra\/9\.000902/);
    await page.locator('.fdetail').waitFor();
    expect(await textOf(author)).toContain('Quy mô sự kiện');
    await look(author, looks);
    await picture(page, 'draft');
    if (!browser || !server) throw new Error('not started');
    const plain = await browser.newContext({ javaScriptEnabled: false, baseURL: server.origin });
    await plain.addCookies(await author.context.cookies());
    const still = await plain.newPage();
    await still.goto(page.url());
    await still.locator('.fsay a', { hasText: 'Quy mô sự kiện' }).first().click();
    await still.getByRole('link', { name: 'Bước trước' }).click();
    expect(await still.locator('.fnow').innerText()).toContain('Bước 2 trên 3');
    expect(await still.locator('.fsteps li').count()).toBe(3);
    await plain.close();
  });

  it('say so when there are none, and fit a phone', async () => {
    const author = await office(360);
    const { page } = author;
    await author.go('/danh-muc/1.001193/kiem-tra');
    expect(await textOf(author)).toContain('Không có vướng mắc');
    for (const path of ['/danh-muc/kiem-tra', '/danh-muc/9.000901/kiem-tra', '/danh-muc/1.001193/kiem-tra']) {
      await author.go(path);
      await look(author, looks);
      await picture(page, `phone-${path.replaceAll('/', '_')}`);
    }
    await author.page
      .getByRole('button', { name: 'English' })
      .first()
      .click()
      .catch(() => undefined);
    const missing = await page.goto('/danh-muc/0.000000/kiem-tra');
    expect(missing?.status()).toBe(404);
  });

  it('are told in English to who reads English', async () => {
    const author = await office();
    await author.context.addCookies([{ name: 'ngon-ngu', value: 'en', url: server?.origin ?? '' }]);
    await author.go('/danh-muc/9.000901/kiem-tra?loi=1');
    const text = await textOf(author);
    expect(text).toContain('The route through the process');
    expect(text).toContain('How to mend it');
    await look(author, looks);
  });

  it('are seen by nobody whom they do not concern', async () => {
    if (!browser || !server) throw new Error('not started');
    const clerk = await visit(browser, server.origin);
    await signInStaff(clerk, 'thoxuong.motcua');
    for (const path of ['/danh-muc/kiem-tra', '/danh-muc/9.000901/kiem-tra', '/danh-muc/kiem-tra/tien-do'])
      expect((await clerk.context.request.get(`${server.origin}${path}`)).status(), path).toBe(403);
  });

  it('are shown on pages without a fault', () => {
    expect(looks).toEqual([]);
    expect(people.flatMap(({ trouble }) => trouble).filter(({ what }) => !/404/.test(what))).toEqual([]);
  });
});
