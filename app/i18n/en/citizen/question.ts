import type { Translation } from '../../catalogue.ts';
import type { question as vietnamese } from '../../vi/citizen/question.ts';

export const question: Translation<typeof vietnamese> = {
  title: 'Choose the rules for this dossier',
  card: 'The rules of this procedure have changed',
  cardText: (until) => `Please choose which rules apply, before ${until}.`,
  go: 'See and answer',
  lead: (code) => `Dossier ${code} was filed under the old rules. There are new ones; you may choose.`,
  reason: 'Reason',
  changes: 'What is different under the new rules',
  noChanges: 'The published content is the same.',
  choose: 'Your choice',
  keep: 'Go on under the old rules',
  convert: 'Go on under the new rules',
  silence: {
    keep: (until) => `Without an answer before ${until}, it goes on under the old rules.`,
    convert: (until) => `Without an answer before ${until}, the new rules apply.`,
  },
  send: 'Send the choice',
  back: 'Back to the dossier',
  closed: 'No question about this dossier is open',
  missing: 'Your choice: nothing chosen. Please choose one of the two.',
  failed: 'Your choice could not be recorded',
};
