import { deadline, type DurationLimit } from '#engine/clock/index.ts';
import { calendar } from '../clock/fixture.ts';
import * as oracle from '../clock/oracle.ts';

const CASES = 1_000_000;
const MINUTE = 60_000;
const FIRST = Date.parse('2020-01-01T00:00:00Z') / MINUTE;
const LAST = Date.parse('2025-06-30T00:00:00Z') / MINUTE;

/** mulberry32: the same cases each time, so that a difference can be looked at again. */
const random = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
};

const caseOf = (next: () => number): { readonly from: number; readonly limit: DurationLimit } => {
  const from = (FIRST + Math.floor(next() * (LAST - FIRST))) * MINUTE;
  const kind = next();
  if (kind < 0.6) return { from, limit: { value: Math.floor(next() * 121) / 2, unit: 'working-day' } };
  if (kind < 0.85) return { from, limit: { value: 1 + Math.floor(next() * 120), unit: 'day' } };
  return { from, limit: { value: 1 + Math.floor(next() * 6), unit: 'month' } };
};

const expected = (from: number, { value, unit }: DurationLimit): number => {
  if (unit === 'working-day') return oracle.dueWorkingDays(from, value);
  return unit === 'day' ? oracle.dueDays(from, value) : oracle.dueMonths(from, value);
};

/** 10⁶ deadlines against the oracle that goes day by day; differences are counted and the first shown. */
export const benchClock = async (): Promise<void> => {
  const next = random(20210701);
  const cases = Array.from({ length: CASES }, () => caseOf(next));
  // Processor time: what each costs, whoever else is on the machine.
  const spent = (): number => process.cpuUsage().user / 1000;
  let start = spent();
  const ours = cases.map(({ from, limit }) =>
    Date.parse(deadline(calendar, { from: new Date(from).toISOString(), limit }).due ?? ''),
  );
  const engine = spent() - start;
  start = spent();
  const theirs = cases.map(({ from, limit }) => expected(from, limit));
  const naive = spent() - start;
  const wrong = cases.flatMap((_, place) => (ours[place] === theirs[place] ? [] : [place]));
  console.log(
    `${String(CASES)} deadlines: ${String(wrong.length)} differ; engine ${((engine / CASES) * 1000).toFixed(1)} µs each with derivation, oracle ${((naive / CASES) * 1000).toFixed(1)} µs each (processor time)`,
  );
  const first = wrong[0];
  if (first !== undefined)
    console.log(JSON.stringify({ case: cases[first], ours: ours[first], oracle: theirs[first] }));
};
