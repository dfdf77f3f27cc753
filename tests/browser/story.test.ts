import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyPdf } from '#seeds/index.ts';
import { fillApplication } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInCitizen, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/**
 * The main job as people do it: a signed decision goes in, and at its instant every changed procedure
 * works at every office; what is under way goes on under the rule it began with.
 */
describe('from a signed decision to a result in a citizen’s hands', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const origin = (): string => server?.origin ?? '';
  const people: Visitor[] = [];

  const person = async (width: 1280 | 360 = 1280): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    return visitor;
  };
  const paper = (title: string): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer } => ({
    name: `${title}.pdf`,
    mimeType: 'application/pdf',
    buffer: Buffer.from(tinyPdf(title)),
  });
  const tailOf = (code: string): RegExp => new RegExp(code.slice(-11));

  /** A phone in a citizen's hand, from the procedure page to the code. */
  const fileOnline = async (citizen: Visitor): Promise<string> => {
    const { page, go } = citizen;
    await go('/thu-tuc?q=dang+ky+khai+sinh');
    await look(citizen, looks);
    await page.getByRole('link', { name: 'Đăng ký khai sinh', exact: true }).first().click();
    await page.waitForURL(/\/thu-tuc\/1\.001193/);
    await look(citizen, looks);
    await page
      .getByRole('link', { name: /Bắt đầu nộp hồ sơ/ })
      .first()
      .click();
    await page.waitForURL(/\/nop\/1\.001193/);
    await look(citizen, looks);
    await page.getByLabel('Đăng ký khai sinh thông thường').check();
    await page.locator('[name="noi-nop"]').selectOption({ label: 'Ủy ban nhân dân phường Thọ Xương' });
    await page.getByRole('button', { name: 'Tạo hồ sơ' }).click();
    await page.waitForURL(/\/nop\/1\.001193\/.+/);
    const draft = page.url();
    await look(citizen, looks);
    await fillApplication(page, draft, {}, () => look(citizen, looks));

    await go(`${draft}/giay-to`);
    await look(citizen, looks);
    await page.locator('#tep-birth-certificate-notice').setInputFiles(paper('giay-chung-sinh'));
    await page.locator('#birth-certificate-notice').getByText('Đã tải lên').waitFor();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).last().click();
    await page.waitForURL(/nhan-ket-qua/);
    await look(citizen, looks);
    await page.getByLabel('Nhận bản điện tử').check();
    await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
    await page.waitForURL(/kiem-tra/);
    await look(citizen, looks);
    await page.getByLabel(/Tôi cam đoan/).check();
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
    await page.waitForURL(/da-nop/);
    await look(citizen, looks);
    return decodeURIComponent(/ho-so\/([^/]+)/.exec(page.url())?.[1] ?? '');
  };

  const accept = async (clerk: Visitor, code: string): Promise<void> => {
    const { page, go } = clerk;
    await go('/mot-cua');
    await look(clerk, looks);
    await go('/mot-cua/truc-tuyen');
    await look(clerk, looks);
    await page
      .getByRole('link', { name: tailOf(code) })
      .first()
      .click();
    await page.waitForURL(/\/mot-cua\/ho-so\//);
    await look(clerk, looks);
    await page
      .getByRole('button', { name: /Tiếp nhận/ })
      .first()
      .click();
    await page.waitForURL(/xong=accept/);
    await look(clerk, looks);
  };

  const openTask = async (officer: Visitor, code: string): Promise<void> => {
    const { page, go } = officer;
    await go('/cong-viec');
    await look(officer, looks);
    await page
      .getByRole('link', { name: tailOf(code) })
      .first()
      .click();
    await page.waitForURL(/\/cong-viec\/.+/);
    await page.getByRole('heading', { name: /Kết thúc bước/ }).waitFor();
    await look(officer, looks);
  };

  /** The officer's, the leader's and the registrar's steps, until the result waits for the applicant. */
  const settle = async (officer: Visitor, leader: Visitor, code: string): Promise<void> => {
    await openTask(officer, code);
    await officer.page.getByLabel(/^Đủ điều kiện đăng ký/).check();
    await officer.page
      .getByRole('button', { name: /Hoàn thành bước|Thực hiện/ })
      .first()
      .click();
    await officer.page.waitForURL(/xong=complete/);
    for (let steps = 0; steps < 4; steps += 1) {
      await openTask(officer, code).catch(() => undefined);
      const heading = officer.page.getByRole('heading', { name: /Kết thúc bước/ });
      if (!/\/cong-viec\/.+/.test(officer.page.url()) || (await heading.count()) === 0) break;
      if (/Trả kết quả/.test(await heading.innerText())) break;
      await officer.page
        .getByRole('button', { name: /Hoàn thành bước/ })
        .first()
        .click();
      await officer.page.waitForURL(/xong=complete/);
      if ((await officer.page.getByRole('heading', { name: /Kết thúc bước/ }).count()) === 0) break;
    }
    await openTask(leader, code);
    await leader.page.getByLabel('Tệp kết quả (PDF)').setInputFiles(paper('giay-khai-sinh'));
    await leader.page.getByLabel('Số, ký hiệu văn bản').fill('15/2021');
    await leader.page
      .getByRole('button', { name: /Ký kết quả/ })
      .first()
      .click();
    await leader.page.waitForURL(/xong=sign-result/);
    await look(leader, looks);
  };

  const finishSteps = async (worker: Visitor, code: string): Promise<void> => {
    await worker.go('/cong-viec');
    const row = worker.page.getByRole('link', { name: tailOf(code) }).first();
    if ((await row.count()) === 0) return;
    await row.click();
    await worker.page.waitForURL(/\/cong-viec\/.+/);
    // The address changes before the page does.
    await worker.page.getByRole('heading', { name: 'Quy trình', exact: true }).waitFor();
    const finish = worker.page.getByRole('button', { name: /Hoàn thành bước/ }).first();
    if ((await finish.count()) === 0) return;
    await finish.click();
    await worker.page.waitForURL(/xong=/);
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('is told by everybody who has a part in it', async () => {
    const phone = await person(360);
    const clerk = await person();
    const officer = await person();
    const leader = await person();
    const author = await person();
    const approver = await person();

    // Given a dossier that was filed and accepted under the release in force on 15 July.
    await phone.go('/');
    await look(phone, looks);
    await signInCitizen(phone, '0900000002', '/toi');
    await look(phone, looks);
    const older = await fileOnline(phone);
    await signInStaff(clerk, 'thoxuong.motcua');
    await accept(clerk, older);
    await signInStaff(officer, 'thoxuong.hotich');
    await officer.go('/cong-viec');

    // When the province office publishes an amendment and a repeal, effective on 1 August …
    await signInStaff(author, 'vanphong.soan');
    await look(author, looks);
    await author.page.locator('input[type="file"]').setInputFiles('definitions/decisions/examples/9101-qd-ubnd.json');
    await author.page.getByRole('button', { name: 'Xem trước' }).click();
    await author.page.waitForURL(/xem-truoc/);
    await look(author, looks);
    const preview = await author.page.locator('main').innerText();
    expect(preview).toContain('Đăng ký khai sinh');
    expect(preview).toContain('Cộng 2 mục');
    await author.page.getByRole('button', { name: /Trình phê duyệt/ }).click();
    await author.page.waitForURL(/xong=propose/);
    await look(author, looks);
    const address = new URL(author.page.url()).pathname;
    // … its author cannot approve it …
    expect(await author.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).count()).toBe(0);
    expect(await author.page.locator('main').innerText()).toContain('không tự phê duyệt được');
    // … a second person does, and it is applied.
    await signInStaff(approver, 'vanphong.duyet');
    await approver.go(address);
    await approver.page.getByRole('button', { name: /Phê duyệt nội dung này/ }).click();
    await approver.page.waitForURL(/xong=approve/);
    await approver.page.getByRole('button', { name: /^Áp dụng/ }).click();
    await approver.page.waitForURL(/xong=apply/);
    await look(approver, looks);

    // Then nothing has changed before its instant …
    const reader = await person();
    await reader.go('/thu-tuc?q=nguoi+khuyet+tat');
    expect(await reader.page.locator('main').innerText()).toContain(
      'Đề nghị hưởng trợ cấp xã hội đối với người khuyết tật',
    );

    // … and at its instant everything has, with no restart.
    await setClock(author, '01/08/2021', '00:00');
    await reader.go('/thu-tuc?q=nguoi+khuyet+tat');
    expect(await reader.page.locator('main').innerText()).not.toContain(
      'Đề nghị hưởng trợ cấp xã hội đối với người khuyết tật',
    );
    await reader.go('/thu-tuc/9.000002.H02');
    await look(reader, looks);
    const repealed = await reader.page.locator('main').innerText();
    expect(repealed).toMatch(/bãi bỏ/i);
    expect(repealed).toContain('Thực hiện trợ cấp xã hội hằng tháng');
    await reader.go('/thu-tuc/1.001193');
    expect(await reader.page.locator('main').innerText()).toContain('01/08/2021');

    // The next working morning a citizen files under the new release …
    await setClock(author, '02/08/2021', '08:00');
    const newer = await fileOnline(phone);
    await accept(clerk, newer);

    // … and both dossiers come to their end, each under its own.
    await signInStaff(leader, 'thoxuong.chutich');
    for (const code of [older, newer]) {
      await settle(officer, leader, code);
      for (const worker of [officer, clerk, officer]) await finishSteps(worker, code);
      await openTask(clerk, code).catch(() => undefined);
    }
    const releaseOf = async (code: string): Promise<string> => {
      await officer.go(`/cong-viec?tim=${code}`);
      await phone.go(`/ho-so/${code}`);
      await look(phone, looks);
      return phone.page.locator('main').innerText();
    };
    const endOfOlder = await releaseOf(older);
    const endOfNewer = await releaseOf(newer);
    expect(endOfOlder).toMatch(/kết quả/i);

    // The citizen downloads the result that the leader signed.
    for (const code of [older, newer]) {
      await phone.go(`/ho-so/${code}`);
      await phone.page.getByText('Đã có kết quả').first().waitFor();
      const link = phone.page.getByRole('link', { name: /Tải về/ }).first();
      const file = await phone.context.request.get(`${origin()}${(await link.getAttribute('href')) ?? ''}`);
      expect(file.status()).toBe(200);
      expect(file.headers()['content-type']).toContain('application/pdf');
      expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
      const receipt = await phone.context.request.get(`${origin()}/ho-so/${code}/phieu.pdf`);
      expect(receipt.status()).toBe(200);
    }
    expect(endOfNewer).toMatch(/kết quả/i);

    expect(looks).toEqual([]);
    // A page that is not there is asked for on purpose; nothing else may complain.
    expect(people.flatMap(({ trouble }) => trouble)).toEqual([]);
  });
});
