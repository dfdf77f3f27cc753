import type { Translation } from '../../catalogue.ts';
import type { reception as vietnamese } from '../../vi/staff/reception.ts';

export const reception: Translation<typeof vietnamese> = {
  how: 'How the dossier came',
  ways: { person: 'Somebody at the desk', kiosk: 'Smart kiosk', post: 'Public post' },
  arrivedOn: 'Day the post brought it',
  item: 'Number of the postal item',
  kiosk: 'Which kiosk, where',
  postBoxes: 'Day of arrival, postal number',
  kioskBoxes: 'Which kiosk',
  dateHint: 'day/month/year',
  came: {
    post: (day, item) => (item === '' ? `By post, arrived on ${day}` : `By post, arrived on ${day}, item ${item}`),
    kiosk: (kiosk) => (kiosk === '' ? 'Handed in at a smart kiosk' : `Handed in at smart kiosk ${kiosk}`),
  },
  delivery: 'Handed in',
  sendReceipt: {
    post: (address) =>
      address === ''
        ? 'The applicant is not here: post the receipt to their address.'
        : `The applicant is not here: post the receipt to ${address}.`,
    other: 'The applicant is not here: send the receipt the way they want the result.',
  },
  origin: {
    title: 'Sent by',
    from: (name) => `From ${name}`,
    since: (name, when) => `${name}, handed in there at ${when}`,
  },
  elsewhere: {
    title: 'Take in for another unit',
    link: 'Take in for another unit (non-territorial)',
    text: 'Take in what another unit is competent for, send it there, and hand the result out here.',
    closed: 'On this day the rules do not allow a counter to take in for another unit.',
    closedText: 'Direct the applicant to file on line or at the competent unit.',
    basis: (text) => `By ${text}`,
    procedure: 'Procedure',
    findProcedure: 'Find the procedure',
    chosen: 'Procedure chosen',
    unit: 'Competent unit',
    unitHint: 'Type the name of the commune, department or centre, with or without diacritics.',
    findUnit: 'Find the unit',
    units: (shown, total) => `${shown} of ${total} units`,
    none: 'No unit takes in this procedure for which this counter may',
    choose: 'Choose',
    receiving: 'Taken in at',
    competent: 'Competent unit',
    clockArrival: 'Time counts from when the competent unit receives the dossier.',
    clockAcceptance: 'Time counts from acceptance.',
    sendBy: (when) => `To be sent on before ${when}`,
    onTheWay: 'The dossier is on its way to the competent unit.',
    received: (when) => `Received by the competent unit at ${when}`,
  },
  arriving: {
    title: 'Dossiers sent here',
    text: 'Taken in elsewhere for this unit. Record them as soon as they have arrived.',
    empty: 'No dossier is on its way here',
    from: 'Taken in at',
    sendBy: 'To be sent before',
    receive: 'Received',
    receiveOne: (code) => `Dossier ${code} received`,
    done: 'Recorded as received. The applicant is told the date.',
  },
};
