/**
 * Vietnamese without its marks, for search: NFD, marks stripped, đ → d, lower case. The index and the
 * query must use this one function (SQLite's own `remove_diacritics` leaves đ alone).
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();

/** Words of a query: runs of letters and digits, at most twelve. */
export const words = (text: string): readonly string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 12);
