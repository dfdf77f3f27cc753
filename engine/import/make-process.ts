import { fromStepTable, type StepRow } from '#engine/process/index.ts';
import { open } from './messages.ts';
import type { Notes } from './notes.ts';
import { foldTidy, idMaker, tidy } from './numbers.ts';
import type { SourceStep } from './source.ts';
import { roleOf } from './vocabulary.ts';

/** The table of steps as BPMN; the steps of several cases are left open, since nothing says how they join. */
export const makeProcess = (given: readonly SourceStep[], name: string, notes: Notes): string | undefined => {
  if (given.length === 0) return undefined;
  const cases = new Set(given.map((step) => foldTidy(step.case ?? '')));
  if (cases.size > 1) {
    notes.leaveOpen(
      '/process',
      'process.cases',
      open.processCases(),
      false,
      [...new Set(given.map((step) => step.case))].join('; '),
    );
    return undefined;
  }
  const idOf = idMaker();
  const rows: StepRow[] = [];
  for (const step of given) {
    const id = idOf(step.words, `step-${rows.length + 1}`);
    const who = roleOf(step.who, step.role);
    const at = `/process/${id}`;
    notes.origin(at, 'source', step.from, `${step.words} – ${step.who}`);
    if (who === undefined) {
      notes.leaveOpen(at, 'process.who', open.processWho(step.who || step.words), false, step.who);
      return undefined;
    }
    const time = timeOf(step);
    if (time === undefined) notes.leaveOpen(at, 'process.time', open.processTime(), false, step.time ?? step.words);
    rows.push({
      step: id === 'start' || id === 'end' ? `${id}-step` : id,
      name: tidy(step.words),
      who,
      ...(time ? { time } : {}),
    });
  }
  const made = fromStepTable({ format: 'motcua/step-table@1', name, rows });
  if (made.ok) return made.value;
  notes.leaveOpen('/process', 'process.cases', open.processUnread(), false, made.problems[0]?.message.vi);
  return undefined;
};

/** Hours of work; a whole number of minutes. */
const timeOf = ({ hours, time }: SourceStep): string | undefined => {
  if (hours !== undefined && hours > 0) return `PT${Math.round(hours * 60)}M`;
  const [, number, unit] = /^(\d+(?:[.,]\d+)?)\s*(ngày|giờ|phút)/iu.exec(tidy(time ?? '')) ?? [];
  return number !== undefined && unit !== undefined ? `${number.replace('.', ',')} ${unit.toLowerCase()}` : undefined;
};
