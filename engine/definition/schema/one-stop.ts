import type { FromSchema } from 'json-schema-to-ts';
import { localDate } from './common.ts';

const article = { type: 'string', minLength: 1, maxLength: 200 } as const;

const period = {
  type: 'object',
  properties: {
    /** First day on which these hold; they end where the next period begins. */
    validFrom: localDate,
    /** The text they are from, for people: "NĐ 61/2018/NĐ-CP". */
    basis: article,
    supplement: {
      type: 'object',
      properties: {
        /** How often papers may be asked for: a dossier keeps one supplement. */
        times: { type: 'integer', minimum: 0, maximum: 1 },
        /** Within so many working days of having the dossier; absent: at any time. */
        withinWorkingDays: { type: 'integer', minimum: 0, maximum: 60 },
        article,
      },
      required: ['times', 'article'],
      additionalProperties: false,
    },
    extension: {
      type: 'object',
      properties: {
        /** How often a new date may be set: a dossier keeps one. */
        times: { type: 'integer', minimum: 0, maximum: 1 },
        /** Calendar days that the apology leaves before the due date. */
        daysBefore: { type: 'integer', minimum: 0, maximum: 60 },
        article,
      },
      required: ['times', 'daysBefore', 'article'],
      additionalProperties: false,
    },
    forwarding: {
      type: 'object',
      properties: {
        /** What came later may wait until the next working morning. */
        until: { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' },
        article,
      },
      required: ['until', 'article'],
      additionalProperties: false,
    },
    closing: {
      type: 'object',
      properties: {
        /** Kept with every classification, so that two reports never disagree. */
        rule: { type: 'string', pattern: '^[a-z][a-z0-9-]*@[0-9]+$' },
        /** Early is before the half-day session that the due date ends, or before its day. */
        earlyBefore: { type: 'string', enum: ['session', 'day'] },
        article,
      },
      required: ['rule', 'earlyBefore', 'article'],
      additionalProperties: false,
    },
    reminder: {
      type: 'object',
      properties: {
        /** So many working minutes before a step's own date, or the promised one, who does it is reminded. */
        workingMinutes: { type: 'integer', minimum: 30, maximum: 4800 },
        article,
      },
      required: ['workingMinutes'],
      additionalProperties: false,
    },
  },
  required: ['validFrom', 'basis', 'supplement', 'extension', 'forwarding', 'closing'],
  additionalProperties: false,
} as const;

/** `motcua/one-stop@1`: what the one-stop mechanism allows and how it is judged, by day and article. */
export const oneStopRulesSchema = {
  type: 'object',
  properties: {
    format: { const: 'motcua/one-stop@1' },
    periods: { type: 'array', items: period, minItems: 1, maxItems: 100 },
  },
  required: ['format', 'periods'],
  additionalProperties: false,
} as const;

export type OneStopRules = FromSchema<typeof oneStopRulesSchema>;
export type OneStopPeriod = OneStopRules['periods'][number];
