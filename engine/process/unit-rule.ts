import { evaluate, type CompiledExpression, type Scope } from '#engine/expression/browser.ts';
import type { GraphNode } from './graph.ts';
import type { TaskSettings } from './types.ts';

const PLAIN = /^(receiving|deciding|parent|unit:\S+)$/;

/** Rules that every dossier of a unit follows alike; any other text is FEEL. */
export const isPlainUnitRule = (rule: string): boolean => PLAIN.test(rule);

/**
 * A task's settings for one dossier: where its unit is FEEL, the unit that it says, as a rule
 * (`parent`) or as a code. One that says nothing leaves the expression, which is no unit.
 */
export const settingsFor = ({ settings, unitRule }: GraphNode, names: () => Scope): TaskSettings =>
  unitRule ? { ...settings, unit: unitSaid(unitRule, names()) ?? settings.unit ?? '' } : settings;

const unitSaid = (rule: CompiledExpression, names: Scope): string | undefined => {
  const said = evaluate(rule, names);
  if (typeof said !== 'string' || said.trim() === '') return undefined;
  return isPlainUnitRule(said) ? said : `unit:${said}`;
};

/** What a rule may say, as far as its text tells: undefined among them where it may be something else. */
export const unitsOf = (rule: CompiledExpression): readonly (string | undefined)[] => {
  const { type } = rule;
  const said = type.kind === 'string' && type.values ? type.values : textsIn(rule.code);
  const rules = said.map((text) => (text === undefined || isPlainUnitRule(text) ? text : `unit:${text}`));
  return [...new Set(rules)];
};

type Code = CompiledExpression['code'];

const textsIn = ([operator, ...operands]: Code): readonly (string | undefined)[] => {
  if (operator === 'lit') return [typeof operands[0] === 'string' ? operands[0] : undefined];
  return operator === 'if' ? [...textsIn(operands[1] as Code), ...textsIn(operands[2] as Code)] : [undefined];
};
