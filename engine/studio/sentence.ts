/**
 * Conditions as sentences. A condition of the shape "all of these" or "any of these", each one answer
 * compared with one value, reads as a sentence; anything else is FEEL that only the FEEL view shows.
 */
export const operators = [
  '=', '!=', '<', '<=', '>', '>=', 'answered', 'unanswered', 'contains', 'lacks',
] as const; // prettier-ignore
export type Operator = (typeof operators)[number];

export type Operand = string | number | boolean | { readonly date: string } | { readonly today: true };

export interface Clause {
  /** `form.treSinhTaiNha`, `case`, `channel`, `applicant.kind` … */
  readonly name: string;
  readonly operator: Operator;
  /** Absent for `answered` and `unanswered`. */
  readonly value?: Operand;
}

export interface Sentence {
  readonly join: 'and' | 'or';
  readonly clauses: readonly Clause[];
}

const NAME = String.raw`[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*(?:\.[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*)*`;
const VALUE = String.raw`"(?:[^"\\]|\\["\\])*"|-?\d+(?:\.\d+)?|true|false|null|today|date\("[0-9-]{10}"\)`;
const COMPARISON = new RegExp(String.raw`^(${NAME})\s*(!=|<=|>=|=|<|>)\s*(${VALUE})(?![\p{L}\p{N}_.+*/-])`, 'u');
const CONTAINS = new RegExp(String.raw`^(not\(\s*)?list contains\(\s*(${NAME})\s*,\s*(${VALUE})\s*\)(\s*\))?`, 'u');
const JOIN = /^\s+(and|or)\s+/;

const readValue = (text: string): Operand | null => {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  if (text === 'today') return { today: true };
  if (text.startsWith('date(')) return { date: text.slice(6, -2) };
  if (text.startsWith('"')) return text.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return Number(text);
};

const readClause = (text: string): { readonly clause: Clause; readonly length: number } | undefined => {
  const contains = CONTAINS.exec(text);
  if (contains) {
    const [all, not, name = '', value = '', close] = contains;
    const operand = readValue(value);
    if ((not === undefined) !== (close === undefined) || operand === null) return undefined;
    return { clause: { name, operator: not === undefined ? 'contains' : 'lacks', value: operand }, length: all.length };
  }
  const comparison = COMPARISON.exec(text);
  if (!comparison) return undefined;
  const [all, name = '', operator = '', value = ''] = comparison;
  const operand = readValue(value);
  if (operand !== null) return { clause: { name, operator: operator as Operator, value: operand }, length: all.length };
  if (operator === '=') return { clause: { name, operator: 'unanswered' }, length: all.length };
  return operator === '!=' ? { clause: { name, operator: 'answered' }, length: all.length } : undefined;
};

/** FEEL → sentence; undefined where it says more than a sentence can. An empty text is a sentence without clauses. */
export const readSentence = (feel: string): Sentence | undefined => {
  let rest = feel.trim();
  const clauses: Clause[] = [];
  const joins = new Set<'and' | 'or'>();
  while (rest !== '') {
    const read = readClause(rest);
    if (!read) return undefined;
    clauses.push(read.clause);
    rest = rest.slice(read.length);
    if (rest.trim() === '') break;
    const join = JOIN.exec(rest);
    if (!join) return undefined;
    joins.add(join[1] === 'or' ? 'or' : 'and');
    rest = rest.slice(join[0].length);
    if (rest === '') return undefined;
  }
  // `a and b or c` needs the rules of precedence to be read: that is no sentence for people.
  return joins.size > 1 ? undefined : { join: joins.has('or') ? 'or' : 'and', clauses };
};

const writeValue = (value: Operand | undefined): string => {
  if (value === undefined) return 'null';
  if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
  if (typeof value === 'object') return 'today' in value ? 'today' : `date("${value.date}")`;
  return String(value);
};

const writeClause = ({ name, operator, value }: Clause): string => {
  switch (operator) {
    case 'answered':
      return `${name} != null`;
    case 'unanswered':
      return `${name} = null`;
    case 'contains':
      return `list contains(${name}, ${writeValue(value)})`;
    case 'lacks':
      return `not(list contains(${name}, ${writeValue(value)}))`;
    default:
      return `${name} ${operator} ${writeValue(value)}`;
  }
};

/** Sentence → FEEL; `readSentence` gives the same sentence back. */
export const writeSentence = ({ join, clauses }: Sentence): string => clauses.map(writeClause).join(` ${join} `);

/** Paths of answers that FEEL text names, e.g. `treSinhTaiNha` of `form.treSinhTaiNha`: where a question is used. */
export const answersNamed = (feel: string): readonly string[] => [
  ...new Set(
    [...feel.replace(/"(?:[^"\\]|\\.)*"/g, '""').matchAll(/(?<![\p{L}\p{N}_.])form\.([\p{L}_][\p{L}\p{N}_-]*)/gu)].map(
      ([, name = '']) => name,
    ),
  ),
];
