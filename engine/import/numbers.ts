import { fold } from '#engine/definition/index.ts';

/** Vietnamese written numbers: `1.500.000` → 1500000, `10,5` → 10.5, `05` → 5. Undefined when it is neither. */
export const readNumber = (text: string): number | undefined => {
  const trimmed = text.trim();
  if (/^\d{1,3}(\.\d{3})+$/.test(trimmed)) return Number(trimmed.replaceAll('.', ''));
  if (/^\d+([.,]\d{1,2})?$/.test(trimmed)) return Number(trimmed.replace(',', '.'));
  return undefined;
};

/** NFC, single spaces, ends trimmed: how words are compared. */
export const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

/** dd/mm/yyyy → ISO, when it is a day of the calendar. */
export const readDay = (text: string): string | undefined => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  if (!day || !month || !year) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? undefined : iso;
};

/** As {@link fold}, spaces put in order: for headings and for ids. */
export const foldTidy = (text: string): string => fold(tidy(text));

/** Ids that are stable: from the words, short, and never twice. */
export const idMaker = (): ((words: string, fallback: string) => string) => {
  const taken = new Set<string>();
  return (words, fallback) => {
    const parts = foldTidy(words)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '')
      .split('-');
    let id = '';
    for (const part of parts) if (`${id}-${part}`.length <= 32) id = id === '' ? part : `${id}-${part}`;
    if (!/^[a-z][a-z0-9-]*$/.test(id)) id = fallback;
    let free = id;
    for (let count = 2; taken.has(free); count += 1) free = `${id}-${count}`;
    taken.add(free);
    return free;
  };
};
