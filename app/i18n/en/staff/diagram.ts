import type { Translation } from '../../catalogue.ts';
import type { diagram as vietnamese } from '../../vi/staff/diagram.ts';

export const diagram: Translation<typeof vietnamese> = {
  scroll: 'Process diagram, scroll sideways to see all of it',
  done: 'Done',
  current: 'Here now',
  ahead: 'Not yet',
  stateOf: { done: 'Done', current: 'Here now', ahead: 'Not yet', skipped: 'Passed by' },
  title: (name, steps, current) =>
    current === ''
      ? `Process of ${name}, ${steps} steps`
      : `Process of ${name}, ${steps} steps, the dossier is at ${current}`,
  since: (day) => `since ${day}`,
  until: (day) => `until ${day}`,
  days: (days) => `${days} ${days === 1 ? 'day' : 'days'}`,
  hours: (hours) => `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
  pause: {
    supplement: (from, to) => (to ? `Waiting for papers ${from}–${to}` : `Waiting for papers since ${from}`),
    obligation: (from, to) => (to ? `Waiting for payment ${from}–${to}` : `Waiting for payment since ${from}`),
    suspended: (from, to) => (to ? `Suspended ${from}–${to}` : `Suspended since ${from}`),
  },
  heldBy: (name) => `Held by ${name}`,
  nobody: 'Nobody has taken it yet',
  markOf: { added: 'new step', removed: 'step removed', changed: 'step changed' },
};
