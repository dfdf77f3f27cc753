import type { AppLoadContext } from '@remix-run/node';
import type { Decision } from '#engine/definition/index.ts';
import { writeWorkbook } from '#engine/spreadsheet/index.ts';
import { officeTextsFor } from '#app/i18n/office-texts-for.ts';
import { formatDate } from '#app/i18n/format.ts';
import { channelsLine, feeLine, limitLine } from '../views/limits.ts';

const WIDTHS = [6, 18, 50, 26, 24, 36, 30, 40, 20] as const;

/**
 * The annex (phụ lục) of a decision as a workbook: the columns of TT 01/2018 Điều 3 (domain 1.4), a row for each item.
 * A document of the province: in Vietnamese whatever the reader's language.
 */
export const annexWorkbook = async (context: AppLoadContext, decision: Decision): Promise<Uint8Array> => {
  const { annex: words, drafts } = officeTextsFor('vi');
  const { releases } = context.service.store;
  const rows: string[][] = [];
  for (const [place, { action, code, release: number }] of decision.items.entries()) {
    const known = number ?? (await releases.numbers(code)).at(-1)?.number;
    const release = known === undefined ? undefined : await releases.byNumber(code, known);
    const procedure = release?.procedure;
    const content =
      procedure && action !== 'repeal'
        ? [
            limitLine(procedure, 'vi').text,
            channelsLine(procedure, 'vi'),
            feeLine(procedure, 'vi'),
            procedure.authority.deciding.name.vi,
            procedure.legalBasis.map((each) => each.number).join('\n'),
          ]
        : ['', '', '', '', ''];
    rows.push([String(place + 1), code, procedure?.name.vi ?? code, ...content, drafts.actions[action]]);
  }
  return writeWorkbook([
    {
      name: words.sheet,
      above: [words.title(decision.number, formatDate(decision.signedOn)), decision.title?.vi ?? ''],
      columns: words.columns.map((title, place) => ({ title, width: WIDTHS[place] ?? 20 })),
      rows,
    },
  ]);
};
