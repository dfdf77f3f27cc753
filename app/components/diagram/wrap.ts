/** Be Vietnam Pro 600: mean advance of a letter, as a share of the font size. */
const LETTER = 0.56;

/**
 * Breaks a name into lines that fit `width`, at most `lines` of them; the last ends with "…" when
 * there is more. Counting letters is enough: a label has air around it, and nothing can be measured on the server.
 */
export const wrapLabel = (text: string, width: number, size: number, lines: number): readonly string[] => {
  const fits = Math.max(4, Math.floor(width / (size * LETTER)));
  const out: string[] = [];
  let line = '';
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= fits || line === '') {
      line = longer;
      continue;
    }
    out.push(line);
    line = word;
  }
  if (line !== '') out.push(line);
  if (out.length <= lines) return out;
  const kept = out.slice(0, lines);
  const last = kept[lines - 1] ?? '';
  return [...kept.slice(0, -1), `${last.slice(0, Math.max(1, fits - 1)).trimEnd()}…`];
};
