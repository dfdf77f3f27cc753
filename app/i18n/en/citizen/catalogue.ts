import type { Translation } from '../../catalogue.ts';
import type { catalogue as vietnamese } from '../../vi/citizen/catalogue.ts';

export const catalogue: Translation<typeof vietnamese> = {
  title: 'Catalogue of procedures',
  search: 'Search the catalogue',
  find: 'Search',
  filters: 'Filter the results',
  filter: 'Filter',
  openFilters: (count) => (count === 0 ? 'Filter' : `Filter (${count})`),
  level: 'Level',
  field: 'Field',
  online: 'Online level',
  onlineLevels: {
    '1': 'Level 1',
    '2': 'Level 2',
    '3': 'Level 3',
    '4': 'Level 4',
    full: 'Fully online',
    partial: 'Partly online',
  },
  unit: 'Where to file',
  anyLevel: 'Any level',
  anyField: 'Any field',
  anyOnline: 'Any online level',
  anyUnit: 'Any office',
  day: 'In force on',
  dayHint: 'Day/month/year. Choose another day to see the rules of that day.',
  badDay: 'In force on: there is no such day in the calendar. Today’s catalogue is shown.',
  asOf: (day) => `The catalogue as it is on ${day}, which is not today.`,
  results: (count, text) =>
    `${count} ${count === 1 ? 'procedure' : 'procedures'}${text === '' ? '' : ` with “${text}”`}`,
  remove: 'remove this filter',
  removeAll: 'Remove all filters',
  time: 'Time',
  fee: 'Fee',
  channels: 'How to file',
  empty: 'No procedure found',
  emptyText:
    'Try a shorter word, fewer filters, or look at the whole catalogue. You may search with or without diacritics.',
  showAll: 'Show the whole catalogue',
};
