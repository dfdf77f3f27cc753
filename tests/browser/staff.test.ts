import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tinyPdf } from '#seeds/index.ts';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** Codes of dossiers that the demo opens with, by the end of their code. */
const WAITING_ONLINE = '210715-0004';
const ALSO_ONLINE = '210714-0006';
const REGISTRAR_HAS = '210715-0002';
const REGISTRAR_HAS_TOO = '210715-0001';
const OVERDUE = '210707-0002';
const SEVERAL_DAYS = '210712-0002';
const WITH_CHARGE = '210709-0002';
const READY_TO_GIVE = '210714-0001';

describe('the staff’s daily work', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people: Visitor[] = [];
  const known = new Map<string, Visitor>();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-staff-'));

  /** Somebody of the staff with a browser of their own, signed in once for all tests. */
  const staff = async (login: string, width: 1280 | 360 = 1280): Promise<Visitor> => {
    const before = known.get(`${login} ${String(width)}`);
    if (before) return before;
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    people.push(visitor);
    await signInStaff(visitor, login);
    known.set(`${login} ${String(width)}`, visitor);
    return visitor;
  };

  /** Keys work once the page's scripts have taken it over. */
  const alive = async (page: Page): Promise<void> => {
    await page.waitForFunction(() =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber')),
    );
  };
  const open = async (visitor: Visitor, list: string, tail: string): Promise<string> => {
    await visitor.go(`${list}?tim=${tail}`);
    const link = visitor.page.locator('main a', { hasText: tail }).first();
    const href = (await link.getAttribute('href')) ?? '';
    await visitor.go(href);
    await alive(visitor.page);
    return href;
  };
  const press = async (page: Page, button: string | RegExp, done: RegExp): Promise<void> => {
    await page.getByRole('button', { name: button }).first().click();
    await page.waitForURL(done);
  };
  const textOf = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();
  const expectPdf = async ({ page, context }: Visitor, href: string): Promise<void> => {
    const file = await context.request.get(new URL(href, page.url()).href);
    expect(file.status(), href).toBe(200);
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
  };
  const printed = async (visitor: Visitor, name: string): Promise<void> => {
    await expectPdf(visitor, (await visitor.page.getByRole('link', { name }).first().getAttribute('href')) ?? '');
  };
  /** Opens one of the other things that can be done with a dossier. */
  const other = async ({ page }: Visitor, name: string): Promise<void> => {
    await page.getByRole('link', { name, exact: true }).click();
    await page.waitForURL(/viec=/);
    await page.locator('#viec').waitFor();
  };

  beforeAll(async () => {
    server = await startServer();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('takes a person in at the counter by keyboard alone, from “Người tiếp theo” to the receipt', async () => {
    const clerk = await staff('thoxuong.motcua');
    const { page } = clerk;
    /** Walks with Tab to what is wanted, as somebody without a mouse does. */
    const walkTo = async (selector: string): Promise<void> => {
      for (let step = 0; step < 60; step += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${selector}`);
    };
    const write = async (selector: string, text: string): Promise<void> => {
      await walkTo(selector);
      await page.keyboard.type(text);
    };
    await clerk.go('/mot-cua');
    await alive(page);
    await look(clerk, looks);
    await page.keyboard.press('Alt+n');
    await page.waitForURL(/tiep-nhan$/);
    await look(clerk, looks);
    await page.keyboard.press('Alt+1');
    await page.keyboard.type('chung thuc ban sao');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim=/);
    await walkTo('[data-row-link]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await page.locator('#phan-2').waitFor();
    await look(clerk, looks);
    await page.keyboard.press('Alt+2');
    await write('#o-so-giay-to', '024091000777');
    await write('#o-ho-ten', 'Đặng Thị Khuyên');
    await page.keyboard.press('Alt+3');
    await write('[name="q[documentName]"]', 'Bằng tốt nghiệp trung học phổ thông');
    await write('[name="q[pages]"]', '3');
    await write('[name="q[copyCount]"]', '2');
    await page.keyboard.press('Alt+4');
    await walkTo('[name="xuat-trinh-original"]');
    await page.keyboard.press('Space');
    // The fee follows from what was written: (4.000 + 1.000) × 2.
    await page.getByText('10.000 đ').first().waitFor();
    await walkTo('[name="da-thu"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/xong=accept/);
    await look(clerk, looks);
    const receipt = page.locator('a[data-key="p"]');
    await expectPdf(clerk, (await receipt.getAttribute('href')) ?? '');
    expect(await textOf(clerk)).toContain('Đặng Thị Khuyên');
    await clerk.go('/mot-cua/so-theo-doi');
    await look(clerk, looks);
    expect(await textOf(clerk)).toContain('Đặng Thị Khuyên');
  });

  it('refuses a filing with the reason that is printed for the applicant', async () => {
    const clerk = await staff('thoxuong.motcua');
    const { page } = clerk;
    await open(clerk, '/mot-cua/truc-tuyen', WAITING_ONLINE);
    await look(clerk, looks);
    await page.keyboard.press('Alt+t');
    // Without a reason nothing is refused.
    await page.locator('details[open] button', { hasText: 'Từ chối tiếp nhận' }).click();
    await page.getByText('Chưa nêu lý do').first().waitFor();
    await look(clerk, looks);
    await page.getByLabel('Lý do từ chối').fill('Hồ sơ thuộc thẩm quyền của Ủy ban nhân dân phường Trần Phú.');
    await page.locator('details[open] button', { hasText: 'Từ chối tiếp nhận' }).click();
    await page.waitForURL(/xong=refuse/);
    await look(clerk, looks);
    await printed(clerk, 'Phiếu từ chối');
    expect(await textOf(clerk)).toContain('thuộc thẩm quyền của Ủy ban nhân dân phường Trần Phú');
  });

  it('asks once for what is missing, takes it in, and counts the time anew', async () => {
    const clerk = await staff('thoxuong.motcua');
    const officer = await staff('thoxuong.hotich');
    // At the agency, on a dossier under way.
    const task = await open(officer, '/cong-viec', REGISTRAR_HAS);
    await look(officer, looks);
    await other(officer, 'Yêu cầu bổ sung');
    await look(officer, looks);
    await officer.page.locator('#viec [name="giay-to"]').first().check();
    await officer.page.locator('#viec [name^="gi-"]').first().fill('Tờ khai có chữ ký của người yêu cầu');
    await officer.page.locator('#viec').getByLabel('Lý do').fill('Tờ khai chưa ký.');
    await press(officer.page, 'Yêu cầu bổ sung', /xong=ask-supplement/);
    await look(officer, looks);
    await printed(officer, 'Phiếu yêu cầu bổ sung');
    expect(await textOf(officer)).toContain('Chờ bổ sung');

    // The applicant brings it the next morning.
    await setClock(clerk, '16/07/2021', '08:00');
    await clerk.go('/mot-cua/bo-sung');
    await look(clerk, looks);
    await open(clerk, '/mot-cua/bo-sung', REGISTRAR_HAS);
    await look(clerk, looks);
    await clerk.page.locator('main form [name^="chinh-"], main form [name^="sao-"]').first().check();
    await press(clerk.page, 'Nhận giấy tờ bổ sung', /xong=supply-supplement/);
    await look(clerk, looks);
    await officer.go(task);
    const after = await textOf(officer);
    expect(after).toContain('Nhận đủ bổ sung');
    expect(after).toContain('16/07/2021');

    // At the counter, on a filing that waits to be taken in.
    await open(clerk, '/mot-cua/truc-tuyen', ALSO_ONLINE);
    await clerk.page.keyboard.press('Alt+b');
    const form = clerk.page.locator('details[open]');
    await form.locator('[name="giay-to"]').first().check();
    await form.getByLabel('Lý do').fill('Ảnh chụp tờ khai bị mờ.');
    await form.getByRole('button', { name: 'Yêu cầu bổ sung' }).click();
    await clerk.page.waitForURL(/xong=ask-supplement/);
    await look(clerk, looks);
    await printed(clerk, 'Phiếu yêu cầu bổ sung');
    // What was asked for can be taken in, also a paper that the filing itself did not need.
    await clerk.page.locator('#bo-sung input[type="checkbox"]').first().check();
    await press(clerk.page, 'Nhận giấy tờ bổ sung', /xong=supply-supplement/);
    await look(clerk, looks);
  });

  it('refuses by a signed document when the conditions are not met', async () => {
    const officer = await staff('thoxuong.hotich');
    const leader = await staff('thoxuong.chutich');
    const task = await open(officer, '/cong-viec', REGISTRAR_HAS);
    await officer.page.getByLabel(/^Không đủ điều kiện/).check();
    await press(officer.page, /Hoàn thành bước/, /xong=complete/);
    for (let steps = 0; steps < 3; steps += 1) {
      await leader.go(task);
      if ((await leader.page.getByLabel('Tệp kết quả (PDF)').count()) > 0) break;
      await officer.go(task);
      await press(officer.page, /Hoàn thành bước/, /xong=complete/);
    }
    await alive(leader.page);
    await look(leader, looks);
    await leader.page.getByLabel('Tệp kết quả (PDF)').setInputFiles({
      name: 'thong-bao-tu-choi.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(tinyPdf('thong bao')),
    });
    // The name of the chosen file stands beside the button.
    await leader.page.getByText('thong-bao-tu-choi.pdf').waitFor();
    await leader.page.getByLabel('Số, ký hiệu văn bản').first().fill('16/TB-UBND');
    // The step is the signature of a refusal, and the page knows it.
    expect(await leader.page.getByLabel('Đây là văn bản từ chối giải quyết').first().isChecked()).toBe(true);
    await press(leader.page, /Ký kết quả/, /xong=sign-result/);
    await look(leader, looks);
    expect(await textOf(leader)).toContain('16/TB-UBND');
  });

  it('gives a step to a colleague', async () => {
    const officer = await staff('thoxuong.hotich');
    const head = await staff('thoxuong.phochutich');
    await officer.go('/cong-viec?loc=late');
    await look(officer, looks);
    const task = await open(officer, '/cong-viec', OVERDUE);
    await head.go(task);
    await alive(head.page);
    await other(head, 'Chuyển người khác');
    await look(head, looks);
    const colleague = await head.page.locator('#viec [name="cho"] option').first().innerText();
    await press(head.page, 'Chuyển người khác', /xong=assign/);
    await look(head, looks);
    expect(await textOf(head)).toContain(colleague);
  });

  it('apologises for a delay before the day comes, and promises another day', async () => {
    const head = await staff('thoxuong.phochutich');
    const leader = await staff('thoxuong.chutich');
    const task = await open(head, '/cong-viec', SEVERAL_DAYS);
    await leader.go(task);
    const { page } = leader;
    await alive(page);
    await other(leader, 'Xin lỗi và hẹn lại');
    await look(leader, looks);
    const panel = page.locator('#viec');
    // A day that is none is said, and what was written stays.
    await panel.locator('[name="ngay"]').fill('31/02/2021');
    await panel.getByLabel('Lý do').fill('Chờ kết quả xác minh của công an.');
    await panel.getByRole('button', { name: 'Xin lỗi và hẹn lại' }).click();
    await page.getByRole('alert').first().waitFor();
    expect(await panel.getByLabel('Lý do').inputValue()).toBe('Chờ kết quả xác minh của công an.');
    await panel.locator('[name="ngay"]').fill('22/07/2021');
    await panel.getByRole('button', { name: 'Xin lỗi và hẹn lại' }).click();
    await page.waitForURL(/xong=extend/);
    await look(leader, looks);
    await printed(leader, 'Phiếu xin lỗi và hẹn lại');
    expect(await textOf(leader)).toContain('22/07/2021');
  });

  it('asks for a charge, waits, and records at the counter that it was paid', async () => {
    const officer = await staff('tpbacgiang.chuyenvien');
    const clerk = await staff('tpbacgiang.motcua');
    const task = await open(officer, '/cong-viec', WITH_CHARGE);
    await other(officer, 'Yêu cầu nộp tiền');
    await look(officer, looks);
    await officer.page.locator('#viec').getByLabel('Số tiền').fill('75.000');
    await officer.page.locator('#viec').getByLabel('Lý do').fill('Lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh.');
    await press(officer.page, 'Yêu cầu nộp tiền', /xong=ask-payment/);
    await look(officer, looks);
    expect(await textOf(officer)).toContain('75.000');
    await clerk.go(task.replace('/cong-viec/', '/mot-cua/ho-so/'));
    await alive(clerk.page);
    await look(clerk, looks);
    expect(await clerk.page.getByLabel('Số tiền').inputValue()).toBe('75000');
    await press(clerk.page, 'Ghi nhận đã nộp tiền', /xong=record-payment/);
    await look(clerk, looks);
    expect(await textOf(clerk)).toContain('đã thu');
  });

  it('suspends, resumes and stops with a ground', async () => {
    const officer = await staff('tpbacgiang.chuyenvien');
    const leader = await staff('tpbacgiang.lanhdao');
    const task = await open(officer, '/cong-viec', WITH_CHARGE);
    const { page } = leader;
    await leader.go(task);
    await alive(page);
    await other(leader, 'Tạm dừng');
    await page.locator('#viec textarea').fill('Chờ bản án của Tòa án nhân dân thành phố.');
    await press(page, 'Tạm dừng', /xong=suspend/);
    await look(leader, looks);
    await other(leader, 'Tiếp tục giải quyết');
    await press(page, 'Tiếp tục giải quyết', /xong=resume/);
    await other(leader, 'Dừng giải quyết');
    await page.locator('#viec textarea').fill('Người đề nghị đã chết.');
    await press(page, 'Dừng giải quyết', /xong=stop/);
    await look(leader, looks);
    // The form of a stop notice came in 2025; in 2021 there is none to offer.
    expect(await leader.page.getByRole('link', { name: 'Thông báo dừng giải quyết' }).count()).toBe(0);
    expect(await textOf(leader)).toContain('Người đề nghị đã chết.');
  });

  it('tells the second of two officers who did what, loses nothing typed, and does a thing once', async () => {
    if (!browser || !server) throw new Error('not started');
    const first = await staff('thoxuong.hotich');
    const second = await visit(browser, server.origin);
    people.push(second);
    await signInStaff(second, 'thoxuong.hotich');
    await open(first, '/cong-viec', REGISTRAR_HAS_TOO);
    await open(second, '/cong-viec', REGISTRAR_HAS_TOO);
    await second.page.getByLabel('Ghi chú').first().fill('Đã đối chiếu sổ gốc.');
    // A double click is one click.
    await first.page
      .getByRole('button', { name: /Hoàn thành bước/ })
      .first()
      .dblclick();
    await first.page.waitForURL(/xong=complete/);
    await look(first, looks);
    const history = await first.page.locator('#dien-bien').innerText();
    await second.page
      .getByRole('button', { name: /Hoàn thành bước/ })
      .first()
      .click();
    await second.page.getByRole('alert').first().waitFor();
    await look(second, looks);
    const told = await second.page.getByRole('alert').first().innerText();
    expect(told).toContain('Hồ sơ vừa được người khác xử lý');
    expect(told).toContain('Trần Văn Hải');
    // The step is done; what the second wrote for it is not lost with its form.
    expect(told).toContain('Đã đối chiếu sổ gốc.');
    expect(await second.page.locator('#dien-bien').innerText()).toBe(history);
  });

  it('hands a result out and keeps who took it', async () => {
    const clerk = await staff('thoxuong.motcua');
    await clerk.go('/mot-cua/tra-ket-qua');
    await look(clerk, looks);
    await open(clerk, '/mot-cua/tra-ket-qua', READY_TO_GIVE);
    await look(clerk, looks);
    await clerk.page.getByLabel('Người nhận', { exact: true }).fill('Vũ Đình Toàn');
    await clerk.page.getByLabel('Số giấy tờ của người nhận').fill('024085000123');
    await clerk.page.getByLabel('Giấy ủy quyền').fill('Giấy ủy quyền ngày 14/07/2021');
    await press(clerk.page, /Ghi nhận đã trả/, /xong=hand-out/);
    await look(clerk, looks);
    expect(await textOf(clerk)).toContain('Vũ Đình Toàn');
  });

  it('refuses bad decisions with code, place and remedy, and keeps nothing of them', async () => {
    const author = await staff('vanphong.soan');
    const { page } = author;
    const list = async (): Promise<string> => {
      await author.go('/cong-bo');
      await alive(page);
      return page.locator('main table').first().innerText();
    };
    const before = await list();
    await look(author, looks);
    const upload = async (file: string): Promise<string> => {
      await page.getByLabel('Tệp quyết định (JSON)').setInputFiles(file);
      await page.getByRole('button', { name: 'Xem trước' }).click();
      await page.getByRole('alert').first().waitFor();
      return page.getByRole('alert').first().innerText();
    };
    const oversized = join(folder, 'oversized.json');
    writeFileSync(oversized, '{');
    truncateSync(oversized, 61 * 1024 * 1024);
    for (const [file, code, place] of [
      ['tests/corpus/bad/decision-cut-off.json', 'definition.not-json', ''],
      ['tests/corpus/bad/decision-empty.json', 'definition.not-json', ''],
      ['tests/corpus/bad/decision-unknown-format.json', 'definition.format.unknown', '/format'],
      ['tests/corpus/bad/decision-item-twice.json', 'decision.item.twice', '/items/1/code'],
      [oversized, 'decision.file-too-large', 'tep'],
    ] as const) {
      expect(await list()).toBe(before);
      const said = await upload(file);
      expect(said, file).toContain(code);
      expect(said, file).toContain(place);
      expect(said, file).toMatch(/Hãy |Nên /);
      await look(author, looks);
    }
    expect(await list()).toBe(before);
  });

  it('restores the catalogue when a decision is withdrawn before it takes effect', async () => {
    const author = await staff('vanphong.soan');
    const approver = await staff('vanphong.duyet');
    const { page } = approver;
    const historyOf = async (): Promise<string> => {
      await approver.go('/danh-muc/1.001193');
      await look(approver, looks);
      return textOf(approver);
    };
    const before = await historyOf();
    await author.go('/cong-bo');
    await author.page
      .getByLabel('Tệp quyết định (JSON)')
      .setInputFiles('definitions/decisions/examples/9101-qd-ubnd.json');
    await author.page.getByRole('button', { name: 'Xem trước' }).click();
    await author.page.waitForURL(/xem-truoc/);
    await look(author, looks);
    await press(author.page, /Trình phê duyệt/, /xong=propose/);
    await approver.go(new URL(author.page.url()).pathname);
    await look(approver, looks);
    await press(page, /Phê duyệt nội dung này/, /xong=approve/);
    await press(page, /^Áp dụng/, /xong=apply/);
    const decision = new URL(page.url()).pathname;
    expect(await historyOf()).not.toBe(before);
    await approver.go(decision);
    await page.locator('summary', { hasText: 'Rút quyết định' }).click();
    await page.getByLabel('Lý do rút').fill('Sai thẩm quyền ban hành.');
    await press(page, 'Rút quyết định', /xong=withdraw/);
    await look(approver, looks);
    expect(await textOf(approver)).toContain('Đã rút');
    // At the instant it would have taken effect nothing happens.
    await setClock(approver, '01/08/2021', '00:00');
    await approver.go('/thu-tuc?q=nguoi+khuyet+tat');
    expect(await textOf(approver)).toContain('Đề nghị hưởng trợ cấp xã hội đối với người khuyết tật');
    await approver.go('/thu-tuc/1.001193');
    expect(await textOf(approver)).not.toContain('01/08/2021');
  });

  it('fits a phone on every page', async () => {
    const pages: Readonly<Record<string, readonly string[]>> = {
      'thoxuong.motcua': [
        '/mot-cua',
        '/mot-cua/tiep-nhan',
        '/mot-cua/truc-tuyen',
        '/mot-cua/tra-ket-qua',
        '/mot-cua/bo-sung',
        '/mot-cua/so-theo-doi',
      ],
      'thoxuong.hotich': ['/cong-viec'],
      'vanphong.duyet': ['/cong-bo', '/danh-muc', '/danh-muc/1.001193', '/giam-sat', '/giam-sat/ho-so'],
      quantri: [
        '/quan-tri',
        '/quan-tri/don-vi',
        '/quan-tri/lich',
        '/quan-tri/danh-muc-ma',
        '/quan-tri/thu',
        '/quan-tri/he-thong',
      ],
    };
    for (const [login, addresses] of Object.entries(pages)) {
      const narrow = await staff(login, 360);
      const wide = await staff(login);
      for (const address of addresses) {
        await narrow.go(address);
        await look(narrow, looks);
        await wide.go(address);
        await look(wide, looks);
      }
    }
    const clerk = await staff('thoxuong.motcua', 360);
    for (const [list, tail] of [
      ['/mot-cua/truc-tuyen', ALSO_ONLINE],
      ['/mot-cua/so-theo-doi', READY_TO_GIVE],
    ] as const) {
      await open(clerk, list, tail);
      await look(clerk, looks);
    }
    const officer = await staff('thoxuong.hotich', 360);
    await open(officer, '/cong-viec', OVERDUE);
    await look(officer, looks);
  });

  it('had nobody meet an error, an inaccessible part or a page wider than the window', () => {
    expect(looks).toEqual([]);
    expect(people.flatMap(({ trouble }) => trouble)).toEqual([]);
  });
});
