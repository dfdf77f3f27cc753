/** A value of a variable with few values: choices, yes-no, cases, outcomes; null: no answer. */
export type Value = string | boolean | null;

/** Statements about variables that the search decides by itself. */
export type Atom =
  /** The variable has one of the values; `not`: none of them. */
  | { readonly op: 'in'; readonly of: number; readonly values: ReadonlySet<Value>; readonly not: boolean }
  /** Two variables have one value. */
  | { readonly op: 'same'; readonly of: number; readonly other: number; readonly not: boolean }
  /** `x − y ≤ limit`, or `<`; number variable 0 is zero itself. */
  | { readonly op: 'le'; readonly x: number; readonly y: number; readonly limit: number; readonly strict: boolean };

/** And/or over atoms; negation is pushed down to them. */
export type Formula =
  | boolean
  | Atom
  | { readonly op: 'and'; readonly of: readonly Formula[] }
  | { readonly op: 'or'; readonly of: readonly Formula[] };

const junction = (op: 'and' | 'or', parts: readonly Formula[]): Formula => {
  const decisive = op === 'or';
  const kept: Formula[] = [];
  for (const part of parts) {
    if (part === decisive) return decisive;
    if (part === !decisive) continue;
    if (typeof part === 'object' && part.op === op) kept.push(...part.of);
    else kept.push(part);
  }
  const [only] = kept;
  if (only === undefined) return !decisive;
  return kept.length === 1 ? only : { op, of: kept };
};

export const and = (...parts: readonly Formula[]): Formula => junction('and', parts);
export const or = (...parts: readonly Formula[]): Formula => junction('or', parts);

export const not = (formula: Formula): Formula => {
  if (typeof formula === 'boolean') return !formula;
  switch (formula.op) {
    case 'and':
      return or(...formula.of.map(not));
    case 'or':
      return and(...formula.of.map(not));
    case 'le':
      return { op: 'le', x: formula.y, y: formula.x, limit: -formula.limit, strict: !formula.strict };
    default:
      return { ...formula, not: !formula.not };
  }
};

export const implies = (condition: Formula, consequence: Formula): Formula => or(not(condition), consequence);

export const isOneOf = (variable: number, ...values: readonly Value[]): Formula =>
  values.length === 0 ? false : { op: 'in', of: variable, values: new Set(values), not: false };

export const atMost = (x: number, y: number, limit: number, strict = false): Formula =>
  x === y ? (strict ? limit > 0 : limit >= 0) : { op: 'le', x, y, limit, strict };

/** Atoms in the order in which they stand. */
export const atomsOf = (formula: Formula, found: Atom[] = []): Atom[] => {
  if (typeof formula === 'boolean') return found;
  if (formula.op === 'and' || formula.op === 'or') formula.of.forEach((part) => atomsOf(part, found));
  else found.push(formula);
  return found;
};
