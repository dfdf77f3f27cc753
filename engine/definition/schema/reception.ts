import type { LocalDate } from '#engine/clock/index.ts';
import type { FromSchema } from 'json-schema-to-ts';
import { localDate, procedureCode } from './common.ts';

const unitKind = { type: 'string', enum: ['office', 'department', 'agency', 'district', 'commune', 'centre'] } as const;

/**
 * `motcua/reception@1`: ways in which a dossier may be handed in, each from its day to its day with its
 * article. What is not in the list on a day is not offered on it.
 */
export const receptionRulesSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/reception@1' },
    /** Handing in at a smart kiosk (ki-ốt thông minh): at the counter, as far as channel, papers and fees go. */
    kiosk: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        properties: { validFrom: localDate, validTo: localDate, basis: { type: 'string', minLength: 1 } },
        required: ['validFrom', 'basis'],
        additionalProperties: false,
      },
    },
    /** Taking in for another unit that is competent (phi địa giới hành chính). */
    nonTerritorial: {
      type: 'array',
      maxItems: 50,
      items: {
        type: 'object',
        properties: {
          validFrom: localDate,
          validTo: localDate,
          basis: { type: 'string', minLength: 1 },
          /** Kinds of units whose counters may take in for another. */
          receiving: { type: 'array', items: unitKind, minItems: 1, uniqueItems: true },
          /** Kinds of units for which it may be taken in. */
          competent: { type: 'array', items: unitKind, minItems: 1, uniqueItems: true },
          /** Absent: every procedure that the competent unit takes in. */
          procedures: { type: 'array', items: procedureCode, minItems: 1, uniqueItems: true },
          /** From when time counts: as the counter took it in, or as the competent unit received it. */
          clockStart: { type: 'string', enum: ['acceptance', 'arrival'] },
        },
        required: ['validFrom', 'basis', 'receiving', 'competent', 'clockStart'],
        additionalProperties: false,
      },
    },
  },
  required: ['format', 'kiosk', 'nonTerritorial'],
  additionalProperties: false,
} as const;

export type ReceptionRules = FromSchema<typeof receptionRulesSchema>;
export type NonTerritorialRule = ReceptionRules['nonTerritorial'][number];

/** What is offered on one day. */
export interface ReceptionOnDay {
  readonly kiosk?: { readonly basis: string };
  readonly nonTerritorial?: NonTerritorialRule;
}

const holds = (row: { readonly validFrom: string; readonly validTo?: string }, day: LocalDate): boolean =>
  row.validFrom <= day && (row.validTo === undefined || day <= row.validTo);

/** Of several rows that hold, the one that came last. */
const last = <Row extends { readonly validFrom: string; readonly validTo?: string }>(
  rows: readonly Row[],
  day: LocalDate,
): Row | undefined =>
  rows
    .filter((row) => holds(row, day))
    .reduce<Row | undefined>((best, row) => (best && best.validFrom > row.validFrom ? best : row), undefined);

export const receptionOn = (rules: ReceptionRules, day: LocalDate): ReceptionOnDay => {
  const kiosk = last(rules.kiosk, day);
  const nonTerritorial = last(rules.nonTerritorial, day);
  return { ...(kiosk ? { kiosk: { basis: kiosk.basis } } : {}), ...(nonTerritorial ? { nonTerritorial } : {}) };
};
