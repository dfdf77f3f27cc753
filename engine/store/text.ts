/** A NUL or half of a surrogate pair, as JSON.stringify writes them (an even number of backslashes before). */
const BROKEN = /(?<!\\)(?:\\\\)*\\u(?:0000|[dD][89abAB][0-9a-fA-F]{2}|[dD][c-fC-F][0-9a-fA-F]{2})/;

/**
 * The rule at the boundary: no NUL, no lone surrogate. Neither survives a round trip through SQLite
 * or PostgreSQL, and a hash over such a text could never be checked again. `json` is JSON text.
 */
export const isStorable = (json: string): boolean => !json.includes('\\u') || !BROKEN.test(json);
