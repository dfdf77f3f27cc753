import type { LoaderFunctionArgs } from '@remix-run/node';
import { parseProcess, sheetOfTable, toStepTable } from '#engine/process/index.ts';
import { writeWorkbook } from '#engine/spreadsheet/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { attachment } from '#app/server/studio/attachment.ts';
import { openDraft, PROCESS_PART, partsOf, processOf } from '#app/server/studio/process-draft.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WIDTHS = [8, 44, 30, 14, 24, 30];

/** The step table, as it is saved or in force, as a workbook; 404 where the process is none. */
export const loader = async ({ request, context, params }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/thiet-ke/:code/quy-trinh/bang');
  const code = params['code'] ?? '';
  const { draft, release } = await openDraft(context, code, actor);
  const xml = draft ? processOf(draft) : release ? partsOf(release)[PROCESS_PART] : undefined;
  const parsed = xml === undefined ? undefined : await parseProcess(xml);
  const process = parsed?.ok ? parsed.value.processes[0] : undefined;
  const table = process ? toStepTable(process) : undefined;
  if (!table?.ok) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const { columns, rows } = sheetOfTable(table.value);
  const bytes = writeWorkbook([
    {
      name: 'Quy trình',
      above: [table.value.name],
      columns: columns.map((title, index) => ({ title, width: WIDTHS[index] ?? 20 })),
      rows,
    },
  ]);
  return attachment(`${code}-quy-trinh.xlsx`, XLSX, bytes);
};
