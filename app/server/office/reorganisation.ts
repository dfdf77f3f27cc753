import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import type { OrganisationChange } from '#engine/definition/index.ts';
import {
  ORGANISATION_COLUMNS,
  organisationOfTable,
  rowsOfCsv,
  rowsOfText,
  type AnnexRow,
  type KnownUnit,
} from '#engine/import/index.ts';
import { fail, ok, problem, type Problem, type Result } from '#engine/result/index.ts';
import { readWorkbook, writeWorkbook } from '#engine/spreadsheet/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import type { postedSource } from './drafts/begin.ts';
import { decisionHead } from './drafts/decision-head.ts';

type Posted = NonNullable<Awaited<ReturnType<typeof postedSource>>>;

const WIDTHS = [16, 20, 20, 44, 12, 18, 20, 10] as const;
const vi = officeTextsFor('vi').organisation;
const en = officeTextsFor('en').organisation;

type Said = 'noTable' | 'tooBig' | 'notRead';

const said = (code: Said, path: string): Problem =>
  problem(
    `organisation.${code}`,
    path,
    { vi: vi[code], en: en[code] },
    { vi: vi[`${code}Remedy`], en: en[`${code}Remedy`] },
  );

const today = async (context: AppLoadContext) =>
  (await context.service.store.units.all(localDate(context.clock.now()))).map(
    ({ validFrom: _from, validTo: _to, ...unit }): KnownUnit => unit,
  );

/** The form with every unit as it is: the office writes only what changes. */
export const reorganisationForm = async (context: AppLoadContext): Promise<Uint8Array> => {
  const levels = officeLevels;
  return writeWorkbook([
    {
      name: vi.sheet,
      above: vi.above,
      columns: ORGANISATION_COLUMNS.map((title, place) => ({ title, width: WIDTHS[place] ?? 16 })),
      rows: (await today(context)).map(({ code, name, level, parent, identCode, counter }) => [
        '',
        code,
        code,
        name,
        levels[level],
        parent ?? '',
        identCode,
        counter ? 'có' : '',
      ]),
    },
  ]);
};

const officeLevels = { ministry: 'bộ', province: 'cấp tỉnh', district: 'cấp huyện', commune: 'cấp xã' } as const;

const rowsOf = ({ fields, file }: Posted): Result<readonly AnnexRow[]> => {
  if (!file) {
    const text = String(fields.get('bang') ?? '');
    return text.trim() === '' ? fail(said('noTable', 'tep')) : ok(rowsOfText(text));
  }
  const { bytes } = file;
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const book = readWorkbook(bytes);
    if (!book.ok) return book;
    return ok((book.value[0]?.rows ?? []).map(({ number, cells }) => ({ cells, from: `hàng ${number}` })));
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return ok(text.includes('\t') ? rowsOfText(text) : rowsOfCsv(text));
  } catch {
    return fail(said('notRead', 'tep'));
  }
};

const asFile = (head: object, organisation: OrganisationChange): string =>
  JSON.stringify({
    format: 'motcua/package@1',
    decision: { ...head, items: [], organisation },
    releases: [],
  });

/** The table and the facts of the form → a decision file, as an office would upload it; the same checks follow. */
export const decisionOfTable = async (context: AppLoadContext, posted: Posted | undefined): Promise<Result<string>> => {
  if (!posted) return fail(said('tooBig', 'tep'));
  const head = decisionHead(posted.fields, 'reorganisation');
  if (!head.ok) return head;
  const rows = rowsOf(posted);
  if (!rows.ok) return rows;
  const known = new Map((await today(context)).map((unit) => [unit.code, unit]));
  const organisation = organisationOfTable(rows.value, known);
  return organisation.ok ? ok(asFile(head.value, organisation.value)) : organisation;
};

/** The decision that takes another one back. */
export const decisionOfRollBack = (fields: FormData, rollsBack: string): Result<string> => {
  const head = decisionHead(fields, 'reorganisation');
  return head.ok ? ok(asFile(head.value, { changes: [], rollsBack })) : head;
};
