/** Which items of a decision's report are shown; in the address as `?loc=`. */
export type ReportFilter = 'all' | 'not-ready' | 'add' | 'amend' | 'replace' | 'repeal';
export const REPORT_FILTERS: readonly ReportFilter[] = ['all', 'not-ready', 'add', 'amend', 'replace', 'repeal'];
