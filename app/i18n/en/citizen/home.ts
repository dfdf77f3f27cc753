import type { Translation } from '../../catalogue.ts';
import type { home as vietnamese } from '../../vi/citizen/home.ts';

export const home: Translation<typeof vietnamese> = {
  title: 'Public services of Bắc Giang province',
  question: 'What do you need to do?',
  lead: 'See the papers, time and fee, then file online or at a one-stop counter.',
  search: 'Find a procedure',
  placeholder: 'For example: khai sinh (birth)',
  find: 'Search',
  often: 'Often searched:',
  look: {
    title: 'Find a dossier you filed',
    hint: 'The code at the top of the receipt, for example',
    label: 'Dossier code',
    show: 'Show the dossier',
  },
  events: 'By occasion',
  fields: 'By field',
  count: (count) => (count === 1 ? '1 procedure' : `${count} procedures`),
  all: 'The whole catalogue',
  inForce: 'Procedures in force',
  changes: 'Changed lately',
  noChanges: 'The catalogue has not changed yet.',
  allDecisions: 'All decisions',
  from: (day) => `From ${day}`,
  decision: (number) => `Decision ${number}`,
  kinds: { added: 'New', amended: 'Amended', replaced: 'Replaced', repealed: 'Repealed' },
  replaces: 'replaces',
  replacedBy: 'replaced by',
  decisions: {
    title: 'Decisions',
    lead: 'The decisions that changed the province’s catalogue of procedures.',
    signed: (day) => `Signed on ${day}`,
    items: (count) => (count === 1 ? '1 procedure' : `${count} procedures`),
    none: 'No decisions yet.',
  },
};
