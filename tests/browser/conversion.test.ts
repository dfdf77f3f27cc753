import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conversionStage, type ConversionStage } from './conversion-setup.ts';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInCitizen, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** Where pictures of the pages go, for whoever wants to look at them. */
const PICTURES = process.env['MOTCUA_PICTURES'];

describe('running dossiers under a decision', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let stage: ConversionStage | undefined;
  const looks: string[] = [];
  const people: Visitor[] = [];

  const visitor = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const one = await visit(browser, server.origin, width);
    people.push(one);
    return one;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };
  const here = (): ConversionStage => {
    if (!stage) throw new Error('not started');
    return stage;
  };
  const address = (): string => `/cong-bo/${encodeURIComponent(here().number.replace('/', '_'))}`;

  beforeAll(async () => {
    stage = await conversionStage();
    server = await startServer({ data: stage.data });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (stage) rmSync(stage.data, { recursive: true, force: true });
  });

  it('are each foreseen before anybody signs', async () => {
    const approver = await visitor();
    const { page } = approver;
    await signInStaff(approver, 'vanphong.duyet');
    await setClock(approver, '27/07/2021', '08:00');
    await approver.go(address());
    await page.getByRole('link', { name: 'Xem từng hồ sơ' }).click();
    await page.getByRole('heading', { name: 'Hồ sơ đang giải quyết' }).waitFor();
    await page.getByText('Tính lúc').waitFor();
    const rows = page.locator('tbody tr');
    expect(await rows.count()).toBeGreaterThanOrEqual(here().total);
    const text = await page.locator('main').innerText();
    expect(text).toContain('Quy định mới có lợi hơn cho người nộp');
    expect(text).toContain('Luật yêu cầu áp dụng ngay');
    await look(approver, looks);
    await picture(page, 'preview');
    await page.getByRole('link', { name: /^Hỏi người nộp/ }).click();
    await page.waitForURL(/loc=ask/);
    await approver.go(address());
    await page.getByText('Thông báo sẽ gửi').waitFor();
    await page.getByRole('link', { name: 'So sánh hai bản' }).first().click();
    await page.getByText('Nội dung được làm rõ hơn').first().waitFor();
    await look(approver, looks);
    await picture(page, 'compare');
    await approver.go(address());
    await page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await page.getByRole('button', { name: /Áp dụng/ }).click();
    await page.getByText('Đã áp dụng quyết định.').waitFor();
  });

  it('are converted when the decision takes effect, while the page tells', async () => {
    const [approver] = people;
    if (!approver) throw new Error('nobody');
    const { page } = approver;
    await setClock(approver, '01/08/2021', '07:30');
    await approver.go(`${address()}/ho-so`);
    // Without touching the page: it asks by itself.
    await page.getByText('Đã chuyển xong').waitFor({ timeout: 30_000 });
    await page.getByText('Chờ người nộp trả lời').first().waitFor();
    await look(approver, looks);
    await picture(page, 'done');
  });

  it('are the applicant’s to choose about, on a phone too', async () => {
    const citizen = await visitor(360);
    const { page } = citizen;
    const { code, phone } = here().asked;
    await signInCitizen(citizen, phone, `/ho-so/${code}`);
    await page.getByRole('heading', { name: 'Quy định về thủ tục này đã thay đổi' }).waitFor();
    await look(citizen, looks);
    await picture(page, 'asked');
    await page.getByRole('link', { name: 'Xem và trả lời' }).click();
    await page.getByRole('button', { name: 'Gửi lựa chọn' }).click();
    await page.getByText('chưa chọn').first().waitFor();
    await picture(page, 'question');
    await look(citizen, looks);
    await page.getByLabel('Giải quyết theo quy định mới').check();
    await page.getByRole('button', { name: 'Gửi lựa chọn' }).click();
    await page.waitForURL(new RegExp(`/ho-so/${code}$`));
    expect(await page.getByText('Người nộp chọn').first().innerText()).toContain('chuyển sang quy định mới');
  });

  it('go back to what they were when the office says so, with its reason', async () => {
    const [approver] = people;
    if (!approver) throw new Error('nobody');
    const { page } = approver;
    await approver.go(`${address()}/ho-so`);
    await page.getByText('Trả về quy định cũ', { exact: true }).first().click();
    await page.locator('button[value="tra-ve"]').click();
    await page.getByText('Chưa ghi lý do trả hồ sơ về quy định cũ.').waitFor();
    await page.getByLabel('Lý do trả về').fill('Quyết định bị tạm dừng');
    await page.locator('button[value="tra-ve"]').click();
    await page.getByText('Lý do: Quyết định bị tạm dừng').waitFor();
    await page.locator('.tag', { hasText: 'Đã trả về quy định cũ' }).waitFor({ timeout: 30_000 });
    await picture(page, 'reverted');
  });

  it('nothing was wrong on any page', () => {
    expect(looks).toEqual([]);
    const expected = people.flatMap(({ trouble }) => trouble).filter(({ what }) => !what.includes('422'));
    expect(expected).toEqual([]);
  });
});
