/** The three boxes of a date, as typed. */
export interface DateParts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

/** `2021-07-01` (or `2021-07`, `2021`, or what else was typed) → boxes. */
export const splitDate = (value: unknown): DateParts => {
  const [year = '', month = '', day = ''] = typeof value === 'string' ? value.split('-') : [];
  return { day, month, year };
};

const padded = (text: string, length: number): string => (/^\d+$/.test(text) ? text.padStart(length, '0') : text);

/**
 * Boxes → ISO text; `partial` dates may lack the day, or day and month. What is no date (31/02, an
 * empty month) is kept as typed, so that it can be shown again and refused by name.
 */
export const joinDate = (parts: DateParts, partial: boolean): string | undefined => {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (day === '' && month === '' && year === '') return undefined;
  if (partial && day === '' && month === '') return padded(year, 4);
  if (partial && day === '') return `${padded(year, 4)}-${padded(month, 2)}`;
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};
