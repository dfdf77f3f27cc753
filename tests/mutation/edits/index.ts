import type { SoundEdit } from '../types.ts';
import { formEdits } from './forms.ts';
import { procedureEdits } from './procedure.ts';
import { processEdits } from './process.ts';
import { wordingEdits } from './wording.ts';

/** Every way of changing a release that leaves it sound. */
export const soundEdits: readonly SoundEdit[] = [...wordingEdits, ...formEdits, ...procedureEdits, ...processEdits];
