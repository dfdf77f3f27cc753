/** Arithmetic exact enough for đồng: what binary fractions add in the 16th digit is taken away. */
export const tidy = (value: number): number | null => {
  // No minus zero: people are shown the number.
  if (Number.isInteger(value)) return value + 0;
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
};

export type RoundingMode = 'up' | 'down' | 'half up' | 'half down' | 'half even';

const wholePart = (value: number, mode: RoundingMode): number => {
  const magnitude = Math.abs(value);
  const low = Math.floor(magnitude);
  const rest = tidy(magnitude - low) ?? 0;
  const up = (() => {
    switch (mode) {
      case 'up':
        return rest > 0;
      case 'down':
        return false;
      case 'half up':
        return rest >= 0.5;
      case 'half down':
        return rest > 0.5;
      case 'half even':
        return rest > 0.5 || (rest === 0.5 && low % 2 === 1);
    }
  })();
  const whole = up ? low + 1 : low;
  return value < 0 && whole !== 0 ? -whole : whole;
};

/** Moves the decimal point in the number's text, so that 1.005 × 100 is 100.5 and not 100.49999. */
const shift = (value: number, places: number): number => {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
};

/** Rounds to `scale` decimals (FEEL `decimal`, `round half up` …); null when the scale is no whole number within ±20. */
export const round = (value: number, scale: number, mode: RoundingMode): number | null => {
  if (!Number.isInteger(scale) || Math.abs(scale) > 20) return null;
  return shift(wholePart(shift(value, scale), mode), -scale);
};

/** FEEL `floor` and `ceiling` with a scale. */
export const towards = (value: number, scale: number, direction: 'floor' | 'ceiling'): number | null => {
  if (!Number.isInteger(scale) || Math.abs(scale) > 20) return null;
  const moved = shift(value, scale);
  return shift(direction === 'floor' ? Math.floor(moved) : Math.ceil(moved), -scale) + 0;
};

/** FEEL `modulo`: the sign follows the divisor. */
export const modulo = (dividend: number, divisor: number): number | null =>
  divisor === 0 ? null : tidy(dividend - divisor * Math.floor(dividend / divisor));

/** `number("1 000,5")` is not asked for: only the plain decimal notation reads. */
export const parseNumber = (text: string): number | null =>
  /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/.test(text) ? tidy(Number(text)) : null;
