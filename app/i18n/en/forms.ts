import type { Translation } from '../catalogue.ts';
import type { forms as vietnamese } from '../vi/forms.ts';

export const forms: Translation<typeof vietnamese> = {
  optional: '(optional)',
  day: 'Day',
  month: 'Month',
  year: 'Year',
  choose: 'Choose',
  search: 'Type to search the list',
  found: (count) => (count === 1 ? '1 item' : `${count} items`),
  add: (item) => `Add ${item}`,
  addAnother: 'Add another',
  remove: 'Remove this one',
  item: (number) => `Item ${number}`,
  upload: 'Choose a file',
  photograph: 'Take a photograph',
  noFile: 'No file chosen',
  uploading: (name) => `Uploading ${name}`,
  uploaded: 'Uploaded',
  removeFile: 'Remove',
  partialHint: 'If the day or the month is not known, leave it empty.',
  unsupported: 'This question cannot be shown. Please file at a one-stop counter.',
};
