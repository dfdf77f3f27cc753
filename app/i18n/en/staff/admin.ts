import type { Translation } from '../../catalogue.ts';
import type { admin as vietnamese } from '../../vi/staff/admin.ts';

export const admin: Translation<typeof vietnamese> = {
  title: 'Administration',
  text: 'Units, people and working calendars as the system uses them today.',
  units: 'Units',
  unitColumns: { code: 'Code', name: 'Name', level: 'Level', parent: 'Part of', counter: 'One-stop counter', calendar: 'Calendar', from: 'Since' },
  people: 'People',
  peopleColumns: { name: 'Name', login: 'Sign-in name', roles: 'Roles', unit: 'Unit', since: 'Since' },
  choose: 'Show the people of',
  show: 'Show',
  calendar: 'Working calendar',
  calendarText: (unit) => `Calendar of ${unit}`,
  month: 'Month',
  working: 'working',
  off: 'off',
  yes: 'yes',
  no: 'no',
  nobody: 'Nobody holds a role at this unit yet.',
};
