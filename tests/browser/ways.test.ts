import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPage } from './fill.ts';
import { startServer, type RunningServer } from './server.ts';
import { setClock, signInCitizen, signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

/** At least 32 characters, of this test only. */
const SECRET = 'chi-dung-trong-phep-thu-0123456789';

const fromMinistry = {
  format: 'motcua/incoming-dossier@1',
  MaGoiTin: 'thu-1',
  MaHoSo: 'G09.20-20210715-0092637',
  MaTTHC: '2.002288',
  MaDonViTiepNhan: 'H02.TTPVHCC',
  NgayNopHoSo: '20210714101500',
  ChuHoSo: 'Công ty Vận tải Sông Thương',
  LoaiDoiTuong: '2',
  SoDinhDanh: '2400000001',
  DuLieuBieuMau: {
    organisation: {
      name: 'Công ty Vận tải Sông Thương',
      representative: 'Ngô Văn Bến',
      phone: '0912345678',
      address: { province: '24', commune: '07201' },
    },
    request: 'Cấp phù hiệu xe',
    declaration: true,
  },
  ThanhPhanHoSo: [],
};

describe('the ways in which a dossier comes in', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  const looks: string[] = [];
  const people = new Map<string, Visitor>();

  const somebody = async (name: string, signIn: (visitor: Visitor) => Promise<void>, width: 1280 | 360 = 1280) => {
    const before = people.get(`${name} ${String(width)}`);
    if (before) return before;
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    await signIn(visitor);
    people.set(`${name} ${String(width)}`, visitor);
    return visitor;
  };
  const staff = (login: string, width: 1280 | 360 = 1280): Promise<Visitor> =>
    somebody(login, (visitor) => signInStaff(visitor, login), width);
  const textOf = (visitor: Visitor): Promise<string> => visitor.page.locator('main').innerText();
  const picture = async ({ page }: Visitor, name: string): Promise<void> => {
    const folder = process.env['MOTCUA_PICTURES'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };
  const chosen = async ({ page, go }: Visitor, procedure: string): Promise<void> => {
    await go(`/mot-cua/tiep-nhan?tim=${procedure}`);
    await page.locator('[data-row-link]').first().click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await page.locator('#phan-2').waitFor();
  };
  const accept = async ({ page }: Visitor): Promise<void> => {
    const answered = page.waitForResponse((response) => response.request().method() === 'POST');
    await page.getByRole('button', { name: /Tiếp nhận và in giấy hẹn/ }).click();
    await answered;
    await page.waitForURL(/xong=accept/).catch(async (error: unknown) => {
      throw new Error(await page.locator('main').innerText(), { cause: error });
    });
  };

  beforeAll(async () => {
    server = await startServer({ environment: { MOTCUA_PEER_HE_THONG_BO_SECRET: SECRET } });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('a clerk enters what the post brought: its day and number stand on the dossier, and the receipt is sent', async () => {
    const clerk = await staff('thoxuong.motcua');
    const { page } = clerk;
    await chosen(clerk, '9.000001.H02');
    expect(await page.getByLabel('Ki-ốt thông minh').count()).toBe(0);
    await page.getByLabel('Trường hợp').selectOption('disabled');
    await page.locator('[name="q[disabilityDegree]"]').first().waitFor();
    await page.getByLabel('Bưu chính công ích', { exact: true }).check();
    await page.getByLabel('Ngày bưu chính chuyển đến').fill('16/07/2021');
    await page.getByLabel('Số hiệu bưu gửi').fill('EB123456789VN');
    await page.getByLabel('Họ và tên hoặc tên tổ chức').fill('Vi Thị Gửi');
    await page.getByLabel('Địa chỉ', { exact: true }).fill('Thôn 3, xã Tân Sơn, Lục Ngạn');
    await page.getByLabel('Qua bưu chính công ích').check();
    await fillPage(page);
    await page.locator('[name="chinh-declaration"]').first().check();
    await page.getByRole('button', { name: /Tiếp nhận và in giấy hẹn/ }).click();
    // It cannot have come tomorrow.
    await page.getByText('Ngày hồ sơ đến bằng bưu chính chưa đúng').first().waitFor();
    await look(clerk, looks);
    await page.getByLabel('Ngày bưu chính chuyển đến').fill('14/07/2021');
    await picture(clerk, 'post-intake');
    await accept(clerk);
    await look(clerk, looks);
    const text = await textOf(clerk);
    expect(text).toContain('Gửi qua bưu chính, đến ngày 14/07/2021, bưu gửi EB123456789VN');
    expect(text).toContain('gửi giấy tiếp nhận qua bưu chính tới');
    await picture(clerk, 'post-accepted');
  });

  it('a ministry’s system sends a dossier, which stands in the on-line inbox under its own code', async () => {
    const send = async (secret: string, body: object) =>
      fetch(`${server?.origin ?? ''}/api/ho-so-den/he-thong-bo`, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await send('sai', fromMinistry)).status).toBe(401);
    const refused = await send(SECRET, { ...fromMinistry, MaHoSo: '000.00.21.H02-210715-0001' });
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ ok: false, problems: [{ code: 'peer.code.ours' }] });
    const taken = await send(SECRET, fromMinistry);
    expect(await taken.json()).toEqual({ ok: true, MaHoSo: fromMinistry.MaHoSo, TrangThaiHoSo: '1' });
    expect((await send(SECRET, fromMinistry)).status).toBe(200);
    expect((await send(SECRET, { ...fromMinistry, ChuHoSo: 'Người khác' })).status).toBe(409);

    const centre = await staff('motcua.tinh');
    const { page } = centre;
    await centre.go('/mot-cua/truc-tuyen?tim=0092637');
    await page.getByText('Từ Hệ thống thông tin giải quyết thủ tục hành chính của Bộ').waitFor();
    await look(centre, looks);
    await picture(centre, 'foreign-inbox');
    await page.locator('[data-row-link]').first().click();
    await page.waitForURL(/ho-so/);
    await page.getByText('nộp tại đó lúc 10:15 14/07/2021').waitFor();
    await look(centre, looks);
    await page.goto('/ho-so');
    await page.getByLabel('Mã hồ sơ').fill('g09.20-20210715-0092637');
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
    await page.waitForURL(/ho-so\/G09|ho-so\/g09/);
    expect(await page.locator('h1').innerText()).toContain('G09.20-20210715-0092637');
  });

  it('a citizen pays what is asked for on line, from a phone, and the time goes on', async () => {
    const binh = await somebody('binh', (visitor) => signInCitizen(visitor, '0900000002'), 360);
    const { page } = binh;
    await page
      .getByRole('link', { name: /giấy phép xây dựng/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Cần thực hiện nghĩa vụ tài chính' }).waitFor();
    // What is signed and not paid is not given yet.
    expect(await page.getByRole('link', { name: /^Tải về/ }).count()).toBe(0);
    await look(binh, looks);
    await picture(binh, 'owed-360');
    await page.getByRole('link', { name: 'Nộp phí, lệ phí, thuế' }).first().click();
    await page.waitForURL(/nop-tien/);
    await page.getByText('50.000 đ').waitFor();
    await look(binh, looks);
    await page.getByRole('button', { name: 'Nộp trực tuyến' }).click();
    await page.getByText('Khoản nộp đã được mở tại').waitFor();
    await look(binh, looks);
    await picture(binh, 'pay-360');
    await page.getByRole('link', { name: 'Đến trang thanh toán' }).click();
    await page.getByRole('button', { name: 'Thanh toán' }).waitFor();
    await look(binh, looks);
    await picture(binh, 'platform-360');
    await page.getByRole('button', { name: 'Thanh toán' }).click();
    await page.getByText('Đã nhận được tiền nộp trực tuyến.').waitFor();
    await page.getByText('Mã giao dịch DEMO-').first().waitFor();
    expect(await page.getByRole('heading', { name: 'Cần thực hiện nghĩa vụ tài chính' }).count()).toBe(0);
    await look(binh, looks);
    await picture(binh, 'paid-360');
  });

  it('before the day of the rule the counter takes in for nobody else', async () => {
    const centre = await staff('motcua.tinh');
    await centre.go('/mot-cua/phi-dia-gioi');
    await centre.page.getByText('Vào ngày này quy định chưa cho phép').waitFor();
    await look(centre, looks);
  });

  it('a counter takes in for another unit, which records the arrival; the citizen reads why the date comes later', async () => {
    const centre = await staff('motcua.tinh');
    const { page } = centre;
    await setClock(centre, '10/08/2026', '08:30');
    await centre.go('/mot-cua/phi-dia-gioi');
    await look(centre, looks);
    await page.getByLabel('Thủ tục', { exact: true }).fill('2.000815');
    await page.getByRole('button', { name: 'Tìm thủ tục' }).click();
    await page.getByRole('link', { name: /^Chọn: Chứng thực bản sao/ }).click();
    await page.getByLabel('Đơn vị có thẩm quyền').fill('tho xuong');
    await page.getByRole('button', { name: 'Tìm đơn vị' }).click();
    await page.waitForURL(/don-vi=tho/);
    await look(centre, looks);
    await picture(centre, 'elsewhere');
    await page.getByRole('button', { name: /Chọn: .*Thọ Xương/ }).click();
    await page.waitForURL(/tiep-nhan\/[0-9a-f-]{36}/);
    await page.locator('#phan-2').waitFor();
    await page.getByLabel('Ki-ốt thông minh', { exact: true }).check();
    await page.getByLabel('Ki-ốt số, nơi đặt').fill('số 2, sảnh A');
    await page.getByLabel('Số căn cước công dân hoặc mã số').fill('099080000001');
    await page.getByRole('button', { name: 'Lấy thông tin' }).click();
    await page.getByText(/có người này/).waitFor();
    await fillPage(page, { 'q[pages]': '3', 'q[copyCount]': '2' });
    await page.locator('[name="xuat-trinh-original"]').check();
    await look(centre, looks);
    await accept(centre);
    await look(centre, looks);
    const text = await textOf(centre);
    expect(text).toContain('Nộp tại ki-ốt thông minh số 2, sảnh A');
    expect(text).toMatch(/Cơ quan có thẩm quyền\s+.*Thọ Xương/);
    expect(text).toContain('Thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ.');
    await picture(centre, 'elsewhere-accepted');
    const code = /[0-9A-Z.]{13}-260810-\d{4}/.exec(text)?.[0] ?? '';
    expect(code).not.toBe('');
    const receipt = (await page.locator('a[data-key="p"]').getAttribute('href')) ?? '';
    expect((await centre.context.request.get(receipt)).status()).toBe(200);

    const citizen = await somebody('an', (visitor) => signInCitizen(visitor, '0900000001'), 360);
    await citizen.go(`/ho-so/${code}`);
    await citizen.page.getByText('Ngày hẹn được báo khi cơ quan có thẩm quyền nhận được hồ sơ.').waitFor();
    await look(citizen, looks);
    await picture(citizen, 'citizen-on-the-way');

    const there = await staff('thoxuong.motcua', 360);
    await there.go('/mot-cua');
    await there.page.getByText('Hồ sơ chuyển đến').waitFor();
    await there.go('/mot-cua/chuyen-den');
    await look(there, looks);
    await picture(there, 'arriving');
    await there.page.getByRole('button', { name: `Đã nhận hồ sơ ${code}` }).click();
    await there.page.getByText('Đã ghi nhận nhận được hồ sơ').waitFor();
    await look(there, looks);
    await there.page.getByText('Không có hồ sơ nào đang chuyển đến').waitFor();

    await citizen.go(`/ho-so/${code}`);
    await citizen.page.getByText('Thời hạn tính từ khi cơ quan có thẩm quyền nhận được hồ sơ.').waitFor();
    await look(citizen, looks);
    expect(await textOf(citizen)).toContain('Cơ quan có thẩm quyền nhận hồ sơ');
  });

  it('every page is without findings, on a screen and on a phone', () => {
    expect(looks).toEqual([]);
    expect([...people.values()].flatMap(({ trouble }) => trouble)).toEqual([]);
  });
});
