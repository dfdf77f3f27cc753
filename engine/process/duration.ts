/** Working time as `mc:duration` writes it: `PT4H`, `PT30M`, `P1D` (a working day), `P1DT4H`. */
export const MINUTES_OF_WORKING_DAY = 480;

const PATTERN = /^P(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?)?$/;

/** Working minutes, or undefined when it cannot be read. */
export const workingMinutes = (text: string): number | undefined => {
  const match = PATTERN.exec(text.trim());
  if (!match || text.trim() === 'P' || text.trim().endsWith('T')) return undefined;
  const [, days, hours, minutes] = match;
  const total = Number(days ?? 0) * MINUTES_OF_WORKING_DAY + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return Number.isInteger(total) ? total : undefined;
};

/** The shortest way of writing it: whole days as `P2D`, else hours and minutes. */
export const durationText = (minutes: number): string => {
  const days = Math.floor(minutes / MINUTES_OF_WORKING_DAY);
  const rest = minutes % MINUTES_OF_WORKING_DAY;
  const hours = Math.floor(rest / 60);
  const left = rest % 60;
  const time = `${hours > 0 ? `${hours}H` : ''}${left > 0 ? `${left}M` : ''}`;
  return `P${days > 0 ? `${days}D` : ''}${time === '' ? (days > 0 ? '' : 'T0M') : `T${time}`}`;
};
