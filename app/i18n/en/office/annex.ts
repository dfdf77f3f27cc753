import type { Translation } from '../../catalogue.ts';
import type { annex as vietnamese } from '../../vi/office/annex.ts';

/** The annex of a decision as a spreadsheet; the file itself is in Vietnamese. */
export const annex: Translation<typeof vietnamese> = {
  download: 'Download the annex (spreadsheet)',
  sheet: 'Annex',
  title: (number, day) => `Annex of decision ${number} of ${day}`,
  columns: ['No.', 'Code', 'Procedure', 'Time limit', 'Channels', 'Fees', 'Authority', 'Legal basis', 'Action'],
};
