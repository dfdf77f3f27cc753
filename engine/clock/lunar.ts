import { dayNumber } from './days.ts';

/**
 * The Vietnamese lunisolar calendar: months begin on the day (UTC+7) of the astronomical new moon;
 * the month that holds the winter solstice is the 11th; in a year of thirteen months the first
 * without a major solar term is the leap month. Sun and Moon by Meeus, Astronomical Algorithms
 * (1998), chapters 25 (low accuracy, 0.01°) and 49 (mean error of seconds).
 */
const RAD = Math.PI / 180;
const SYNODIC = 29.530588861;
/** Julian day number of 1970-01-01 at noon; day number + this = Julian day at noon UT. */
const EPOCH_JD = 2_440_588;
const ZONE_DAYS = 7 / 24;

const sin = (degrees: number): number => Math.sin(degrees * RAD);

/** Terrestrial minus universal time, in days (Espenak and Meeus polynomials, 1900–2150). */
const deltaT = (year: number): number => {
  const t = year - 2000;
  if (year < 1961) return (29.07 + 0.407 * (year - 1950) - (year - 1950) ** 2 / 233) / 86_400;
  if (year < 1986) return (45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260) / 86_400;
  if (year < 2005) return (63.86 + 0.3345 * t - 0.060374 * t ** 2) / 86_400;
  if (year < 2050) return (62.92 + 0.32217 * t + 0.005589 * t ** 2) / 86_400;
  return (-20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year)) / 86_400;
};

/** Universal-time Julian day of the new moon number `k` (0: 6 January 2000). */
const newMoonJd = (k: number): number => {
  const T = k / 1236.85;
  const mean = 2_451_550.09766 + SYNODIC * k + 0.00015437 * T ** 2 - 0.00000015 * T ** 3 + 0.00000000073 * T ** 4;
  const E = 1 - 0.002516 * T - 0.0000074 * T ** 2;
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * T ** 2 - 0.00000011 * T ** 3;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * T ** 2 + 0.00001238 * T ** 3 - 0.000000058 * T ** 4;
  const F = 160.7108 + 390.67050284 * k - 0.0016118 * T ** 2 - 0.00000227 * T ** 3 + 0.000000011 * T ** 4;
  const node = 124.7746 - 1.56375588 * k + 0.0020672 * T ** 2 + 0.00000215 * T ** 3;
  const periodic =
    -0.4072 * sin(moon) +
    0.17241 * E * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * F) +
    0.00739 * E * sin(moon - sun) -
    0.00514 * E * sin(moon + sun) +
    0.00208 * E * E * sin(2 * sun) -
    0.00111 * sin(moon - 2 * F) -
    0.00057 * sin(moon + 2 * F) +
    0.00056 * E * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * E * sin(sun + 2 * F) +
    0.00038 * E * sin(sun - 2 * F) -
    0.00024 * E * sin(2 * moon - sun) -
    0.00017 * sin(node) -
    0.00007 * sin(moon + 2 * sun) +
    0.00004 * sin(2 * moon - 2 * F) +
    0.00004 * sin(3 * sun) +
    0.00003 * sin(moon + sun - 2 * F) +
    0.00003 * sin(2 * moon + 2 * F) -
    0.00003 * sin(moon + sun + 2 * F) +
    0.00003 * sin(moon - sun + 2 * F) -
    0.00002 * sin(moon - sun - 2 * F) -
    0.00002 * sin(3 * moon + sun) +
    0.00002 * sin(4 * moon);
  const planets =
    0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * T ** 2) +
    0.000165 * sin(251.88 + 0.016321 * k) +
    0.000164 * sin(251.83 + 26.651886 * k) +
    0.000126 * sin(349.42 + 36.412478 * k) +
    0.00011 * sin(84.66 + 18.206239 * k) +
    0.000062 * sin(141.74 + 53.303771 * k) +
    0.00006 * sin(207.14 + 2.453732 * k) +
    0.000056 * sin(154.84 + 7.30686 * k) +
    0.000047 * sin(34.52 + 27.261239 * k) +
    0.000042 * sin(207.19 + 0.121824 * k) +
    0.00004 * sin(291.34 + 1.844379 * k) +
    0.000037 * sin(161.72 + 24.198154 * k) +
    0.000035 * sin(239.56 + 25.513099 * k) +
    0.000023 * sin(331.55 + 3.592518 * k);
  return mean + periodic + planets - deltaT(2000 + k / 12.3685);
};

/** Day number in Vietnam on which new moon `k` falls. */
const newMoonDay = (k: number): number => Math.floor(newMoonJd(k) + 0.5 + ZONE_DAYS) - EPOCH_JD;

/** The Sun's apparent longitude in degrees at 00:00 in Vietnam of that day. */
const sunLongitude = (day: number): number => {
  const jd = day + EPOCH_JD - 0.5 - ZONE_DAYS;
  const T = (jd + deltaT(2000 + (jd - 2_451_545) / 365.25) - 2_451_545) / 36_525;
  const mean = 280.46646 + 36_000.76983 * T + 0.0003032 * T ** 2;
  const anomaly = 357.52911 + 35_999.05029 * T - 0.0001537 * T ** 2;
  const centre =
    (1.914602 - 0.004817 * T - 0.000014 * T ** 2) * sin(anomaly) +
    (0.019993 - 0.000101 * T) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly);
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * T);
  return ((apparent % 360) + 360) % 360;
};

/** Which of the twelve 30° sectors the Sun is in when the day begins; 9 begins with the winter solstice. */
const sector = (day: number): number => Math.floor(sunLongitude(day) / 30);

/** Number of the new moon that opens the 11th month, the one that holds the winter solstice of `year`. */
const eleventhMonth = (year: number): number => {
  const end = dayNumber(`${String(year).padStart(4, '0')}-12-31`);
  let k = Math.floor((end - dayNumber('2000-01-06')) / SYNODIC) + 1;
  while (newMoonDay(k) > end) k -= 1;
  // The solstice is around 21–22 December: if the Sun is past it when the month begins, it is in the month before.
  return sector(newMoonDay(k)) >= 9 && sector(newMoonDay(k)) < 12 ? k - 1 : k;
};

/** First new moon after `from` whose month holds no major solar term. */
const leapMonth = (from: number): number => {
  let k = from + 1;
  while (k < from + 14 && sector(newMoonDay(k)) !== sector(newMoonDay(k + 1))) k += 1;
  return k;
};

/** Day number of day `day` of the ordinary (not leap) lunar month `month` of lunar `year`. */
export const lunarToDay = (year: number, month: number, day: number): number => {
  const next = eleventhMonth(year);
  if (month >= 11) return newMoonDay(next + month - 11) + day - 1;
  const start = eleventhMonth(year - 1);
  const inOrder = start + month + 1;
  const shifted = next - start === 13 && leapMonth(start) <= inOrder ? inOrder + 1 : inOrder;
  return newMoonDay(shifted) + day - 1;
};

/** The first day of the lunar year (mùng 1 Tết). */
export const lunarNewYear = (year: number): number => lunarToDay(year, 1, 1);
