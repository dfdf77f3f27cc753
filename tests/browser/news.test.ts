import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at } from '#engine/clock/index.ts';
import { readDecisionFile } from '#engine/definition/index.ts';
import { createService } from '#engine/service/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { must, seed } from '#seeds/index.ts';
import { demoActor } from './demo-actor.ts';
import { dataOfItsOwn } from './seeded.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

const PICTURES = process.env['MOTCUA_PICTURES'];
const EXAMPLE = 'definitions/decisions/examples/9101-qd-ubnd.json';

describe('what is new', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let data = '';
  const looks: string[] = [];
  const staff = async (login: string, width: 1280 | 360): Promise<Visitor> => {
    if (!browser || !server) throw new Error('not started');
    const visitor = await visit(browser, server.origin, width);
    await signInStaff(visitor, login);
    return visitor;
  };
  const picture = async (page: Page, name: string): Promise<void> => {
    if (PICTURES === undefined) return;
    mkdirSync(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
  };

  beforeAll(async () => {
    data = dataOfItsOwn();
    const store = await openSqliteStore({ path: join(data, 'motcua.sqlite'), filesDir: join(data, 'files') });
    await seed({ store });
    const clock = { now: () => at('2021-07-15', '10:00') };
    const { catalogue } = await createService({ store, clock, verify: async () => ({ problems: [] }) });
    const given = must('read', readDecisionFile(readFileSync(EXAMPLE, 'utf8')));
    const proposed = must('propose', await catalogue.propose(given, demoActor('vanphong.soan')));
    must('approve', await catalogue.approve(proposed.number, proposed.contentHash, demoActor('vanphong.duyet')));
    must('apply', await catalogue.apply(proposed.number, demoActor('vanphong.duyet')));
    await store.close();
    server = await startServer({ data });
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    if (data) rmSync(data, { recursive: true, force: true });
  });

  it('is read and printed at a counter, week by week, down to what differs', async () => {
    const clerk = await staff('thoxuong.motcua', 1280);
    const { page } = clerk;
    await page.getByRole('link', { name: 'Có gì mới' }).first().click();
    // Published in the week of 15 July, in effect on Sunday, 1 August.
    await page.getByRole('heading', { name: 'Công bố trong tuần, có hiệu lực sau' }).waitFor();
    await clerk.go('/co-gi-moi?tuan=2021-07-30');
    await page.getByText('Tuần từ 26/07/2021 đến 01/08/2021').waitFor();
    await page.getByRole('heading', { name: 'Có hiệu lực trong tuần' }).waitFor();
    expect(await page.locator('main').innerText()).toContain('9101/QĐ-UBND');
    // The number is no link for a clerk, who may not open the desk.
    expect(await page.getByRole('link', { name: '9101/QĐ-UBND' }).count()).toBe(0);
    await look(clerk, looks);
    await picture(page, 'news-1280');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header.mast').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'In', exact: true }).isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Có gì mới' }).isVisible()).toBe(true);
    await picture(page, 'news-print');
    await page.emulateMedia({ media: 'screen' });
    await page
      .getByRole('link', { name: /^Xem khác biệt của/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Phiên bản 1 và phiên bản 2/ }).waitFor();
    await clerk.go('/co-gi-moi?tuan=2021-05-05');
    await page.getByText('Tuần này không có gì mới').waitFor();
    await page.setViewportSize({ width: 360, height: 740 });
    await clerk.go('/co-gi-moi?tuan=2021-07-30');
    await page.getByRole('heading', { name: 'Có hiệu lực trong tuần' }).waitFor();
    await look(clerk, looks);
    await picture(page, 'news-360');
    expect(clerk.trouble).toEqual([]);
  });

  it('is watched by the office: lags per agency, what waits, what is due next', async () => {
    const office = await staff('vanphong.soan', 1280);
    const { page } = office;
    await office.go('/giam-sat');
    await page.getByRole('link', { name: 'Giám sát công bố' }).click();
    await page.getByRole('heading', { name: 'Độ trễ theo cơ quan' }).waitFor();
    const next = page.getByRole('region', { name: 'Sắp tới' });
    await next.getByRole('row', { name: /9101\/QĐ-UBND.*Có hiệu lực/ }).waitFor();
    await next.getByRole('row', { name: /9101\/QĐ-UBND.*Cơ sở dữ liệu quốc gia/ }).waitFor();
    await look(office, looks);
    await picture(page, 'lags-1280');
    await page.setViewportSize({ width: 360, height: 740 });
    await look(office, looks);
    await picture(page, 'lags-360');
    expect(looks).toEqual([]);
    expect(office.trouble).toEqual([]);
  });
});
