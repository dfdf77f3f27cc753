import { level, localized, procedureCode } from './common.ts';

/**
 * What a reorganisation of offices says (sắp xếp đơn vị hành chính, cơ quan): units that are created, merged, split,
 * abolished, moved or renamed from a day on, procedures that go to another level or office, and people whose place is
 * not simply their unit's successor. A unit is known by its code and its validity, never by its name: after July 2025
 * communes carry codes that others had before (domain 7.3).
 */
export const unitCode = { type: 'string', pattern: '^[A-Za-z0-9.-]{1,40}$' } as const;

const unit = {
  type: 'object',
  properties: {
    code: unitCode,
    name: { type: 'string', minLength: 1, maxLength: 200 },
    level,
    parent: unitCode,
    kind: { type: 'string', enum: ['office', 'department', 'agency', 'district', 'commune', 'centre'] },
    /** Identification code that dossier codes begin with (QCVN 102:2016). */
    identCode: { type: 'string', pattern: '^[0-9A-Z.]{3,40}$' },
    address: { type: 'string', maxLength: 500 },
    phone: { type: 'string', maxLength: 50 },
    /** Has a one-stop counter. */
    counter: { type: 'boolean' },
    calendar: { type: 'string', minLength: 1, maxLength: 64 },
  },
  required: ['code', 'name', 'level', 'kind', 'identCode', 'counter', 'calendar'],
  additionalProperties: false,
} as const;

/** Which procedures: by code, by field, or all where neither is given. */
const which = {
  procedures: { type: 'array', items: procedureCode, minItems: 1, maxItems: 5000 },
  fields: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, minItems: 1, maxItems: 500 },
} as const;

const change = {
  type: 'object',
  properties: {
    kind: { type: 'string', enum: ['create', 'merge', 'split', 'abolish', 'move', 'rename'] },
    /** Units as they are called before the day. None for `create`. */
    from: { type: 'array', items: unitCode, maxItems: 500 },
    /** Units as they are from the day on. None for `abolish`; the same code again for `move` and `rename`. */
    into: { type: 'array', items: unit, maxItems: 500 },
    /** Who carries on the work and takes over people and papers, where `into` is not exactly one. */
    heir: unitCode,
    /** Matters that go to another heir. The first that fits holds. */
    matters: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        properties: { ...which, heir: unitCode },
        required: ['heir'],
        additionalProperties: false,
      },
    },
    note: localized,
  },
  required: ['kind', 'from', 'into'],
  additionalProperties: false,
} as const;

/** Every counter of a level, or one unit. */
const place = {
  type: 'object',
  properties: { level, unit: unitCode },
  minProperties: 1,
  maxProperties: 1,
  additionalProperties: false,
} as const;

export const organisationSchema = {
  type: 'object',
  properties: {
    changes: { type: 'array', items: change, maxItems: 2000 },
    /** Procedures that other counters take in from the day on, until a publication says so itself. */
    transfers: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        properties: { ...which, from: place, to: place },
        required: ['from', 'to'],
        additionalProperties: false,
      },
    },
    /** People who do not follow their unit to its heir. */
    staff: {
      type: 'array',
      maxItems: 20_000,
      items: {
        type: 'object',
        properties: { login: { type: 'string', minLength: 1, maxLength: 100 }, to: unitCode },
        required: ['login', 'to'],
        additionalProperties: false,
      },
    },
    /** Number of an applied reorganisation: everything goes back to how it was before it. */
    rollsBack: { type: 'string', pattern: '^[0-9]{1,6}[a-z]?/[0-9A-Za-zĐđ/-]{2,40}$' },
  },
  required: ['changes'],
  additionalProperties: false,
} as const;
