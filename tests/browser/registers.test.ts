import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasPoppler, wordsOf } from '../papers/fixture.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const REGISTER = '/mot-cua/so-theo-doi';
const RESULTS = '/mot-cua/so-ket-qua';

/** Number in the book, and code, of each row shown. */
const shown = (page: Page): Promise<readonly { readonly line: string; readonly code: string }[]> =>
  page.locator('main tbody tr').evaluateAll((rows) =>
    rows.map((row) => ({
      line: row.querySelector('td[data-l="Số thứ tự"]')?.textContent ?? '',
      code: row.querySelector('td')?.textContent ?? '',
    })),
  );

describe('the registers of a counter', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let clerk: Visitor;
  const looks: string[] = [];
  const people: Visitor[] = [];

  const somebody = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    await signInStaff(visitor, 'thoxuong.motcua');
    return visitor;
  };
  const picture = async ({ page }: Visitor, name: string): Promise<void> => {
    const folder = process.env['MOTCUA_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  /** What the link of that name gives, as it is saved. */
  const saved = async (name: string): Promise<{ readonly type: string; readonly body: Buffer }> => {
    const address = await clerk.page.getByRole('link', { name, exact: true }).getAttribute('href');
    const answer = await clerk.context.request.get(new URL(address ?? '', clerk.page.url()).href);
    expect(answer.status()).toBe(200);
    return { type: answer.headers()['content-type'] ?? '', body: await answer.body() };
  };
  const csvRows = async (): Promise<readonly string[]> => {
    const { type, body } = await saved('CSV');
    expect(type).toContain('text/csv');
    return body
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split(/\r\n(?=")|\r\n(?=[^"])/);
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
    clerk = await somebody();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('the book of a year numbers what was accepted from 1, without blanks and without doubles', async () => {
    const { page } = clerk;
    await clerk.go(REGISTER);
    await page.getByRole('navigation', { name: 'Sổ theo năm' }).getByRole('link', { name: 'Quyển năm 2021' }).click();
    await page.locator('a[href*="csv?nam=2021"]').waitFor();
    await look(clerk, looks);
    await picture(clerk, 'register-year');
    const rows = await shown(page);
    const lines = rows.flatMap(({ line }) => (line === '–' ? [] : [Number(line)]));
    expect(lines.length).toBeGreaterThan(5);
    expect([...lines].sort((one, other) => one - other)).toEqual(lines.map((_, place) => place + 1));
  });

  it('the book is saved for a spreadsheet in its own order, with a row for every dossier shown', async () => {
    const { page } = clerk;
    await clerk.go(`${REGISTER}?nam=2021`);
    const [headings = '', ...rows] = await csvRows();
    expect(headings).toContain('Số thứ tự');
    expect(rows).toHaveLength((await shown(page)).length);
    const first = rows.map((row) => row.replaceAll('"', '').split(/[,;]/)[0] ?? '').filter((line) => line !== '');
    expect(first).toEqual(first.map((_, place) => String(place + 1)));
  });

  it.skipIf(!hasPoppler)('the book is printed as a tagged PDF with its lines (needs poppler-utils)', async () => {
    await clerk.go(`${REGISTER}?nam=2021`);
    const { type, body } = await saved('In sổ (PDF)');
    expect(type).toContain('application/pdf');
    const words = wordsOf(body);
    for (const word of ['SỔ THEO DÕI HỒ SƠ', 'Từ ngày 01/01/2021 đến ngày 31/12/2021', 'Cơ quan chủ trì'])
      expect(words).toContain(word);
    expect(execFileSync('pdfinfo', ['-'], { input: body }).toString()).toMatch(/Tagged:\s+yes/);
  });

  it.skipIf(!hasPoppler)('the receipt and the label say the same line as the book (needs poppler-utils)', async () => {
    const { page } = clerk;
    await clerk.go(`${REGISTER}?nam=2021`);
    const row = page.locator('main tbody tr', { has: page.locator('td[data-l="Số thứ tự"]', { hasText: /^1$/ }) });
    const link = await row.locator('a').first().getAttribute('href');
    for (const paper of ['receipt', 'label']) {
      const answer = await clerk.context.request.get(new URL(`${link ?? ''}/${paper}.pdf`, page.url()).href);
      expect(answer.status()).toBe(200);
      expect(wordsOf(await answer.body())).toContain('Quyển số: 01/2021; Số thứ tự: 1 ');
    }
  });

  it('a search looks in all days, within a book only in it, and says when nothing is found', async () => {
    const { page } = clerk;
    await clerk.go(`${REGISTER}?nam=2021`);
    const [some] = await shown(page);
    const number = /\d{6}-\d{4}/.exec(some?.code ?? '')?.[0] ?? '';
    expect(number).not.toBe('');
    await clerk.go(REGISTER);
    await page.getByLabel('Tìm theo mã hồ sơ, tên người nộp').fill(number);
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.locator('a[href*="/csv?"][href*="tim="]').waitFor();
    const found = await shown(page);
    expect(found.map(({ code }) => code)).toContain(some?.code);
    // Several books may be looked at: each line names its year.
    expect(found.find(({ code }) => code === some?.code)?.line).toBe(
      some?.line === '–' ? '–' : `${some?.line ?? ''}/2021`,
    );
    await clerk.go(`${REGISTER}?nam=2019&tim=${number}`);
    await page.getByText('Không có hồ sơ nào').waitFor();
    await look(clerk, looks);
  });

  it('days are typed as day/month/year; what is no date is told, and today is shown', async () => {
    const { page } = clerk;
    await clerk.go(REGISTER);
    await page.getByLabel('Từ ngày').fill('01/01/2021');
    await page.getByLabel('Đến ngày').fill('31/12/2021');
    await page.getByLabel('Đến ngày').press('Enter');
    await page.locator('a[href*="csv?tu=01"]').waitFor();
    expect((await shown(page)).length).toBeGreaterThan(5);
    const period = (await shown(page)).map(({ code }) => code);
    expect(await csvRows()).toHaveLength(period.length + 1);
    await page.getByLabel('Từ ngày').fill('45/45/2021');
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText('Ngày chưa đúng').waitFor();
    await look(clerk, looks);
    await picture(clerk, 'register-bad-date');
  });

  it('a book typed back to front is told, not shown as empty', async () => {
    const { page } = clerk;
    await clerk.go(`${REGISTER}?tu=31/12/2021&den=01/01/2021`);
    await page.getByText(/sớm hơn ô/).waitFor();
    await look(clerk, looks);
  });

  it('the register of results finds by code and by name, and each leads to its dossier and its verification', async () => {
    const { page } = clerk;
    await clerk.go(REGISTER);
    await page.getByRole('link', { name: 'Sổ kết quả' }).click();
    await page.waitForURL(/so-ket-qua/);
    await page.getByRole('heading', { name: 'Sổ kết quả giải quyết' }).waitFor();
    await look(clerk, looks);
    await picture(clerk, 'register-results');
    const all = await page.locator('main tbody tr').count();
    expect(all).toBeGreaterThan(0);
    const row = page.locator('main tbody tr').first();
    const applicant = await row.locator('td[data-l="Hồ sơ, người nộp"] .s').innerText();
    await page.getByLabel('Tìm theo mã hồ sơ, tên người nộp').fill(applicant);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Xem tất cả' }).waitFor();
    const names = await page.locator('main tbody td[data-l="Hồ sơ, người nộp"] .s').allInnerTexts();
    expect(names.length).toBeGreaterThan(0);
    expect(new Set(names)).toEqual(new Set([applicant]));
    // By the result's own code as it is printed on the result.
    const code = (await page.locator('main tbody .code').first().innerText()).split('\n').reverse().join('-');
    await clerk.go(`${RESULTS}?tim=${encodeURIComponent(code)}`);
    expect(await page.locator('main tbody tr').count()).toBe(1);
    const verify = await page.getByRole('link', { name: 'Trang xác minh' }).getAttribute('href');
    expect((await clerk.context.request.get(new URL(verify ?? '', page.url()).href)).status()).toBe(200);
    await page.locator('main tbody td[data-l="Hồ sơ, người nộp"] a').first().click();
    await page.waitForURL(/mot-cua\/ho-so/);
    await clerk.go(`${RESULTS}?tim=khong-co-ket-qua-nao`);
    await page.getByText('Không có kết quả nào khớp').waitFor();
    await look(clerk, looks);
  });

  it('fits a phone, and nobody met an error or an inaccessible part', async () => {
    const phone = await somebody(360);
    for (const path of [REGISTER, `${REGISTER}?nam=2021`, RESULTS]) {
      await phone.go(path);
      await look(phone, looks);
      await picture(phone, `register-phone-${String(looks.length)}-${path.replaceAll(/\W/g, '-')}`);
    }
    expect(looks).toEqual([]);
    expect(people.flatMap(({ trouble }) => trouble)).toEqual([]);
  });
});
