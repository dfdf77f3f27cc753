import type { AppLoadContext } from '@remix-run/node';
import { localDate } from '#engine/clock/index.ts';
import { formatDay, formatTime } from '#app/i18n/format.ts';
import { staff } from '#app/i18n/vi/staff.ts';
import { common } from '#app/i18n/vi/common.ts';
import { registerData, type RegisterData } from '../papers/index.ts';
import type { CounterRow } from './counter-lists.ts';
import { lineOf, registerOf } from './register.ts';
import { unitsByCode } from './units.ts';

const when = (at: string | undefined): string => (at ? `${formatDay(at)} ${formatTime(at)}` : '');

const LAST = 9999;

/** As a book is written: by its lines; what has none, by when it came. */
const inTheBook = (rows: readonly CounterRow[]): readonly CounterRow[] =>
  [...rows].sort(
    (one, other) =>
      (one.registerYear ?? LAST) - (other.registerYear ?? LAST) ||
      (one.registerNumber ?? 0) - (other.registerNumber ?? 0) ||
      one.submittedAt.localeCompare(other.submittedAt),
  );

/** What the printed register says of the dossiers in the address. */
export const registerPaper = async (
  context: AppLoadContext,
  unitCode: string,
  search: URLSearchParams,
): Promise<RegisterData> => {
  const { query, rows } = await registerOf(context, unitCode, search);
  const units = await unitsByCode(context);
  const unit = units.get(unitCode);
  if (!unit) throw new Response(null, { status: 404, statusText: 'Not Found' });
  const lines = await Promise.all(
    inTheBook(rows).map(async (row) => {
      const state = await context.service.dossiers.byId(row.id);
      const release = state && (await context.service.catalogue.release(state.releaseHash));
      return {
        line: lineOf(row, unitCode, query),
        code: row.code,
        procedure: row.procedureName,
        sets: String(release?.release.procedure.sets ?? 1).padStart(2, '0'),
        applicant: row.applicant,
        contact: [state?.applicant.address, state?.applicant.phone].filter(Boolean).join(', '),
        deciding: units.get(row.decidingUnit)?.name ?? row.decidingUnit,
        receivedAt: when(row.acceptedAt ?? row.submittedAt),
        dueAt: when(row.promisedDue),
        returnedAt: when(state?.returnedAt),
        via: state ? staff.agency.dossier.returns[state.returnChannel] : '',
        note: common.status[row.status],
      };
    }),
  );
  return registerData(
    { unit, from: query.from, to: query.to, issuedOn: localDate(context.clock.now()), rows: lines },
    (code) => units.get(code),
  );
};
