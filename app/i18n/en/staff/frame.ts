import type { Translation } from '../../catalogue.ts';
import type { frame as vietnamese } from '../../vi/staff/frame.ts';

export const frame: Translation<typeof vietnamese> = {
  counter: 'One-stop',
  online: 'Online dossiers',
  handOut: 'Hand out results',
  register: 'Register',
  work: 'Work',
  design: 'Design',
  publish: 'Publish',
  catalogue: 'Catalogue',
  watch: 'Watch',
  news: 'What is new',
  admin: 'Administration',
  find: 'Dossier code, applicant',
  findLabel: 'Find a dossier',
  unit: 'Unit worked at',
  changeUnit: 'Change',
  keys: 'Shortcuts',
  problems: (count) => `Not done: ${count} ${count === 1 ? 'thing needs' : 'things need'} another look`,
  place: 'Place',
  code: 'Code',
  remedy: 'Remedy',
  conflict: {
    title: 'Somebody else has just worked on this dossier',
    typed: 'That work waits no longer. You had written:',
    text: 'While you were working, the following happened. What you entered is still here; look at it again and go on if it is still needed.',
  },
  time: { today: 'today', tomorrow: 'tomorrow' },
};
