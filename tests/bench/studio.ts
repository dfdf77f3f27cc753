import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fromStepTable, parseProcess, type StepRow } from '#engine/process/index.ts';
import { openSqliteStore } from '#engine/store/index.ts';
import { filesOf } from '#engine/studio/index.ts';
import { demoInstant, must, seed } from '#seeds/index.ts';
import { startServer } from '../browser/server.ts';
import { signInStaff } from '../browser/sign-in.ts';
import { launch, visit } from '../browser/visitor.ts';
import { print, summarize } from './measure.ts';

const CODE = '9.000900';
const ELEMENTS = 100;
const QUESTIONS = 200;

/** Steps with a loop of approval after every fourth, until there are as many nodes as asked for. */
const processOf = async (nodes: number): Promise<string> => {
  for (let count = 4; ; count += 1) {
    const rows = Array.from({ length: count }, (_, index): StepRow => {
      const step = `step${String(index)}`;
      const loop = index % 4 === 3 && index < count - 1;
      return {
        step,
        name: `Bước thứ ${String(index + 1)}`,
        who: (['clerk', 'officer', 'head', 'leader'] as const)[index % 4] ?? 'officer',
        time: 'PT2H',
        ...(loop
          ? {
              outcomes: [
                { id: 'on', name: 'Đồng ý', next: `step${String(index + 1)}` },
                { id: 'back', name: 'Trả lại', next: `step${String(index - 1)}` },
              ],
            }
          : {}),
      };
    });
    const xml = must('table', fromStepTable({ format: 'motcua/step-table@1', id: 'p', name: 'Quy trình dài', rows }));
    const parsed = must('process', await parseProcess(xml));
    if ((parsed.processes[0]?.nodes.length ?? 0) >= nodes) return xml;
  }
};

/** Ten pages; every fifth question is shown by the answer to the one before it. */
const formOf = (questions: number) => ({
  format: 'motcua/form@1',
  kind: 'pages',
  pages: Array.from({ length: 10 }, (_, page) => ({
    id: `page${String(page + 1)}`,
    title: { vi: `Trang ${String(page + 1)}` },
    questions: Array.from({ length: questions / 10 }, (__, index) => {
      const id = `q${String(page)}x${String(index)}`;
      const type = (['yes-no', 'text', 'number', 'date', 'text'] as const)[index % 5] ?? 'text';
      const asked = `q${String(page)}x${String(index - 4)}`;
      return {
        id,
        type,
        label: { vi: `Câu hỏi ${String(page * 20 + index + 1)}` },
        ...(index % 5 === 4 ? { when: `form.${asked} = true` } : {}),
      };
    }),
  })),
});

/** Since the page was asked for, when its scripts had done what `ready` looks for. */
const opened = async (page: Page, address: string, ready: string): Promise<number> => {
  await page.goto(address, { waitUntil: 'commit' });
  return page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          // A page that answers a click is a page that is there.
          document.querySelector<HTMLElement>('.tree button.q')?.click();
          if (!document.querySelector(selector)) return;
          clearInterval(timer);
          resolve(performance.now());
        }, 5);
      }),
    ready,
  );
};

/** From each key until what it changed is on the screen, in milliseconds. */
const typed = async (page: Page, text: string): Promise<readonly number[]> => {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { keyTimes: times });
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            times.push(performance.now() - timeStamp);
          };
          port2.postMessage(undefined);
        });
      },
      true,
    );
  });
  await page.keyboard.type(text, { delay: 60 });
  await page.waitForTimeout(300);
  return page.evaluate(() => (window as unknown as { keyTimes: number[] }).keyTimes);
};

/** The studios in Chromium: how long until they can be used, and how long a key takes. */
export const benchStudio = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-studio-'));
  const store = await openSqliteStore({ path: join(folder, 'motcua.sqlite'), filesDir: join(folder, 'files') });
  await seed({ store }, { dossiers: false });
  const xml = await processOf(ELEMENTS);
  const procedure = { format: 'motcua/procedure@1', code: CODE, name: { vi: 'Thủ tục dài' }, levels: ['commune'] };
  const parts = filesOf({ procedure, form: formOf(QUESTIONS), process: xml });
  must(
    'draft',
    await store.studio.save({
      code: CODE,
      status: 'editing',
      unit: 'H02',
      parts,
      revision: 1,
      editor: { id: 'bench', name: 'Người đo' },
      createdAt: demoInstant,
      updatedAt: demoInstant,
    }),
  );
  await store.close();
  const [server, browser] = await Promise.all([startServer({ data: folder }), launch()]);
  try {
    const visitor = await visit(browser, server.origin);
    await signInStaff(visitor, 'vanphong.soan');
    const { page } = visitor;
    const cookies = await visitor.context.cookies();
    /** With a browser that was never here before: nothing is in its cache. */
    const cold = async (address: string, ready: string): Promise<readonly number[]> => {
      const times: number[] = [];
      for (let run = 0; run < 11; run += 1) {
        const stranger = await visit(browser, server.origin);
        await stranger.context.addCookies(cookies);
        times.push(await opened(stranger.page, address, ready));
        await stranger.context.close();
      }
      return times;
    };
    const several = async (address: string, ready: string): Promise<readonly number[]> => {
      const times: number[] = [];
      for (let run = 0; run < 12; run += 1) times.push(await opened(page, address, ready));
      // The first fills the browser's cache.
      return times.slice(1);
    };
    print(summarize(`process studio, ${String(ELEMENTS)} elements, from address to diagram`, await several(`/thiet-ke/${CODE}/quy-trinh`, '.psplace[data-ready="true"]'))); // prettier-ignore
    print(summarize(`form studio, ${String(QUESTIONS)} questions, from address to editing`, await several(`/thiet-ke/${CODE}/bieu-mau`, '.tree button.q.on'))); // prettier-ignore
    print(summarize('process studio, the first visit of a browser', await cold(`/thiet-ke/${CODE}/quy-trinh`, '.psplace[data-ready="true"]'))); // prettier-ignore
    print(summarize('form studio, the first visit of a browser', await cold(`/thiet-ke/${CODE}/bieu-mau`, '.tree button.q.on'))); // prettier-ignore
    await page.getByLabel('Gợi ý dưới câu hỏi').focus();
    print(summarize('a key in a question, until it is on the screen', await typed(page, 'Ghi như trong giấy khai sinh, '.repeat(4)))); // prettier-ignore
    await page.locator('.tree button.q').nth(4).click();
    await page.getByRole('button', { name: 'Xem dạng FEEL' }).click();
    await page.getByLabel('Biểu thức FEEL').focus();
    print(summarize('a key in a condition, checked as it is typed', await typed(page, ' and form.q0x2 > 3 or form.q0x5 = true'.repeat(2)))); // prettier-ignore
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
