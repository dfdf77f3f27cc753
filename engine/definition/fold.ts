/**
 * Vietnamese without its marks, for search and for telling headings apart: NFD, marks stripped, đ → d,
 * lower case. An index and its query must use this one function (SQLite's own `remove_diacritics` leaves đ alone).
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
