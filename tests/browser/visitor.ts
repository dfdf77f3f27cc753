import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from './chromium.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What went wrong on a page that a person would not see but should never happen. */
export interface Trouble {
  readonly page: string;
  readonly what: string;
}

export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly trouble: Trouble[];
  go(path: string): Promise<void>;
}

export const launch = async (): Promise<Browser> => {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('Chromium is missing; run the tests by npm test, which installs it or says how');
  return chromium.launch({ executablePath, args: browserFlags });
};

/** A load that the next navigation overtakes is broken off; the router tells its own promise so. */
const OVERTAKEN = /AbortError|signal is aborted/;

/** One person with a browser of their own; `width` 360 is a phone. */
export const visit = async (browser: Browser, origin: string, width: 1280 | 360 = 1280): Promise<Visitor> => {
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 900 },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    baseURL: origin,
    hasTouch: width === 360,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const trouble: Trouble[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !OVERTAKEN.test(message.text()))
      trouble.push({ page: page.url(), what: message.text() });
  });
  page.on('pageerror', (error) => {
    if (!OVERTAKEN.test(`${error.name} ${error.message}`)) trouble.push({ page: page.url(), what: error.message });
  });
  page.on('response', (response) => {
    if (response.status() >= 500)
      trouble.push({ page: page.url(), what: `${String(response.status())} ${response.url()}` });
  });
  return {
    page,
    context,
    trouble,
    go: async (path) => {
      await page.goto(path, { waitUntil: 'load' });
    },
  };
};

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}

/** Serious and critical findings of axe (WCAG 2.2 A and AA) on the page as it stands, one line each. */
export const accessibilityFindings = async (page: Page): Promise<readonly string[]> => {
  // By its debugging protocol, so that the page's own content security policy stays as it is.
  await page.evaluate(axeSource);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: readonly AxeViolation[] }> };
    };
    const found = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'],
    });
    return found.violations.map(({ id, impact, nodes }) => ({
      id,
      impact,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
    }));
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} (${(node.failureSummary ?? '').replace(/\s+/g, ' ')})`),
    );
};

/** Pixels by which the page is wider than the window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const seen = new WeakMap<string[], Set<string>>();

/**
 * Looks at the page as axe and a ruler do; `looks` collects what they find. A page of the same
 * address shape, headings and width is looked at once for each `looks`.
 */
export const look = async (visitor: Visitor, looks: string[]): Promise<void> => {
  const { page } = visitor;
  const where = new URL(page.url()).pathname;
  const width = String(page.viewportSize()?.width ?? 0);
  const headings = await page.locator('h1, h2').allInnerTexts();
  const shape = `${width} ${where.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+/g, '#')} ${headings.join('|').replaceAll(/[0-9]+/g, '#')}`;
  const done = seen.get(looks) ?? new Set<string>();
  seen.set(looks, done);
  if (done.has(shape)) return;
  done.add(shape);
  for (const finding of await accessibilityFindings(page)) looks.push(`${where} at ${width}: ${finding}`);
  const wider = await overflow(page);
  if (wider > 0) looks.push(`${where} at ${width}: ${String(wider)} px wider than the window`);
};
