/** Primary order of the Vietnamese alphabet: a ă â b c d đ e ê … */
const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** Tones: level, huyền, hỏi, ngã, sắc, nặng. */
const TONES = ['\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** Marks that make another letter: breve, circumflex, horn. */
const LETTER_MARKS = new Set(['\u0306', '\u0302', '\u031b']);

/**
 * A key that sorts as text in the order of a Vietnamese dictionary: letters first, tones only to
 * break ties. SQLite has no Vietnamese collation, so lists are ordered by this column.
 */
export const sortKey = (text: string): string => {
  let primary = '';
  let tones = '';
  for (const syllable of text
    .toLowerCase()
    .normalize('NFD')
    .match(/\p{L}\p{M}*|\p{N}|\s+|./gsu) ?? []) {
    const base = syllable.charAt(0);
    const marks = [...syllable.slice(1)];
    const letter = (base + marks.filter((mark) => LETTER_MARKS.has(mark)).join('')).normalize('NFC');
    const place = LETTERS.indexOf(letter);
    if (place >= 0) {
      primary += String.fromCharCode(0x100 + place);
      tones += String(1 + Math.max(...marks.map((mark) => TONES.indexOf(mark)), -1));
    } else {
      primary += /\s/.test(base) ? ' ' : syllable;
    }
  }
  return `${primary}\u0001${tones}`;
};
