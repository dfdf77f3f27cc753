import type { FromSchema } from 'json-schema-to-ts';

/**
 * `motcua/calendar@1`: a working calendar as data, because holidays, swaps and office hours are
 * decided by people (BLLĐ 2019 Điều 112 khoản 3), often late. A year that is not in `years` is
 * computed provisionally from the statutory days.
 */
const localized = {
  type: 'object',
  properties: {
    vi: { type: 'string', minLength: 1, maxLength: 500 },
    en: { type: 'string', minLength: 1, maxLength: 500 },
  },
  required: ['vi'],
  additionalProperties: false,
} as const;

const date = { type: 'string', format: 'date' } as const;
const time = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' } as const;

const weekRule = {
  type: 'object',
  properties: {
    weekdays: {
      type: 'array',
      minItems: 1,
      maxItems: 7,
      items: { type: 'string', enum: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
    },
    sessions: {
      type: 'array',
      minItems: 1,
      maxItems: 4,
      items: {
        type: 'object',
        properties: { from: time, to: time },
        required: ['from', 'to'],
        additionalProperties: false,
      },
    },
    /** The counter is open, but the day is no working day and no time limit runs (Saturday mornings). */
    receptionOnly: { type: 'boolean' },
  },
  required: ['weekdays', 'sessions'],
  additionalProperties: false,
} as const;

const hours = {
  type: 'object',
  properties: {
    /** First day on which these hours hold; the earliest also covers all time before it. */
    from: date,
    week: { type: 'array', items: weekRule, minItems: 1, maxItems: 7 },
    source: { type: 'string', maxLength: 500 },
  },
  required: ['from', 'week'],
  additionalProperties: false,
} as const;

const dayOff = {
  type: 'object',
  properties: { date, name: localized },
  required: ['date', 'name'],
  additionalProperties: false,
} as const;

const makeUpDay = {
  type: 'object',
  properties: {
    date,
    name: localized,
    /** The day off it makes up for; its weekday's sessions are worked. Absent: Monday's. */
    insteadOf: date,
  },
  required: ['date', 'name'],
  additionalProperties: false,
} as const;

const year = {
  type: 'object',
  properties: {
    year: { type: 'integer', minimum: 1900, maximum: 2199 },
    /** The notices and decisions it is taken from. */
    source: { type: 'string', maxLength: 500 },
    off: { type: 'array', items: dayOff, maxItems: 100 },
    makeUp: { type: 'array', items: makeUpDay, maxItems: 50 },
  },
  required: ['year', 'off', 'makeUp'],
  additionalProperties: false,
} as const;

const closure = {
  type: 'object',
  properties: {
    /** Unit code; absent: every unit that uses the calendar. */
    unit: { type: 'string', pattern: '^[A-Za-z0-9.-]{1,40}$' },
    from: date,
    /** Inclusive. */
    to: date,
    reason: localized,
    decision: { type: 'string', maxLength: 200 },
  },
  required: ['from', 'to', 'reason'],
  additionalProperties: false,
} as const;

export const calendarSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'motcua/calendar@1',
  type: 'object',
  properties: {
    format: { const: 'motcua/calendar@1' },
    name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}$' },
    title: localized,
    hours: { type: 'array', items: hours, minItems: 1, maxItems: 50 },
    years: { type: 'array', items: year, maxItems: 300 },
    closures: { type: 'array', items: closure, maxItems: 5000 },
  },
  required: ['format', 'name', 'title', 'hours', 'years'],
  additionalProperties: false,
} as const;

export type CalendarDefinition = FromSchema<typeof calendarSchema>;
export type CalendarHours = CalendarDefinition['hours'][number];
export type CalendarYear = CalendarDefinition['years'][number];
