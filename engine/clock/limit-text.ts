import type { Limit } from '#engine/definition/index.ts';
import { fail, ok, problem, type Result } from '#engine/result/index.ts';
import { limitProblems } from './messages.ts';

const UNITS = ['working-day', 'day', 'working-hour', 'month'] as const;
const EFFECTS = ['next-working-day', 'start-next-day', 'forward-next-day'] as const;

const SHAPE =
  /^(\d{1,5}(?:[.,]\d{1,4})?)\s*(working-days?|days?|working-hours?|months?)(?:\s+after\s+((?:[01]\d|2[0-3]):[0-5]\d)\s+([a-z-]+))?$/;

/**
 * Reads a limit as typed on a command line: `5 working-day`, `0.5 working-day`, `30 day`, `8 working-hour`,
 * `2 month`, `0 working-day after 15:00 next-working-day`, `none`. Error: `limit.unreadable`.
 */
export const parseLimitText = (given: string): Result<Limit> => {
  const text = given.trim().toLowerCase().replace(/\s+/g, ' ');
  if (text === 'none') return ok({ kind: 'none' });
  const refused = fail(problem('limit.unreadable', '', limitProblems.unreadable(given), limitProblems.remedy));
  const [, number, unitText, at, effectText] = SHAPE.exec(text) ?? [];
  const unit = UNITS.find((each) => each === unitText || `${each}s` === unitText);
  if (number === undefined || unit === undefined) return refused;
  const value = Number(number.replace(',', '.'));
  if (value > 10_000) return fail(problem('limit.too-long', '', limitProblems.tooLong(given), limitProblems.remedy));
  if (at === undefined) return ok({ value, unit });
  const effect = EFFECTS.find((each) => each === effectText);
  return effect ? ok({ value, unit, cutOff: { at, effect } }) : refused;
};
