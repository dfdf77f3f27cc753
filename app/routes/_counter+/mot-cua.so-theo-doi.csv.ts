import type { LoaderFunctionArgs } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { authorizeActor } from '#app/server/access/index.ts';
import { csvOf } from '#app/server/staff/csv.ts';
import { registerPaper } from '#app/server/staff/register-paper.ts';

const HEADINGS = [
  'Số thứ tự',
  'Mã hồ sơ',
  'Tên thủ tục hành chính',
  'Số bộ',
  'Cá nhân, tổ chức',
  'Địa chỉ, số điện thoại',
  'Cơ quan chủ trì giải quyết',
  'Nhận hồ sơ',
  'Hẹn trả',
  'Trả kết quả',
  'Cách nhận',
  'Ghi chú',
];

/** The same rows as the page and the printed register, for a spreadsheet. */
export const loader = async ({ request, context }: LoaderFunctionArgs) => {
  const { actor } = await authorizeActor({ request, context }, '/mot-cua/so-theo-doi');
  const { rows } = await registerPaper(context, actor.unit ?? '', new URL(request.url).searchParams);
  const lines = rows.map((row) => [
    row.line,
    row.code,
    row.procedure,
    row.sets,
    row.applicant,
    row.contact,
    row.deciding,
    row.receivedAt,
    row.dueAt,
    row.returnedAt,
    row.via,
    row.note,
  ]);
  return new Response(csvOf([HEADINGS, ...lines]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="so-theo-doi-${localDate(context.clock.now())}.csv"`,
    },
  });
};
