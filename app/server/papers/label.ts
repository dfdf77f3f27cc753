import type { PaperContext } from './context.ts';
import { paperHead, printedPerson, printedProcedure } from './context.ts';
import type { LabelData } from './types.ts';
import { printedDue } from './ways.ts';

/** The label of an accepted dossier: what tells its folder from all others, and when it is due. */
export const labelData = async (context: PaperContext): Promise<LabelData> => {
  const { register } = context.state;
  return {
    head: await paperHead(context, 'label'),
    name: printedPerson(context.state).name,
    procedure: printedProcedure(context),
    register: register ? `Quyển số: 01/${String(register.year)}; Số thứ tự: ${String(register.number)}` : '',
    dueAt: printedDue(context),
    more: [],
  };
};
