import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyPdf } from '#seeds/index.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** A dossier that a commune works on, by the end of its code. */
const SEVERAL_DAYS = '210712-0002';
/** One that is settled and waits to be handed out. */
const HAS_RESULT = '210714-0001';

describe('several persons work on one dossier', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people = new Map<string, Visitor>();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-together-'));

  const staff = async (login: string): Promise<Visitor> => {
    const before = people.get(login);
    if (before) return before;
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, 1280);
    await signInStaff(visitor, login);
    people.set(login, visitor);
    return visitor;
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
    writeFileSync(join(folder, 'van-ban.pdf'), tinyPdf('Văn bản'));
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  let address = '';

  it('an officer asks another unit, which finds the question on its work list and answers', async () => {
    const officer = await staff('thoxuong.phochutich');
    await officer.go(`/cong-viec?tim=${SEVERAL_DAYS}`);
    address = (await officer.page.locator('main a', { hasText: SEVERAL_DAYS }).first().getAttribute('href')) ?? '';
    await officer.go(`${address}?viec=ask-opinion`);
    await officer.page.getByLabel('Đơn vị được hỏi').selectOption('H02.213');
    await officer.page.getByLabel('Nội dung cần ý kiến').fill('Địa điểm có đúng như đơn không?');
    await officer.page.getByLabel('Trả lời trước ngày').fill('20/07/2021');
    await officer.page.getByRole('button', { name: 'Lấy ý kiến đơn vị khác' }).click();
    await officer.page.waitForURL(/xong=ask-opinion/);
    await officer.page.locator('#y-kien').getByText('Chưa trả lời').waitFor();
    await look(officer, looks);

    const asked = await staff('tpbacgiang.chuyenvien');
    await asked.go(`/cong-viec?tim=${SEVERAL_DAYS}`);
    await asked.page.locator('main').getByText('Trả lời ý kiến').first().waitFor();
    await asked.go(address);
    await asked.page.getByLabel('Ý kiến trả lời').fill('Đúng như đơn.');
    await asked.page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await asked.page.waitForURL(/xong=give-opinion/);
    await asked.page.locator('#y-kien').getByText('“Đúng như đơn.”').waitFor();
  });

  it('comments stand in the history', async () => {
    const officer = await staff('thoxuong.phochutich');
    await officer.go(address);
    await officer.page.locator('#trao-doi textarea').fill('Đã gọi điện cho người nộp.');
    await officer.page.getByRole('button', { name: 'Ghi trao đổi' }).click();
    await officer.page.waitForURL(/xong=comment/);
    await officer.page.locator('#dien-bien').getByText('Trao đổi: Đã gọi điện cho người nộp.').waitFor();
  });

  it('a step done elsewhere is entered with its time and evidence, and counts when a second person confirms', async () => {
    const officer = await staff('thoxuong.phochutich');
    await officer.go(`${address}?viec=two-persons`);
    const form = officer.page.locator('#hai-nguoi');
    await form.getByLabel('Ngày đã làm').fill('15/07/2021');
    await form.getByLabel('Giờ đã làm').fill('25:00');
    await form.getByRole('button', { name: 'Gửi để xác nhận' }).click();
    await officer.page.getByText('Giờ chưa đúng').first().waitFor();
    await look(officer, looks);
    await form.getByLabel('Giờ đã làm').fill('08:15');
    await form.getByLabel('Minh chứng', { exact: true }).fill('Sổ công văn đến số 12');
    await form.getByRole('button', { name: 'Gửi để xác nhận' }).click();
    await officer.page.waitForURL(/xong=propose/);
    await officer.page.locator('#de-nghi').getByText('cần một người khác xác nhận').waitFor();

    const second = await staff('thoxuong.chutich');
    await second.go(address);
    await look(second, looks);
    await second.page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await second.page.waitForURL(/xong=confirm/);
    await second.page.locator('#dien-bien').getByText('Xác nhận đề nghị').waitFor();
    const history = await second.page.locator('#dien-bien').innerText();
    expect(history).toContain('08:15');
    expect(history).toContain('Sổ công văn đến số 12');
  });

  it('an error in a result is corrected by two at the agency’s cost, and the applicant’s paper is the new one', async () => {
    const finder = await staff('thoxuong.motcua');
    await finder.go(`/mot-cua/tra-ket-qua?tim=${HAS_RESULT}`);
    const settled = (await finder.page.locator('main a', { hasText: HAS_RESULT }).first().getAttribute('href')) ?? '';
    const there = settled.replace('/mot-cua/ho-so/', '/cong-viec/');
    await finder.go(`${there}?viec=two-persons`);
    await finder.page.getByRole('heading', { name: 'Sửa sai sót trong kết quả' }).waitFor();
    const form = finder.page.locator('form', { has: finder.page.locator('[name="ket-qua"]') });
    await form.locator('input[type="file"]').setInputFiles(join(folder, 'van-ban.pdf'));
    // Without a reason nothing is proposed, and it is said where.
    await form.getByRole('button', { name: 'Gửi để xác nhận' }).click();
    await finder.page.getByRole('alert').waitFor();
    const again = finder.page.locator('form', { has: finder.page.locator('[name="ket-qua"]') });
    await again.locator('input[type="file"]').setInputFiles(join(folder, 'van-ban.pdf'));
    await again.locator('[name="ly-do"]').fill('Sai năm sinh của người được cấp.');
    await again.getByRole('button', { name: 'Gửi để xác nhận' }).click();
    await finder.page.waitForURL(/xong=propose/);
    await look(finder, looks);

    const leader = await staff('thoxuong.chutich');
    await leader.go(there);
    await leader.page.locator('#de-nghi').getByText('Sai năm sinh').first().waitFor();
    await leader.page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
    await leader.page.waitForURL(/xong=confirm/);
    await leader.page.getByText('bản thay thế bản có sai sót').waitFor();
    await look(leader, looks);
    const history = await leader.page.locator('#dien-bien').innerText();
    expect(history).toContain('Thay kết quả có sai sót');
  });

  it('the control slip says who had the dossier, from when to when', async () => {
    const officer = await staff('thoxuong.phochutich');
    await officer.go(address);
    const slip = officer.page.getByRole('link', { name: /Phiếu kiểm soát/ }).first();
    const href = (await slip.getAttribute('href')) ?? '';
    const file = await officer.context.request.get(new URL(href, officer.page.url()).href);
    expect(file.status()).toBe(200);
    const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await file.body() })
      .toString('utf8')
      .normalize('NFC')
      .replace(/\s+/g, ' ');
    expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ');
    expect(text).toContain('phường Thọ Xương');
    expect(text).toMatch(/giờ \d{2} phút, ngày \d{2}\/07\/2021/);
    expect(looks).toEqual([]);
  });
});
