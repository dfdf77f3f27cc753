import { agency } from './staff/agency.ts';
import { conversion } from './staff/conversion.ts';
import { counter } from './staff/counter.ts';
import { diagram } from './staff/diagram.ts';
import { frame } from './staff/frame.ts';
import { office } from './staff/office.ts';
import { queue } from './staff/queue.ts';
import { reception } from './staff/reception.ts';
import { together } from './staff/together.ts';
import { work } from './staff/work.ts';

/** Texts of the staff pages. */
export const staff = { frame, diagram, agency, conversion, counter, office, queue, reception, together, work };
