import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillWithTasks, LOGIN, OPEN } from '../bench/many-tasks.ts';
import { startServer, type RunningServer } from './server.ts';
import { signInStaff } from './sign-in.ts';
import { launch, look, visit, type Visitor } from './visitor.ts';

describe('a work list of ten thousand open tasks', () => {
  let browser: Browser | undefined;
  let server: RunningServer | undefined;
  let officer: Visitor;
  const data = mkdtempSync(join(tmpdir(), 'motcua-long-list-'));
  const looks: string[] = [];
  const numberIn = (text: string): number => Number(text.replace(/\D/g, ''));

  beforeAll(async () => {
    const seeded = await startServer({ data });
    await seeded.stop();
    fillWithTasks(join(data, 'motcua.sqlite'));
    server = await startServer({ data });
    browser = await launch();
    officer = await visit(browser, server.origin);
    await signInStaff(officer, LOGIN);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(data, { recursive: true, force: true });
  });

  it('is counted whole, shown a page at a time, and gone through by keyboard', async () => {
    const { page } = officer;
    await officer.go('/cong-viec');
    const open = (await page.locator('.ptitle .muted').innerText()).split('·')[0] ?? '';
    expect(numberIn(open)).toBeGreaterThanOrEqual(OPEN);
    const shown = await page.locator('tbody tr').count();
    expect(shown).toBeGreaterThan(10);
    expect(shown).toBeLessThan(200);
    await look(officer, looks);
    const first = await page.locator('[data-row-link]').first().innerText();
    await page.locator('nav.pages a[rel=next]').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/trang=2/);
    await expect.poll(() => page.locator('[data-row-link]').first().innerText()).not.toBe(first);
    await look(officer, looks);
  });

  it('is narrowed by the state of the clock and by words, each with its own count', async () => {
    const { page } = officer;
    await officer.go('/cong-viec?xem=late');
    const late = await page.locator('tbody tr').count();
    expect(late).toBeGreaterThan(0);
    await officer.go('/cong-viec?tim=bench-4242');
    await page.getByText('Không có việc nào').or(page.locator('tbody tr')).first().waitFor();
    await officer.go('/cong-viec?trang=99999');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await look(officer, looks);
    await page.setViewportSize({ width: 360, height: 740 });
    await officer.go('/cong-viec');
    await look(officer, looks);
    expect(looks).toEqual([]);
    expect(officer.trouble).toEqual([]);
  });
});
