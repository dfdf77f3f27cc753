import type { LocalDate } from '#engine/clock/index.ts';

/**
 * Mã số hồ sơ: `V1V2V3.Z1Z2.Y1Y2.MX1X2-YYMMDD-XXXX` (NĐ 61/2018 Điều 26, TT 01/2018/TT-VPCP Điều 19;
 * identification codes by QCVN 102:2016). `n` counts the unit's dossiers of the day from 1; beyond
 * 9,999 the number grows wider, it never starts again.
 */
export const dossierCode = (identCode: string, day: LocalDate, n: number): string =>
  `${identCode}-${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}-${String(n).padStart(4, '0')}`;

export interface DossierCodeParts {
  readonly identCode: string;
  readonly day: LocalDate;
  readonly number: number;
}

const SHAPE = /^([0-9A-Z]{3}\.[0-9A-Z]{2}\.[0-9A-Z]{2}\.[A-Z][0-9]{2})-([0-9]{2})([0-9]{2})([0-9]{2})-([0-9]{4,9})$/;

/** The parts of a code of our own scheme; undefined for any other text. Foreign dossiers have other schemes. */
export const parseDossierCode = (text: string): DossierCodeParts | undefined => {
  const [, identCode, year, month, date, number] = SHAPE.exec(text.trim().toUpperCase()) ?? [];
  if (identCode === undefined || number === undefined) return undefined;
  const day = `20${year}-${month}-${date}`;
  const exists = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(exists.getTime()) || exists.toISOString().slice(0, 10) !== day || Number(number) === 0)
    return undefined;
  // One dossier has one spelling of its code.
  return dossierCode(identCode, day, Number(number)) === text.trim().toUpperCase()
    ? { identCode, day, number: Number(number) }
    : undefined;
};
