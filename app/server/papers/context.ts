import type { Instant } from '#engine/clock/index.ts';
import { localDate } from '#engine/clock/index.ts';
import type { DossierState, PreparedRelease } from '#engine/dossier/index.ts';
import type { Unit } from '#engine/store/index.ts';
import { formOn, papersManifest } from './manifest.ts';
import type { PaperHead, PaperKind, PrintedPerson, PrintedProcedure } from './types.ts';
import { verifyToken } from './verify-token.ts';
import { placeAndDate } from './words.ts';

/** All that the papers of one dossier are written from. */
export interface PaperContext {
  readonly state: DossierState;
  readonly release: PreparedRelease;
  /** Finds a unit as it is on the day of printing. */
  readonly unit: (code: string) => Unit | undefined;
  /** `https://host`, without a slash at the end. */
  readonly origin: string;
  /** When the paper is issued: decides the form, and is its date. */
  readonly issuedAt: Instant;
}

/** "UBND xã Song Mai" → "Song Mai"; a department stands where its province stands. */
export const placeOf = (unit: Unit | undefined, find: (code: string) => Unit | undefined): string => {
  if (!unit) return '…';
  const parent = unit.parent === undefined ? undefined : find(unit.parent);
  const territorial = unit.kind === 'office' || unit.kind === 'commune' || unit.kind === 'district';
  if (!territorial && parent) return placeOf(parent, find);
  return unit.name
    .replace(/^(UBND|Ủy ban nhân dân)\s+/iu, '')
    .replace(/^(tỉnh|thành phố|thị xã|huyện|quận|xã|phường|thị trấn)\s+/iu, '');
};

/** `210506-0027` of `000.00.16.H02-210506-0027`: the day's number in the register. */
export const numberOf = (code: string): string => code.split('-').slice(-2).join('-');

export const paperHead = async (
  context: PaperContext,
  kind: PaperKind,
  unitCode = context.state.receivingUnit,
): Promise<PaperHead> => {
  const unit = context.unit(unitCode);
  const parent = unit?.parent === undefined ? undefined : context.unit(unit.parent);
  const on = localDate(context.issuedAt);
  const suffix = formOn(await papersManifest(), kind, on)?.suffix ?? '';
  // An apology and a stop are the deciding agency's own words, also where it receives for itself.
  const ofAgency = kind === 'apology' || kind === 'stop-notice';
  const counter = !ofAgency && unitCode === context.state.receivingUnit && unit?.kind !== 'centre';
  return {
    parentAgency: counter ? (unit?.name ?? unitCode) : (parent?.name ?? ''),
    agency: counter ? 'Bộ phận Tiếp nhận và Trả kết quả' : (unit?.name ?? unitCode),
    placeAndDate: placeAndDate(placeOf(unit, context.unit), on),
    number: suffix === '' ? numberOf(context.state.code) : `${numberOf(context.state.code)}/${suffix}`,
    code: context.state.code,
    verifyUrl: `${context.origin}/xac-minh/${verifyToken(context.state)}`,
  };
};

export const printedPerson = ({ applicant, submittedBy }: DossierState): PrintedPerson => ({
  name: applicant.name.toLocaleUpperCase('vi'),
  idLabel: applicant.kind === 'organisation' ? 'Mã số doanh nghiệp, tổ chức' : 'Số căn cước công dân',
  idNumber: applicant.idNumber ?? '',
  address: applicant.address ?? '',
  phone: applicant.phone ?? '',
  email: applicant.email ?? '',
  submittedBy: submittedBy
    ? [submittedBy.name, submittedBy.idNumber, submittedBy.mandate].filter((part) => part).join(', ')
    : '',
  signs: submittedBy?.name ?? applicant.name,
});

export const printedProcedure = ({ state, release }: PaperContext): PrintedProcedure => ({
  name: release.release.procedure.name.vi,
  case: release.release.procedure.cases?.find((each) => each.id === state.case)?.name.vi ?? '',
});
