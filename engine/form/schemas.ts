import type { LeafQuestion, SimpleQuestion } from '#engine/definition/index.ts';
import type { AnswerOption, JsonObject } from './types.ts';

/** JSON Schema 2020-12 of one answer, as the question alone says; whether it is required is decided later. */

/** Most entries that go into a schema as `enum`; longer code lists are checked by membership. */
export const MAX_ENUM = 500;

const TEXT_LENGTH = 500;
const LONG_TEXT_LENGTH = 5000;
/** 999 tỷ đồng: more than any fee or declared value, less than where numbers lose đồng. */
const MAX_MONEY = 999_999_999_999_999;

/** NĐ 137/2015: the personal id has 12 digits; the older identity card (chứng minh nhân dân) has 9. */
export const PERSONAL_ID = '^([0-9]{9}|[0-9]{12})$';
/** Mobile numbers have 10 digits, from 0; landlines (02…) have 11 (TT 22/2014/TT-BTTTT and its change of 2017–2018). */
export const PHONE = '^0([1-9][0-9]{8}|2[0-9]{9})$';
export const EMAIL = '^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}$';

const IMAGE_BYTES = 10 * 1024 * 1024;

const text = (question: SimpleQuestion, longest: number): JsonObject => ({
  type: 'string',
  ...(question.minLength === undefined ? {} : { minLength: question.minLength }),
  maxLength: question.maxLength ?? longest,
  ...(question.pattern === undefined ? {} : { pattern: question.pattern }),
});

const number = (question: SimpleQuestion): JsonObject => {
  const { decimals } = question;
  return {
    type: decimals === 0 ? 'integer' : 'number',
    ...(question.minimum === undefined ? {} : { minimum: question.minimum }),
    maximum: question.maximum ?? MAX_MONEY,
    ...(decimals !== undefined && decimals > 0 ? { multipleOf: Number(`1e-${decimals}`) } : {}),
  };
};

const file = (question: SimpleQuestion): JsonObject => ({
  type: 'object',
  properties: {
    hash: { type: 'string', pattern: '^[0-9a-f]{64}$', maxLength: 64 },
    name: { type: 'string', minLength: 1, maxLength: 255 },
    type: { type: 'string', minLength: 1, maxLength: 127 },
    bytes: { type: 'integer', minimum: 1, maximum: question.maxBytes ?? IMAGE_BYTES },
  },
  required: ['hash', 'name', 'type', 'bytes'],
  additionalProperties: false,
});

/** `person`, `organisation`, `address`, `group` and `repeat` are put together from their parts instead. */
export const simpleSchema = (question: SimpleQuestion): JsonObject | undefined => {
  switch (question.type) {
    case 'text':
      return text(question, TEXT_LENGTH);
    case 'long-text':
      return text(question, LONG_TEXT_LENGTH);
    case 'number':
      return number(question);
    case 'money':
      return { type: 'integer', minimum: question.minimum ?? 0, maximum: question.maximum ?? MAX_MONEY };
    case 'date':
      return { type: 'string', format: question.partial === true ? 'partial-date' : 'date', maxLength: 10 };
    case 'yes-no':
    case 'declaration':
      return { type: 'boolean' };
    case 'phone':
      return { type: 'string', pattern: PHONE, maxLength: 11 };
    case 'e-mail':
      return { type: 'string', pattern: EMAIL, maxLength: 254 };
    case 'personal-id':
      return { type: 'string', pattern: PERSONAL_ID, maxLength: 12 };
    case 'file':
      return file(question);
    case 'person':
    case 'organisation':
    case 'address':
      return undefined;
  }
};

export const optionsSchema = (options: readonly AnswerOption[], several: boolean): JsonObject => {
  const one = { type: 'string', enum: options.map((option) => option.value) };
  return several ? { type: 'array', items: one, uniqueItems: true, maxItems: options.length } : one;
};

export const computedSchema = (result: Extract<LeafQuestion, { readonly type: 'computed' }>['result']): JsonObject => {
  switch (result) {
    case 'text':
      return { type: 'string', maxLength: LONG_TEXT_LENGTH };
    case 'number':
      return { type: 'number' };
    case 'money':
      return { type: 'number', minimum: 0, maximum: MAX_MONEY };
    case 'date':
      return { type: 'string', format: 'date', maxLength: 10 };
    case 'yes-no':
      return { type: 'boolean' };
  }
};
