/** Suffix of the box that takes a file away again. */
export const REMOVE_FILE = '[xoa]';
