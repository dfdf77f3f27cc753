/** Open end of an interval: later than any instant, so that one index serves open and closed rows. */
export const FOREVER = '9999-12-31T23:59:59.999Z';
export const FOREVER_DAY = '9999-12-31';
