import type { Page } from 'playwright-core';

/** What is typed where the field's name says so; the rest gets something plausible. */
const texts: readonly (readonly [RegExp, string])[] = [
  [/email/i, 'nguoi.nop@vidu.vn'],
  [/phone/i, '0900000002'],
  [/idNumber|personalId|passport/i, '099085000002'],
  [/mother.*name/i, 'Trần Thị Bình'],
  [/father.*name/i, 'Nguyễn Văn Ẩn'],
  [/name/i, 'Nguyễn Hoàng Bảo Anh'],
  [/relation/i, 'Mẹ'],
  [/year/i, '1990'],
  [/copies|count|number|quantity/i, '1'],
];

const textFor = (name: string): string => texts.find(([shape]) => shape.test(name))?.[1] ?? 'Số 3, đường Lê Lợi';

const datePart = (name: string): string => {
  const child = /child|born/i.test(name) && !/mother|father|requester/i.test(name);
  if (name.endsWith('[d]')) return child ? '05' : '12';
  if (name.endsWith('[m]')) return child ? '07' : '03';
  return child ? '2021' : '1990';
};

interface Control {
  readonly name: string;
  readonly kind: 'radio' | 'checkbox' | 'select' | 'date' | 'number' | 'text';
  readonly value: string;
  readonly options: readonly string[];
  readonly answered: boolean;
  readonly optional: boolean;
}

/** The questions on the page as they stand now; radio buttons once a group. */
const controlsOf = (page: Page): Promise<readonly Control[]> =>
  page.evaluate(() => {
    const found = new Map<string, Control>();
    for (const element of document.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
      'main form :is(input, select, textarea)[name^="q["]',
    )) {
      if (
        element.disabled ||
        element.type === 'hidden' ||
        element.type === 'file' ||
        element.getClientRects().length === 0
      )
        continue;
      const { name, value } = element;
      const before = found.get(name);
      const checked = 'checked' in element && element.checked;
      const near = [...(element.labels ?? [])].map((label) => label.textContent ?? '').join(' ');
      const legend = element.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
      const isRadio = element.type === 'radio';
      const isCheckbox = element.type === 'checkbox';
      found.set(name, {
        name,
        kind: isRadio
          ? 'radio'
          : isCheckbox
            ? 'checkbox'
            : element.tagName === 'SELECT'
              ? 'select'
              : /\[[dmy]\]$/.test(name)
                ? 'date'
                : element.inputMode === 'decimal'
                  ? 'number'
                  : 'text',
        value,
        options: isRadio
          ? [...(before?.options ?? []), value]
          : element instanceof HTMLSelectElement
            ? [...element.options].filter((option) => option.value !== '').map((option) => option.value)
            : [],
        answered: isRadio || isCheckbox ? (before?.answered ?? false) || checked : value !== '',
        optional:
          near.includes('không bắt buộc') ||
          (isRadio || /\[[dmy]\]$/.test(name) ? legend.includes('không bắt buộc') : false),
      });
    }
    return [...found.values()];
  });

/**
 * Fills a form page as a person would: everything that is asked and not optional, again when an
 * answer brings further questions. `given` answers by field name (`q[child][name]`) go first.
 */
export const fillPage = async (page: Page, given: Readonly<Record<string, string>> = {}): Promise<void> => {
  const done = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    const open = (await controlsOf(page)).filter(
      ({ name, answered, optional }) => !done.has(name) && (given[name] !== undefined || (!answered && !optional)),
    );
    if (open.length === 0) return;
    for (const { name, kind, options } of open) {
      done.add(name);
      const field = page.locator(`main form [name="${name}"]`);
      const wanted = given[name];
      const timeout = 20_000;
      if (kind === 'radio') {
        const value = wanted ?? (options.includes('false') ? 'false' : (options[0] ?? ''));
        await page.locator(`main form [name="${name}"][value="${value}"]`).check({ timeout });
      } else if (kind === 'checkbox') await field.first().check({ timeout });
      else if (kind === 'select') {
        // Bắc Giang where a province is asked: its districts and communes are lists.
        const value = wanted ?? (/province/.test(name) && options.includes('24') ? '24' : options[0]);
        if (value === undefined) done.delete(name);
        else {
          await field.selectOption(value, { timeout });
          // The lists below it are other ones now.
          break;
        }
      } else
        await field.fill(wanted ?? (kind === 'date' ? datePart(name) : kind === 'number' ? '12' : textFor(name)), {
          timeout,
        });
    }
  }
};

const save = async (page: Page): Promise<void> => {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.getByRole('button', { name: 'Lưu và tiếp tục' }).click();
  await answered;
  await page.waitForTimeout(150);
};

/** Fills and saves the pages of an application one after another, until none is left to do. */
export const fillApplication = async (
  page: Page,
  draft: string,
  given: Readonly<Record<string, string>> = {},
  each?: () => Promise<void>,
): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) {
    await page.goto(draft);
    const next = await page.locator('main a[href*="/trang/"]').evaluateAll((links) =>
      links
        .filter((link) => !(link.closest('li')?.textContent ?? '').includes('Đã xong'))
        .map((link) => link.getAttribute('href') ?? '')
        .at(0),
    );
    if (next === undefined) return;
    await page.goto(next);
    await each?.();
    await fillPage(page, given);
    await save(page);
    if (page.url().endsWith(next)) {
      // The answers brought further questions: fill what is new, once.
      await fillPage(page, given);
      await save(page);
    }
  }
  throw new Error(`the application does not come to an end: ${await page.locator('main').innerText()}`);
};
