import { compileTable, type DecisionTable, type FeelType, type TypeEnvironment } from '#engine/expression/index.ts';
import { fail, type Problem } from '#engine/result/index.ts';
import { decisionSaid } from './messages.ts';
import type { Decision } from './model.ts';

/**
 * A table written into the task itself (`<mc:decision>`, JSON of `{hitPolicy, inputs, rules}`), in the
 * same form as a schedule of fees: typed by the names of the process, so that a release carries it.
 */
export const inlineDecision = (
  id: string,
  json: string,
  environment: TypeEnvironment | 'untyped',
  report: (problem: Problem) => void,
): Decision | undefined => {
  const table = parse(json);
  const compiled = table ? compileTable(table, environment) : fail(decisionSaid.badTable(id));
  if (compiled.ok) return { id, variable: id, requires: [], logic: compiled.value };
  for (const found of compiled.problems) report({ ...found, path: id });
  return undefined;
};

/** The kind of value that a written table gives; `any` of one that is elsewhere, or has several kinds. */
export const outputType = (json: string | undefined): FeelType => {
  const outputs = (json === undefined ? undefined : parse(json))?.rules.map(({ then }) => then) ?? [];
  const kinds = new Set(outputs.map((output) => typeof output));
  const [kind] = kinds;
  if (kinds.size !== 1) return { kind: 'any', nullable: true };
  switch (kind) {
    case 'string':
      return { kind, values: [...new Set(outputs.map(String))], nullable: true };
    case 'number': {
      const numbers = outputs.map(Number);
      return {
        kind,
        integer: numbers.every(Number.isInteger),
        minimum: Math.min(...numbers),
        maximum: Math.max(...numbers),
        nullable: true,
      };
    }
    case 'boolean':
      return { kind, nullable: true };
    default:
      return { kind: 'any', nullable: true };
  }
};

const parse = (json: string): DecisionTable | undefined => {
  try {
    const given: unknown = JSON.parse(json);
    return isTable(given) ? given : undefined;
  } catch {
    return undefined;
  }
};

const isTable = (given: unknown): given is DecisionTable => {
  if (typeof given !== 'object' || given === null) return false;
  const { hitPolicy, inputs, rules } = given as Readonly<Record<string, unknown>>;
  return (
    (hitPolicy === 'U' || hitPolicy === 'F') &&
    isTexts(inputs) &&
    Array.isArray(rules) &&
    (rules as readonly unknown[]).every(
      (rule) => typeof rule === 'object' && rule !== null && 'then' in rule && 'when' in rule && isTexts(rule.when),
    )
  );
};

const isTexts = (given: unknown): given is readonly string[] =>
  Array.isArray(given) && (given as readonly unknown[]).every((one) => typeof one === 'string');
