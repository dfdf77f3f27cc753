/** Working minutes as hours in Vietnamese figures: 90 → `1,5`. */
export const hoursText = (minutes: number): string => String(Math.round((minutes / 60) * 100) / 100).replace('.', ',');

/** `1,5` → 90 minutes; undefined when it is no number. */
export const minutesOfHours = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  const minutes = Math.round(value * 60);
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? undefined : minutes;
};
