import type { SimpleQuestion } from '#engine/definition/browser.ts';

const TEXTS = ['text', 'long-text'];
const NUMBERS = ['number', 'money'];
const COMPOSITES = ['person', 'organisation', 'address'];

/** Which question types a setting of {@link SimpleQuestion} means something for; settings not named here are for all. */
export const SETTING_USE: Readonly<Partial<Record<keyof SimpleQuestion, readonly string[]>>> = {
  minLength: TEXTS,
  maxLength: TEXTS,
  pattern: TEXTS,
  patternText: TEXTS,
  minimum: NUMBERS,
  maximum: NUMBERS,
  decimals: ['number'],
  unit: [...NUMBERS, ...TEXTS],
  earliest: ['date'],
  latest: ['date'],
  partial: ['date'],
  accept: ['file'],
  maxBytes: ['file'],
  parts: COMPOSITES,
  requiredParts: COMPOSITES,
};
