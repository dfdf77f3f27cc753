import type { Translation } from '../../catalogue.ts';
import type { places as vietnamese } from '../../vi/citizen/places.ts';

export const places: Translation<typeof vietnamese> = {
  title: 'Where the one-stops are',
  lead: 'Where dossiers are taken in and results handed out, the hours, and who is there.',
  search: 'Name of a commune, ward, town, district or city',
  find: 'Find',
  none: 'No place matches',
  noneText: 'Try another name, with or without marks.',
  all: 'See them all',
  count: (count) => (count === 1 ? '(1 place)' : `(${count} places)`),
  of: (name) => `One-stop, ${name}`,
  address: 'Address',
  phone: 'Telephone',
  unknown: 'Not known yet',
  hours: 'Hours',
  receptionOnly: 'dossiers and results only',
  people: 'Who takes in and hands out',
  nobody: 'Nobody is assigned yet.',
  reserve: 'reserve',
  columns: { name: 'Name', title: 'Title', phone: 'Telephone' },
  procedures: 'Procedures taken in here',
  ticket: 'Take a number',
};
