import { fail, ok, type Result } from '#engine/result/index.ts';
import { said } from '../messages.ts';
import type { StepTable } from './model.ts';

const TEXTS = ['step', 'name', 'who'] as const;
const OPTIONAL = [
  'performer',
  'unit',
  'time',
  'condition',
  'product',
  'requires',
  'deliverable',
  'act',
  'form',
  'parallel',
  'next',
] as const;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= 2_000;

/** A step table as it comes from a file: its shape is checked, its meaning is by `fromStepTable`. */
export const readStepTable = (given: unknown): Result<StepTable> => {
  if (!isRecord(given) || !Array.isArray(given['rows']) || given['rows'].length > 500)
    return fail(said.notATable('/rows'));
  if (given['format'] !== undefined && given['format'] !== 'motcua/step-table@1')
    return fail(said.notATable('/format'));
  for (const [index, row] of (given['rows'] as readonly unknown[]).entries()) {
    if (!isRecord(row)) return fail(said.notATable(`/rows/${index}`));
    const wrong =
      TEXTS.find((name) => !isText(row[name])) ??
      OPTIONAL.find((name) => row[name] !== undefined && !isText(row[name]));
    if (wrong) return fail(said.notATable(`/rows/${index}/${wrong}`));
    const { outcomes } = row;
    if (outcomes === undefined) continue;
    const shaped =
      Array.isArray(outcomes) &&
      outcomes.every(
        (outcome) =>
          isRecord(outcome) &&
          isText(outcome['id']) &&
          isText(outcome['name']) &&
          (outcome['next'] === undefined || isText(outcome['next'])),
      );
    if (!shaped) return fail(said.notATable(`/rows/${index}/outcomes`));
  }
  const { name } = given;
  if (name !== undefined && !isText(name)) return fail(said.notATable('/name'));
  const table = given as unknown as Omit<StepTable, 'format' | 'name'>;
  return ok({ ...table, format: 'motcua/step-table@1', name: typeof name === 'string' ? name : '' });
};
