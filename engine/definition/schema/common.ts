/** Pieces that several definition formats share. JSON Schema 2020-12, written once `as const`. */

export const localized = {
  type: 'object',
  properties: {
    vi: { type: 'string', minLength: 1, maxLength: 20_000 },
    en: { type: 'string', minLength: 1, maxLength: 20_000 },
  },
  required: ['vi'],
  additionalProperties: false,
} as const;

/** Something an administrator can name. Ids survive releases; labels may change, ids never. */
export const id = { type: 'string', pattern: '^[a-z][a-zA-Z0-9-]{0,63}$' } as const;

/** National code `d.dddddd`, or a province's own with its suffix (domain 1.3). */
export const procedureCode = { type: 'string', pattern: '^[0-9]\\.[0-9]{6}(\\.[A-Z0-9.]{1,20})?$' } as const;

/** A release's number within its procedure: 1, 2, 3 … */
export const releaseNumber = { type: 'integer', minimum: 1, maximum: 9999 } as const;

/** `name@version` of a shared code list or question group. */
export const sharedRef = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,63}@[0-9A-Za-z.-]{1,32}$' } as const;

/** FEEL, the typed subset of `engine/expression`. */
export const feel = { type: 'string', minLength: 1, maxLength: 1000 } as const;

export const localDate = { type: 'string', format: 'date' } as const;
export const level = { type: 'string', enum: ['ministry', 'province', 'district', 'commune'] } as const;
export const channel = { type: 'string', enum: ['counter', 'online', 'post'] } as const;
export const idList = { type: 'array', items: id, maxItems: 50 } as const;
export const channelList = { type: 'array', items: channel, minItems: 1, maxItems: 3 } as const;
