import type { Translation } from '../../catalogue.ts';
import type { annex as vietnamese } from '../../vi/office/annex.ts';

/** The annex of a decision as a spreadsheet and on paper; both are themselves in Vietnamese. */
export const annex: Translation<typeof vietnamese> = {
  download: 'Download the annex (spreadsheet)',
  print: 'Print the annex (PDF)',
  sheet: 'Annex',
  title: (number, day) => `Annex of decision ${number} of ${day}`,
  columns: ['No.', 'Code', 'Procedure', 'Time limit', 'Channels', 'Fees', 'Authority', 'Legal basis', 'Action'],
  heading: 'Annex',
  groups: {
    add: 'New procedures',
    amend: 'Amended procedures',
    replace: 'Replacing procedures',
    repeal: 'Repealed procedures',
  },
  withDecision: (number, day) => `To decision ${number} of ${day}`,
  replaces: (names) => `Replaces: ${names}`,
  replacedBy: (name) => `Replaced by: ${name}`,
  counter: 'One-stop counter',
  office: 'Provincial People’s Committee',
};
