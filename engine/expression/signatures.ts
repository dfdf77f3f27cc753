import { ANY, BOOLEAN, DATE, DATE_TIME, DAYS, MONTHS, nullable, NUMBER, STRING, union } from './kinds.ts';
import type { FeelType } from './types.ts';

/** What a built-in function takes and gives. The implementations are in `functions.ts`. */
export interface Signature {
  readonly parameters: readonly (readonly FeelType[])[];
  /** How many may be left out, from the end. */
  readonly optional?: number;
  /** Any number of values, or one list of them. */
  readonly elements?: readonly FeelType[];
  readonly returns: FeelType | ((args: readonly FeelType[]) => FeelType);
  /** Gives a value for a missing argument too. */
  readonly total?: boolean;
}

const TEXT = [STRING];
const NUM = [NUMBER];
const DAY = [DATE, DATE_TIME];
const LIST: FeelType = { kind: 'list', items: ANY };

const number = (parameters = 1): Signature => ({
  parameters: [NUM, NUM].slice(0, parameters),
  optional: 1,
  returns: NUMBER,
});
const rounding: Signature = { parameters: [NUM, NUM], optional: 1, returns: NUMBER };

const element = (args: readonly FeelType[]): FeelType => {
  const items = args.length === 1 && args[0]?.kind === 'list' ? [args[0].items] : args;
  // A list may be empty, and then there is no least.
  return nullable(items.reduce(union));
};

export const signatures: Readonly<Record<string, Signature>> = {
  contains: { parameters: [TEXT, TEXT], returns: BOOLEAN },
  'starts with': { parameters: [TEXT, TEXT], returns: BOOLEAN },
  'ends with': { parameters: [TEXT, TEXT], returns: BOOLEAN },
  'string length': { parameters: [TEXT], returns: { kind: 'number', integer: true, minimum: 0 } },
  'upper case': { parameters: [TEXT], returns: STRING },
  'lower case': { parameters: [TEXT], returns: STRING },
  string: { parameters: [[ANY]], returns: STRING },
  number: { parameters: [[STRING, NUMBER]], returns: { kind: 'number', nullable: true } },
  count: { parameters: [], elements: [ANY], returns: { kind: 'number', integer: true, minimum: 0 } },
  sum: { parameters: [], elements: NUM, returns: { kind: 'number', nullable: true } },
  min: { parameters: [], elements: [NUMBER, STRING, DATE, DATE_TIME], returns: element },
  max: { parameters: [], elements: [NUMBER, STRING, DATE, DATE_TIME], returns: element },
  'list contains': { parameters: [[LIST], [ANY]], returns: BOOLEAN },
  floor: rounding,
  ceiling: rounding,
  abs: { ...number(), optional: 0 },
  decimal: { ...rounding, optional: 0 },
  'round up': rounding,
  'round down': rounding,
  'round half up': rounding,
  'round half down': rounding,
  'round half even': rounding,
  // Nothing is left over of a division by zero.
  modulo: { ...number(2), optional: 0, returns: nullable(NUMBER) },
  year: { parameters: [DAY], returns: { kind: 'number', integer: true } },
  month: { parameters: [DAY], returns: { kind: 'number', integer: true, minimum: 1, maximum: 12 } },
  day: { parameters: [DAY], returns: { kind: 'number', integer: true, minimum: 1, maximum: 31 } },
  'day of week number': { parameters: [DAY], returns: { kind: 'number', integer: true, minimum: 1, maximum: 7 } },
  'date and time': { parameters: [[STRING, DATE_TIME]], returns: nullable(DATE_TIME) },
  duration: { parameters: [TEXT], returns: nullable(DAYS) },
  'years and months duration': { parameters: [DAY, DAY], returns: MONTHS },
  'is defined': { parameters: [[ANY]], returns: BOOLEAN, total: true },
  not: { parameters: [[BOOLEAN]], returns: BOOLEAN },
};
